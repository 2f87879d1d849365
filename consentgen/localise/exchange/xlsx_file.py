"""A spreadsheet for translators without tools: one row a text, and only the translation can be typed in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from consentgen.localise.exchange.container import TOP_WITHIN, Table, Unfit, first_table, fit, text_of
from consentgen.localise.exchange.fault import MOST_ROWS, Received, refused
from consentgen.localise.exchange.row import Row
from consentgen.localise.exchange.table import (
    COLUMNS,
    CRITICAL,
    TRANSLATION,
    Line,
    cells_of,
    column,
    is_header,
    read_table,
)
from consentgen.model.finding import Place
from consentgen.tongue import said

SHEET, HELP = "Translate", "Read me first"
_WIDTHS = (28, 9, 12, 50, 50, 45, 16, 10, 14)
"""Of the columns, in characters."""
_AT = COLUMNS.index(TRANSLATION)
_STILL = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip file can name: the same words give the same bytes."""
_DATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_TOLD = (
    "This file holds the words of leaflets about talking therapies, in English and in your language.",
    "Type only in the column called translation, on the sheet called Translate. The other cells are locked.",
    "Words in curly brackets, such as {count}, stand for a number or a name. Copy them as they are.",
    "Write every number with the digits 0 to 9, as the English does.",
    "What stands between ** and **, or in [square](round) brackets, is marked in the leaflet. Keep the marks.",
    "A message that counts has one row for each plural form of your language; notes say for which numbers.",
    "Rows with a mark in the column called critical are about crisis, consent, confidentiality or risk.",
    "An empty cell means: not translated yet. Nothing is lost when you leave one empty.",
    "Where notes show a former translation, the English has changed since. Look at it, and write a new one.",
    "You may sort and filter. Do not delete a column, and do not change the first line.",
    "Everything you send back arrives as a draft. Other people read and sign it before clients see it unmarked.",
)
"""What the second sheet says."""


def written(rows: Iterable[Row], language: str) -> bytes:
    """The workbook of a language."""
    from openpyxl import Workbook

    book = Workbook()
    _explain(book.active, language)
    _fill(book.create_sheet(SHEET), rows, right_to_left=_is_right_to_left(language))
    book.active = 1
    book[HELP].sheet_view.tabSelected = False
    out = io.BytesIO()
    book.save(out)
    return _still(out.getvalue())


def _explain(sheet: Any, language: str) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = HELP
    sheet.column_dimensions["A"].width = 110
    for number, text in enumerate((f"For the translator: {language}", *_TOLD), 1):
        cell = sheet.cell(number, 1, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=number == 1, size=14 if number == 1 else 12)
    sheet.protection.sheet = True


def _fill(sheet: Any, rows: Iterable[Row], *, right_to_left: bool) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection

    top = Alignment(wrap_text=True, vertical="top")
    turned = Alignment(wrap_text=True, vertical="top", readingOrder=2 if right_to_left else 1)
    marked = PatternFill("solid", fgColor="FFF2CC")
    sheet.append(list(COLUMNS))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, row in enumerate(rows, 2):
        for at, text in enumerate(cells_of(row), 1):
            cell = sheet.cell(number, at)
            _put(cell, text)
            cell.alignment = turned if at == _AT + 1 else top
            if row.critical and COLUMNS[at - 1] == CRITICAL:
                cell.fill = marked
        typed = sheet.cell(number, _AT + 1)
        typed.protection, typed.number_format = Protection(locked=False), "@"
    for letter, width in zip("ABCDEFGHI", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    _protect(sheet)


def _put(cell: Any, text: str) -> None:
    """Words, whatever they begin with: a cell that is text is never run."""
    if text:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = True


def _protect(sheet: Any) -> None:
    """Lock what is not the translation; sorting, filters and widths stay free. There is no password."""
    protection = sheet.protection
    protection.sheet = True
    for free in ("sort", "autoFilter", "formatColumns", "formatRows", "formatCells"):
        setattr(protection, free, False)


def _is_right_to_left(language: str) -> bool:
    from consentgen.localise.facts import facts_by_cldr

    return facts_by_cldr(language).direction == "rtl"


def _still(data: bytes) -> bytes:
    """The workbook without the time at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            held = old.read(name)
            if name == "docProps/core.xml":
                held = _DATED.sub(rb"\g<1>1980-01-01T00:00:00Z", held)
            entry = zipfile.ZipInfo(name, _STILL)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, held)
    return out.getvalue()


def read(data: bytes, label: str) -> Received:
    """What a workbook holds, and every cell that cannot be read: no macro, no formula, no link is followed."""
    try:
        fit(data)
        table = first_table(data, is_header, rows=MOST_ROWS + TOP_WITHIN)
    except Unfit as unfit:
        return refused(unfit.code, label, unfit.what, unfit.way_out)
    if table:
        top = tuple(text_of(value) for value, _ in table.lines[0])
        return read_table(top, _lines(table, column(top, TRANSLATION), label), label)
    what = said("no sheet has a line that names the columns of our table")
    return refused(
        "EX007", label, what, said("Keep the first line as it was: {columns}.", columns=", ".join(COLUMNS))
    )


def _lines(table: Table, at: int, label: str) -> Iterable[Line]:
    """The lines below the top of the table; `at` is the column of the translations."""
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(at + 1)
    for number, cells in enumerate(table.lines[1:], table.top + 1):
        place = Place(label, number, at + 1, cell=f"{table.sheet}!{letter}{number}")
        value, kind = cells[at] if at < len(cells) else (None, "n")
        wrong = "" if value is None or (isinstance(value, str) and kind not in "fe") else str(value)[:80]
        yield Line(tuple(text_of(value) for value, _ in cells), place, wrong)
