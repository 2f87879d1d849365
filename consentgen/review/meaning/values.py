"""The values that stand in a passage, found by its pattern: which words they are, and where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from consentgen.model.reading import Passage
from consentgen.model.values import Fact

_MARK = re.compile(r"\{(words|name|term|phone|email|url|number|date)\}")
_DIGITS = re.compile(r"\d+(?:[ .,\u00a0\u066b\u066c\u202f]\d{3}(?!\d))*")


class Printed(NamedTuple):
    """A value as its reader sees it."""

    kind: str
    """`number`, `date`, `phone` and so on."""
    text: str
    start: int
    end: int


def printed(passage: Passage) -> tuple[Printed, ...]:
    """The values in a passage in the order of its words; none where the pattern does not fit them."""
    literals = _MARK.split(passage.pattern)[::2]
    kinds = _MARK.findall(passage.pattern)
    text, at = passage.text, len(literals[0])
    if not text.startswith(literals[0]):
        return ()
    found = []
    for kind, after, left in zip(kinds, literals[1:], range(len(kinds), 0, -1), strict=True):
        # A value has at least one character; the last literal closes the passage.
        end = len(text) - len(after) if left == 1 else text.find(after, at + 1) if after else at + 1
        if end <= at or not text.startswith(after, end):
            return ()
        found.append(Printed(kind, text[at:end], at, end))
        at = end + len(after)
    return tuple(found)


def in_words(fact: Fact, passage: Passage, other: Passage) -> Printed:
    """A fact as it stands in a passage; as plain words where that cannot be told.

    Args:
        fact: one of the passage's.
        passage: where it stands.
        other: the passage it is compared with; what both print is not what changed.
    """
    values = printed(passage)
    there = {value.text for value in printed(other)}
    fresh = [value for value in values if value.text not in there]
    for few in (
        [value for value in values if _carries(value, fact)],
        fresh,
        values if len(values) == len(passage.facts) else (),
    ):
        if len(set(few)) == 1:
            return few[0]
    number = isinstance(fact, int | float | list)
    return Printed("number" if number else "", _plain(fact), 0, 0)


def _carries(value: Printed, fact: Fact) -> bool:
    if isinstance(fact, str):
        return value.text.casefold() == fact.casefold()
    wanted = fact if isinstance(fact, list) else [fact]
    return value.kind == "number" and list(numbers(value.text)) == [str(n) for n in wanted]


def numbers(text: str) -> Iterator[str]:
    """The numbers of a text in ASCII digits, without what groups their thousands."""
    for match in _DIGITS.finditer(text):
        yield "".join(str(unicodedata.decimal(c)) for c in match[0] if c.isdecimal())


def _plain(fact: Fact) -> str:
    return " / ".join(map(str, fact)) if isinstance(fact, list) else str(fact)
