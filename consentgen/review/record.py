"""One decision of one reviewer: a file that is written once and never changed."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from hashlib import sha256
from typing import Any

from consentgen.localise.reviews import is_name, person
from consentgen.tongue import later

FORMAT = 1
MAX_BYTES = 1_000_000
"""A decision about a whole leaflet of 120 statements takes 15,000 bytes."""
MAX_COMMENT = 5_000
_HASH = re.compile(r"[0-9a-f]{64}")
NOT_JSON = later("it is not JSON text")
NO_RECORD = later("it is not a record of a decision: {fault}")
EDITED = later("it was edited after it was written: its content does not fit its id")


class Decision(StrEnum):
    """What the reviewer said."""

    APPROVED = "approved"
    REJECTED = "rejected"
    COMMENTED = "commented"


class BadRecord(ValueError):
    """A file that holds no record; the reason is a sentence to be said, with its value."""

    def __init__(self, reason: str, *, fault: str = "", damaged: Damaged | None = None) -> None:
        super().__init__(reason)
        self.reason, self.fault, self.damaged = reason, fault, damaged


@dataclass(frozen=True, slots=True)
class Record:
    """What one person decided about a leaflet in one language."""

    leaflet: str
    language: str
    words: str
    """`words_hash` of the text they looked at."""
    text: str
    """`text_id` of the same, under which it is kept."""
    written: dt.date
    """When that text was written, as it said itself."""
    reviewer: str
    role: str
    decision: Decision
    date: dt.date
    expires: dt.date
    """The last day on which it holds."""
    shape: str = ""
    """`shape_hash` where they decided on the order of the statements, and on what is there at all."""
    statements: Mapping[str, str] = field(default_factory=dict)
    """The statements they decided on: `passage_hash` and id."""
    instead: Mapping[str, str] = field(default_factory=dict)
    """What stood in their place before, the same way."""
    changes: tuple[str, ...] = ()
    """Ids of the changes, or other steps of a review, that they decided."""
    base: str = ""
    """`words_hash` of the text they compared it with; empty for none."""
    comment: str = ""
    after: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The newest records that stood there when it was made: id, and their decision and role."""
    id: str = field(init=False)
    """64 hex digits: the hash of everything else."""

    def __post_init__(self) -> None:
        plain = json.dumps(_plain(self), sort_keys=True, ensure_ascii=False)
        object.__setattr__(self, "id", sha256(plain.encode()).hexdigest())

    @property
    def file_name(self) -> str:
        """The name of its file: day, role, and the start of the id."""
        role = "-".join(re.findall(r"[a-z0-9]+", person(self.role)))[:40] or "role"
        return f"{self.date.isoformat()}-{role}-{self.id[:10]}.json"

    def data(self) -> bytes:
        """The bytes of its file, which are what a signature signs."""
        return (json.dumps({**_plain(self), "id": self.id}, ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(frozen=True, slots=True)
class Damaged:
    """What a record says that was edited after it was written."""

    id: str
    """As it says itself, and as later records name it."""
    record: Record


def _plain(record: Record) -> dict[str, Any]:
    told = {one.name: getattr(record, one.name) for one in fields(Record) if one.name != "id"}
    days = {name: told[name].isoformat() for name in ("written", "date", "expires")}
    more = {"statements": dict(record.statements), "instead": dict(record.instead)}
    after = {id_: list(what) for id_, what in sorted(record.after.items())}
    return {"consentgen": FORMAT, **told, **days, **more, "changes": list(record.changes), "after": after}


def read_record(data: bytes) -> Record:
    """The record that a file holds.

    Raises:
        BadRecord: it holds none, or one that was changed.
    """
    try:
        value = json.loads(data, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadRecord(NOT_JSON) from None
    if not isinstance(value, dict):
        raise BadRecord(NO_RECORD, fault="{}")
    names = {"consentgen", *(one.name for one in fields(Record))}
    if odd := sorted(names.symmetric_difference(value)):
        raise BadRecord(NO_RECORD, fault=", ".join(odd)[:80])
    if wrong := next((name for name, held in value.items() if not _allowed(name, held)), ""):
        raise BadRecord(NO_RECORD, fault=wrong)
    del value["consentgen"]
    told = value.pop("id")
    days = {name: dt.date.fromisoformat(value[name]) for name in ("written", "date", "expires")}
    after = {id_: (str(what[0]), str(what[1])) for id_, what in value["after"].items()}
    typed = {"decision": Decision(value["decision"]), "changes": tuple(value["changes"]), "after": after}
    record = Record(**{**value, **days, **typed})
    if record.id != told:
        raise BadRecord(EDITED, damaged=Damaged(told, record))
    return record


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which every name stands once, or a reader and a program could see two different ones."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError
    return made


def _no_number(name: str) -> None:
    raise ValueError(name)


def _allowed(name: str, value: object) -> bool:
    match name:
        case "consentgen":
            return type(value) is int and value == FORMAT
        case "words" | "text" | "id":
            return _is_hash(value)
        case "shape" | "base":
            return value == "" or _is_hash(value)
        case "statements" | "instead":
            return isinstance(value, dict) and all(_is_hash(k) and _is_line(v) for k, v in value.items())
        case "after":
            return isinstance(value, dict) and all(_is_hash(k) and _is_decision(v) for k, v in value.items())
        case "changes":
            return isinstance(value, list) and all(map(_is_line, value))
        case "written" | "date" | "expires":
            return _is_day(value)
        case "decision":
            return value in list(Decision)
        case "reviewer" | "role":
            return isinstance(value, str) and is_name(value)
        case "comment":
            return isinstance(value, str) and len(value) <= MAX_COMMENT and _is_text(value)
        case _:
            return _is_line(value)


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and bool(_HASH.fullmatch(value))


def _is_decision(value: object) -> bool:
    pair = isinstance(value, list) and len(value) == 2 and all(map(_is_line, value))
    return pair and isinstance(value, list) and value[0] in list(Decision)


def _is_line(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 200 and value.isprintable()


def _is_text(value: str) -> bool:
    return all(c.isprintable() or c == "\n" for c in value)


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
