"""How hard words are to read: sentences, their length, and a reading age.

Only for English. NHS content aims at a reading age of 9 to 11 and sentences of at most 20 words.
The NHS does not recommend reading formulas except to find what to look at first, so the age is a
hint, never proof of plain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

MAX_SENTENCE_WORDS = 20
"""Source: NHS digital service manual, content guide."""
MAX_READING_AGE = 11
"""Years. Source: the same."""
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z0-9“\"(])|(?<=:)\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon and a line's end close one too."""
    return [part for part in (piece.strip() for piece in _SENTENCE_END.split(text)) if _WORD.search(part)]


def words(sentence: str) -> list[str]:
    """The words of a sentence; a number is a word, an address is one."""
    return _WORD.findall(sentence)


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Syllables by rule: groups of vowels, less a silent ending; at least 1."""
    plain = word.lower().replace("’", "'")
    if plain.isdigit():
        return 1
    groups = len(_VOWELS.findall(plain))
    if re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouyscxz]es$", plain) and groups > 1:
        groups -= 1
    return max(groups, 1)


class Size(NamedTuple):
    """How much there is to read."""

    sentences: int
    words: int
    syllables: int


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[Size, tuple[int, str]]:
    """The size of one statement and its longest sentence; leaflets share most of their statements."""
    found = [(sentence, words(sentence)) for sentence in sentences(text)]
    spoken = sum(syllables(word) for _, counted in found for word in counted)
    longest = max(((len(counted), sentence) for sentence, counted in found), default=(0, ""))
    return Size(len(found), sum(len(counted) for _, counted in found), spoken), longest


def size(text: str) -> Size:
    """The size of one statement."""
    return _read(text)[0]


def longest_sentence(text: str) -> tuple[int, str]:
    """The number of words in the longest sentence, and that sentence; (0, "") without words."""
    return _read(text)[1]


def total(sizes: Iterable[Size]) -> Size:
    """The size of all together."""
    return Size(*map(sum, zip(Size(0, 0, 0), *sizes, strict=True)))


def reading_age(sizes: Iterable[Size]) -> float:
    """Years of age at which texts of these sizes can be read: Flesch-Kincaid grade plus 5.

    Args:
        sizes: of whole statements; empty ones do not count. At least one word in all.

    Source: Kincaid and others (1975), Derivation of new readability formulas, grade
        = 0.39 words/sentence + 11.8 syllables/word - 15.59.
    """
    found, counted, spoken = total(sizes)
    return 0.39 * counted / found + 11.8 * spoken / counted - 15.59 + 5
