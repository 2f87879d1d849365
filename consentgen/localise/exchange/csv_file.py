"""CSV: every cell in quotes, in UTF-8 with a mark so that Excel knows, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from consentgen.localise.exchange.fault import Received, refused
from consentgen.localise.exchange.row import Row
from consentgen.localise.exchange.table import COLUMNS, Line, cells_of, is_header, read_table
from consentgen.model.finding import Place
from consentgen.tongue import said

_RUNS = "[=+\\-@\t\r＝＋－＠]"
"""What makes a spreadsheet take a cell for a formula.

Source: https://owasp.org/www-community/attacks/CSV_Injection
"""
_TO_GUARD = re.compile(f"'*{_RUNS}")
_GUARDED = re.compile(f"'+{_RUNS}")
_DELIMITERS = ",;\t"
"""Excel writes a semicolon where a comma is the decimal mark, and a tab as Unicode text."""


def written(rows: Iterable[Row], _language: str) -> bytes:
    """The file of a language."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in cells_of(row)] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell with an apostrophe in front where a spreadsheet would run it."""
    return f"'{cell}" if _TO_GUARD.match(cell) else cell


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that `guarded` put in front."""
    return cell[1:] if _GUARDED.match(cell) else cell


def read(text: str, label: str) -> Received:
    """What a CSV text holds, and every line that cannot be read."""
    top = re.split(r"[\r\n]", text, maxsplit=1)[0]
    delimiter = next((mark for mark in _DELIMITERS if is_header(_cells(top, mark))), "")
    if not delimiter:
        what = said("the first line does not name the columns of our table")
        return refused("EX007", label, what, said("It has to be: {columns}.", columns=", ".join(COLUMNS)))
    lines = _lines(text, delimiter, label)
    try:
        header = next(lines).cells
        return read_table(header, lines, label)
    except csv.Error as error:
        way_out = said(
            "Put each cell in quotes, and write a quote inside it twice. Ask for the file again if it was cut."
        )
        what = said("the file cannot be read as CSV: {reason}", reason=error)
        return refused("EX004", label, what, way_out, line=_line_of(error))


def _cells(line: str, delimiter: str) -> list[str]:
    """The cells of one line; none where they cannot be told apart."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


class _At(csv.Error):
    """A fault with its line."""

    def __init__(self, error: csv.Error, line: int) -> None:
        super().__init__(str(error))
        self.line = line


def _line_of(error: csv.Error) -> int:
    return error.line if isinstance(error, _At) else 1


def _lines(text: str, delimiter: str, label: str) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        begin = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _At(error, begin) from None
        yield Line(tuple(map(unguarded, cells)), Place(label, begin))
