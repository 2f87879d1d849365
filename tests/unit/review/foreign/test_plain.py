"""Plain text: lines that were broken to fit are joined, and what people type for headings and lists is seen."""

from __future__ import annotations

import time

import pytest

from consentgen.model.reading import Link
from consentgen.review.foreign import read_foreign
from tests.unit.review.foreign.texts import read_text

WRAPPED = """You have been offered guided self-help. You work through a workbook on
your own, and a trained worker talks with you about how it is going and
helps you with the next step. Most people have six sessions of half an
hour, and do most of the work in between.
"""
CASES = {
    "a paragraph broken by hand": (WRAPPED, [("paragraph", " ".join(WRAPPED.split()))]),
    "paragraphs in lines of their own": (
        f"{'One long line. ' * 12}\n{'Another long line. ' * 12}",
        [("paragraph", ("One long line. " * 12).strip()), ("paragraph", ("Another long line. " * 12).strip())],
    ),
    "underlined headings": (
        "Title\n=====\n\nWhat will you do?\n-----------------\n\nYou read, and you write.\n",
        [("title", "Title"), ("heading", "What will you do?"), ("paragraph", "You read, and you write.")],
    ),
    "a heading above its text": (
        "Does it last?\n\nWe do not know.\n",
        [("heading", "Does it last?"), ("paragraph", "We do not know.")],
    ),
    "bullets with a line that goes on": (
        "You can:\n\n- say no, at any time and for any\n  reason\n* ask\n• stop\n1. call\n",
        [
            ("paragraph", "You can:"), ("item", "say no, at any time and for any reason"), ("item", "ask"),
            ("item", "stop"), ("item", "call"),
        ],
    ),
    "a dash that came to the start of a line": (
        "You have 6 to 8 sessions of your own with a worker who is trained\n– and who is checked by a senior.\n",
        [("paragraph", "You have 6 to 8 sessions of your own with a worker who is trained – and who is checked by a senior.")],
    ),
    "labels with what is told": (
        "Sessions: 6 to 8\nEach session: 30 minutes\n",
        [("label", "Sessions"), ("told", "6 to 8"), ("label", "Each session"), ("told", "30 minutes")],
    ),
    "one colon alone": ("Bring this: a pen.\n", [("paragraph", "Bring this: a pen.")]),
    "a word broken at its own hyphen": (
        "This is called self-\nhelp.\n", [("paragraph", "This is called self-help.")],
    ),
    "rules": ("One.\n\n----------\n\nTwo.\n\n* * *\n", [("paragraph", "One."), ("paragraph", "Two.")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_text_is_read_as_a_person_reads_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == read_text(text)


def test_a_place_is_a_line() -> None:
    reading = read_foreign(b"One.\n\n\nTwo.\n", "leaflet.txt")
    assert ["line 1", "line 4"] == [p.place for p in reading.passages]


def test_an_address_in_brackets_is_a_link_and_no_word() -> None:
    [passage] = read_foreign(b"Source: a survey (https://a.example/x_(1)), 2020.\n", "leaflet.txt").passages
    assert ("Source: a survey, 2020.", (Link("", "https://a.example/x_(1)"),)) == (
        passage.text,
        passage.links,
    )


def test_a_language_without_spaces_is_joined_without() -> None:
    text = "我们不知道有多少人会好起来，\n也没有研究数过。\n"
    assert [("paragraph", "我们不知道有多少人会好起来，也没有研究数过。")] == read_text(text)


def test_most_letters_tell_which_way_a_text_runs() -> None:
    assert "rtl" == read_foreign("هذه هي المساعدة الذاتية (CBT).\n".encode(), "leaflet.txt").direction
    assert "ltr" == read_foreign(b"This is self-help.\n", "leaflet.txt").direction


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_text_that_says_its_encoding_is_read(codec: str) -> None:
    [passage] = read_foreign("Café – naïve".encode(codec), "leaflet.txt").passages
    assert "Café – naïve" == passage.text


def test_ten_megabytes_of_text_are_read_in_seconds() -> None:
    data = (WRAPPED + "\n- An item of a list.\n\n").encode() * 36_000
    assert len(data) > 10_000_000
    before = time.perf_counter()
    reading = read_foreign(data, "leaflet.txt")
    assert time.perf_counter() - before < 20
    assert 72_000 == len(reading.passages)
