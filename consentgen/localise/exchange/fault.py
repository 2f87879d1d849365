"""Faults of files that come back from a translator: EX001 to EX014, each with its way out."""

from __future__ import annotations

from dataclasses import dataclass

from consentgen.localise.exchange.row import Row
from consentgen.model.finding import Finding, Place, Severity, shorten
from consentgen.tongue import later, said

MAX_BYTES = 10_000_000
"""A spreadsheet of 400 messages has about 50,000 bytes, an XLIFF file about 300,000."""
MOST_ROWS = 20_000
"""A language with six plural forms has about 700 rows."""
MOST_LINES = 500_000
"""An XLIFF file has about ten lines a text."""
AGAIN = later("Export the language again, and copy the translations into the new file.")


@dataclass(frozen=True, slots=True)
class Received:
    """What a file held, and every fault found in reading it."""

    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()


def fault(code: str, place: Place, what: str, way_out: str, told: tuple[str, str] = ("", "")) -> Finding:
    """A fault at a place in a file; `told` is what was found and what was expected."""
    found, expected = told
    return Finding(code, Severity.ERROR, place, what, shorten(found), shorten(expected), way_out)


def refused(code: str, label: str, what: str, way_out: str, *, line: int = 1) -> Received:
    """A file of which nothing can be taken."""
    return Received((), (fault(code, Place(label, line), what, way_out),))


def too_large(label: str, what: str = "") -> Received:
    """A file that is not read because of its size."""
    what = what or said("the file is larger than {size} bytes", size=f"{MAX_BYTES:,}")
    return refused("EX003", label, what, said("Send the file that was exported; it is far smaller."))
