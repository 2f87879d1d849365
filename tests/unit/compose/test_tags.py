"""The four tags: a statement with its id and facts, boxes, pictures and lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consentgen.errors import BadWording
from consentgen.model.frequency import whole
from consentgen.model.leaflet import Box, Bullets, Icons, Lines, Paragraph, Statement
from consentgen.model.values import Count, Share
from tests.unit.compose.conftest import Run

Say = Callable[..., Statement]
PLURAL = "{count} session{% plural %}{count} sessions{% endtext %}"
SHARE = "{share} is better.{% plural %}{share} are better.{% endtext %}"


def test_a_statement_has_its_id_and_its_words_on_one_line(say: Say) -> None:
    told = say('{% text "a.b" %}\n  Two   words\n  more.\n{% endtext %}')
    assert ("a.b", "Two words more.") == (told.id, told.text)


def test_a_placeholder_is_filled_in_and_kept_as_a_fact(say: Say) -> None:
    told = say('{% text "a", name=given %}Ask for {name}.{% endtext %}', given="the bookings team")
    assert ("Ask for the bookings team.", {"name": "the bookings team"}) == (told.text, told.facts)


def test_a_statement_knows_what_it_tells_and_whether_it_is_critical(say: Say) -> None:
    told = say('{% text "a", tells="risks who", critical=true, unknown=true %}Words.{% endtext %}')
    assert (("risks", "who"), True, True) == (told.tells, told.critical, told.unknown)


def test_a_statement_is_neither_critical_nor_unknown_unless_it_says_so(say: Say) -> None:
    told = say('{% text "a" %}Words.{% endtext %}')
    assert ((), False, False) == (told.tells, told.critical, told.unknown)


@pytest.mark.parametrize(("count", "expected"), [(1, "1 session"), (2, "2 sessions"), (0, "0 sessions")])
def test_the_plural_follows_the_count(say: Say, count: int, expected: str) -> None:
    assert expected == say('{% text "a", count=n %}' + PLURAL, n=count).text


def test_the_plural_of_a_range_follows_its_end(say: Say) -> None:
    tag = '{% text "a", low=n.low, high=n.high %}{low} to {high} one{% plural %}{low} to {high} many{% endtext %}'
    assert "1 to 2 many" == say(tag, n=Count(1, 2)).text


@pytest.mark.parametrize(
    ("events", "expected"), [(1, "1 out of 100 people is better."), (2, "2 out of 100 people are better.")]
)
def test_the_plural_of_a_share_follows_the_people(say: Say, events: int, expected: str) -> None:
    share = Share(whole({"yes": events}, 100).part("yes"))
    assert expected == say('{% text "a", share=n %}' + SHARE, n=share).text


def test_a_box_has_a_kind_and_holds_blocks(run: Run) -> None:
    [box] = run('{% box "urgent" %}\n{% text "a" %}A.{% endtext %}\n\n{% lines 2 %}\n{% endbox %}').blocks
    assert isinstance(box, Box)
    assert ("urgent", [Paragraph, Lines]) == (box.kind, [type(block) for block in box.blocks])


def test_lines_to_write_on_are_counted_and_bounded(run: Run) -> None:
    assert (Lines(3), Lines(20)) == run("{% lines 3 %}\n\n{% lines 999 %}").blocks


def test_a_picture_draws_the_figures_it_is_given(run: Run) -> None:
    figures = whole({"yes": 8, "no": 82}, 90)
    source = '{% icons w %}\n- {% text "a" %}A.{% endtext %}\n- {% text "b" %}B.{% endtext %}\n{% endicons %}'
    [icons] = run(source, w=figures).blocks
    assert isinstance(icons, Icons)
    assert (figures, "A. B.") == (icons.whole, icons.text)


def test_a_picture_needs_figures(run: Run) -> None:
    with pytest.raises(TypeError, match="needs the figures"):
        run('{% icons w %}\n- {% text "a" %}A.{% endtext %}\n{% endicons %}', w="forty")


def test_a_loop_repeats_a_statement(run: Run) -> None:
    source = '{% for n in names %}\n- {% text "a", name=n %}{name}{% endtext %}\n{% endfor %}'
    [bullets] = run(source, names=["one", "two"]).blocks
    assert isinstance(bullets, Bullets)
    assert ["one", "two"] == [item[0].text for item in bullets.items]


FAULTS = {
    "no-words": ('{% text "a" %}  {% endtext %}', "is empty"),
    "a-placeholder-not-declared": ('{% text "a" %}Ask {name}.{% endtext %}', "uses {name}"),
    "a-placeholder-declared-only-for-one-form": (
        '{% text "a", count=1 %}{count}{% plural %}{counts}{% endtext %}', "uses {counts}"
    ),
    "a-stray-brace": ('{% text "a" %}Ask {Name}.{% endtext %}', "holds a stray brace"),
    "a-plural-of-nothing": ('{% text "a" %}One{% plural %}Many{% endtext %}', "no single counted number"),
    "a-plural-of-two-things": (
        '{% text "a", count=1, share=s %}One{% plural %}Many{% endtext %}', "no single counted number"
    ),
    "a-value-in-the-words": ('{% text "a" %}Ask {{ name }}.{% endtext %}', "only words and {placeholders}"),
    "a-choice-in-the-words": (
        '{% text "a" %}{% if x %}A{% endif %}{% endtext %}', "only words and {placeholders}"
    ),
    "a-value-in-the-plural": (
        '{% text "a", count=1 %}One{% plural %}{{ n }}{% endtext %}', "only words and {placeholders}"
    ),
    "a-note-that-is-computed": ('{% text "a", note=x %}A.{% endtext %}', "note= must be written out"),
    "a-disclosure-that-is-computed": ('{% text "a", tells=x %}A.{% endtext %}', "tells= must be written out"),
    "a-flag-that-is-computed": ('{% text "a", critical=x %}A.{% endtext %}', "critical= must be written out"),
    "no-end": ('{% text "a" %}Words.', "cannot be read"),
    "no-id": ("{% text %}Words.{% endtext %}", "cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_statement_that_cannot_be_translated_is_refused_at_its_line(
    run: Run, source: str, fault: str
) -> None:
    with pytest.raises(BadWording) as caught:
        run(source)
    assert fault in caught.value.fault
    assert ("templates/own.md.j2", 3) == (caught.value.path, caught.value.line)
    assert caught.value.help_text


def test_a_value_that_is_missing_is_refused_with_its_statement(run: Run) -> None:
    with pytest.raises(BadWording, match=r"the statement a\.b got no value for \{name\}") as caught:
        run('{% text "a.b", name=given %}Ask {name}.{% endtext %}', given=None)
    assert 3 == caught.value.line
