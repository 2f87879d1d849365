"""Where a leaflet stands: who has signed which of its words, and what is still open. Computed, never stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from consentgen.model.reading import Reading
from consentgen.review.hashes import passage_hash, shape_hash, words_hash
from consentgen.review.record import Decision, Record
from consentgen.review.sign_off import SignOff, named_in
from consentgen.review.validity import Counted, Held, Invalid, Leaf, counted_records
from consentgen.tongue import said

T = TypeVar("T")
Against = tuple[str, Record]
"""A decision against something, under the id that later ones name it by."""
ORDER = "order"
"""Stands for the order of the statements, and for what is there at all."""
DAY = "written"
"""Stands for the day on which the leaflet says it was written."""


class Lack(StrEnum):
    """Why something is not signed."""

    NEW = "new"
    """Nobody in this role has signed it."""
    CHANGED = "changed"
    """It was signed with other words."""
    REJECTED = "rejected"
    LAPSED = "lapsed"
    """It was signed too long ago."""
    REPLACED = "replaced"
    """It was signed, and then other words were signed in its place."""


@dataclass(frozen=True, slots=True)
class Open:
    """One thing that a role still has to sign."""

    id: str
    """Of the statement; or `order`, or `written`."""
    hash: str
    lack: Lack
    why: str
    """One sentence."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Whose signature holds for something."""

    role: str
    reviewer: str
    date: date
    record: str
    """Id of the record."""


@dataclass(frozen=True, slots=True)
class Role:
    """How far one of the required roles is."""

    name: str
    signed: tuple[str, ...]
    """Ids of the statements signed, in reading order, and `order`."""
    open: tuple[Open, ...]
    by: tuple[Signed, ...] = ()
    """The decisions that hold, oldest first."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a leaflet stands in one language."""

    leaflet: str
    language: str
    words: str
    """`words_hash` of the text there is now."""
    roles: tuple[Role, ...]
    invalid: tuple[Invalid, ...] = ()
    stopped: tuple[str, ...] = ()
    """Sentences: what else keeps it from being approved."""
    notes: tuple[str, ...] = ()
    """Sentences: what could not be checked."""

    @property
    def approved(self) -> bool:
        """Whether every required role has signed every word of it."""
        return bool(self.roles) and not self.stopped and not any(role.open for role in self.roles)

    @property
    def signed_by(self) -> tuple[Signed, ...]:
        """The newest signature that holds of each person in each role."""
        newest = {(one.role, one.reviewer): one for role in self.roles for one in role.by}
        return tuple(newest.values())


def state(reading: Reading, held: Iterable[Held], *, sign_off: SignOff, as_of: date, written: date) -> State:
    """Where a leaflet stands.

    Args:
        reading: its text as it is now.
        held: every file found among its records.
        sign_off: who has to sign.
        as_of: the day for which it is asked.
        written: the day on which the leaflet says it was written.
    """
    text = _Hashes(
        tuple((p.id, passage_hash(p)) for p in reading.passages), shape_hash(reading), words_hash(reading)
    )
    leaf = Leaf(reading.leaflet, reading.language, reading.author)
    counted = counted_records(held, leaf, sign_off=sign_off, as_of=as_of)
    desks = (_Desk(role, counted, sign_off, as_of) for role in sign_off.roles)
    return State(
        leaflet=reading.leaflet,
        language=reading.language,
        words=text.words,
        roles=tuple(desk.role(text, written) for desk in desks),
        invalid=counted.invalid,
        stopped=tuple(_stopped(reading)),
        notes=tuple(_notes(reading.author, sign_off)),
    )


def _stopped(reading: Reading) -> Iterable[str]:
    unread = list(dict.fromkeys(p.id for p in reading.passages if p.state))
    if unread:
        yield said("its translation is not reviewed: {ids}", ids=", ".join(unread))


def _notes(author: str, sign_off: SignOff) -> Iterable[str]:
    listed = any(named_in(one.name, author) for one in sign_off.people)
    if not listed and (sign_off.people or any(named_in(role, author) for role in sign_off.roles)):
        yield said(
            "It says it was written by {author}, which names no person we know, so nobody can check that its "
            "author has not signed it.",
            author=author,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Hashes:
    """A text as its hashes tell it."""

    passages: tuple[tuple[str, str], ...]
    """Id and `passage_hash` of each, in reading order."""
    shape: str
    words: str


class _Desk:
    """One required role with the decisions made in it."""

    def __init__(self, name: str, counted: Counted, sign_off: SignOff, as_of: date) -> None:
        mine = [r for r in counted.history.in_order() if sign_off.role_called(r.role) == name]
        sound = {record.id for record in counted.valid}
        self.name, self.history = name, counted.history
        self.valid = [r for r in mine if r.id in sound and r.decision is Decision.APPROVED]
        # A rejection counts as soon as it can be read: to take its signature away must not open the gate.
        # What was edited by hand may have been one.
        damaged = [(d.id, d.record) for d in counted.damaged if sign_off.role_called(d.record.role) == name]
        self.against = [(r.id, r) for r in mine if r.decision is Decision.REJECTED] + damaged
        self.damaged = {d.record.id for d in counted.damaged}
        self.last_days = {r.id: min(r.expires, sign_off.until(r.date)) for r in self.valid}
        self.alive = {id_ for id_, day in self.last_days.items() if day >= as_of}
        self._for = _by_hash((r, r.statements) for r in self.valid)
        self._instead = _by_hash((r, r.instead) for r in self.valid)
        self._against = _by_hash((both, both[1].statements) for both in self.against)
        self._once = {id_: record for record in self.valid for id_ in record.statements.values()}

    def role(self, text: _Hashes, written: date) -> Role:
        """How far the role is with a text."""
        found = [(id_, self.passage(hash_, id_)) for id_, hash_ in text.passages]
        found.append((ORDER, self.order(text.shape)))
        lacking = tuple(dict.fromkeys(one for _, one in found if isinstance(one, Open)))
        open_ids = {one.id for one in lacking}
        in_force = {one.id for _, one in found if isinstance(one, Record)}
        if not lacking and not any(r.date >= written for r in self.valid if r.id in self.alive):
            lacking = (_too_late(written, text.words),)
        return Role(
            self.name,
            tuple(dict.fromkeys(id_ for id_, _ in found if id_ not in open_ids)),
            lacking,
            tuple(Signed(self.name, r.reviewer, r.date, r.id) for r in self.valid if r.id in in_force),
        )

    def passage(self, hash_: str, id_: str) -> Open | Record:
        """The newest decision that signs a statement, or why none does."""
        found = self._verdict(
            id_, hash_, self._for.get(hash_, []),
            against=self._against.get(hash_, []), instead=self._instead.get(hash_, []),
        )  # fmt: skip
        once = self._once.get(id_)
        changed = isinstance(found, Open) and found.lack is Lack.NEW and once
        return _open(id_, hash_, Lack.CHANGED, once) if changed and once else found

    def order(self, shape: str) -> Open | Record:
        """The newest decision that signs the order of the statements, or why none does."""
        for_it = [r for r in self.valid if r.shape == shape]
        against = [(id_, r) for id_, r in self.against if r.shape == shape]
        others = [r for r in self.valid if r.shape not in ("", shape)]
        found = self._verdict(ORDER, shape, for_it, against=against, instead=others)
        changed = isinstance(found, Open) and found.lack is Lack.NEW and others
        return _open(ORDER, shape, Lack.CHANGED, others[-1]) if changed else found

    def _verdict(
        self, id_: str, hash_: str, for_it: list[Record], *, against: list[Against], instead: list[Record]
    ) -> Open | Record:
        """The newest approval that came after all that speaks against it.

        Of two decisions neither of which knew of the other, the one against counts.
        """
        before = self.history.before
        stands = [r for r in for_it if all(before(no, r.id) for no, _ in against)]
        if against and not stands:
            record = against[-1][1]
            if record.id in self.damaged:
                return Open(id_, hash_, Lack.REJECTED, said("a decision about it was edited by hand"))
            return _open(id_, hash_, Lack.REJECTED, record)
        kept = [r for r in stands if all(r is no or before(no.id, r.id) for no in instead)]
        if alive := [r for r in kept if r.id in self.alive]:
            return alive[-1]
        if kept:
            return _open(id_, hash_, Lack.LAPSED, kept[-1], until=self.last_days[kept[-1].id])
        if stands:
            return _open(id_, hash_, Lack.REPLACED, instead[-1])
        return Open(id_, hash_, Lack.NEW, said("nobody in this role has signed it"))


def _by_hash(pairs: Iterable[tuple[T, Iterable[str]]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for one, hashes in pairs:
        for hash_ in hashes:
            found.setdefault(hash_, []).append(one)
    return found


def _too_late(written: date, words: str) -> Open:
    why = said("the leaflet says it was written on {written}, after everything was signed", written=written)
    return Open(DAY, words, Lack.CHANGED, why)


def _open(id_: str, hash_: str, lack: Lack, record: Record, *, until: date | None = None) -> Open:
    who, day = record.reviewer, record.date
    match lack:
        case Lack.REJECTED:
            why = said("{who} rejected it on {date}", who=who, date=day)
        case Lack.LAPSED:
            why = said("what {who} signed on {date} held until {until}", who=who, date=day, until=until)
        case Lack.REPLACED:
            why = said("{who} signed other words in its place on {date}", who=who, date=day)
        case _:
            why = said("it was changed after {who} signed it on {date}", who=who, date=day)
    return Open(
        id_, hash_, lack, f"{why}: {record.comment}" if lack is Lack.REJECTED and record.comment else why
    )
