"""Two texts, passage by passage and word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from consentgen.model.reading import Passage, Reading
from consentgen.review.align import aligned
from consentgen.review.alike import Pair, family
from consentgen.review.change import Compared, Edit, EditKind, Piece, PieceKind
from consentgen.review.hashes import fold
from consentgen.review.matches import increasing
from consentgen.review.meaning import meanings
from consentgen.review.words import pieces

BETWEEN = "\n"
"""What stands between the passages of one edit in its pieces."""


def compare(old: Reading, new: Reading) -> Compared:
    """Every passage of both texts in exactly one edit, with its words and what it means."""
    found = aligned(old, new)
    moves = _moves(found.pairs, found.old, found.new)
    told = all(any(p.tells or p.critical for p in side.passages) for side in (old, new))
    streams = old.stream or new.stream
    edits = []
    for pair in _in_order(found.pairs, moves):
        olds = tuple(found.old[i] for i in pair.old)
        news = tuple(found.new[j] for j in pair.new)
        marked = _is_marked(olds, news, told=told) and not streams
        was, now = (BETWEEN.join(p.text for p in side) for side in (olds, news))
        kind = _kind(olds, news, moves.get(pair), marked=marked)
        edit = Edit(kind, olds, news, _pieces(was, now), pair.sure)
        edits.append(edit if kind is EditKind.SAME else replace(edit, meanings=meanings(edit, old, new)))
    return Compared(old, new, tuple(edits))


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    if old == new:
        return (Piece(PieceKind.SAME, new),) if new else ()
    return pieces(old, new)


def _kind(
    old: Sequence[Passage], new: Sequence[Passage], moved: EditKind | None, *, marked: bool
) -> EditKind:
    """What happened, the gravest first where several things did."""
    if not old or not new:
        return EditKind.ADDED if new else EditKind.REMOVED
    if len(old) != len(new) or len(old) > 1:
        return EditKind.SPLIT if len(new) > len(old) else EditKind.MERGED
    was, now = old[0], new[0]
    if fold(was.text) != fold(now.text):
        return EditKind.MOVED_REWORDED if moved else EditKind.REWORDED
    if moved or _links(was) != _links(now):
        return moved or EditKind.RELINKED
    if marked:
        return EditKind.MARKED
    return EditKind.SAME if was.text == now.text else EditKind.REWRAPPED


def _is_marked(old: Sequence[Passage], new: Sequence[Passage], *, told: bool) -> bool:
    """Whether a passage is another thing to its reader: its kind, or where both sides say so its marks."""
    if len(old) != 1 or len(new) != 1:
        return False
    was, now = old[0], new[0]
    if not (was.id and now.id):
        return family(was.kind) != family(now.kind)
    return was.kind != now.kind or (told and _marks(was) != _marks(now))


def _links(passage: Passage) -> list[tuple[str, str]]:
    return [(fold(link.words), link.target) for link in passage.links]


def _marks(passage: Passage) -> tuple[object, ...]:
    return passage.critical, passage.unknown, sorted(passage.tells)


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
        before = passages[place - 1] if place else passage
        kind = family(passage.kind)
        in_list = kind in ("list", "table") and family(before.kind) == kind
        in_block = bool(passage.id) and before.block == passage.block
        numbers.append(numbers[-1] if place and (in_list or in_block) else place)
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
