"""The words of two texts, side by side: what both have, what only the old has, what only the new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

import regex

from consentgen.review.change import Piece, PieceKind
from consentgen.review.hashes import fold
from consentgen.review.matches import Match, matches
from consentgen.review.slide import slid

SHORT = 4000
"""Characters of both sides up to which what was found is kept."""
_TOKEN = regex.compile(
    r"""
    (?P<blank> [\s\u00ad\u200b\u2060\ufeff]+ )
    | (?:https?://|www\.) [^\s<>"]* [\p{L}\p{N}/]       # an address is read as one
    | [A-Za-z0-9._+\-]{1,64}+ @ [A-Za-z0-9] [A-Za-z0-9.\-]{0,250} [A-Za-z0-9]
    | \b \p{Nd}+ (?: [\-\u2010-\u2015\u2212:/] \p{Nd}+ )+ \b   # a range, a time, a date
    | [\p{Han}\p{Hiragana}\p{Katakana}] \p{M}*
    | \.\.\.
    | .+? \b                                            # UAX #29
    """,
    regex.VERBOSE | regex.WORD | regex.DOTALL | regex.V1,
)
_HEAD = re.compile("[\\s\u00ad\u200b\u2060\ufeff]*")
_PLAIN = re.compile(r"[A-Za-z0-9]*")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as the row of tokens that is compared: words, numbers and marks, without the spaces between."""

    text: str
    spans: tuple[tuple[int, int], ...]
    """Where each token stands in the text."""
    keys: tuple[str, ...]
    """Each token, folded."""


class _Part(NamedTuple):
    """A stretch of both texts."""

    kind: PieceKind
    old: str
    new: str


def words(text: str) -> Words:
    """The tokens of a text by UAX #29; ranges and addresses are one, and so is each Han or Kana character."""
    spans = tuple(match.span() for match in _TOKEN.finditer(text) if match.lastgroup != "blank")
    return Words(text, spans, tuple(_key(text[start:end]) for start, end in spans))


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The words of both texts in order.

    Quotes, dashes and spaces are folded for comparing; what is the same is shown as the new text has it.
    """
    return _kept(old, new) if len(old) + len(new) <= SHORT else _found(old, new)


def _found(old: str, new: str) -> tuple[Piece, ...]:
    if fold(old) == fold(new):
        parts: Iterable[_Part] = [_Part(PieceKind.SAME, old, new)]
    else:
        parts = _parts(words(old), words(new))
    return tuple(_pieces(parts))


_kept = lru_cache(maxsize=1 << 12)(_found)
"""One edit of a template comes again in every leaflet."""


def numbered(*rows: Sequence[str]) -> list[list[int]]:
    """Rows of keys as rows of numbers, the same number for the same key."""
    numbers: dict[str, int] = {}
    return [[numbers.setdefault(key, len(numbers)) for key in row] for row in rows]


def _key(token: str) -> str:
    return token if _PLAIN.fullmatch(token) else fold(token)


def _parts(old: Words, new: Words) -> Iterator[_Part]:
    """What is the same and what is not, in order; together all of both texts."""
    old_row, new_row = numbered(old.keys, new.keys)
    i = j = 0
    for run in slid(matches(old_row, new_row), old.keys, new.keys):
        yield from _changed(old.text[i : old.spans[run.old][0]], new.text[j : new.spans[run.new][0]])
        yield from _run(old, new, run)
        i, j = old.spans[run.old + run.size - 1][1], new.spans[run.new + run.size - 1][1]
    yield from _changed(old.text[i:], new.text[j:])


def _run(old: Words, new: Words, run: Match) -> Iterator[_Part]:
    """Tokens that are the same in a row, with the spaces between."""
    spans = list(
        zip(
            old.spans[run.old : run.old + run.size],
            new.spans[run.new : run.new + run.size],
            strict=True,
        )
    )
    (i, _), (j, _) = spans[0]
    (_, end_i), (_, end_j) = spans[-1]
    if old.text[i:end_i] == new.text[j:end_j]:
        yield _Part(PieceKind.SAME, old.text[i:end_i], new.text[j:end_j])
        return
    for (was, now), (next_was, next_now) in pairwise([*spans, ((end_i, 0), (end_j, 0))]):
        yield _Part(PieceKind.SAME, old.text[slice(*was)], new.text[slice(*now)])
        yield from _changed(old.text[was[1] : next_was[0]], new.text[now[1] : next_now[0]])


def _changed(old: str, new: str) -> Iterator[_Part]:
    """What stands between words that are the same; spaces that both have around it are the same too."""
    head_old, head_new = _blank(old), _blank(new)
    if _spaced(head_old) == _spaced(head_new):
        yield _Part(PieceKind.SAME, head_old, head_new)
        old, new = old[len(head_old) :], new[len(head_new) :]
    tail_old, tail_new = _blank(old[::-1])[::-1], _blank(new[::-1])[::-1]
    together = _spaced(tail_old) == _spaced(tail_new)
    if together:
        old, new = old[: len(old) - len(tail_old)], new[: len(new) - len(tail_new)]
    yield _Part(PieceKind.OLD, old, "")
    yield _Part(PieceKind.NEW, "", new)
    if together:
        yield _Part(PieceKind.SAME, tail_old, tail_new)


def _blank(text: str) -> str:
    """The spaces it begins with, and what cannot be seen."""
    found = _HEAD.match(text)
    return found[0] if found else ""


def _spaced(blank: str) -> bool:
    return any(map(str.isspace, blank))


def _pieces(parts: Iterable[_Part]) -> Iterator[Piece]:
    """The parts as they are shown, neighbours of one kind together."""
    for kind, row in groupby(_whole(parts), key=lambda part: part.kind):
        held = list(row)
        old, new = "".join(part.old for part in held), "".join(part.new for part in held)
        if kind is PieceKind.SAME:
            yield Piece(kind, new, old if old != new else "")
        else:
            yield Piece(kind, old + new)


def _whole(parts: Iterable[_Part]) -> Iterator[_Part]:
    """The parts that hold something; what cannot be seen and stands alone on one side belongs to that side."""
    told = (part for part in parts if part.old or part.new)
    for kind, row in groupby(told, key=lambda part: part.kind):
        held = list(row)
        old, new = any(part.old for part in held), any(part.new for part in held)
        if kind is PieceKind.SAME and not (old and new):
            own = PieceKind.OLD if old else PieceKind.NEW
            held = [part._replace(kind=own) for part in held]
        yield from held
