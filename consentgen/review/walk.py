"""The steps of a review: every change by itself, and what has no change to show part by part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from consentgen.model.reading import Kind, Passage, Reading
from consentgen.review.approval import DAY, ORDER, Open, Role
from consentgen.review.change import Change, EditKind, Weight, WordingDiff
from consentgen.review.hashes import passage_hash, shape_hash

_ARRANGING = {
    EditKind.ADDED,
    EditKind.REMOVED,
    EditKind.MOVED,
    EditKind.MOVED_REWORDED,
    EditKind.REORDERED,
    EditKind.SPLIT,
    EditKind.MERGED,
    EditKind.MARKED,
}
"""Kinds of edit after which the text may have another shape."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to decide."""

    id: str
    """Ten characters; of a change the same as in the report of `diff`."""
    weight: Weight
    statements: tuple[Passage, ...] = ()
    """What is open in it, and refused with it."""
    signs: tuple[Passage, ...] = ()
    """What is signed with it: those in which no other change is open."""
    instead: tuple[Passage, ...] = ()
    """What is no longer there."""
    shape: str = ""
    """`shape_hash` where the order is part of it."""
    last: bool = False
    """Whether a yes signs the order too: no other change of it is open."""
    change: Change | None = None
    """What is shown; without it the statements are shown as they are."""
    title: str = ""
    """Heading of the part they stand in."""
    kind: str = "change"
    """`change`, `section`, `critical`, `order` or `written`."""

    @property
    def alone(self) -> bool:
        """Whether it needs a decision of its own; other ones may be decided together."""
        return self.change is None or self.weight in (Weight.BLOCK, Weight.MAJOR)


def steps(text: Reading, role: Role, diff: WordingDiff | None, decided: frozenset[str]) -> tuple[Step, ...]:
    """What one role still has to decide, gravest change first, then part by part.

    Args:
        text: the leaflet as it is now.
        role: how far the role is.
        diff: what changed since what it is compared with; None for nothing to compare with.
        decided: ids of changes the role has approved in this very text.
    """
    open_hashes = {one.hash for one in role.open}
    shape = shape_hash(text) if any(one.id == ORDER for one in role.open) else ""
    changes = list(_changes(text, diff, open_hashes, decided, shape)) if diff else []
    shown = {passage_hash(passage) for step in changes for passage in step.statements}
    found = [*changes, *_parts(text, open_hashes - shown)]
    if shape and not any(_arranges(step.change) for step in changes if step.change):
        heads = "\n".join(p.text for p in text.passages if p.kind in (Kind.TITLE, Kind.HEADING))
        found.append(Step(_id(ORDER, shape), Weight.MINOR, shape=shape, last=True, title=heads, kind=ORDER))
    if late := next((one for one in role.open if one.id == DAY), None):
        found.append(_written(late, text))
    return tuple(found)


def _changes(
    text: Reading, diff: WordingDiff, open_hashes: set[str], decided: frozenset[str], shape: str
) -> Iterator[Step]:
    now = set(map(passage_hash, text.passages))
    left = [change for change in diff.changes if change.id not in decided]
    needed = [
        c for c in left if (shape and _arranges(c)) or any(passage_hash(p) in open_hashes for p in _new(c))
    ]
    for change in needed:
        others = {passage_hash(p) for other in needed if other is not change for p in _new(other)}
        mine = {h: p for p in _new(change) if (h := passage_hash(p)) in open_hashes}
        arranges = bool(shape) and _arranges(change)
        last = arranges and not any(_arranges(other) for other in needed if other is not change)
        yield Step(
            change.id,
            change.weight,
            tuple(mine.values()),
            tuple(p for h, p in mine.items() if h not in others),
            tuple(p for p in _old(change) if passage_hash(p) not in now),
            shape if arranges else "",
            last,
            change,
        )


def _arranges(change: Change) -> bool:
    return any(touched.edit.kind in _ARRANGING for touched in change.edits)


def _new(change: Change) -> Iterator[Passage]:
    for touched in change.edits:
        yield from touched.edit.new


def _old(change: Change) -> Iterator[Passage]:
    for touched in change.edits:
        yield from touched.edit.old


def _parts(text: Reading, hashes: set[str]) -> Iterator[Step]:
    """What is open and not changed: each critical statement alone, the others section by section."""
    sections: dict[str, list[Passage]] = {}
    for passage in text.passages:
        sections.setdefault(passage.section, []).append(passage)
    for section, passages in sections.items():
        title = (passages[0] if passages[0].kind is Kind.HEADING else text.passages[0]).text
        left = {h: p for p in passages if (h := passage_hash(p)) in hashes}
        ordinary = tuple(p for p in left.values() if not p.critical)
        if ordinary:
            yield _part("section", section, ordinary, title)
        yield from (_part("critical", section, (p,), title) for p in left.values() if p.critical)


def _part(kind: str, section: str, passages: Sequence[Passage], title: str) -> Step:
    weight = Weight.BLOCK if kind == "critical" else Weight.MAJOR
    id_ = _id(kind, section, *map(passage_hash, passages))
    return Step(id_, weight, tuple(passages), tuple(passages), title=title, kind=kind)


def _written(late: Open, text: Reading) -> Step:
    id_ = _id(DAY, late.hash, late.why)
    return Step(id_, Weight.INFO, shape=shape_hash(text), last=True, title=late.why, kind=DAY)


def _id(*parts: str) -> str:
    return sha256(json.dumps(parts, separators=(",", ":")).encode()).hexdigest()[:10]


def together(steps_: Iterable[Step]) -> Iterator[tuple[Step, ...]]:
    """The steps as they are asked: alone what needs it, the small changes behind them all at once."""
    held = list(steps_)
    yield from ((step,) for step in held if step.change and step.alone)
    if small := tuple(step for step in held if not step.alone):
        yield small
    yield from ((step,) for step in held if not step.change)
