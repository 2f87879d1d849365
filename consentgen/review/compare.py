"""Two texts, passage by passage and word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from consentgen.model.reading import Kind, Passage, Reading
from consentgen.review.align import Pair, aligned
from consentgen.review.change import Compared, Edit, EditKind, Piece, PieceKind
from consentgen.review.hashes import fold
from consentgen.review.matches import increasing
from consentgen.review.meaning import meanings
from consentgen.review.words import pieces

BETWEEN = "\n"
"""What stands between the passages of one edit in its pieces."""
LISTS = {
    Kind.ITEM: "list",
    Kind.LEGEND: "legend",
    Kind.CELL: "table",
    Kind.LABEL: "table",
    Kind.TOLD: "table",
}


def compare(old: Reading, new: Reading) -> Compared:
    """Every passage of both texts in exactly one edit, with its words and what it means."""
    pairs = aligned(old, new)
    kinds = _moves(pairs, old.passages, new.passages)
    edits = []
    for pair in _in_order(pairs, kinds):
        edit = _edit(pair, kinds.get(pair), old, new)
        edits.append(replace(edit, meanings=meanings(edit, old, new)))
    return Compared(old, new, tuple(edits))


def _edit(pair: Pair, moved: EditKind | None, old: Reading, new: Reading) -> Edit:
    olds = tuple(old.passages[i] for i in pair.old)
    news = tuple(new.passages[j] for j in pair.new)
    was, now = (BETWEEN.join(p.text for p in side) for side in (olds, news))
    return Edit(_kind(olds, news, moved), olds, news, _pieces(was, now), pair.sure)


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    if old == new:
        return (Piece(PieceKind.SAME, new),) if new else ()
    return pieces(old, new)


def _kind(old: Sequence[Passage], new: Sequence[Passage], moved: EditKind | None) -> EditKind:
    """What happened, the gravest first where several things did."""
    if not old or not new:
        return EditKind.ADDED if new else EditKind.REMOVED
    if len(old) != len(new) or len(old) > 1:
        return EditKind.SPLIT if len(new) > len(old) else EditKind.MERGED
    was, now = old[0], new[0]
    if fold(was.text) != fold(now.text):
        return EditKind.MOVED_REWORDED if moved else EditKind.REWORDED
    return moved or _setting(was, now)


def _setting(old: Passage, new: Passage) -> EditKind:
    """What else may differ in passages with the same words."""
    if _links(old) != _links(new):
        return EditKind.RELINKED
    if _marks(old) != _marks(new) if old.id and new.id else old.kind != new.kind:
        return EditKind.MARKED
    return EditKind.SAME if old.text == new.text else EditKind.REWRAPPED


def _links(passage: Passage) -> list[tuple[str, str]]:
    return [(fold(link.words), link.target) for link in passage.links]


def _marks(passage: Passage) -> tuple[object, ...]:
    return passage.kind, passage.critical, passage.unknown, sorted(passage.tells)


def _moves(pairs: Sequence[Pair], old: Sequence[Passage], new: Sequence[Passage]) -> dict[Pair, EditKind]:
    """The pairs that left their place: the fewest, and of as many the shortest, that explain the new order."""
    held = sorted((pair for pair in pairs if pair.old and pair.new), key=lambda pair: pair.new)
    weights = [1 + sum(len(new[j].text) for j in pair.new) / 1e9 for pair in held]
    stay = set(increasing([pair.old[0] for pair in held], weights))
    lists_old, lists_new = _lists(old), _lists(new)
    mates = Counter((lists_old[pair.old[0]], lists_new[pair.new[0]]) for pair in held)
    return {
        pair: EditKind.REORDERED
        if mates[lists_old[pair.old[0]], lists_new[pair.new[0]]] > 1
        else EditKind.MOVED
        for place, pair in enumerate(held)
        if place not in stay
    }


def _lists(passages: Sequence[Passage]) -> list[int]:
    """For each passage the number of the list, table or paragraph it is in."""
    numbers: list[int] = []
    for place, passage in enumerate(passages):
        before = passages[place - 1] if place else None
        kind = LISTS.get(passage.kind)
        together = before and (
            (kind and LISTS.get(before.kind) == kind) or (before.block == passage.block and passage.id)
        )
        numbers.append(numbers[-1] if together else place)
    return numbers


def _in_order(pairs: Sequence[Pair], moved: dict[Pair, EditKind]) -> list[Pair]:
    """As the new text has them; what was removed follows what it followed, of what kept its place."""
    at = {i: pair.new[0] for pair in pairs if pair.new and pair not in moved for i in pair.old}
    places: dict[Pair, tuple[int, int, int]] = {}
    last = -1
    by_old = {i: pair for pair in pairs for i in pair.old}
    for i in sorted(by_old):
        last = at.get(i, last)
        if not by_old[i].new:
            places[by_old[i]] = (last, 1, i)
    return sorted(pairs, key=lambda pair: places.get(pair) or (pair.new[0], 0, 0))
