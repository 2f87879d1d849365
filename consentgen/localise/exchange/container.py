"""Workbooks from strangers: looked at as a zip file before anything is read out of them."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from consentgen.tongue import later, said

MAX_UNPACKED = 15_000_000
"""Bytes; a workbook of 700 rows unpacks to about 500,000."""
MOST_PARTS, MOST_SHEETS, MOST_COLUMNS = 500, 10, 50
TOP_WITHIN = 10
"""Lines in which the top of the table is looked for."""
_PROGRAMS = re.compile(
    r"vbaproject|macrosheets?/|activex|embeddings/|oleobject|ctrlprops|\.(?:bin|exe|dll|js|vbs)$",
    re.IGNORECASE,
)
_HARMLESS = re.compile(r"printersettings|^xl/(?:media|theme|calcchain)", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml")
_DEFINES = (b"<!DOCTYPE", b"<!ENTITY")
_ENCODING = re.compile(rb"""[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
_BROKEN = later("Open it in a spreadsheet program, save it as .xlsx, and import that.")

Cells = tuple[tuple[Any, str], ...]
"""The values of a line, each with openpyxl's letter for its kind."""


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a table, its top first."""

    sheet: str
    top: int
    """The number of its first line in the sheet."""
    lines: tuple[Cells, ...]


class Unfit(Exception):
    """A workbook that is not read, and why."""

    def __init__(self, code: str, what: str, way_out: str) -> None:
        super().__init__(what)
        self.code, self.what, self.way_out = code, what, way_out


def fit(data: bytes) -> None:
    """Look a workbook over before it is read.

    Raises:
        Unfit: it is broken, holds programs, or unpacks to more than any translation needs.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            _look(pack)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
        raise Unfit("EX004", said("the file cannot be unpacked as a workbook"), said(_BROKEN)) from error
    except RuntimeError as error:
        raise Unfit(
            "EX001", said("the workbook has a password"), said("Save it without a password.")
        ) from error


def _look(pack: zipfile.ZipFile) -> None:
    parts = pack.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unfit(
            "EX003",
            said("the workbook unpacks to more than a translation needs"),
            said("Send the file that was exported."),
        )
    if len(names) != len({name.casefold() for name in names}):
        raise Unfit("EX004", said("the workbook holds a part twice"), said(_BROKEN))
    if odd := [name for name in names if _PROGRAMS.search(name) and not _HARMLESS.search(name)]:
        way_out = said("Save it as Excel Workbook (.xlsx), which holds no macros, and import that.")
        what = said("the workbook holds a program or another file: {file}", file=odd[0][:60])
        raise Unfit("EX005", what, way_out)
    if "[Content_Types].xml" not in names:
        raise Unfit("EX007", said("this is a zip file, and no workbook"), said("Send the .xlsx file itself."))
    for part in parts:
        _look_into(part.filename, pack.read(part))


def _look_into(name: str, held: bytes) -> None:
    """No part may define entities, and no part may say that it is a macro."""
    plain = held.replace(b"\0", b"") if name.lower().endswith(_XML) else b""
    told = _ENCODING.match(plain[:200])
    if told and told[1].lower() not in (b"utf-8", b"utf-16", b"us-ascii", b"ascii"):
        raise Unfit("EX002", said("{file} is in another encoding than UTF-8", file=name[:60]), said(_BROKEN))
    if any(mark in plain.upper() for mark in _DEFINES):
        raise Unfit(
            "EX005", said("{file} defines a document type or entities", file=name[:60]), said(_BROKEN)
        )
    if name == "[Content_Types].xml" and b"macroEnabled" in plain:
        raise Unfit(
            "EX005",
            said("the workbook says that it holds macros"),
            said("Save it as Excel Workbook (.xlsx)."),
        )


def first_table(data: bytes, is_top: Callable[[Sequence[str]], bool], *, rows: int) -> Table | None:
    """The first sheet with a line that is the top of the table; None where none of the first sheets has one.

    Formulas are as they are written, never worked out.

    Args:
        data: the workbook, looked over by `fit`.
        is_top: whether the texts of a line are the top of the table.
        rows: how many lines are read at most.

    Raises:
        Unfit: it cannot be read as a workbook.
    """
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # openpyxl warns of every feature it drops; a translator's words are all we want.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            for sheet in book.worksheets[:MOST_SHEETS]:
                for number, cells in enumerate(_values(sheet, TOP_WITHIN), 1):
                    if is_top(tuple(text_of(value) for value, _ in cells)):
                        return Table(sheet.title, number, tuple(_values(sheet, rows)[number - 1 :]))
            return None
    except (
        zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, TypeError, AttributeError,
        IndexError, OSError, EOFError, ArithmeticError, AssertionError, RecursionError, NotImplementedError,
    ) as error:  # fmt: skip
        raise Unfit("EX004", said("the workbook cannot be read"), said(_BROKEN)) from error


def _values(sheet: Any, rows: int) -> list[Cells]:
    sheet.reset_dimensions()
    lines = sheet.iter_rows(max_row=rows, max_col=MOST_COLUMNS)
    return [tuple((cell.value, getattr(cell, "data_type", "n")) for cell in line) for line in lines]


def text_of(value: object) -> str:
    """The words of a cell; empty where it holds something else."""
    return value if isinstance(value, str) else ""
