"""A typed value becomes words with a kind, and with a link only where a reader can trust it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from consentgen.compose.fill import Filler
from consentgen.localise import SourceCatalog, TranslatedCatalog
from consentgen.localise.facts import facts_by_cldr
from consentgen.localise.message import Translation
from consentgen.model.finding import Place
from consentgen.model.frequency import whole
from consentgen.model.leaflet import Run, Statement
from consentgen.model.values import Count, Duration, Email, Name, Phone, Share, Term, Url, Value, Words
from tests import starter

Say = Callable[..., Statement]


def share(events: float, people: int) -> Share:
    return Share(whole({"yes": events, "no": people - events}, people).part("yes"))


KINDS: list[tuple[Value, Run]] = [
    (Words("at any time"), Run("at any time", "words")),
    (Name("Samaritans"), Run("Samaritans", "name")),
    (Term("grade.counsellor.name", "counsellor"), Run("counsellor", "term")),
    (Phone("116 123"), Run("116 123", "phone", "tel:116123")),
    (Email("a@b.example"), Run("a@b.example", "email", "mailto:a@b.example")),
    (Url("https://b.example/"), Run("b.example", "url", "https://b.example/")),
    (date(2026, 11, 1), Run("1 November 2026", "date")),
    (164041, Run("164,041", "number")),
    (Count(6, 6), Run("6", "number")),
    (Count(6, 8), Run("6 to 8", "number")),
    (Duration(1, 1, "hour"), Run("1 hour", "number")),
    (Duration(30, 30, "minute"), Run("30 minutes", "number")),
    (Duration(1, 2, "week"), Run("1 to 2 weeks", "number")),
    (share(40, 100), Run("40 out of 100 people", "number")),
    (share(8, 90), Run("8 of the 90 people", "number")),
    (share(0, 100), Run("0 out of 100 people", "number")),
    (share(1, 1000), Run("fewer than 1 out of 100 people", "number")),
    (share(999, 1000), Run("more than 99 out of 100 people", "number")),
]


@pytest.mark.parametrize(("value", "expected"), KINDS, ids=[type(value).__name__ for value, _ in KINDS])
def test_every_value_becomes_words_of_its_kind(value: Value, expected: Run) -> None:
    assert expected == Filler(starter.wording(), SourceCatalog()).run(value)


@pytest.mark.parametrize("unit", ["minute", "hour", "day", "week", "month", "year"])
def test_every_unit_has_its_words(unit: str) -> None:
    filler = Filler(starter.wording(), SourceCatalog())
    told = [filler.run(Duration(low, high, unit)).text for low, high in ((1, 1), (2, 2), (2, 3))]
    assert [f"1 {unit}", f"2 {unit}s", f"2 to 3 {unit}s"] == told


def arabic() -> Filler:
    """Arabic that answers with CLDR's category for the number."""
    span, one = ("{low} to {high} week", "{low} to {high} weeks"), ("{count} week", "{count} weeks")
    names = ("zero", "one", "two", "few", "many", "other")
    known = {
        name: Translation(
            name, source, tuple(f"{form} {marks}" for form in names), False, None, Place("ar.po")
        )
        for name, source, marks in (("unit.week.range", span, "{low}-{high}"), ("unit.week", one, "{count}"))
    }
    return Filler(starter.wording(), TranslatedCatalog(facts_by_cldr("ar"), known))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(2, 2, "two 2"), (1, 2, "other 1-2"), (1, 3, "few 1-3"), (6, 12, "many 6-12")],
)
def test_a_range_takes_the_form_of_its_language_for_ranges(low: int, high: int, expected: str) -> None:
    assert expected == arabic().run(Duration(low, high, "week")).text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Duration(2, 2, "week"), "2 weeks each"),
        (Term("a", "guided self-help"), "Guided self-help each"),
        (share(1, 1000), "Fewer than 1 out of 100 people each"),
        (Words("at once"), "at once each"),
        (Name("mind"), "mind each"),
    ],
)
def test_only_values_of_ours_get_a_capital_at_the_start(say: Say, value: Value, expected: str) -> None:
    assert expected == say('{% text "a", value=v %}{value} each{% endtext %}', v=value).text


def test_the_terms_inside_a_term_stand_in_its_message(say: Say) -> None:
    panic = Term("problem.panic.name", "panic attacks")
    who = Term(
        "who", "people treated for panic attacks", "people treated for {problem}", (("problem", panic),)
    )

    told = say('{% text "a", value=v %}People counted: {value}.{% endtext %}', v=who)

    assert "People counted: people treated for panic attacks." == told.text
    assert {"value": "who problem.panic.name"} == told.facts


def test_a_value_inside_a_sentence_keeps_its_small_letter(say: Say) -> None:
    told = say('{% text "a", value=v %}This is {value}.{% endtext %}', v=Term("a", "guided self-help"))
    assert "This is guided self-help." == told.text


def test_words_between_values_are_text(say: Say) -> None:
    told = say('{% text "a", phone=v %}Call **{phone}**.{% endtext %}', v=Phone("999"))
    assert (Run("Call "), Run("999", "phone", "tel:999", strong=True), Run(".")) == told.runs


@pytest.mark.parametrize("target", ["https://a.example", "mailto:a@b.example", "tel:999", "#urgent"])
def test_a_link_a_reader_can_trust_is_kept(say: Say, target: str) -> None:
    assert [target] == [run.link for run in say(f'{{% text "a" %}}[Here]({target}){{% endtext %}}').runs]


@pytest.mark.parametrize(
    "target", ["http://a.example", "javascript:alert(1)", "data:text/html,x", "//a.example", "file:///x", "x"]
)
def test_another_link_is_dropped_and_its_words_stay(say: Say, target: str) -> None:
    told = say(f'{{% text "a" %}}[Here]({target}){{% endtext %}}')
    assert [("Here", "")] == [(run.text, run.link) for run in told.runs]


def test_a_link_may_be_a_value(say: Say) -> None:
    told = say(
        '{% text "a", title=t, web=w %}[{title}]({web}){% endtext %}', t="NG222", w=Url("https://n.example")
    )
    assert (Run("NG222", "words", "https://n.example"),) == told.runs


def test_words_of_the_service_never_become_a_link(say: Say) -> None:
    told = say('{% text "a", web=w %}[Here]({web}){% endtext %}', w=Words("https://evil.example"))
    assert (Run("Here"),) == told.runs


@pytest.mark.parametrize(
    "words", ["{a}", "**b**", "[x](https://y.example)", "\ue0100\ue011", "# x", "<b>", "&amp;"]
)
def test_words_of_the_service_stay_words(say: Say, words: str) -> None:
    told = say('{% text "a", value=v %}See {value}.{% endtext %}', v=Words(words))
    assert (Run("See "), Run(words, "words"), Run(".")) == told.runs
