"""Which known passage covers which stretch of a text without them: a PDF, or the paragraphs of a foreign file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

from consentgen.model.reading import Link, Passage
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


@dataclass(frozen=True, slots=True)
class Cover:
    """A text cut along known passages."""

    passages: tuple[Passage, ...]
    """The stretches, in order; together all words of the text."""
    owners: tuple[int, ...]
    """For each stretch the place of the known passage it belongs to, -1 for none."""


def covered(known: Sequence[Passage], text: Sequence[Passage], *, stream: bool) -> Cover:
    """`text` cut along the known passages; what belongs to none is cut into sentences.

    Args:
        known: Passages as they were written.
        text: The words of another text; its passages may hold several of the known ones, or parts of them.
        stream: Whether `text` has lost its paragraphs, so that a stretch may go on over the end of a passage.
    """
    held = [words(p.text) for p in text]
    rows = numbered(*(words(p.text).keys for p in known), *(w.keys for w in held))
    own = rows[: len(known)]
    tokens = Tokens(
        [token for row in rows[len(known) :] for token in row],
        [place for place, w in enumerate(held) for _ in w.keys],
        [key for w in held for key in w.keys],
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
    return Cover(tuple(passage for passage, _ in made), tuple(owner for _, owner in made))


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
) -> Iterator[tuple[Passage, int]]:
    """Each stretch as a passage, with its owner."""
    told = set(tokens.place)
    silent = [place for place in range(len(text)) if place not in told]
    for (_, owner), run in groupby(zip(_numbers(tokens), count(), strict=False), key=lambda at: at[0]):
        ns = [n for _, n in run]
        while silent and silent[0] < tokens.place[ns[0]]:
            yield text[silent.pop(0)], FREE
        parts = []
        for place, inside in groupby(ns, key=lambda n: tokens.place[n]):
            there = list(inside)
            parts.append(text[place].text[spans[there[0]][0] : spans[there[-1]][1]])
        whole = " ".join(parts)
        if not (tokens.stream and owner == FREE and _MARK.fullmatch(whole)):
            passage = text[tokens.place[ns[0]]]
            kind = known[owner].kind if tokens.stream and owner != FREE else passage.kind
            yield replace(passage, text=whole, kind=kind, links=_links(passage, whole)), owner
    yield from ((text[place], FREE) for place in silent)


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


def _links(passage: Passage, text: str) -> tuple[Link, ...]:
    """The links that stand on words of a part of a passage."""
    if passage.text == text:
        return passage.links
    folded = fold(text)
    left = {words: folded.count(words) for words in (fold(link.words) for link in passage.links)}
    kept = []
    for link in passage.links:
        if left[fold(link.words)]:
            left[fold(link.words)] -= 1
            kept.append(link)
    return tuple(kept)
