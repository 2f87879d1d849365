"""The spreadsheet a translator gets: locked but for one column, explained, the same every time."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from consentgen.localise.exchange import pack
from consentgen.localise.exchange.fault import Received
from consentgen.localise.exchange.formats import received
from consentgen.localise.exchange.table import COLUMNS
from tests import travel

NAME = "opening.purpose"
ROWS = tuple(row for row in travel.rows("pl") if row.id.startswith(("title", "opening.", "facts.")))


def book(locale: str = "pl") -> Any:
    rows = ROWS if locale == "pl" else travel.rows(locale)[:20]
    return load_workbook(io.BytesIO(pack(rows, locale, "xlsx")))


def edited(change: Callable[[Any], None]) -> Received:
    """What is read of the workbook after somebody changed its sheet."""
    opened = book()
    change(opened["Translate"])
    out = io.BytesIO()
    opened.save(out)
    return received(out.getvalue(), "pl.xlsx")


def line_of(sheet: Any, name: str) -> int:
    return next(number for number in range(1, sheet.max_row + 1) if sheet.cell(number, 1).value == name)


def test_the_first_line_stays_in_sight_and_columns_are_wide_and_wrapped() -> None:
    sheet = book()["Translate"]
    assert list(COLUMNS) == [cell.value for cell in sheet[1]]
    assert "A2" == sheet.freeze_panes
    assert sheet.column_dimensions["D"].width >= 40
    assert sheet["D2"].alignment.wrap_text


def test_only_the_translation_can_be_typed_in() -> None:
    sheet = book()["Translate"]
    assert sheet.protection.sheet
    assert ["E"] == [cell.column_letter for cell in sheet[2] if not cell.protection.locked]
    assert "@" == sheet["E2"].number_format


def test_what_is_critical_is_marked_in_words() -> None:
    sheet = book()["Translate"]
    at = line_of(sheet, "opening.choice")
    assert "two people review" == sheet.cell(at, 3).value
    assert "Critical" in sheet.cell(at, 6).value


def test_the_other_sheet_explains_in_plain_words() -> None:
    told = " ".join(str(cell.value) for cell in book()["Read me first"]["A"])
    for word in ("translation", "curly brackets", "plural form", "critical", "draft"):
        assert word in told


def test_arabic_is_written_from_the_right() -> None:
    assert 2 == book("ar")["Translate"]["E2"].alignment.readingOrder
    assert 1 == book()["Translate"]["E2"].alignment.readingOrder


def test_words_that_look_like_a_formula_are_words() -> None:
    rows = [replace(row, target="=1+1") if row.id == NAME else row for row in ROWS]
    data = pack(rows, "pl", "xlsx")
    sheet = load_workbook(io.BytesIO(data))["Translate"]
    cell = sheet.cell(line_of(sheet, NAME), 5)
    assert ("s", "=1+1", True) == (cell.data_type, cell.value, cell.quotePrefix)
    assert "=1+1" in [row.target for row in received(data, "pl.xlsx").rows]


@pytest.mark.parametrize("value", ["=1+1", "=HYPERLINK(A1)", 7, 1.5, True, "#REF!"])
def test_a_cell_that_is_no_text_is_told_with_its_name(value: Any) -> None:
    def change(sheet: Any) -> None:
        cell = sheet.cell(line_of(sheet, NAME), 5)
        cell.value = value
        cell.data_type = "e" if value == "#REF!" else cell.data_type

    [finding] = edited(change).findings
    assert "EX014" == finding.code
    assert str(finding.place).startswith("pl.xlsx:Translate!E")


def test_rows_may_be_sorted_and_lines_put_above() -> None:
    def change(sheet: Any) -> None:
        sheet.insert_rows(1)
        sheet.insert_rows(5)

    got = edited(change)
    assert ([row.target for row in ROWS], ()) == ([row.target for row in got.rows], got.findings)


def test_a_column_sorted_alone_is_found_out() -> None:
    def change(sheet: Any) -> None:
        words = [sheet.cell(number, 4).value for number in range(2, sheet.max_row + 1)]
        for number, value in enumerate(sorted(words), 2):
            sheet.cell(number, 4).value = value

    arrived = travel.taken(edited(change).rows, "pl")
    assert {"EX009"} == set(travel.codes(arrived))
    assert () == arrived.drafts
