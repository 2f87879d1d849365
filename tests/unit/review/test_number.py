"""A number can be read out and typed, and one typing mistake is always caught."""

from __future__ import annotations

from itertools import combinations

import pytest

from consentgen.review.number import ALPHABET, BadNumber, number_of, numbers_in, typed

NUMBERS = [number_of("workbook", "en-GB", "0" * 64, f"1.{n}", "2026-11-23") for n in range(40)]
NUMBER = NUMBERS[0]


def plain(number: str) -> str:
    return number.replace("-", "")


def mistyped(text: str) -> bool:
    with pytest.raises(BadNumber) as caught:
        typed(text)
    return caught.value.mistyped


def test_the_same_edition_has_the_same_number_and_another_has_another() -> None:
    assert NUMBER == number_of("workbook", "en-GB", "0" * 64, "1.0", "2026-11-23")
    assert len(NUMBERS) == len(set(NUMBERS))
    assert number_of("ab", "c") != number_of("a", "bc")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_typed_as_it_stands(number: str) -> None:
    assert number == typed(number)
    assert set(plain(number)) <= set(ALPHABET)


@pytest.mark.parametrize("change", [str.lower, plain, lambda n: n.replace("-", " "), lambda n: f" {n}\n",
                                    lambda n: n.replace("-", "\u2011")])  # fmt: skip
def test_small_letters_and_other_hyphens_are_taken(change: object) -> None:
    assert callable(change)
    assert NUMBER == typed(change(NUMBER))


def test_letters_that_look_like_digits_are_taken_for_them() -> None:
    with_both = next(number for number in NUMBERS if "0" in number and "1" in number)
    for one in "IiLl":
        assert with_both == typed(with_both.replace("0", "O").replace("1", one))


@pytest.mark.parametrize("number", NUMBERS[:8])
def test_one_wrong_character_is_always_caught(number: str) -> None:
    for place, right in enumerate(number):
        for wrong in ALPHABET:
            if right not in ("-", wrong):
                assert mistyped(number[:place] + wrong + number[place + 1 :])


@pytest.mark.parametrize("number", NUMBERS[:8])
def test_two_characters_that_changed_places_are_always_caught(number: str) -> None:
    for a, b in combinations(range(8), 2):
        turned = list(plain(number))
        turned[a], turned[b] = turned[b], turned[a]
        if "".join(turned) != plain(number):
            assert mistyped("".join(turned))


@pytest.mark.parametrize("text", [NUMBER[:-1], NUMBER + "0", "7K2M-9QXU"])
def test_a_character_too_few_or_too_many_or_never_used_is_a_typing_mistake(text: str) -> None:
    assert mistyped(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "../..",
        "..",
        f"../{NUMBER}",
        f"{NUMBER}/issue.json",
        "x" * 10_000,
        "７Ｋ２Ｍ-９ＱＸＤ",
        "leaflet.pdf",
    ],
)
def test_what_has_not_the_shape_of_a_number_is_none(text: str) -> None:
    assert not mistyped(text)


def test_numbers_are_found_in_a_text() -> None:
    told = f"Leaflet number {NUMBER}, not 7K2M-9QXX; see https://service.example/leaflets/{NUMBERS[1]} and self-help."
    assert {NUMBER, NUMBERS[1]} <= set(numbers_in(told))
    assert "7K2M-9QXX" not in set(numbers_in(told))
