"""Findings: what is wrong in an author's file, where, and the way out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache


class Severity(StrEnum):
    """How much a finding weighs; `error` stops the leaflet it belongs to."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file."""

    path: str
    """Path as the author would type it, from the project folder."""
    line: int = 1
    """Line, from 1."""
    column: int = 1
    """Column, from 1."""
    field: str = ""
    """Field (`sessions.length`) or statement id, empty for the whole file."""
    cell: str = ""
    """Sheet and cell of a spreadsheet, `Translate!E12`, where nobody counts lines."""

    def __str__(self) -> str:
        if self.cell:
            return f"{self.path}:{self.cell}"
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: where, what, found, expected, and the way out."""

    code: str
    """Rule code, for instance `DE014`; `consentgen explain` knows it."""
    severity: Severity
    place: Place
    what: str
    """The fault in one clause, without a full stop."""
    found: str = ""
    """The value as it stands, shortened; empty when nothing stands there."""
    expected: str = ""
    help: str = ""
    """What to write instead."""

    def at(self, place: Place) -> Finding:
        """The same finding, elsewhere."""
        return replace(self, place=place)


@lru_cache(maxsize=1024)
def shorten(value: str, limit: int = 80) -> str:
    """`value` on one line, without control characters, at most `limit` characters long.

    Also takes bidirectional controls out: a terminal would reorder the line by them.
    """
    hidden = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
    clean = "".join(c if c.isprintable() and c not in hidden else " " for c in value[: limit * 4])
    clean = " ".join(clean.split())
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"


def in_order(findings: list[Finding]) -> list[Finding]:
    """Findings by place, gravest first where the place is the same, without repeats."""
    unique = dict.fromkeys(findings)
    return sorted(
        unique,
        key=lambda f: (f.place.path, f.place.line, f.place.column, f.severity.rank, f.code, f.what),
    )
