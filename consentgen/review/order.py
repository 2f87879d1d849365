"""In which order edits stand, and which passages left their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from consentgen.model.reading import Passage
from consentgen.review.alike import Pair, family
from consentgen.review.change import EditKind
from consentgen.review.matches import increasing

Moves = Mapping[int, EditKind]
"""For the first new place of a pair that left its place whether it was moved, or reordered among its neighbours."""


def moves(pairs: Sequence[Pair], old: Sequence[Passage], new: Sequence[Passage]) -> Moves:
    """The fewest pairs, and of as many the shortest, whose moving explains the new order."""
    held = sorted((pair.new[0], pair.old[0]) for pair in pairs if pair.old and pair.new)
    if all(i < next_i for (_, i), (_, next_i) in pairwise(held)):
        return {}
    stay = set(increasing([i for _, i in held], [1 + len(new[j].text) / 1e9 for j, _ in held]))
    lists_old, lists_new = _lists(old), _lists(new)
    mates = Counter((lists_old[i], lists_new[j]) for j, i in held)
    return {
        j: EditKind.REORDERED if mates[lists_old[i], lists_new[j]] > 1 else EditKind.MOVED
        for place, (j, i) in enumerate(held)
        if place not in stay
    }


def in_order(pairs: Sequence[Pair], moved: Moves) -> list[Pair]:
    """As the new text has them; what was removed follows what it followed, of what kept its place."""
    after = {i: pair.new[0] for pair in pairs if pair.new and pair.new[0] not in moved for i in pair.old}
    lost = {}
    last = -1
    for i in range(max((i for pair in pairs for i in pair.old), default=-1) + 1):
        last = after.get(i, last)
        lost[i] = last
    return sorted(pairs, key=lambda p: (p.new[0], 0, 0) if p.new else (lost[p.old[0]], 1, p.old[0]))


def _lists(passages: Sequence[Passage]) -> list[int]:
    """For each passage the number of the list, table or paragraph it is in."""
    numbers: list[int] = []
    for place, passage in enumerate(passages):
        before = passages[place - 1] if place else passage
        kind = family(passage.kind)
        in_list = kind in ("list", "table") and family(before.kind) == kind
        in_block = bool(passage.id) and before.block == passage.block
        numbers.append(numbers[-1] if place and (in_list or in_block) else place)
    return numbers
