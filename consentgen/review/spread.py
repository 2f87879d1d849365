"""A stretch of words given to those known passages it is likest, in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from typing import NamedTuple

from consentgen.review.matches import matches
from consentgen.review.slide import slid

COVERED = 0.4
"""Share of a passage's tokens that a stretch must hold to be its own."""
DENSE = 0.35
"""Share of a stretch's tokens that must be the passage's."""
SHORT = 2
"""Tokens up to which a passage must stand there whole."""
SLACK = 8
"""Tokens that may be added at an end of a passage, besides twice as many as it lost there."""
ROUNDS = 4
"""How often passages that hold too little are left out and the rest is tried again."""
FREE = -1
_ENDS = frozenset(".!?…。！？؟")
_CLOSING = frozenset(".,;:!?…)]”’\"'»。，；：！？、）؟،؛")


class Stretch(NamedTuple):
    """Tokens from `start` to before `end`."""

    start: int
    end: int


@dataclass(slots=True)
class Tokens:
    """The tokens of a whole text, and whose they are."""

    row: Sequence[int]
    place: Sequence[int]
    """For each token the place of its passage."""
    names: Mapping[int, str]
    """What each token is, in this text and in the passages it is cut along."""
    stream: bool
    owner: list[int] = field(init=False)
    """For each token the known passage it belongs to."""

    def __post_init__(self) -> None:
        self.owner = [FREE] * len(self.row)

    def give(self, owner: int, tokens: Sequence[int]) -> None:
        """Make tokens a passage's own."""
        for n in tokens:
            self.owner[n] = owner

    def is_free(self, start: int, end: int) -> bool:
        """Whether a stretch belongs to nobody and can belong to one passage."""
        together = self.stream or self.place[start] == self.place[end - 1]
        return together and all(owner == FREE for owner in self.owner[start:end])

    def ends(self, n: int) -> bool:
        """Whether a sentence ends with a token."""
        return self.names[self.row[n]][-1:] in _ENDS

    def parted(self, before: int, after: int) -> bool:
        """Whether two tokens that follow each other among the free ones cannot be of one passage."""
        return after != before + 1 or not (self.stream or self.place[before] == self.place[after])


def spread(known: Mapping[int, Sequence[int]], tokens: Tokens, stretch: Stretch) -> None:
    """Give the free tokens of a stretch to the passages that it holds enough of."""
    free = [n for n in range(*stretch) if tokens.owner[n] == FREE]
    wanted, spans = dict(known), {}
    for _ in range(ROUNDS if free else 0):
        spans = _spans(wanted, tokens, free)
        covered = {k: row for k, row in wanted.items() if _is_covered(row, spans.get(k, []))}
        done = len(covered) == len(wanted)
        wanted = covered
        if done:
            break
    if free:
        _fill(wanted, tokens, free, spans)


class _Hit(NamedTuple):
    """A token of a known passage and where it stands among the free ones."""

    number: int
    at: int


def _spans(known: Mapping[int, Sequence[int]], tokens: Tokens, free: Sequence[int]) -> dict[int, list[_Hit]]:
    """For each known passage its tokens that stand there, in order."""
    owners = [(k, n) for k, row in known.items() for n in range(len(row))]
    old, new = [token for row in known.values() for token in row], [tokens.row[n] for n in free]
    names = [[tokens.names[token] for token in row] for row in (old, new)]
    found: dict[int, list[_Hit]] = {}
    for match in slid(matches(old, new), names[0], names[1]):
        for n in range(match.size):
            k, number = owners[match.old + n]
            found.setdefault(k, []).append(_Hit(number, match.new + n))
    return found


def _is_covered(row: Sequence[int], hits: Sequence[_Hit]) -> bool:
    if not hits:
        return False
    length = hits[-1].at - hits[0].at + 1
    if len(row) <= SHORT:
        return len(hits) == len(row) == length
    return len(hits) >= COVERED * len(row) and len(hits) >= DENSE * length


def _fill(
    known: Mapping[int, Sequence[int]],
    tokens: Tokens,
    free: Sequence[int],
    spans: Mapping[int, Sequence[_Hit]],
) -> None:
    """Give each passage all from its first token to its last, and what was put in at its ends."""
    ends = []
    for k, row in known.items():
        hits = spans[k]
        tokens.give(k, free[hits[0].at : hits[-1].at + 1])
        ends.append((k, hits, hits[0].number, len(row) - 1 - hits[-1].number))
    border = [(FREE, [_Hit(0, -1)], 0, 0), *ends, (FREE, [_Hit(0, len(free))], 0, 0)]
    for (left, left_hits, _, lost), (right, right_hits, missing, _) in pairwise(border):
        between = Stretch(left_hits[-1].at + 1, right_hits[0].at)
        head, tail = _shares(
            tokens, free, between, lost if left != FREE else 0, missing if right != FREE else 0
        )
        tokens.give(left, free[between.start : between.start + head] if left != FREE else ())
        tokens.give(right, free[between.end - tail : between.end])


def _shares(
    tokens: Tokens, free: Sequence[int], between: Stretch, lost: int, missing: int
) -> tuple[int, int]:
    """How many tokens of a stretch belong to the passage before it and to the one after it.

    The one before has `lost` tokens more at its end than were found, the one after `missing` at its beginning.
    """
    size = between.end - between.start
    soft, hard = _cuts(tokens, free, between)
    if not (lost or missing):
        return _closing(tokens, free, between) if 0 not in hard else 0, 0
    head = min((cut for cut in (*soft, *hard) if cut or cut in hard), default=size) if lost else 0
    tail = (
        size - max((cut for cut in (*soft, *hard) if cut < size or cut in hard), default=0) if missing else 0
    )
    head = head if head <= 2 * lost + SLACK else 0
    tail = tail if tail <= 2 * missing + SLACK else 0
    if head + tail <= size:
        return head, tail
    if soft or hard:
        return (head, 0) if lost >= missing else (0, tail)
    head = round(size * lost / (lost + missing))
    return head, size - head


def _closing(tokens: Tokens, free: Sequence[int], between: Stretch) -> int:
    """How many marks a stretch begins with that close what stands before it."""
    keys = (tokens.names[tokens.row[n]] for n in free[between.start : between.end])
    return sum(1 for _ in takewhile(_CLOSING.issuperset, keys))


def _cuts(tokens: Tokens, free: Sequence[int], between: Stretch) -> tuple[set[int], set[int]]:
    """Where in a stretch sentences begin, and where passages do; 0 is its beginning."""
    soft, hard = set(), set()
    for at in range(between.start, between.end + 1):
        if not at or at == len(free):
            continue
        if tokens.parted(free[at - 1], free[at]):
            hard.add(at - between.start)
        elif tokens.ends(free[at - 1]):
            soft.add(at - between.start)
    return soft, hard
