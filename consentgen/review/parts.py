"""Passages that were split or merged: a neighbour without a pair that holds what is left of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from consentgen.review.matches import CELLS

HELD = 0.5
"""Share of its tokens that must be found in what is left of the other side's passage."""

Row = Sequence[int]
Group = tuple[list[int], list[int]]
"""Old and new places."""


def with_parts(
    pairs: Mapping[int, Sequence[int]],
    old: Sequence[Row],
    new: Sequence[Row],
    may: Callable[[int, int], bool],
) -> list[Group]:
    """The pairs, each with the neighbours that are parts of it.

    Args:
        pairs: For places of old passages their new ones.
        old: The tokens of each old passage.
        new: Of each new one.
        may: Whether an old and a new passage are of kinds that can be one text.
    """
    groups: list[Group] = [([i], list(js)) for i, js in pairs.items()]
    fresh = set(range(len(new))) - {j for _, js in groups for j in js}
    _grow([group for group in groups if len(group[0]) == 1], fresh, (old, new), may)
    lost = set(range(len(old))) - set(pairs)
    turned = [(js, olds) for olds, js in groups if len(js) == 1]
    _grow(turned, lost, (new, old), lambda j, i: may(i, j))
    return groups


def _grow(
    groups: Iterable[Group],
    free: set[int],
    rows: tuple[Sequence[Row], Sequence[Row]],
    may: Callable[[int, int], bool],
) -> None:
    """Let the second side of groups take in free neighbours, first those after it, then those before."""
    by_last = {places[-1]: (whole, places) for whole, places in groups}
    for step, order in ((-1, sorted(free)), (1, sorted(free, reverse=True))):
        for place in order:
            group = by_last.get(place + step)
            if group is None or place not in free or not may(group[0][0], place):
                continue
            whole, places = group
            together = [*places, place] if step < 0 else [place, *places]
            if _is_part(
                rows[0][whole[0]],
                [rows[1][n] for n in places],
                [rows[1][n] for n in together],
                rows[1][place],
            ):
                places[:] = together
                free.discard(place)
                by_last[place] = group
        by_last = {places[0]: (whole, places) for whole, places in groups}


def _is_part(whole: Row, without: Sequence[Row], together: Sequence[Row], part: Row) -> bool:
    """Whether enough of `part` stands in what the other passages of the group leave of `whole`."""
    rows = [[token for row in side for token in row] for side in (without, together)]
    if not part or len(whole) * len(rows[1]) > CELLS:
        return False
    gain = LCSseq.similarity(whole, rows[1]) - LCSseq.similarity(whole, rows[0])
    return bool(gain >= HELD * len(part))
