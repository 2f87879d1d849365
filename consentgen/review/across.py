"""One leaflet in two languages: which statements stand in both, with which facts; words are not compared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from consentgen.model.finding import shorten
from consentgen.model.reading import Passage, Reading
from consentgen.review.change import (
    Cause,
    Change,
    Compared,
    Edit,
    EditKind,
    Meaning,
    Piece,
    PieceKind,
    Tell,
    Touched,
    Weight,
    Where,
    WordingDiff,
)
from consentgen.tongue import said

Key = tuple[str, int]


def across(old: Reading, new: Reading) -> Compared:
    """Every statement of both in one edit: `same` where structure, facts and links are.

    Where a draft has English beside a translation, that English is not compared again.
    """
    was, now = _by_key(old), _by_key(_without_english_beside(new))
    edits = []
    for key in _in_order(list(was), list(now)):
        then, here = was.get(key), now.get(key)
        found = tuple(_meanings(then, here))
        edits.append(_edit(then, here, found))
    return Compared(old, new, tuple(edits))


def grouped_across(texts: Iterable[Compared], *, old: str, new: str) -> WordingDiff:
    """What differs between two languages; the same difference in several leaflets is one change."""
    held = tuple(texts)
    groups: dict[tuple[object, ...], tuple[Edit, list[Where]]] = {}
    for text in held:
        for edit in text.changed:
            first = (*edit.old, *edit.new)[0]
            key = (first.id, edit.kind, tuple(p.text for p in (*edit.old, *edit.new)), edit.meanings)
            where = Where(text.new.leaflet, text.new.language)
            groups.setdefault(key, (edit, []))[1].append(where)
    changes = [_change(edit, where) for edit, where in groups.values()]
    changes.sort(key=lambda change: change.weight.rank)
    return WordingDiff(old, new, tuple(changes), held)


def _change(edit: Edit, where: Sequence[Where]) -> Change:
    told = [edit.kind, *(p.id for p in (*edit.old, *edit.new)), *(p.text for p in (*edit.old, *edit.new))]
    name = sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:10]
    touched = Touched(edit, tuple(sorted(set(where))))
    return Change(name, Cause("text", ""), (touched,), _tell())


def _tell() -> Tell:
    why = said("Two languages of one leaflet are compared; this is not a change in time.")
    return Tell(needed=False, why=why)


def _by_key(reading: Reading) -> dict[Key, Passage]:
    """Each statement by its id and how often that stood before it."""
    seen: dict[str, int] = {}
    keyed: dict[Key, Passage] = {}
    for passage in reading.passages:
        seen[passage.id] = seen.get(passage.id, 0) + 1
        keyed[passage.id, seen[passage.id]] = passage
    return keyed


def _without_english_beside(reading: Reading) -> Reading:
    """A draft shows critical statements in both languages, the English last."""
    own = {p.id for p in reading.passages if not p.language}
    kept = tuple(p for p in reading.passages if not (p.language and p.id in own))
    return replace(reading, passages=kept)


def _in_order(old: Sequence[Key], new: Sequence[Key]) -> list[Key]:
    """As the new side has them; what it lacks stands behind what it follows on the old side."""
    there = set(new)
    behind: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in old:
        if key in there:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    return [*behind.get(None, ()), *(k for key in new for k in (key, *behind.get(key, ())))]


def _edit(old: Passage | None, new: Passage | None, meanings: tuple[Meaning, ...]) -> Edit:
    olds, news = ((side,) if side else () for side in (old, new))
    if old and new and not meanings:
        return Edit(EditKind.SAME, olds, news)
    kind = EditKind.MARKED if old and new else EditKind.ADDED if new else EditKind.REMOVED
    pieces = (Piece(PieceKind.OLD, p.text) for p in olds), (Piece(PieceKind.NEW, p.text) for p in news)
    return Edit(kind, olds, news, tuple(piece for side in pieces for piece in side), meanings=meanings)


def _meanings(old: Passage | None, new: Passage | None) -> Iterator[Meaning]:
    if not (old and new):
        lost = old or new
        weight = Weight.BLOCK if lost and (lost.critical or lost.tells) else Weight.MAJOR
        name, words = (
            ("removed", said("This statement is missing in the second language."))
            if old
            else ("added", said("This statement stands in the second language alone."))
        )
        yield Meaning(name, exact=True, weight=weight, words=words)
        return
    yield from _facts(old, new)
    if [link.target for link in old.links] != [link.target for link in new.links]:
        words = said("The two languages lead to different addresses.")
        yield Meaning("link", exact=True, weight=Weight.MAJOR, words=words)
    if (old.kind, old.section) != (new.kind, new.section):
        words = said("It stands in another place, or as something else: a heading, an item, a paragraph.")
        yield Meaning("kind", exact=True, weight=Weight.MINOR, words=words)
    if new.language or new.state in ("missing", "stale"):
        words = said("English stands here, for there is no translation that can be used.")
        weight = Weight.MAJOR if new.critical else Weight.MINOR
        yield Meaning("language", exact=True, weight=weight, words=words)


def _facts(old: Passage, new: Passage) -> Iterator[Meaning]:
    for name in dict.fromkeys((*old.facts, *new.facts)):
        was, now = old.facts.get(name), new.facts.get(name)
        if was != now:
            words = said(
                "The two languages tell different facts, {name}: {old} and {new}.",
                name=name, old=_shown(was), new=_shown(now),
            )  # fmt: skip
            yield Meaning("fact", exact=True, weight=Weight.MAJOR, words=words)


def _shown(value: object) -> str:
    if value is None:
        return said("nothing")
    return shorten(", ".join(map(str, value)) if isinstance(value, list) else str(value))
