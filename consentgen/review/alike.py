"""Passages without ids that belong together: the very words first, then likeness in place, then elsewhere."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from consentgen.model.reading import Kind, Passage
from consentgen.review.hashes import fold
from consentgen.review.likeness import Likeness
from consentgen.review.matches import increasing, matches
from consentgen.review.parts import with_parts
from consentgen.review.words import numbered, words

ALIKE = 0.35
"""Likeness from which passages in the same place belong together."""
ELSEWHERE = 0.55
"""Likeness from which passages in different places do."""
CLEAR = 0.15
"""How much likelier it must be than any other, where likeness is less."""
HARDLY = 0.1
"""Likeness from which passages belong together that have the same neighbours."""
PASSAGE = 20
"""Characters that a passage counts for, besides its own, where it is asked which ones kept their place."""
ROW = 12
"""Cells of a row of a table that are looked at together."""
TRIES = 8
"""Places of the same words that are looked at for one passage."""
SMALL = 400
"""Old passages times new ones up to which every pair is looked at."""
FAMILIES = {
    Kind.TITLE: "heading",
    Kind.HEADING: "heading",
    Kind.ITEM: "list",
    Kind.LEGEND: "list",
    Kind.CELL: "table",
    Kind.LABEL: "table",
    Kind.TOLD: "table",
}
"""Kinds that files tell apart and readers hardly do."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Places of passages that belong together; one side is empty for what was added or removed."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    sure: float = 1.0


def alike(
    old: Sequence[Passage], new: Sequence[Passage], held: Mapping[int, Sequence[int]] | None = None
) -> list[Pair]:
    """Every passage of both sides in exactly one pair.

    Args:
        old: Passages of one text.
        new: Of the other.
        held: What is known already: for places of old passages the places of new ones.
    """
    return _Alike(old, new, held).pairs()


def alone(olds: Iterable[int], news: Iterable[int]) -> list[Pair]:
    """Passages of which each has nothing on the other side."""
    return [*(Pair((i,), ()) for i in olds), *(Pair((), (j,)) for j in news)]


def family(kind: Kind) -> str:
    """What a passage is, as far as every file format tells."""
    return FAMILIES.get(kind, "text")


class _Alike:
    """Passages without ids."""

    def __init__(
        self, old: Sequence[Passage], new: Sequence[Passage], held: Mapping[int, Sequence[int]] | None
    ) -> None:
        self.old, self.new, self.held = old, new, held or {}
        self.least = 0.0 if held is None else 2 * HARDLY
        """Likeness without which nothing belongs together: a statement of ours is rather missing than replaced."""
        rows = numbered(*(words(p.text).keys for p in (*old, *new)))
        self.likeness = Likeness(rows[: len(old)], rows[len(old) :])
        self.to_new = {i: js[0] for i, js in self.held.items()}
        self.taken = {j for js in self.held.values() for j in js}
        """New passages that have a pair."""

    def pairs(self) -> list[Pair]:
        """The very words first, then likeness in place, then elsewhere, then what stands alone in its place."""
        self._exact()
        self._in_place()
        self._elsewhere()
        self._left_in_place()
        pairs = {i: self.held.get(i, [j]) for i, j in self.to_new.items()}
        groups = with_parts(pairs, self.likeness.old, self.likeness.new, self._may_join)
        held_old = {i for olds, _ in groups for i in olds}
        held_new = {j for _, news in groups for j in news}
        lost = (i for i in range(len(self.old)) if i not in held_old)
        fresh = (j for j in range(len(self.new)) if j not in held_new)
        return [*(self._pair(*group) for group in groups), *alone(lost, fresh)]

    def _pair(self, olds: Sequence[int], news: Sequence[int]) -> Pair:
        same = self._text(self.old, olds) == self._text(self.new, news)
        sure = 1.0 if same else round(min(self.likeness(olds, news), 0.99), 2)
        return Pair(tuple(olds), tuple(news), sure)

    @staticmethod
    def _text(passages: Sequence[Passage], places: Iterable[int]) -> str:
        return fold(" ".join(passages[place].text for place in places))

    def _join(self, i: int, j: int) -> None:
        self.to_new[i] = j
        self.taken.add(j)

    def _exact(self) -> None:
        """The same words: first what stands once on both sides, then what stands between, then what was moved."""
        rows = numbered([fold(p.text) for p in self.old], [fold(p.text) for p in self.new])
        once_old, once_new = map(_once, rows)
        both = [(i, once_new[key]) for key, i in once_old.items() if key in once_new]
        pairs = [(i, j) for i, j in both if i not in self.to_new and j not in self.taken]
        for place in increasing([j for _, j in pairs], [PASSAGE + len(self.old[i].text) for i, _ in pairs]):
            self._join(*pairs[place])
        for olds, news in self._gaps():
            if len(olds) == len(news) and self._all_cells(olds):
                continue
            for match in matches([rows[0][i] for i in olds], [rows[1][j] for j in news]):
                for n in range(match.size):
                    self._join(olds[match.old + n], news[match.new + n])
        self._exact_elsewhere(*rows)

    def _exact_elsewhere(self, was: Sequence[int], now: Sequence[int]) -> None:
        """The same words in another place: a passage that tells itself, or a row of cells."""
        there: dict[int, deque[int]] = {}
        for j in self._free_new(range(len(self.new))):
            there.setdefault(now[j], deque()).append(j)
        for i in self._free_old(range(len(self.old))):
            places = there.get(was[i], deque())
            while places and places[0] in self.taken:
                places.popleft()
            for j in list(islice(places, TRIES)) if i not in self.to_new else ():
                size = self._run(was[i : i + ROW], now[j : j + ROW], (i, j))
                if size > 1 or (size and self._tells_itself(i)):
                    for n in range(size):
                        self._join(i + n, j + n)
                    break

    def _run(self, was: Sequence[int], now: Sequence[int], start: tuple[int, int]) -> int:
        """How many passages from two places on are the same and have no pair; of cells at most one row."""
        i, j = start
        most = ROW if self._all_cells([i]) else 1
        both = zip(was[:most], now[:most], range(most), strict=False)
        free = (a == b and i + n not in self.to_new and j + n not in self.taken for a, b, n in both)
        return sum(takewhile(bool, free))

    def _tells_itself(self, i: int) -> bool:
        """Whether a passage is known by its words wherever it stands; the same short word fills many cells."""
        return family(self.old[i].kind) != "table" or len(self.likeness.old[i]) > 3

    def _free_old(self, places: Iterable[int]) -> list[int]:
        return [i for i in places if i not in self.to_new]

    def _free_new(self, places: Iterable[int]) -> list[int]:
        return [j for j in places if j not in self.taken]

    def _gaps(self) -> list[tuple[list[int], list[int]]]:
        """What is free on both sides, between pairs that kept their order."""
        held = sorted(self.to_new.items())
        kept = [held[place] for place in increasing([j for _, j in held])]
        ends = [(-1, -1), *kept, (len(self.old), len(self.new))]
        between = (
            (self._free_old(range(i + 1, next_i)), self._free_new(range(j + 1, next_j)))
            for (i, j), (next_i, next_j) in pairwise(ends)
        )
        return [(olds, news) for olds, news in between if olds and news]

    def _in_place(self) -> None:
        """The likest pairs between two passages that belong together, in order."""
        for olds, news in self._gaps():
            pairs = sorted(self._likely(olds, news, ALIKE), key=lambda pair: (pair[0], -pair[1]))
            for place in increasing([j for _, j, _ in pairs], [like for *_, like in pairs]):
                self._join(*pairs[place][:2])

    def _elsewhere(self) -> None:
        """What was moved and reworded: the likest first, and nothing that is as like to another."""
        olds = [i for i in self._free_old(range(len(self.old))) if self._tells_itself(i)]
        pairs = self._likely(olds, self._free_new(range(len(self.new))), ALIKE)
        best: dict[tuple[int, int], list[float]] = {}
        for i, j, like in pairs:
            best.setdefault((0, i), []).append(like)
            best.setdefault((1, j), []).append(like)
        for i, j, like in sorted(pairs, key=lambda pair: (-pair[2], pair[:2])):
            if i in self.to_new or j in self.taken:
                continue
            others = [*sorted(best[0, i])[:-1], *sorted(best[1, j])[:-1], 0.0]
            if like >= ELSEWHERE or like >= max(others) + CLEAR:
                self._join(i, j)

    def _likely(self, olds: list[int], news: list[int], least: float) -> list[tuple[int, int, float]]:
        """Pairs with their likeness, where it is enough; a heading is not lightly taken for a paragraph."""
        small = len(olds) * len(news) <= SMALL
        near = dict.fromkeys(olds, news) if small else self.likeness.nearest(olds, news)
        found = []
        for i in olds:
            for j in near[i]:
                same = family(self.old[i].kind) == family(self.new[j].kind)
                like = self.likeness([i], [j]) * (1 if same else 0.8)
                if like < least and least == ALIKE and self._may_join(i, j) and self.likeness.holds(i, j):
                    like = least
                if like >= least:
                    found.append((i, j, like))
        return found

    def _left_in_place(self) -> None:
        """Of one kind as many on both sides between neighbours that belong together: one was put for the other."""
        for olds, news in self._gaps():
            for kind in dict.fromkeys(family(self.old[i].kind) for i in olds):
                lost = [i for i in olds if family(self.old[i].kind) == kind]
                fresh = [j for j in news if family(self.new[j].kind) == kind]
                least = self.least if len(lost) == 1 or kind == "table" else max(self.least, HARDLY)
                for i, j in zip(lost, fresh, strict=True) if len(lost) == len(fresh) else ():
                    if self.likeness([i], [j]) >= least:
                        self._join(i, j)

    def _all_cells(self, olds: Iterable[int]) -> bool:
        return all(family(self.old[i].kind) == "table" for i in olds)

    def _may_join(self, i: int, j: int) -> bool:
        """Whether two passages may be one text: a list may become a paragraph, a heading or a table not."""
        kinds = {family(self.old[i].kind), family(self.new[j].kind)}
        return len(kinds) == 1 or kinds == {"list", "text"}


def _once(row: Sequence[int]) -> dict[int, int]:
    """The places of the keys that stand once."""
    counts = Counter(row)
    return {key: place for place, key in enumerate(row) if counts[key] == 1}
