"""The number of an issued leaflet: eight characters that people can read out, type and check, as in 7K2M-9QXD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and capitals without I, L, O and U: the first three look like digits, the last makes words.

Source: Douglas Crockford, Base 32.
"""
LENGTH = 8
"""Characters: seven of the leaflet's own, 35 bits, and one that catches a typing mistake."""
_CONFUSED = str.maketrans("OIL", "011")
_DASHES = re.compile(r"[\s\u00ad\u2010-\u2015\u2212-]+")
_SHAPE = re.compile(r"(?<![\w-])[0-9A-Za-z]{4}[-\u2010-\u2015\u2212]\s?[0-9A-Za-z]{4}(?![\w-])")
_REDUCING = 0b100101
"""x^5 + x^2 + 1, by which the field of 32 elements is made."""


class BadNumber(ValueError):
    """A text that is not a leaflet's number; `mistyped` where it has the shape of one."""

    def __init__(self, *, mistyped: bool) -> None:
        super().__init__("a typing mistake" if mistyped else "not a number")
        self.mistyped = mistyped


def number_of(*parts: str) -> str:
    """The number that follows from what an edition is; the same parts give the same number."""
    bits = int.from_bytes(sha256("\0".join(parts).encode()).digest()[:5]) >> 5
    body = "".join(ALPHABET[bits >> shift & 31] for shift in range(30, -1, -5))
    return grouped(body + ALPHABET[_check(body)])


def grouped(characters: str) -> str:
    """The characters with a hyphen in the middle."""
    return f"{characters[:4]}-{characters[4:]}"


def typed(text: str) -> str:
    """The number somebody typed: small letters, a missing hyphen, and O for 0 or I and L for 1 are taken.

    Raises:
        BadNumber: it is none, or has a typing mistake.
    """
    characters = _DASHES.sub("", text[:64]).upper().translate(_CONFUSED)
    if not characters.isascii() or not characters.isalnum() or abs(len(characters) - LENGTH) > 1:
        raise BadNumber(mistyped=False)
    if len(characters) != LENGTH or not set(characters) <= set(ALPHABET):
        raise BadNumber(mistyped=True)
    if ALPHABET[_check(characters[:-1])] != characters[-1]:
        raise BadNumber(mistyped=True)
    return grouped(characters)


def numbers_in(words: str) -> Iterator[str]:
    """Every number that stands in a text with its hyphen, each once."""
    found: dict[str, None] = {}
    for shape in _SHAPE.findall(words):
        try:
            found[typed(shape)] = None
        except BadNumber:
            continue
    yield from found


def _check(body: str) -> int:
    """The sum of the characters in the field of 32 elements, each times a factor of its own.

    The factors are all different and none is 0 or that of the check character, which is 1. So one wrong
    character is always caught, and so are any two that have changed places.
    """
    total = 0
    for place, character in enumerate(body, 1):
        total ^= _times(_power(place), ALPHABET.index(character))
    return total


@cache
def _power(exponent: int) -> int:
    """The number 2, which stands for x, to a power in the field of 32 elements."""
    return 1 if exponent == 0 else _times(2, _power(exponent - 1))


def _times(a: int, b: int) -> int:
    """The product of two elements of the field."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a <<= 1
        a ^= _REDUCING if a & 32 else 0
        b >>= 1
    return product
