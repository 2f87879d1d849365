"""What data says of an edit is told with its weight; the words are for a clinician."""

from __future__ import annotations

from typing import Any

import pytest

from consentgen import tongue
from consentgen.model.reading import Kind, Link, Passage
from consentgen.review.change import Edit, EditKind, Weight
from consentgen.review.meaning import meanings
from consentgen.review.meaning.classes import CLASSES, meaning
from tests.unit.review.meaning.edits import OTHER, SHARE, STOP, changed, meant, reading, told

ADDED, REMOVED, REWORDED, MARKED = EditKind.ADDED, EditKind.REMOVED, EditKind.REWORDED, EditKind.MARKED
NOW = "You may stop at any time."
AGAIN = {"text": NOW, "pattern": NOW, "wording": NOW}
FORTY_FIVE = {"text": "45 out of 100 people got better.", "facts": {"share": [45, 100]}}
LINKED = changed(STOP, links=(Link("stop", "https://a.example"),))
NAMED = changed(STOP, tells=("treatment-name",))
GRAVE = changed(STOP, critical=True)


@pytest.mark.parametrize(
    ("kind", "old", "new", "expected"),
    [
        (REMOVED, STOP, None, {"disclosure": "block", "condition": "major"}),
        (REMOVED, GRAVE, None, {"disclosure": "block", "critical": "block", "condition": "major"}),
        (ADDED, None, STOP, {"condition": "major", "disclosure": "minor"}),
        (ADDED, None, GRAVE, {"critical": "major", "condition": "major", "disclosure": "minor"}),
        (REWORDED, STOP, changed(STOP, **AGAIN), {"wording": "minor", "modal": "major"}),
        (REWORDED, GRAVE, changed(GRAVE, **AGAIN), {"critical": "block", "wording": "minor", "modal": "major"}),
        (REWORDED, NAMED, changed(NAMED, **AGAIN), {"name": "block", "wording": "minor", "modal": "major"}),
        (REWORDED, SHARE, changed(SHARE, **FORTY_FIVE), {"fact": "major"}),
        (REWORDED, changed(SHARE, critical=True), changed(SHARE, critical=True, **FORTY_FIVE), {"fact": "major"}),
        (REWORDED, SHARE, changed(SHARE, evidence=("theirs",), **FORTY_FIVE), {"fact": "major", "evidence": "major"}),
        (EditKind.RELINKED, LINKED, changed(LINKED, links=(Link("stop", "https://b.example"),)), {"link": "major"}),
        (EditKind.RELINKED, LINKED, STOP, {"link": "major"}),
        (MARKED, STOP, GRAVE, {"critical": "minor"}),
        (MARKED, GRAVE, STOP, {"critical": "block"}),
        (MARKED, STOP, changed(STOP, tells=()), {"disclosure": "block"}),
        (MARKED, STOP, changed(STOP, kind=Kind.HEADING), {"kind": "minor"}),
        (MARKED, changed(STOP, state="draft"), STOP, {"state": "minor"}),
        (MARKED, STOP, changed(STOP, state="draft"), {"state": "major"}),
        (EditKind.MOVED, STOP, changed(STOP, section="who"), {"moved": "minor"}),
        (EditKind.REORDERED, STOP, STOP, {"moved": "minor"}),
        (EditKind.REWRAPPED, STOP, changed(STOP, text="You can  stop at any time."), {"cosmetic": "info"}),
        (REMOVED, changed(STOP, unknown=True, tells=()), None, {"condition": "major", "unknown": "major"}),
        (ADDED, None, changed(STOP, unknown=True, tells=()), {"condition": "major", "unknown": "major"}),
        (EditKind.SAME, STOP, STOP, {}),
    ],
)  # fmt: skip
def test_an_edit_of_ours_means_what_its_data_says(
    kind: EditKind, old: Passage | None, new: Passage | None, expected: dict[str, str]
) -> None:
    assert expected == told(meant(kind, old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, FORTY_FIVE, "The number changed: 40 out of 100 people became 45 out of 100 people (evidence ours)."),
        (
            {"text": "Od 6 do 8 sesji", "pattern": "Od {number} do {number} sesji", "facts": {"low": 6, "high": 8}},
            {"text": "Od 4 do 6 sesji", "pattern": "Od {number} do {number} sesji", "facts": {"low": 4, "high": 6}},
            "The number changed: 6 to 8 became 4 to 6 (evidence ours).",
        ),
        (
            {"text": "Call 999.", "pattern": "Call {phone}.", "facts": {"phone": "999"}, "evidence": ()},
            {"text": "Call 111.", "pattern": "Call {phone}.", "facts": {"phone": "111"}, "evidence": ()},
            "The phone number changed: 999 became 111.",
        ),
        (
            {"text": "In 6 to 8 weeks.", "pattern": "In {number}.", "facts": {"wait": "6 to 8 weeks"}, "evidence": ()},
            {"text": "In 10 weeks.", "pattern": "In {number}.", "facts": {"wait": "10 weeks"}, "evidence": ()},
            "The number changed: 6 to 8 weeks became 10 weeks.",
        ),
        (
            {"text": "Asked: adults.", "pattern": "Asked: {term}.", "facts": {"who": "evidence.a.population"}},
            {"text": "Asked: children.", "pattern": "Asked: {term}.", "facts": {"who": "evidence.a.population"}},
            "The words for a value changed: “adults” became “children” (evidence ours).",
        ),
    ],
)  # fmt: skip
def test_a_value_is_told_as_its_reader_sees_it(
    old: dict[str, Any], new: dict[str, Any], expected: str
) -> None:
    found = meant(REWORDED, changed(SHARE, **old), changed(SHARE, **new))
    assert [expected] == [m.words for m in found]


@pytest.mark.parametrize(("language", "expected"), [("en", True), ("pl", False)])
def test_the_services_own_words_are_read_as_english_alone(language: str, expected: bool) -> None:
    old = changed(STOP, text="You can come.", pattern="{words}", facts={"words": "You can come."})
    new = changed(old, text="You must come.", facts={"words": "You must come."})
    assert expected is ("modal" in told(meant(REWORDED, old, new, language=language)))


def test_a_disclosure_that_others_still_make_is_not_lost() -> None:
    also = changed(OTHER, tells=STOP.tells)
    assert {"condition": "major"} == told(meant(REMOVED, STOP, None, also=also))


def test_saying_that_something_is_not_known_does_not_tell_it() -> None:
    gap = changed(OTHER, tells=STOP.tells, unknown=True)
    assert "block" == told(meant(REMOVED, STOP, None, also=gap))["disclosure"]


def test_a_gap_that_is_filled_is_told_now() -> None:
    gap = changed(STOP, id="rights.unknown", unknown=True)
    then, now = reading(gap, OTHER), reading(STOP, OTHER)
    assert "minor" == told(meanings(Edit(REMOVED, (gap,), ()), then, now))["unknown"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"text": "Możesz.", "pattern": "Możesz."}, {"text": "Wolno.", "pattern": "Wolno."}, {"translation": "minor"}),
        ({"text": "Możesz."}, {"text": "You can.", "language": "en"}, {"language": "major"}),
        ({"text": "You can.", "language": "en"}, {"text": "Możesz."}, {"language": "minor"}),
        ({"text": "You can.", "language": "en", "critical": True}, {"text": "Możesz.", "critical": True}, {"language": "major"}),
        ({"text": "Możesz.", "critical": True}, {"text": "You can.", "language": "en", "critical": True}, {"language": "block"}),
    ],
)  # fmt: skip
def test_a_translation_is_told_from_its_english(
    old: dict[str, Any], new: dict[str, Any], expected: dict[str, str]
) -> None:
    assert expected == told(meant(REWORDED, changed(STOP, **old), changed(STOP, **new), language="pl"))


def test_a_plural_form_that_a_new_figure_takes_does_not_block() -> None:
    old = changed(SHARE, critical=True, text="1 osoba powiedziała", pattern="{number} powiedziała")
    new = changed(old, text="2 osoby powiedziały", pattern="{number} powiedziały", facts={"share": [2, 100]})
    assert {"fact": "major", "translation": "major"} == told(meant(REWORDED, old, new, language="pl"))


def test_the_english_beside_a_critical_draft_may_go() -> None:
    own, twin = changed(GRAVE, text="Możesz."), changed(GRAVE, language="en")
    assert {"language": "minor"} == told(meant(REMOVED, twin, None, language="pl", also=own))


def test_two_languages_are_compared_by_facts_alone() -> None:
    old, new = SHARE, changed(SHARE, text="45 na 100 osób.", pattern="{number}.", facts={"share": [45, 100]})
    found = meanings(Edit(REWORDED, (old,), (new,)), reading(old), reading(new, language="pl"))
    assert {"fact": "major", "translation": "info"} == told(found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("en", "en-GB", "wording"),
        ("en", "und", "wording"),
        ("zh", "zh-Hans", "wording"),
        ("zh-Hant", "zh-Hans", "translation"),
        ("en", "pl", "translation"),
    ],
)
def test_a_region_is_no_other_language(old: str, new: str, expected: str) -> None:
    then, now = Passage("Blue ink."), Passage("Green ink.")
    edit = Edit(REWORDED, (then,), (now,))
    assert [expected] == [
        m.name for m in meanings(edit, reading(then, language=old), reading(now, language=new))
    ]


def test_the_same_edit_is_told_in_the_language_that_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    edit = (REWORDED, Passage("You can come."), Passage("You must come."))
    before = meant(*edit, also=Passage("A."))
    polish = tongue.Tongue({"What must, should, can or may be": ("Co trzeba",)}, lambda _count: 0)
    monkeypatch.setattr(tongue, "_spoken", polish)
    after = meant(*edit, also=Passage("A."))
    assert ("What must", "Co trzeba") == (before[0].words[:9], after[0].words[:9])


def test_a_foreign_passage_that_is_gone_or_new_is_major() -> None:
    here = Passage("Call us.")
    assert {"removed": "major"} == told(meant(REMOVED, here, None, also=Passage("A.")))
    assert {"added": "major"} == told(meant(ADDED, None, here, also=Passage("A.")))


def test_a_statement_of_ours_that_a_foreign_text_lacks_is_told_with_its_disclosure() -> None:
    found = meanings(Edit(REMOVED, (GRAVE,), ()), reading(GRAVE), reading(Passage("A.")))
    assert {"critical": "block", "disclosure": "major", "removed": "major"} == told(found)


@pytest.mark.parametrize(
    ("kind", "old", "new", "name"),
    [
        (EditKind.SPLIT, ["You can stop and you can go."], ["You can stop.", "And you can go."], "split"),
        (EditKind.MERGED, ["You can stop.", "And you can go."], ["You can stop and you can go."], "merged"),
    ],
)
def test_passages_that_were_split_or_merged_are_told(
    kind: EditKind, old: list[str], new: list[str], name: str
) -> None:
    then, now = (tuple(map(Passage, side)) for side in (old, new))
    found = told(meanings(Edit(kind, then, now), reading(*then), reading(*now)))
    assert "minor" == found[name]


@pytest.mark.parametrize("kind", [ADDED, REMOVED, REWORDED, EditKind.MOVED_REWORDED])
@pytest.mark.parametrize("language", ["en", "de", "und"])
def test_other_words_never_weigh_less_than_minor(kind: EditKind, language: str) -> None:
    old, new = Passage("Blue ink."), Passage("Green ink.")
    found = meant(
        kind,
        None if kind is ADDED else old,
        None if kind is REMOVED else new,
        language=language,
        also=Passage("A."),
    )
    assert min(m.weight.rank for m in found) <= Weight.MINOR.rank


def test_spaces_inside_words_are_words() -> None:
    found = meant(REWORDED, Passage("It is now here."), Passage("It is nowhere."), also=Passage("A."))
    assert "minor" == told(found)["wording"]


def test_a_class_has_no_weight_but_its_own() -> None:
    with pytest.raises(ValueError, match="does not weigh"):
        meaning("cosmetic", Weight.BLOCK, "No.")
    assert all(each.weights == tuple(sorted(each.weights, key=lambda w: w.rank)) for each in CLASSES.values())
