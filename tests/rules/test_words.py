"""Word lists: every hit hits, every pass passes, and each word has its source and its plain twin."""

from __future__ import annotations

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.rules.words import FOLDER, Word, word_list

LISTS = sorted(file.stem for file in FOLDER.glob("*.yaml"))
WORDS = [(name, number, word) for name in LISTS for number, word in enumerate(word_list(name), 1)]
each_word = pytest.mark.parametrize(
    "word", [w for *_, w in WORDS], ids=[f"{name}-{n}" for name, n, _ in WORDS]
)


def test_the_lists_are_there() -> None:
    assert ["claims", "euphemisms"] == LISTS


@each_word
def test_every_hit_hits(word: Word) -> None:
    assert [] == [text for text in word.hits if not word.pattern.search(text)]


@each_word
def test_every_pass_passes(word: Word) -> None:
    assert [] == [text for text in word.passes if word.pattern.search(text)]


@each_word
def test_there_are_two_examples_each_way(word: Word) -> None:
    assert min(len(word.hits), len(word.passes)) >= 2


@each_word
def test_a_word_has_a_source_and_something_to_write_instead(word: Word) -> None:
    assert word.source.startswith("https://")
    assert word.instead


def test_a_euphemism_leads_to_therapies_of_the_catalogue() -> None:
    known = set(load_catalogue().therapies)
    assert [] == [word.pattern.pattern for word in word_list("euphemisms") if not set(word.instead) <= known]


def test_no_plain_name_is_a_euphemism() -> None:
    names = [therapy.name.text for therapy in load_catalogue().therapies.values()]
    assert [] == [n for n in names if any(word.pattern.search(n) for word in word_list("euphemisms"))]


@pytest.mark.parametrize("text", ["Step 2 support", "STEP TWO", "step  2x", "workshops"])
def test_a_pattern_hits_whole_words_in_capitals_or_not(text: str) -> None:
    hit = any(word.pattern.search(text) for word in word_list("euphemisms"))
    assert hit is (text in ("Step 2 support", "STEP TWO"))
