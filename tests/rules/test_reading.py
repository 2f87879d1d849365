"""How hard words are to read, against values worked out by hand."""

from __future__ import annotations

import pytest

from consentgen.rules.reading import longest_sentence, reading_age, sentences, size, syllables, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Call 999. You can ask us.", ["Call 999.", "You can ask us."]),
        ("Their job title is: counsellor.", ["Their job title is:", "counsellor."]),
        ("It costs 1.50 a week.", ["It costs 1.50 a week."]),
        ("In the U.S. it is free.", ["In the U.S. it is free."]),
        ("He said “Stop.” Then he went.", ["He said “Stop.", "Then he went."]),
        ("one\ntwo", ["one", "two"]),
        (" ... ", []),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert expected == sentences(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("You don’t have to.", 4),
        ("One-to-one therapy, by phone.", 4),
        ("6 to 8 sessions", 4),
        ("Write to hello@northtown.example.", 4),
        ("— … ?", 0),
    ],
)
def test_words_are_counted(sentence: str, expected: int) -> None:
    assert expected == len(words(sentence))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the", 1), ("you", 1), ("help", 1), ("life", 1), ("asked", 1), ("clothes", 1), ("999", 1),
        ("table", 2), ("wanted", 2), ("workbook", 2), ("guided", 2), ("people", 2), ("classes", 2),
        ("therapy", 3), ("depression", 3), ("counsellor", 3),
        ("psychological", 5),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_rule(word: str, expected: int) -> None:
    assert expected == syllables(word)


# Flesch-Kincaid grade = 0.39 words/sentence + 11.8 syllables/word - 15.59, and an age is a grade plus 5.
WORKED = [
    # 1 sentence, 6 words, 6 syllables: 2.34 + 11.8 - 15.59 + 5
    (["The cat sat on the mat."], 3.55),
    # 2 sentences, 8 words, 8 syllables: 1.56 + 11.8 - 15.59 + 5
    (["You can stop.", "You can ask for help."], 2.77),
    # 1 sentence, 4 words, 8 syllables (1 + 3 + 1 + 3): 1.56 + 23.6 - 15.59 + 5
    (["The therapy treats depression."], 14.57),
    # The first two together: 3 sentences, 14 words, 14 syllables: 1.82 + 11.8 - 15.59 + 5
    (["The cat sat on the mat.", "You can stop.", "You can ask for help."], 3.03),
]


@pytest.mark.parametrize(("texts", "expected"), WORKED)
def test_the_reading_age_is_the_published_formula(texts: list[str], expected: float) -> None:
    assert expected == round(reading_age(map(size, texts)), 2)


def test_the_longest_sentence_is_counted_and_shown() -> None:
    assert (4, "You can ask us.") == longest_sentence("Call. You can ask us. Stop.")


def test_a_text_without_words_has_no_longest_sentence() -> None:
    assert (0, "") == longest_sentence("—")
