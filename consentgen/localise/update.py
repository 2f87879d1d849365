"""Bring a language's file up to date: every translation is carried by its id, none by likeness, none is lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from consentgen.localise.entry import Entry, PoFile
from consentgen.localise.header import header
from consentgen.localise.message import SourceMessage
from consentgen.localise.template import entry_of, flags_of, notes_of


@dataclass(frozen=True, slots=True)
class Updated:
    """A file brought up to date, and the ids of what changed in it."""

    file: PoFile
    new: tuple[str, ...]
    stale: tuple[str, ...]
    """Their English changed: marked fuzzy, with the English they were made of."""
    back: tuple[str, ...]
    """Were out of use and are in use again."""
    removed: tuple[str, ...]
    """Out of use now; their words are kept at the end of the file."""


@dataclass(slots=True)
class _Work:
    count: int
    out: list[Entry] = field(default_factory=list)
    aside: list[Entry] = field(default_factory=list)
    """Entries out of use."""
    new: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)


def empty(path: str, locale: str) -> PoFile:
    """The file of a language nobody has begun."""
    return PoFile(path, header(locale), ())


def update(
    file: PoFile, messages: Iterable[SourceMessage], *, count: int, wanted: Collection[str] | None = None
) -> Updated:
    """The file with exactly the messages there are, in their order.

    Args:
        file: as it was read, without an error.
        messages: every message.
        count: how many forms a counted message has in the language.
        wanted: ids that get an entry where there is none yet; None for all.
    """
    work = _Work(count)
    live = {entry.id: entry for entry in file.live if entry.id}
    resting: dict[str, list[Entry]] = {}
    for entry in file.entries:
        if entry.obsolete and entry.id:
            resting.setdefault(entry.id, []).append(entry)
    for message in messages:
        found = live.pop(message.id, None)
        if found is None or not found.has_words:
            found = _woken(message, resting.get(message.id, []), found, work)
        if found is not None:
            work.out.append(_carried(found, message, work))
        elif wanted is None or message.id in wanted:
            work.out.append(entry_of(message, count))
            work.new.append(message.id)
    named = set(map(id, live.values()))
    gone = [entry for entry in file.live if id(entry) in named or not entry.id]
    kept = [*work.aside, *(entry for group in _remaining(file, resting) for entry in group)]
    kept += [_put_aside(entry) for entry in gone if entry.has_words or entry.comments]
    entries = (*work.out, *dict.fromkeys(kept))
    told = (tuple(work.new), tuple(work.stale), tuple(work.back), tuple(str(e.id or "") for e in gone))
    return Updated(replace(file, entries=entries), *told)


def _remaining(file: PoFile, resting: dict[str, list[Entry]]) -> Iterable[list[Entry]]:
    """Entries out of use that stay so, in the order of the file."""
    left = {id(entry) for group in resting.values() for entry in group}
    yield [entry for entry in file.entries if entry.obsolete and (not entry.id or id(entry) in left)]


def _woken(message: SourceMessage, resting: list[Entry], found: Entry | None, work: _Work) -> Entry | None:
    """The entry of the same id that was taken out of use, the one made of this very English first."""
    usable = [entry for entry in resting if entry.has_words]
    if not usable:
        return found
    same = [entry for entry in usable if entry.source == (message.text, message.plural)]
    entry = (same or usable)[-1]
    resting.remove(entry)
    work.back.append(message.id)
    comments = (*(found.comments if found else ()), *entry.comments)
    return entry.changed(obsolete=False, comments=tuple(dict.fromkeys(comments)))


def _carried(entry: Entry, message: SourceMessage, work: _Work) -> Entry:
    """The translation under the English there is now."""
    source = (message.text, message.plural)
    if entry.source != source:
        entry = _under(entry, message, work)
    notes, references = notes_of(message), (message.place.path,)
    flags = (*(f for f in entry.flags if f not in flags_of(message)), *flags_of(message))
    same = (entry.notes, entry.references, sorted(entry.flags)) == (notes, references, sorted(flags))
    return entry if same else entry.changed(notes=notes, references=references, flags=flags)


def _under(entry: Entry, message: SourceMessage, work: _Work) -> Entry:
    """The entry with another English: fuzzy, with the English its words were made of.

    English that came back to what the words were made of clears the mark. A mark without a former
    English is a person's doubt: it stays, and the English is not recorded, so nothing can clear it but a person.
    """
    source = (message.text, message.plural)
    made_of = (entry.previous if entry.fuzzy else entry.source) if entry.has_words else None
    doubted = entry.fuzzy and entry.has_words and entry.previous is None
    moved = entry.changed(source=source, forms=_forms(entry, message, work))
    if not entry.has_words:
        return moved.marked(fuzzy=False)
    if made_of == source:
        return moved.marked(fuzzy=False)
    work.stale.append(message.id)
    return moved if doubted else moved.marked(fuzzy=True, previous=made_of)


def _forms(entry: Entry, message: SourceMessage, work: _Work) -> tuple[str, ...]:
    """The words in the number of forms the message has now; words that find no place are kept out of use."""
    was_counted = entry.source[1] is not None
    if message.plural and was_counted:
        return (*entry.forms, *[""] * (work.count - len(entry.forms)))
    if message.plural:
        return entry.forms[:1] * work.count
    if was_counted and len(set(entry.forms)) > 1:
        work.aside.append(_put_aside(entry))
    return (next((form for form in reversed(entry.forms) if form.strip()), ""),)


def _put_aside(entry: Entry) -> Entry:
    """The entry out of use: its words and its translators' comments stay."""
    return entry.changed(obsolete=True, notes=(), references=())
