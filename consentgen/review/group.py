"""Edits with one cause as one change: an edit of a template that changes 200 leaflets is one thing to decide."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from consentgen.model.reading import Passage, Reading
from consentgen.review.causes import Causes
from consentgen.review.change import Cause, Change, Compared, Edit, EditKind, Touched, Where, WordingDiff
from consentgen.review.hashes import fold
from consentgen.review.tell import tell

_fold = lru_cache(maxsize=1 << 14)(fold)

Key = tuple[object, ...]


@dataclass(slots=True)
class _Group:
    """What is known of one change so far."""

    cause: Cause
    place: tuple[int, int]
    """Where it stands first: text and edit."""
    edits: dict[Key, Edit] = field(default_factory=dict)
    where: dict[Key, dict[Where, None]] = field(default_factory=dict)


def grouped(
    texts: Iterable[Compared],
    *,
    old: str,
    new: str,
    added: Sequence[Reading] = (),
    removed: Sequence[Reading] = (),
) -> WordingDiff:
    """Everything between two sides, one change for each cause.

    Args:
        texts: Every pair of texts.
        old: What the old side is called.
        new: What the new side is called.
        added: Leaflets that are only on the new side.
        removed: Leaflets that are only on the old side.
    """
    held = tuple(texts)
    groups = _groups(held)
    changes = [(_change(group), group.place) for group in groups]
    changes.sort(key=lambda made: (made[0].weight.rank, made[1], made[0].cause.kind, made[0].cause.name))
    return WordingDiff(old, new, tuple(change for change, _ in changes), held, tuple(added), tuple(removed))


def _groups(texts: Sequence[Compared]) -> list[_Group]:
    causes = Causes(texts)
    groups: dict[Key, _Group] = {}
    for number, text in enumerate(texts):
        where = Where(text.new.leaflet or text.new.label, text.new.language)
        repeats: dict[Key, int] = {}
        for place, edit in enumerate(text.edits):
            if edit.kind is EditKind.SAME:
                continue
            key = _edit_key(edit)
            repeats[key] = repeats.get(key, 0) + 1
            key = (*key, repeats[key])
            for cause in causes.of(edit):
                name = _group_key(cause, edit, key)
                group = groups.setdefault(name, _Group(cause, (number, place)))
                group.edits.setdefault(key, edit)
                group.where.setdefault(key, {})[where] = None
    return list(groups.values())


def _group_key(cause: Cause, edit: Edit, key: Key) -> Key:
    """What belongs to one change: in a text of others each edit is its own, and adding is not removing."""
    if cause.kind == "text":
        return (cause, key)
    one_side = edit.kind if edit.kind in (EditKind.ADDED, EditKind.REMOVED) else ""
    return (cause, one_side)


def _edit_key(edit: Edit) -> Key:
    """The same for edits that read the same, in whichever leaflet."""
    return (edit.kind, tuple(map(_read, edit.old)), tuple(map(_read, edit.new)), edit.meanings)


def _read(passage: Passage) -> Key:
    return (passage.id, passage.kind, _fold(passage.text), passage.links)


def _change(group: _Group) -> Change:
    touched = tuple(Touched(edit, tuple(sorted(group.where[key]))) for key, edit in group.edits.items())
    return Change(_id(group), group.cause, touched, tell(edit for edit in group.edits.values()))


def _id(group: _Group) -> str:
    """Ten characters for the cause and all texts, in whichever order the leaflets came."""
    texts = {
        (*(_fold(p.text) for p in edit.old), "→", *(_fold(p.text) for p in edit.new), str(key[-1]))
        for key, edit in group.edits.items()
    }
    value = [group.cause.kind, group.cause.name, sorted(texts)]
    return sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()[:10]
