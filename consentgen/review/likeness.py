"""How alike two passages are: 0 for not at all, 1 for the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from rapidfuzz.distance import Indel, LCSseq

from consentgen.review.matches import CELLS

RARE = 12
"""Passages of one side that may hold a word for it to lead from one passage to another."""
HELD = 0.85
"""Share of its tokens that a part must have in common with the whole."""
TELLING = 5
"""Tokens from which a passage can be known as a part."""
NEAREST = 6
"""Passages looked at for each one, where there are many."""


class Likeness:
    """Likeness of passages, a word weighing more the fewer passages it stands in.

    Args:
        old: The tokens of each old passage as numbers.
        new: Of each new passage; the same number for the same token.
    """

    def __init__(self, old: Sequence[Sequence[int]], new: Sequence[Sequence[int]]) -> None:
        self.old, self.new = old, new
        spread = Counter(token for row in (*old, *new) for token in set(row))
        count = len(old) + len(new)
        self._weights = {token: log(1 + count / held) for token, held in spread.items()}

    def __call__(self, olds: Sequence[int], news: Sequence[int]) -> float:
        """Of old passages and new ones together: in between of the share of words and of words in order."""
        a = [token for i in olds for token in self.old[i]]
        b = [token for j in news for token in self.new[j]]
        shared = self._shared(self._count(self.old, olds), self._count(self.new, news))
        if not shared or len(a) * len(b) > CELLS >> 4:
            return shared
        return (shared + Indel.normalized_similarity(a, b)) / 2

    def holds(self, i: int, j: int) -> bool:
        """Whether nearly all of the shorter of an old and a new passage stands in the longer one, in its order."""
        a, b = self.old[i], self.new[j]
        short = min(len(a), len(b))
        if short < TELLING or len(a) * len(b) > CELLS >> 4:
            return False
        return bool(LCSseq.similarity(a, b) >= HELD * short)

    def _shared(self, a: Counter[int], b: Counter[int]) -> float:
        """The weight of the words in common, of the weight of all."""
        common = sum(self._weights[token] * n for token, n in (a & b).items())
        return 2 * common / (self._weight(a) + self._weight(b) or 1)

    @staticmethod
    def _count(rows: Sequence[Sequence[int]], places: Sequence[int]) -> Counter[int]:
        return Counter(token for place in places for token in rows[place])

    def _weight(self, counts: Counter[int]) -> float:
        return sum(self._weights[token] * n for token, n in counts.items())

    def nearest(self, olds: Iterable[int], news: Iterable[int]) -> dict[int, list[int]]:
        """For each of some old passages the new ones with which it has the most rare words in common."""
        holders: dict[int, list[int]] = {}
        for j in news:
            for token in set(self.new[j]):
                holders.setdefault(token, []).append(j)
        found: dict[int, list[int]] = {}
        for i in olds:
            votes: Counter[int] = Counter()
            for token in set(self.old[i]):
                held = holders.get(token, ())
                for j in held if len(held) <= RARE else ():
                    votes[j] += 1 + int(self._weights[token] * 1000)
            found[i] = [j for j, _ in votes.most_common(NEAREST)]
        return found
