"""Two texts, passage by passage and word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from consentgen.model.reading import Link, Passage, Reading
from consentgen.review.align import aligned
from consentgen.review.alike import family
from consentgen.review.change import Compared, Edit, EditKind, Piece, PieceKind
from consentgen.review.hashes import fold
from consentgen.review.meaning import meanings
from consentgen.review.order import in_order, moves
from consentgen.review.words import pieces

BETWEEN = "\n"
"""What stands between the passages of one edit in its pieces."""


def compare(old: Reading, new: Reading) -> Compared:
    """Every passage of both texts in exactly one edit, with its words and what it means."""
    found = aligned(old, new)
    left = moves(found.pairs, found.old, found.new)
    told = all(any(p.tells or p.critical for p in side.passages) for side in (old, new))
    pages = old.stream or new.stream
    look = _Look(told=told, kinds=not pages, links=not pages and _tell_links(old, new))
    edits = []
    for pair in in_order(found.pairs, left):
        olds, news = tuple([found.old[i] for i in pair.old]), tuple([found.new[j] for j in pair.new])
        moved = left.get(pair.new[0]) if left and pair.new else None
        if olds == news and not moved:
            edits.append(Edit(EditKind.SAME, olds, news, _same(news[0].text)))
            continue
        edit = replace(_edit(olds, news, moved, look), sure=pair.sure)
        same = edit.kind is EditKind.SAME
        edits.append(edit if same else replace(edit, meanings=meanings(edit, old, new)))
    return Compared(old, new, tuple(edits))


class _Look(NamedTuple):
    """What both sides tell of their passages."""

    told: bool
    """Disclosures and critical marks."""
    kinds: bool
    """Headings, items and cells."""
    links: bool


@lru_cache(maxsize=1 << 14)
def _same(text: str) -> tuple[Piece, ...]:
    return (Piece(PieceKind.SAME, text),) if text else ()


def _edit(old: tuple[Passage, ...], new: tuple[Passage, ...], moved: EditKind | None, look: _Look) -> Edit:
    was, now = (BETWEEN.join(p.text for p in side) for side in (old, new))
    kind = _kind(old, new) or moved or _setting(old[0], new[0], look)
    if kind is EditKind.REWORDED and moved:
        kind = EditKind.MOVED_REWORDED
    return Edit(kind, old, new, pieces(was, now))


def _kind(old: Sequence[Passage], new: Sequence[Passage]) -> EditKind | None:
    """What happened to the words; None where they are the same."""
    if not old or not new:
        return EditKind.ADDED if new else EditKind.REMOVED
    if len(old) != len(new) or len(old) > 1:
        return EditKind.SPLIT if len(new) > len(old) else EditKind.MERGED
    return None if fold(old[0].text) == fold(new[0].text) else EditKind.REWORDED


def _setting(old: Passage, new: Passage, look: _Look) -> EditKind:
    """What else happened to a passage with the same words."""
    if look.links and _links(old) != _links(new):
        return EditKind.RELINKED
    if look.kinds and _is_marked(old, new, look):
        return EditKind.MARKED
    return EditKind.SAME if old.text == new.text else EditKind.REWRAPPED


def _is_marked(old: Passage, new: Passage, look: _Look) -> bool:
    """Whether a passage is another thing to its reader: its kind, or where both sides tell them its marks."""
    if not (old.id and new.id):
        return family(old.kind) != family(new.kind)
    return old.kind != new.kind or (look.told and _marks(old) != _marks(new))


def _tell_links(old: Reading, new: Reading) -> bool:
    """Whether both files can hold links: beside one of ours, one with addresses alone is plain text."""
    foreign = [side for side in (old, new) if not side.identified]
    return len(foreign) != 1 or any(_is_set(link) for p in foreign[0].passages for link in p.links)


def _is_set(link: Link) -> bool:
    """Whether the words of a link are others than its address."""
    words = "".join(link.words.split()).casefold()
    return words not in link.target.casefold().replace("%20", "")


def _links(passage: Passage) -> list[tuple[str, str]]:
    return [(fold(link.words), link.target) for link in passage.links]


def _marks(passage: Passage) -> tuple[object, ...]:
    return passage.critical, passage.unknown, sorted(passage.tells)
