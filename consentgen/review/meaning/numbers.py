"""Numbers as hints: digits, number words and units."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from consentgen.review.change import Meaning
from consentgen.review.meaning.hints import Words, changed, difference
from consentgen.review.meaning.lists import languages, word_lists
from consentgen.review.meaning.touched import Touched

_DIGITS = re.compile(r"\d+(?:[.,٫٬]\d+)*(?:\s?[%٪％])?")
_GROUPED = re.compile(r"\d{1,3}(?:[,٬]\d{3})+")


def number(words: Words) -> Iterator[Meaning]:
    """Other numbers, in digits or in words, another order of them, or other units."""
    old, new = (_numbers(side, words.language) for side in (words.old, words.new))
    if [meant for meant, _ in old] == [meant for meant, _ in new]:
        return
    if Counter(meant for meant, _ in old) == Counter(meant for meant, _ in new):
        yield from changed("number", (hit for _, hit in old), (hit for _, hit in new), languages("number"))
    else:
        yield from difference("number", old, new, languages("number"))


def _numbers(side: Touched, language: str) -> list[tuple[str, str]]:
    """Numbers and units in their order: what each means, and how it is written."""
    known = word_lists("number").get(language)
    found: list[tuple[int, str, str]] = []
    patterns = {"": _DIGITS, **(known.words if known else {})}
    for meant, pattern in patterns.items():
        for at, hit in side.places(pattern):
            found.append((at, meant or _digits(hit), hit))
    return [(meant, hit) for _, meant, hit in sorted(found)]


def _digits(text: str) -> str:
    """A number in ASCII digits, its thousands not grouped; a percent sign stays."""
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    plain = plain.replace("٪", "%").replace("％", "%").replace(" ", "")
    grouped = _GROUPED.fullmatch(plain.rstrip("%"))
    return plain.replace(",", "").replace("٬", "") if grouped else plain
