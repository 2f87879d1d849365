"""Which passages of two texts belong together: by id where both have them, else by their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consentgen.model.reading import Kind, Passage, Reading
from consentgen.review.hashes import fold
from consentgen.review.likeness import Likeness
from consentgen.review.matches import increasing, matches
from consentgen.review.words import numbered, words

ALIKE = 0.35
"""Likeness from which passages in the same place belong together."""
ELSEWHERE = 0.55
"""Likeness from which passages in different places do."""
HELD = 0.5
"""Share of its words that must be in the other side's passage for one to be a part of it."""
SMALL = 400
"""Old passages times new ones up to which every pair is looked at."""
TABLE = (Kind.CELL, Kind.TOLD, Kind.LABEL, Kind.LEGEND)
"""Kinds whose place says which they are: the same short word stands in many."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Places of passages that belong together; one side is empty for what was added or removed."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    sure: float = 1.0


def aligned(old: Reading, new: Reading) -> list[Pair]:
    """Every passage of both texts in exactly one pair, in no order."""
    if old.identified and new.identified:
        return _by_id(old.passages, new.passages)
    return _Alike(old.passages, new.passages).pairs()


def _by_id(old: Sequence[Passage], new: Sequence[Passage]) -> list[Pair]:
    """By id; among passages of one id by their words, then by their order."""
    groups: dict[str, tuple[list[int], list[int]]] = {}
    for side, passages in enumerate((old, new)):
        for place, passage in enumerate(passages):
            groups.setdefault(passage.id, ([], []))[side].append(place)
    pairs: list[Pair] = []
    for name, (olds, news) in groups.items():
        if len(olds) == len(news) == 1:
            pairs.append(Pair((olds[0],), (news[0],)))
        elif not (olds and news):
            pairs += [*_alone(olds, ()), *_alone((), news)]
        else:
            pairs += _of_one_id(old, new, (olds, news), by_order=bool(name))
    return pairs


def _of_one_id(
    old: Sequence[Passage], new: Sequence[Passage], places: tuple[list[int], list[int]], *, by_order: bool
) -> list[Pair]:
    """Passages that share an id."""
    olds, news = places
    found = _Alike([old[i] for i in olds], [new[j] for j in news], splits=not by_order).pairs()
    pairs = [Pair(tuple(olds[i] for i in p.old), tuple(news[j] for j in p.new), p.sure) for p in found]
    if not by_order:
        return pairs
    whole = [Pair(p.old, p.new) for p in pairs if p.old and p.new]
    lost = sorted(i for p in pairs if not p.new for i in p.old)
    fresh = sorted(j for p in pairs if not p.old for j in p.new)
    count = min(len(lost), len(fresh))
    together = [Pair((i,), (j,)) for i, j in zip(lost, fresh, strict=False)]
    return [*whole, *together, *_alone(lost[count:], fresh[count:])]


def _alone(olds: Iterable[int], news: Iterable[int]) -> list[Pair]:
    return [*(Pair((i,), ()) for i in olds), *(Pair((), (j,)) for j in news)]


class _Alike:
    """Passages without ids."""

    def __init__(self, old: Sequence[Passage], new: Sequence[Passage], *, splits: bool = True) -> None:
        self.old, self.new, self.splits = old, new, splits
        rows = numbered(*(words(p.text).keys for p in (*old, *new)))
        self.likeness = Likeness(rows[: len(old)], rows[len(old) :])
        self.to_new: dict[int, int] = {}
        self.to_old: dict[int, int] = {}
        self.sure: dict[int, float] = {}

    def pairs(self) -> list[Pair]:
        """The very words first, then likeness in place, then elsewhere, then what stands alone in its place."""
        self._exact()
        self._in_place()
        self._elsewhere()
        self._left_in_place()
        together = self._parts() if self.splits else {}
        pairs = []
        for i, j in self.to_new.items():
            olds, news = together.get(i, ([i], [j]))
            pairs.append(Pair(tuple(olds), tuple(news), round(self.sure[i], 2)))
        held_old = {i for pair in pairs for i in pair.old}
        held_new = {j for pair in pairs for j in pair.new}
        lost = (i for i in range(len(self.old)) if i not in held_old)
        return [*pairs, *_alone(lost, (j for j in range(len(self.new)) if j not in held_new))]

    def _join(self, i: int, j: int, sure: float) -> None:
        self.to_new[i], self.to_old[j], self.sure[i] = j, i, sure

    def _exact(self) -> None:
        """The same words in the same order; then the same words elsewhere, if they stand once."""
        keys = numbered([fold(p.text) for p in self.old], [fold(p.text) for p in self.new])
        for match in matches(*keys):
            for n in range(match.size):
                self._join(match.old + n, match.new + n, 1.0)
        there: dict[int, list[int]] = {}
        for j in self._free_new():
            there.setdefault(keys[1][j], []).append(j)
        for i in self._free_old():
            places = there.get(keys[0][i])
            if places and self._tells_itself(i):
                self._join(i, places.pop(0), 1.0)

    def _tells_itself(self, i: int) -> bool:
        """Whether a passage is known by its words wherever it stands."""
        return self.old[i].kind not in TABLE or len(self.likeness.old[i]) > 3

    def _free_old(self) -> list[int]:
        return [i for i in range(len(self.old)) if i not in self.to_new]

    def _free_new(self) -> list[int]:
        return [j for j in range(len(self.new)) if j not in self.to_old]

    def _gaps(self) -> list[tuple[list[int], list[int]]]:
        """What is free on both sides, between pairs that kept their order."""
        held = sorted(self.to_new.items())
        kept = [held[place] for place in increasing([j for _, j in held])]
        ends = [(-1, -1), *kept, (len(self.old), len(self.new))]
        gaps = []
        for (i, j), (next_i, next_j) in pairwise(ends):
            olds = [n for n in range(i + 1, next_i) if n not in self.to_new]
            news = [n for n in range(j + 1, next_j) if n not in self.to_old]
            if olds and news:
                gaps.append((olds, news))
        return gaps

    def _in_place(self) -> None:
        """The likest pairs between two passages that are the same, in order."""
        for olds, news in self._gaps():
            near = self._near(olds, news)
            pairs = [(i, j, s) for i in olds for j in near[i] if (s := self._like(i, j)) >= ALIKE]
            pairs.sort(key=lambda pair: (pair[0], -pair[1]))
            row = increasing([j for _, j, _ in pairs], [s for _, _, s in pairs])
            for place in row:
                self._join(*pairs[place])

    def _near(self, olds: list[int], news: list[int]) -> dict[int, list[int]]:
        if len(olds) * len(news) <= SMALL:
            return dict.fromkeys(olds, news)
        return self.likeness.nearest(olds, news)

    def _like(self, i: int, j: int) -> float:
        """Likeness; a heading is not lightly taken for a paragraph."""
        same = self.old[i].kind == self.new[j].kind
        return self.likeness(i, j) * (1 if same else 0.8)

    def _elsewhere(self) -> None:
        """What was moved and reworded: the likest first."""
        olds, news = self._free_old(), self._free_new()
        near = self._near(olds, news)
        pairs = [(i, j, s) for i in olds for j in near[i] if (s := self._like(i, j)) >= ELSEWHERE]
        for i, j, sure in sorted(pairs, key=lambda pair: (-pair[2], pair[:2])):
            if i not in self.to_new and j not in self.to_old and self._tells_itself(i):
                self._join(i, j, sure)

    def _left_in_place(self) -> None:
        """Alone between two neighbours that belong together: one was put in the other's place."""
        for olds, news in self._gaps():
            if len(olds) == len(news) and all(
                self.old[i].kind == self.new[j].kind for i, j in zip(olds, news, strict=True)
            ):
                kinds = {self.old[i].kind for i in olds}
                if len(olds) == 1 or kinds <= set(TABLE):
                    for i, j in zip(olds, news, strict=True):
                        self._join(i, j, self.likeness(i, j))

    def _parts(self) -> dict[int, tuple[list[int], list[int]]]:
        """For each pair that a neighbour without a pair is part of: all old and all new places."""
        return {}
