"""The same words are known however they are set, and every place that differs is shown."""

from __future__ import annotations

import pytest

from consentgen.model.reading import Kind, Link, Passage, Reading
from consentgen.review.same_words import (
    drawn_in_shapes,
    excerpts,
    likeness,
    plain_words,
    says_the_same,
    stretches_changed,
    targets,
)

AROUND = ("Northtown", "Northtown, version 1.0", "Page {page} of {pages}", "说明单编号：7K2M-9QXD。")


def text(*passages: str, stream: bool = False) -> Reading:
    return Reading("x", "en-GB", tuple(Passage(p, Kind.PARAGRAPH) for p in passages), stream=stream)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("You’ll have 6–8 sessions.",), ("You'll have", "6-8 sessions.")),
        (("Sessions: 6",), ("• Sessions", "6")),
        (("您决定。没有人会生气。",), ("您决", "定。", "没有 人会生气。")),
        (
            ("You choose.",),
            ("Northtown", "You", "Northtown, version 1.0 Page 1 of 4", "choose. Page 12 of 4"),
        ),
        (("您决定。说明单编号：7K2M-9QXD。好。",), ("您决定。好。",)),
    ],
)
def test_the_setting_is_no_part_of_the_words(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    assert says_the_same(text(*old), text(*new), AROUND)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You will not get worse.", "You will get worse."),
        ("You are notable.", "You are not able."),
        ("It takes 6.5 hours.", "It takes 65 hours."),
        ("First this. Then that.", "Then that. First this."),
        ("Northtown, version 1.0", "Northtown, version 2.0"),
        ("Page 1 of 4", "Page one of 4"),
        ("Northtowner", "er"),
    ],
)
def test_other_words_are_other_words(old: str, new: str) -> None:
    assert not says_the_same(text(old), text(new), AROUND)


def test_a_stream_has_lost_where_words_end() -> None:
    assert says_the_same(text("You choose."), text("Youch oose.", stream=True))
    assert not says_the_same(text("You choose."), text("You chose.", stream=True))


def test_each_place_is_shown_with_words_around_it() -> None:
    told = "word " * 200
    found = excerpts(text(f"{told}30 minutes {told}not now"), text(f"{told}50 minutes", f"{told}now"))
    assert [1, 1] == [stretches_changed(edit.pieces) for edit in found.edits]
    assert all(len(edit.new[0].text) < 200 for edit in found.edits)
    assert ["30", "50", "not "] == [p.text for e in found.edits for p in e.pieces if p.kind != "same"]
    assert () == excerpts(text(told), text(told)).edits


def test_likeness_is_the_share_of_words_in_common() -> None:
    assert 1 == likeness(text("one two"), text("two one"))
    assert 0.5 == likeness(text("one two"), text("one three"))
    assert 0 == likeness(text("one"), text("two"))
    assert 0 == likeness(Reading("x", "en", ()), Reading("x", "en", ()))


def test_targets_are_the_places_outside() -> None:
    links = tuple(
        Link("w", target) for target in ("https://a.example/", "https://a.example", "#rights", "tel:1")
    )
    assert {"https://a.example", "tel:1"} == targets(Reading("x", "en", (Passage("w", links=links),)))


@pytest.mark.parametrize(
    ("words", "drawn"), [("يمكنك أن تقول لا", True), ("আপনি না বলতে পারেন", True), ("You can", False)]
)
def test_scripts_that_are_drawn_in_shapes_are_known(words: str, drawn: bool) -> None:
    assert drawn == drawn_in_shapes(text(words))


def test_plain_words_stand_on_one_line() -> None:
    assert "Key facts Sessions 6" == plain_words(text("Key  facts", "Sessions:", "6"))
