"""CSV opens in Excel as it is, runs nothing there, and is read however Excel saves it."""

from __future__ import annotations

import csv
import io

import pytest

from consentgen.localise.exchange import pack
from consentgen.localise.exchange.csv_file import guarded, unguarded
from consentgen.localise.exchange.formats import received
from tests import travel

NAME = "opening.purpose"


def test_it_begins_with_a_mark_and_has_every_cell_in_quotes() -> None:
    data = pack(travel.rows("pl"), "pl", "csv")
    assert data.startswith(b'\xef\xbb\xbf"id","form","critical","English","translation"')
    assert data.endswith(b'"\r\n')


@pytest.mark.parametrize(
    "words", ["=1+1", "+48", "-5", "@SUM(A1)", "\t=1", "＝1", "'=1", "''-x", '=HYPERLINK("x")']
)
def test_no_cell_is_run_and_every_cell_is_itself_again(words: str) -> None:
    assert guarded(words).startswith("'")
    assert words == unguarded(guarded(words))


@pytest.mark.parametrize("words", ["", "word", "'tis", "a=b", "{count}"])
def test_what_no_spreadsheet_runs_stays_as_it_is(words: str) -> None:
    assert words == guarded(words) == unguarded(words)


def test_a_formula_for_a_translation_is_guarded_in_the_file() -> None:
    data = pack(travel.put("pl", NAME, target='=cmd|"/c calc"!A1'), "pl", "csv").decode("utf-8-sig")
    [line] = [cells for cells in csv.reader(io.StringIO(data)) if cells[0] == NAME]
    assert '\'=cmd|"/c calc"!A1' == line[4]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_is_read_however_excel_saves_it(delimiter: str, encoding: str) -> None:
    held = list(csv.reader(io.StringIO(pack(travel.rows("pl"), "pl", "csv").decode("utf-8-sig"), newline="")))
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(held)
    got = received(out.getvalue().encode(encoding), "pl.csv")
    assert ([row.target for row in travel.rows("pl")], ()) == ([row.target for row in got.rows], got.findings)


def test_columns_may_stand_in_another_order_and_there_may_be_more() -> None:
    held = list(csv.reader(io.StringIO(pack(travel.rows("pl"), "pl", "csv").decode("utf-8-sig"), newline="")))
    out = io.StringIO()
    csv.writer(out).writerows([*reversed(cells), "mine"] for cells in held)
    got = received(out.getvalue().encode(), "pl.csv")
    assert [row.target for row in travel.rows("pl")] == [row.target for row in got.rows]


def test_a_row_has_the_line_it_begins_at() -> None:
    data = pack(travel.rows("pl"), "pl", "csv")
    lines = data.decode("utf-8-sig").splitlines()
    for row in received(data, "pl.csv").rows:
        assert lines[row.place.line - 1].startswith(f'"{row.id}"')
