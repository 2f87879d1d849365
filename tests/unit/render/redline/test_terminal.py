"""The report in a terminal: every change in words and marks, no line too wide, nothing that moves a cursor."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from consentgen.render.bidi import END, FIRST_STRONG, RIGHT_MARK
from consentgen.render.redline.terminal import render_terminal
from consentgen.review.change import Cause, EditKind, WordingDiff
from tests.unit.render.redline import sample

REVIEWS = {"project": sample.project(), "foreign": sample.foreign(), "hostile": sample.hostile()}
ESCAPE = re.compile("\x1b\\[[0-9;]*m")
each = pytest.mark.parametrize("diff", REVIEWS.values(), ids=REVIEWS)


def shown(diff: WordingDiff, width: int = 80, *, colour: bool = False) -> str:
    return render_terminal(diff, width=width, colour=colour)


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("width", [20, 33, 40, 80, 200])
@each
def test_no_line_is_wider_than_the_terminal(diff: WordingDiff, width: int) -> None:
    for colour in (False, True):
        lines = ESCAPE.sub("", shown(diff, width, colour=colour)).splitlines()
        assert [] == [line for line in lines if cell_len(line) > width]


@each
def test_without_colour_no_control_character_is_written(diff: WordingDiff) -> None:
    assert [] == re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown(diff))


@each
def test_colour_adds_nothing_but_colour(diff: WordingDiff) -> None:
    coloured = shown(diff, colour=True)
    assert "\x1b[" in coloured
    assert shown(diff) == re.sub(r" +$", "", ESCAPE.sub("", coloured), flags=re.MULTILINE)


def test_the_machine_does_not_change_a_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    before = shown(sample.project(), colour=True)
    for name, value in {"NO_COLOR": "1", "COLUMNS": "30", "TERM": "dumb", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert before == shown(sample.project(), colour=True)


@pytest.mark.parametrize(
    "words",
    [
        "A session lasts [-30-]{+45+} minutes.",
        "您可以[-随时-]停止治疗。",
        "[-You can complain to us.-]",
        "{+Bring your workbook.+}",
        "Link before: https://old.example/",
        "Link now: https://new.example/?a=1&b=2",
        "Section before: what. Section now: rights.",
        "Hint, from word lists for English: “can” became “will”.",
        "Certain: The length of a session changed from 30 to 45 minutes.",
        "Tell people who are already in treatment. They lose a right.",
        "No need to tell people who are already in treatment. No fact changed.",
        "Where: 2 leaflets: group, workbook; 2 languages: Arabic, English (United Kingdom).",
        "To sign it: consentgen approve PROJECT workbook --who NAME --role ROLE",
        "── 1 of 8 · Blocking · aaaaaaaaaa ─",
    ],
)
def test_a_change_is_told_in_words(words: str) -> None:
    assert words in one_line(shown(sample.project(), 200))


def test_the_summary_stands_first_and_last() -> None:
    told = one_line(shown(sample.project(), 200))
    summary = "8 changes. Blocking: 2 (touches what people must be told, or what keeps them safe)."
    assert 2 == told.count(summary)
    assert told.index(summary) < told.index("1 of 8")
    assert told.rindex(summary) > told.index("8 of 8")


def test_right_to_left_lines_are_set_from_the_right_and_close_what_they_open() -> None:
    lines = [line for line in shown(sample.project(), 40).splitlines() if re.search("[\u0600-\u06ff]", line)]
    assert 1 < len(lines)
    assert [] == [line for line in lines if line.strip()[0] != RIGHT_MARK and not "\u0600" < line.strip()[0]]
    assert [] == [line for line in lines if line.count(FIRST_STRONG) != line.count(END)]


def test_words_that_hardly_any_share_stand_one_above_the_other() -> None:
    whole = sample.edit(
        EditKind.REWORDED, sample.passage("We may ring you."), sample.passage("You will get a letter."),
        "-We may ring", "+You will get", "= ", "-you", "+a letter", "=.",
    )  # fmt: skip
    told = shown(sample.foreign(whole))
    assert "Before\n    [-We may ring-] [-you-].\n  After\n    {+You will get+} {+a letter+}." in told


def test_a_pair_found_by_likeness_says_so() -> None:
    assert "Paired by likeness: 80 in 100." in shown(sample.foreign())


def test_nothing_changed_is_one_sentence() -> None:
    told = shown(WordingDiff("a", "b", (), (sample.compared(sample.same(sample.TITLE)),)))
    assert "Nothing changed for the reader." == told.splitlines()[-1]


def test_two_hundred_texts_that_read_alike_stand_there_once() -> None:
    edits = [
        (sample.edit(
            EditKind.REWORDED, sample.passage(f"Team {n} can help.", "help"), sample.passage(f"Team {n} will help.", "help"),
            f"=Team {n} ", "-can", "+will", "= help.", meanings=(sample.MODAL,),
        ), [f"leaflet-{n}/en-GB"])
        for n in range(200)
    ]  # fmt: skip
    diff = WordingDiff("a", "b", (sample.change("a", Cause("wording", "help"), *edits),), ())
    told = one_line(shown(diff))
    assert 1 == told.count("{+will+}")
    assert "199 more texts read alike, with other names or numbers." in told
    assert "200 leaflets: leaflet-0, leaflet-1, leaflet-10 and 197 more" in told


@pytest.mark.parametrize(("seen", "text"), [("[-<U+200C>-]", "\u200c"), ("[-<U+202E>x-]", "\u202ex")])
def test_what_nobody_would_see_is_named(seen: str, text: str) -> None:
    hidden = sample.edit(
        EditKind.REWORDED,
        sample.passage(f"ab{text}"),
        sample.passage("ab"),
        "=ab",
        f"-{text}",
        meanings=(sample.OTHER,),
    )
    assert seen in shown(sample.foreign(hidden))
