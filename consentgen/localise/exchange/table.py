"""A table of rows: the columns that a spreadsheet and a CSV file share, and how they are read back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from consentgen.localise.exchange.fault import AGAIN, MOST_ROWS, Received, fault, refused
from consentgen.localise.exchange.row import Row
from consentgen.localise.state import State
from consentgen.model.finding import Finding, Place
from consentgen.tongue import said

CRITICAL = "critical"
TRANSLATION = "translation"
COLUMNS = ("id", "form", CRITICAL, "English", TRANSLATION, "notes", "state", "language", "fingerprint")
"""The first line of the table, in this order."""
_NEEDED = ("id", "form", "English", TRANSLATION, "language", "fingerprint")
_SEPARATOR = "\n"
_STATES = {State.MISSING: "to translate", State.STALE: "to translate again", State.DRAFT: "draft", State.REVIEWED: "reviewed"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table, as it was read."""

    cells: tuple[str, ...]
    place: Place
    """Of its translation, without the id."""
    no_text: str = ""
    """What the cell of the translation holds that is no text, for instance a formula."""


def cells_of(row: Row) -> tuple[str, ...]:
    """A row as the cells of a line."""
    return (
        row.id, row.category, "two people review" if row.critical else "", row.source, row.target,
        _SEPARATOR.join(row.notes), _STATES[row.state], row.language, row.fingerprint,
    )  # fmt: skip


def column(header: Sequence[str], name: str) -> int:
    """Where a column stands, in whatever capitals; -1 where it is missing."""
    names = [cell.strip().casefold() for cell in header]
    return names.index(name.casefold()) if name.casefold() in names else -1


def is_header(cells: Sequence[str]) -> bool:
    """Whether a line may be the first of our table: it names the id and the translation."""
    return min(column(cells, "id"), column(cells, TRANSLATION)) >= 0


def read_table(header: Sequence[str], lines: Iterable[Line], label: str) -> Received:
    """The rows of a table, and every line that cannot be read; columns may stand in another order."""
    missing = [name for name in _NEEDED if column(header, name) < 0]
    if missing:
        what = said("the table has no column called {column}", column=missing[0])
        return refused(
            "EX007",
            label,
            what,
            said("Keep the first line as it was: {columns}.", columns=", ".join(COLUMNS)),
        )
    rows: list[Row] = []
    findings: list[Finding] = []
    for line in lines:
        if not any(cell.strip() for cell in line.cells) and not line.no_text:
            continue
        if len(rows) == MOST_ROWS:
            what = said("the table has more than {most} rows", most=f"{MOST_ROWS:,}")
            findings.append(fault("EX003", line.place, what, said(AGAIN)))
            break
        row = _row(header, line)
        rows.append(row)
        findings += [_no_text(row, line.no_text)] if line.no_text else []
    return Received(tuple(rows), tuple(findings))


def _row(header: Sequence[str], line: Line) -> Row:
    held = {
        name: line.cells[at] if (at := column(header, name)) < len(line.cells) else "" for name in _NEEDED
    }
    key = held["id"].strip()
    place = replace(line.place, field=key)
    return Row(
        key, held["form"].strip(), held["English"], held[TRANSLATION], held["language"].strip(),
        held["fingerprint"].strip(), place=place,
    )  # fmt: skip


def _no_text(row: Row, found: str) -> Finding:
    way_out = said("Format the cell as text, and type the words again.")
    return fault("EX014", row.place, said("the cell holds something else than text"), way_out, (found, ""))
