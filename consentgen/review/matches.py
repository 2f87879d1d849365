"""The parts two rows of tokens have in common, found in time that grows with their length."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

CELLS = 1 << 26
"""Old tokens times new tokens up to which the longest common row is found outright: 8 MiB of bits, about 20 ms."""
WINDOW = 4096
"""Tokens looked at together where nothing in a long stretch stands out; a longer shift is not seen there."""
ANCHORS = (4, 2, 1)
"""Tokens in a row which, standing once on either side, hold a long text in place; the surest first."""

Row = Sequence[int]


class Match(NamedTuple):
    """Tokens that both sides have: `size` of them from `old` and from `new`."""

    old: int
    new: int
    size: int


def matches(old: Row, new: Row) -> list[Match]:
    """What both rows have in common, in the order of both; matches that touch are one."""
    return list(_joined(_within(old, new, Match(0, 0, 0), ANCHORS)))


def increasing(numbers: Sequence[int], weights: Sequence[float] = ()) -> list[int]:
    """The places of the heaviest row of rising numbers: `[0, 2]` for `5, 1, 7`, each weighing 1 unless told."""
    ends: list[int] = []
    """Where rows end, rising, each heavier than those before it."""
    totals: list[float] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before.append(places[at - 1] if at else -1)
        total = (totals[at - 1] if at else 0) + (weights[place] if weights else 1)
        beaten = at
        while beaten < len(ends) and totals[beaten] <= total:
            beaten += 1
        if beaten > at or at == len(ends) or ends[at] > number:
            ends[at:beaten], totals[at:beaten], places[at:beaten] = [number], [total], [place]
    row = []
    place = places[-1] if places else -1
    while place >= 0:
        row.append(place)
        place = before[place]
    return row[::-1]


def _within(old: Row, new: Row, start: Match, anchors: tuple[int, ...]) -> Iterator[Match]:
    """The matches of two stretches; `start` is where they begin in the whole."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    yield Match(start.old, start.new, head)
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    inner = Match(start.old + head, start.new + head, 0)
    yield from _between(inner_old, inner_new, inner, anchors)
    yield Match(start.old + len(old) - tail, start.new + len(new) - tail, tail)


def _between(old: Row, new: Row, start: Match, anchors: tuple[int, ...]) -> Iterator[Match]:
    """The matches of two stretches that differ at both ends."""
    if not old or not new:
        return
    if len(old) * len(new) <= CELLS:
        yield from (Match(start.old + i, start.new + j, n) for i, j, n in _longest(old, new))
    elif anchors:
        held = _anchored(old, new, anchors[0])
        for (i, j), (next_i, next_j) in pairwise([(0, 0), *held, (len(old), len(new))]):
            place = Match(start.old + i, start.new + j, 0)
            yield from _within(old[i:next_i], new[j:next_j], place, anchors[1:])
    else:
        yield from (Match(start.old + i, start.new + j, n) for i, j, n in _windows(old, new))


def _common(old: Row, new: Row) -> int:
    """How many tokens both begin with."""
    return next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )


def _longest(old: Row, new: Row) -> Iterator[Match]:
    """The longest row of tokens in common, outright."""
    for block in Indel.opcodes(old, new).as_matching_blocks():
        yield Match(block.a, block.b, block.size)


def _anchored(old: Row, new: Row, size: int) -> list[tuple[int, int]]:
    """Where rows of `size` tokens begin that stand once on either side and in the same order."""
    there = _once(new, size)
    pairs = [(i, there[gram]) for gram, i in _once(old, size).items() if gram in there]
    return [pairs[place] for place in increasing([j for _, j in pairs])]


def _once(row: Row, size: int) -> dict[tuple[int, ...], int]:
    """Where each row of `size` tokens begins that occurs once, in order."""
    grams = list(zip(*(row[n:] for n in range(size)), strict=False))
    counts = Counter(grams)
    return {gram: place for place, gram in enumerate(grams) if counts[gram] == 1}


def _windows(old: Row, new: Row) -> Iterator[Match]:
    """Matches of a stretch in which nothing stands once: the first half of a window, then on from there."""
    i = j = 0
    while i < len(old) and j < len(new):
        found = list(_longest(old[i : i + WINDOW], new[j : j + WINDOW]))
        last = i + WINDOW >= len(old) and j + WINDOW >= len(new)
        kept = [m for m in found if m.size and (last or max(m.old, m.new) < WINDOW // 2)]
        yield from (Match(i + m.old, j + m.new, m.size) for m in kept)
        if last:
            return
        end = kept[-1] if kept else Match(WINDOW // 2, WINDOW // 2, 0)
        i, j = (at + max(to + end.size, WINDOW // 4) for at, to in ((i, end.old), (j, end.new)))


def _joined(found: Iterable[Match]) -> Iterator[Match]:
    """Matches that touch as one; empty ones left out."""
    held = Match(0, 0, 0)
    for match in found:
        if not match.size:
            continue
        if (held.old + held.size, held.new + held.size) == match[:2]:
            held = Match(held.old, held.new, held.size + match.size)
        else:
            if held.size:
                yield held
            held = match
    if held.size:
        yield held
