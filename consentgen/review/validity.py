"""Which records count, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consentgen.review.history import History, history
from consentgen.review.record import Damaged, Decision, Record
from consentgen.review.sign_off import SignOff, named_in, same_person
from consentgen.tongue import said


class Signature(StrEnum):
    """What is known of the ssh signature beside a record."""

    NONE = "none"
    GOOD = "good"
    """It was made with the key that the project has of this reviewer."""
    BAD = "bad"
    UNCHECKED = "unchecked"
    """It cannot be checked, because ssh-keygen is not there."""


@dataclass(frozen=True, slots=True)
class Held:
    """A file as it was found among the records of a leaflet."""

    place: str
    """Its path from the project folder."""
    record: Record | None = None
    because: str = ""
    """Why it holds no record that counts."""
    damaged: Damaged | None = None
    """What it says where it was edited after it was written."""
    signature: Signature = Signature.NONE


@dataclass(frozen=True, slots=True)
class Invalid:
    """A record that does not count."""

    place: str
    because: str
    """One sentence."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The records of a leaflet, sorted by whether they count."""

    history: History
    valid: tuple[Record, ...]
    """Those that count, lapsed ones too."""
    damaged: tuple[Damaged, ...]
    """Those that were edited: for all we know they were rejections."""
    invalid: tuple[Invalid, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """The leaflet that records have to be about."""

    leaflet: str
    language: str
    author: str


def counted_records(held: Iterable[Held], leaf: Leaf, *, sign_off: SignOff, as_of: date) -> Counted:
    """Which of the files found beside a leaflet count as decisions about it."""
    files = sorted(held, key=lambda one: one.place)
    faults = {one.place: one.because or _elsewhere(one.record, leaf) for one in files}
    intact = {one.record.id: one for one in files if one.record and not faults[one.place]}
    known = history(one.record for one in intact.values() if one.record)
    gone = known.missing_rejections().items()
    for one in intact.values():
        if one.record:
            faults[one.place] = (
                _about_the_person(one.record, one.signature, sign_off, leaf.author)
                or _about_the_day(one.record, known, as_of)
                or _about_others(one.record, known, gone)
            )
    sound = {id_: one.record for id_, one in intact.items() if one.record and not faults[one.place]}
    places = {id_: one.place for id_, one in intact.items()}
    for id_, why in _second_roles(sound, known, sign_off=sign_off, as_of=as_of):
        faults[places[id_]] = why
    valid = tuple(record for record in known.in_order() if not faults[places[record.id]])
    damaged = tuple(d for one in files if (d := one.damaged) and not _elsewhere(d.record, leaf))
    invalid = tuple(Invalid(place, why) for place, why in faults.items() if why)
    return Counted(known, valid, damaged, invalid)


def _elsewhere(record: Record | None, leaf: Leaf) -> str:
    if record and (record.leaflet, record.language) != (leaf.leaflet, leaf.language):
        return said(
            "it is about {leaflet} in {language}, so it was copied here",
            leaflet=record.leaflet, language=record.language,
        )  # fmt: skip
    return ""


def _about_the_person(record: Record, signature: Signature, sign_off: SignOff, author: str) -> str:
    who, role = record.reviewer, record.role
    if not sign_off.role_called(role):
        return said("nobody asks for the role {role}", role=role)
    if named_in(who, author) or (author and named_in(author, who)):
        return said("{who} wrote the leaflet, and an author cannot approve their own", who=who)
    if not sign_off.people:
        return ""
    entries = sign_off.signers_called(who)
    if not entries:
        return said("{who} is not among the people of consentgen.yaml", who=who)
    mine = [one for one in entries if sign_off.role_called(one.role) == sign_off.role_called(role)]
    if not mine:
        return said("consentgen.yaml gives {who} another role: {role}", who=who, role=entries[0].role)
    if not any(one.key for one in mine):
        return ""
    match signature:
        case Signature.GOOD:
            return ""
        case Signature.NONE:
            return said("{who} has a key in consentgen.yaml, and this is not signed with it", who=who)
        case Signature.UNCHECKED:
            return said("its signature cannot be checked: ssh-keygen is not installed")
        case _:
            return said("its signature does not fit its content and the key of {who}", who=who)


def _about_the_day(record: Record, known: History, as_of: date) -> str:
    day = record.date
    if day > as_of:
        return said("it is dated {date}, which is still to come", date=day)
    if day < record.written:
        return said("it is dated {date}, before the leaflet was written ({written})", date=day, written=record.written)  # fmt: skip
    earlier = (known.records[name] for name in record.after if name in known.records)
    if newer := next((one for one in earlier if one.date > day), None):
        return said(
            "it is dated {date}, before the record {id} of {other}, which was there when it was made",
            date=day, id=newer.id[:10], other=newer.date,
        )  # fmt: skip
    return ""


def _about_others(record: Record, known: History, gone: Iterable[tuple[str, str]]) -> str:
    """Whether a rejection in the same role is missing that this may not have known of."""
    if record.decision is not Decision.APPROVED:
        return ""
    for id_, role in gone:
        if same_person(role, record.role) and not known.before(id_, record.id):
            return said(
                "the rejection {id} is missing or was edited, and may have overturned it; bring that file back as "
                "it was, or sign again",
                id=id_[:10],
            )
    return ""


def _second_roles(
    sound: Mapping[str, Record], known: History, *, sign_off: SignOff, as_of: date
) -> Iterable[tuple[str, str]]:
    """Approvals by a person who signs in another role already: one person cannot stand for two."""
    first: list[Record] = []
    for record in known.in_order():
        lapsed = as_of > min(record.expires, sign_off.until(record.date))
        if record.id not in sound or record.decision is not Decision.APPROVED or lapsed:
            continue
        mine = next((one for one in first if same_person(one.reviewer, record.reviewer)), None)
        if not mine:
            first.append(record)
        elif sign_off.role_called(mine.role) != sign_off.role_called(record.role):
            who, role = record.reviewer, mine.role
            yield (
                record.id,
                said("{who} signs as {role} already, and cannot fill two roles", who=who, role=role),
            )
