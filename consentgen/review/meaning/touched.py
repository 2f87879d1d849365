"""The words of an edit that changed, each side as one text with its changed stretches."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from consentgen.model.reading import Passage
from consentgen.review.change import PieceKind
from consentgen.review.meaning.values import printed
from consentgen.review.meaning.view import View

_TOLD = {"number", "date", "phone", "email", "url", "term"}
"""Kinds of values whose change is told from data; the service's own words and names may say anything."""
MOST_CHARACTERS = 50_000
"""Of one side; whatever is longer is no passage but a file."""


@dataclass(frozen=True, slots=True)
class Touched:
    """One side of an edit."""

    text: str
    changed: tuple[tuple[int, int], ...]
    """Stretches that the other side does not have, from and up to, in order and apart."""

    def hits(self, pattern: re.Pattern[str]) -> Iterator[str]:
        """What a pattern finds that is not the same on the other side."""
        return (hit for _, hit in self.places(pattern))

    def places(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
        """The same, with the place of each."""
        for match in pattern.finditer(self.text):
            # The last stretch that begins before the match ends is the only one that can overlap it.
            near = bisect_left(self.changed, (match.end(), 0)) - 1
            if near >= 0 and self.changed[near][1] > match.start():
                yield match.start(), match[0]


def touched(view: View) -> tuple[Touched, Touched]:
    """The old and the new side; all their words where an edit has no pieces."""
    return (
        _side(view, PieceKind.OLD, view.edit.old),
        _side(view, PieceKind.NEW, view.edit.new),
    )


def _side(view: View, kind: PieceKind, passages: tuple[Passage, ...]) -> Touched:
    text, changed = "", []
    for piece in view.edit.pieces:
        if piece.kind is kind:
            changed.append((len(text), len(text) + len(piece.text)))
        if piece.kind in (kind, PieceKind.SAME):
            text += piece.text
    if not view.edit.pieces:
        text = " ".join(p.text for p in passages)
        changed = [(0, len(text))]
    text = text[:MOST_CHARACTERS]
    told = view.pair and len(passages) == 1 and text == passages[0].text
    english = (view.new.language if told else "").partition("-")[0] == "en"
    values = printed(passages[0]) if told else ()
    # The service writes in English; in a translation its words are none of the language's.
    hidden = [(value.start, value.end) for value in values if value.kind in _TOLD or not english]
    return Touched(text, tuple(_outside(changed, hidden)))


def _outside(stretches: list[tuple[int, int]], values: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of stretches that lie in no value."""
    for start, end in stretches:
        at = start
        for first, last in values:
            if first < end and last > at:
                if first > at:
                    yield at, first
                at = max(at, last)
        if at < end:
            yield at, end
