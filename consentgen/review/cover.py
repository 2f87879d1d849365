"""Which known passage covers which stretch of a text without them: a PDF, or the paragraphs of a foreign file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count, groupby
from typing import NamedTuple

from consentgen.model.reading import Kind, Passage
from consentgen.review.hashes import fold
from consentgen.review.matches import increasing
from consentgen.review.spread import FREE, Stretch, Tokens, spread
from consentgen.review.words import numbered, words

TELLING = 4
"""Tokens from which a passage is known by its words wherever they stand."""
MOVABLE = 6
"""Tokens from which it is also taken to have moved."""
TRIES = 20
"""Places of a word that are looked at for a passage."""
_MARK = re.compile(r"\W*|\d{1,2}[.)]")
"""What stands before an item of a list on a page."""


class Source(NamedTuple):
    """Where a stretch begins and ends in a text that is cut."""

    place: int
    """Of the passage it begins in."""
    start: int
    end: int


class _Cut(NamedTuple):
    passage: Passage
    owner: int
    source: Source


@dataclass(frozen=True, slots=True)
class Cover:
    """A text cut along known passages."""

    passages: tuple[Passage, ...]
    """The stretches, in order; together all words of the text."""
    owners: tuple[int, ...]
    """For each stretch the place of the known passage it belongs to, -1 for none."""
    sources: tuple[Source, ...]
    """Where each stretch was cut from."""


def covered(known: Sequence[Passage], text: Sequence[Passage], *, stream: bool) -> Cover:
    """`text` cut along the known passages; what belongs to none is cut into sentences.

    Args:
        known: Passages as they were written.
        text: The words of another text; its passages may hold several of the known ones, or parts of them.
        stream: Whether `text` has lost its paragraphs, so that a stretch may go on over the end of a passage.
    """
    held = [words(p.text) for p in text]
    keys = [*(words(p.text).keys for p in known), *(w.keys for w in held)]
    rows = numbered(*keys)
    own = rows[: len(known)]
    tokens = Tokens(
        [token for row in rows[len(known) :] for token in row],
        [place for place, w in enumerate(held) for _ in w.keys],
        dict(zip(chain.from_iterable(rows), chain.from_iterable(keys), strict=True)),
        stream,
    )
    kept = _exact(own, tokens)
    placed = set(tokens.owner)
    begin = start = 0
    for k, at in [*kept, (len(own), len(tokens.row))]:
        spread({n: own[n] for n in range(begin, k) if n not in placed}, tokens, Stretch(start, at))
        begin, start = k + 1, at + (len(own[k]) if k < len(own) else 0)
    spans = [span for w in held for span in w.spans]
    made = list(_cut(tokens, spans, known, text))
    return Cover(tuple(c.passage for c in made), tuple(c.owner for c in made), tuple(c.source for c in made))


def _exact(known: Sequence[Sequence[int]], tokens: Tokens) -> list[tuple[int, int]]:
    """Passages that stand in the text word by word, the longest first; those in order, each with its place."""
    places: dict[int, list[int]] = {}
    for n, token in enumerate(tokens.row):
        places.setdefault(token, []).append(n)
    found: dict[int, int] = {}
    for k in sorted(range(len(known)), key=lambda k: (-len(known[k]), k)):
        starts = _starts(known[k], tokens, places) if len(known[k]) >= TELLING else []
        if len(starts) == 1:
            found[k] = starts[0]
            tokens.give(k, range(starts[0], starts[0] + len(known[k])))
    order = sorted(found)
    stay = increasing([found[k] for k in order], [len(known[k]) for k in order])
    kept = [order[n] for n in stay]
    for k in set(order).difference(kept):
        if len(known[k]) < MOVABLE:
            tokens.give(FREE, range(found[k], found[k] + len(known[k])))
    return [(k, found[k]) for k in kept]


def _starts(row: Sequence[int], tokens: Tokens, places: dict[int, list[int]]) -> list[int]:
    """Where a row of tokens stands in the text and is nobody's yet."""
    rarest = min(range(len(row)), key=lambda n: len(places.get(row[n], ())))
    tried = places.get(row[rarest], [])
    starts = [at - rarest for at in tried if at >= rarest] if len(tried) <= TRIES else []
    return [
        at for at in starts if tokens.row[at : at + len(row)] == row and tokens.is_free(at, at + len(row))
    ]


def _cut(
    tokens: Tokens, spans: Sequence[tuple[int, int]], known: Sequence[Passage], text: Sequence[Passage]
) -> Iterator[_Cut]:
    """Each stretch as a passage, with its owner."""
    told = set(tokens.place)
    silent = [place for place in range(len(text)) if place not in told]
    for (_, owner), run in groupby(zip(_numbers(tokens), count(), strict=False), key=lambda at: at[0]):
        ns = [n for _, n in run]
        while silent and silent[0] < tokens.place[ns[0]]:
            yield _silent(text, silent.pop(0))
        parts = []
        for place, inside in groupby(ns, key=lambda n: tokens.place[n]):
            there = list(inside)
            parts.append(text[place].text[spans[there[0]][0] : spans[there[-1]][1]])
        whole = " ".join(parts)
        if not (tokens.stream and owner == FREE and _MARK.fullmatch(whole)):
            passage = text[tokens.place[ns[0]]]
            kind = known[owner].kind if tokens.stream and owner != FREE else passage.kind
            source = Source(tokens.place[ns[0]], spans[ns[0]][0], spans[ns[-1]][1])
            yield _Cut(part_of(passage, whole, kind), owner, source)
    yield from (_silent(text, place) for place in silent)


def _silent(text: Sequence[Passage], place: int) -> _Cut:
    """A passage without words."""
    return _Cut(text[place], FREE, Source(place, 0, len(text[place].text)))


def part_of(passage: Passage, words: str, kind: Kind) -> Passage:
    """Some words of a passage, with the links that stand on them."""
    if passage.text == words:
        return replace(passage, kind=kind)
    folded = fold(words)
    links = tuple(link for link in passage.links if fold(link.words) in folded)
    return replace(passage, text=words, kind=kind, links=links)


def _numbers(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """For each token the number of its stretch and whose it is."""
    number = 0
    for n, owner in enumerate(tokens.owner):
        if n and (
            owner != tokens.owner[n - 1]
            or (tokens.place[n] != tokens.place[n - 1] and not (tokens.stream and owner != FREE))
            or (owner == FREE and tokens.ends(n - 1))
        ):
            number += 1
        yield number, owner
