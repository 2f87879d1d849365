"""The rules that look at a finished leaflet: its name, its sentences, its pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from consentgen.model.finding import Finding
from consentgen.model.frequency import whole
from consentgen.model.leaflet import Block, Box, Icons, Leaflet, Paragraph, Run, Section, Statement
from consentgen.rules import rule_called
from tests import starter


def say(*runs: Run, tells: tuple[str, ...] = (), **facts: list[int]) -> Statement:
    return Statement("own.one", runs, facts, tells)


def check(name: str, leaflet: Leaflet) -> list[Finding]:
    return list(rule_called(name).check(starter.subject(leaflet=leaflet)))


@pytest.fixture
def leaflet() -> Leaflet:
    return starter.compose(starter.service())


def opening(leaflet: Leaflet, *blocks: Block) -> Leaflet:
    return replace(leaflet, sections=(Section("opening", None, blocks), *leaflet.sections[1:]))


NAMES: list[tuple[str, tuple[str, ...], int]] = [
    ("Guided self-help with a workbook", ("treatment-name",), 0),
    ("Guided self-help, by telephone", ("treatment-name",), 0),
    ("Low-intensity support", ("treatment-name",), 1),
    ("Telephone CBT", ("treatment-name",), 1),
    ("Guided self-help with a workbook", (), 1),
]


@pytest.mark.parametrize(("words", "tells", "expected"), NAMES)
def test_the_title_has_to_name_the_therapy(
    leaflet: Leaflet, words: str, tells: tuple[str, ...], expected: int
) -> None:
    title = say(Run(words), tells=tells)
    assert expected == len(check("name-not-first", replace(leaflet, title=title)))


@pytest.mark.parametrize(("words", "tells", "expected"), NAMES)
def test_the_first_statement_has_to_name_the_therapy(
    leaflet: Leaflet, words: str, tells: tuple[str, ...], expected: int
) -> None:
    first = Paragraph((say(Run(words), tells=tells),))
    assert expected == len(check("name-not-first", opening(leaflet, first)))


def sentence(words: int) -> str:
    return "You " + "do " * (words - 2) + "it."


@pytest.mark.parametrize(("count", "expected"), [(20, 0), (21, 1)])
def test_a_sentence_of_ours_has_at_most_twenty_words(leaflet: Leaflet, count: int, expected: int) -> None:
    assert expected == len(check("hard-to-read", opening(leaflet, Paragraph((say(Run(sentence(count))),)))))


def test_the_services_own_sentences_are_looked_at_by_another_rule(leaflet: Leaflet) -> None:
    own = Paragraph((say(Run(sentence(30), "words")),))
    assert [] == check("hard-to-read", opening(leaflet, own))


def test_a_leaflet_of_long_words_is_hard_to_read(leaflet: Leaflet) -> None:
    hard = Paragraph((say(Run("Psychological interventions necessitate considerable participation. " * 60)),))
    [finding] = check("hard-to-read", opening(leaflet, hard))
    assert finding.found.startswith("reading age ")


def test_only_english_is_measured(leaflet: Leaflet) -> None:
    long = opening(leaflet, Paragraph((say(Run(sentence(30))),)))
    assert [] == check("hard-to-read", replace(long, language="cy"))


def picture(*told: list[int]) -> Icons:
    """Better 54, same 36, worse 8, unknown 2, with what its words tell."""
    figures = whole({"better": 54, "same": 36, "worse": 8}, 100)
    return Icons(figures, tuple((say(Run("Words."), share=share),) for share in told))


ALL = ([54, 100], [36, 100], [8, 100], [2, 100])


@pytest.mark.parametrize("inside", [lambda b: b, lambda b: Box("note", (b,))], ids=["alone", "in-a-box"])
@pytest.mark.parametrize(
    ("told", "expected"),
    [(ALL, 0), (ALL[:3], 1), ((ALL[1], ALL[0], *ALL[2:]), 1), (([55, 100], *ALL[1:]), 1)],
)
def test_every_part_of_a_picture_is_told_in_words(
    leaflet: Leaflet, inside: Callable[[Block], Block], told: tuple[list[int], ...], expected: int
) -> None:
    assert expected == len(check("part-without-words", opening(leaflet, inside(picture(*told)))))
