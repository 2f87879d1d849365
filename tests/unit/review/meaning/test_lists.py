"""Every word list finds what its examples say, and passes over what they say."""

from __future__ import annotations

import pytest

from consentgen.review.meaning.classes import CLASSES
from consentgen.review.meaning.lists import FOLDER, Example, languages, word_lists
from tests.unit.review.meaning.edits import reworded

NAMES = sorted(file.stem for file in FOLDER.glob("*.yaml") if file.stem != "languages")
LISTS = [(name, language) for name in NAMES for language in word_lists(name)]
HITS = [(n, tongue, hit) for n, tongue in LISTS for hit in word_lists(n)[tongue].hits]
PASSES = [(n, tongue, hit) for n, tongue in LISTS for hit in word_lists(n)[tongue].passes]
marked = pytest.mark.parametrize("marked", [True, False], ids=["pieces", "whole texts"])


def hints(name: str, language: str, example: Example, marked: bool) -> list[str]:
    found = reworded(*example, language=language.replace("_", "-"), marked=marked)
    return [m.words for m in found if m.name == name]


@marked
@pytest.mark.parametrize(("name", "language", "example"), HITS)
def test_a_change_of_meaning_is_found(name: str, language: str, example: Example, marked: bool) -> None:
    assert hints(name, language, example, marked)


@marked
@pytest.mark.parametrize(("name", "language", "example"), PASSES)
def test_the_same_meaning_is_passed_over(name: str, language: str, example: Example, marked: bool) -> None:
    assert [] == hints(name, language, example, marked)


@pytest.mark.parametrize(("name", "language"), LISTS)
def test_a_list_has_its_source_and_two_examples_each_way(name: str, language: str) -> None:
    known = word_lists(name)[language]
    assert known.source.startswith("https://")
    assert min(len(known.hits), len(known.passes)) >= 2


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_a_class_and_a_hint_names_its_languages(name: str) -> None:
    assert not CLASSES[name].exact
    hit = word_lists(name)["en"].hits[0]
    [found] = [m for m in reworded(*hit) if m.name == name]
    assert (set(languages(name)) <= set(found.languages), False) == (True, found.exact)


@pytest.mark.parametrize("language", ["de", "pt-BR", "ro"])
def test_no_english_list_is_read_in_another_language(language: str) -> None:
    found = reworded("You can come in six weeks.", "You must come without us in ten weeks.", language)
    assert {"wording"} == {m.name for m in found}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("You can stop. This is the help for you.", "You must stop. This is the help for you.", True),
        ("Möglich ist das. Es kann can sein.", "Möglich ist das. Es kann must sein.", False),
        ("To jest pomoc. Możesz się zgodzić i nie.", "To jest pomoc. Musisz się zgodzić i nie.", True),
        ("您可以在这里问我们的人。", "您必须在这里问我们的人。", True),
    ],
)
def test_a_text_that_does_not_say_its_language_is_known_by_its_common_words(
    old: str, new: str, expected: bool
) -> None:
    assert expected is ("modal" in {m.name for m in reworded(old, new, "und")})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("after 6 weeks", "after ٦ weeks", False),
        ("after 6 weeks", "after 7 weeks", True),
        ("1,000 people", "1000 people", False),
        ("from 3 to 6", "from 6 to 3", True),
        ("40 of them", "40% of them", True),
    ],
)
def test_digits_are_read_in_every_language(old: str, new: str, expected: bool) -> None:
    assert expected is ("number" in {m.name for m in reworded(old, new, "de")})


def test_only_words_that_changed_count() -> None:
    found = reworded("You must not wait. Call us.", "You must not wait. Phone us.")
    assert {"wording"} == {m.name for m in found}


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("This is guided self-help.", "This is low-intensity CBT.", "euphemism"),
        ("This is guided self-help.", "This is help.", "term"),
        ("Come.", "Come " + "and bring the book that we gave you " * 4 + "please.", "reading-age"),
    ],
)
def test_what_the_rules_and_the_glossary_know_is_a_hint(old: str, new: str, name: str) -> None:
    assert name in {m.name for m in reworded(old, new)}
