"""The formats by name, and what a file that comes back is, by what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from consentgen.localise.exchange import csv_file, xliff12, xliff20, xlsx_file
from consentgen.localise.exchange.fault import MAX_BYTES, MOST_LINES, MOST_ROWS, Received, refused, too_large
from consentgen.localise.exchange.row import Row
from consentgen.localise.exchange.text import decoded
from consentgen.localise.exchange.xml import parsed
from consentgen.localise.tags import tag
from consentgen.tongue import said


@dataclass(frozen=True, slots=True)
class Format:
    """One way to carry rows."""

    suffix: str
    written: Callable[[Iterable[Row], str], bytes]
    """The bytes of the rows of a language."""


FORMATS = {
    "xliff": Format(".xlf", xliff12.written),
    "xliff2": Format(".xliff", xliff20.written),
    "xlsx": Format(".xlsx", xlsx_file.written),
    "csv": Format(".csv", csv_file.written),
}
"""Names as `i18n export --format` takes them."""
_ZIPPED, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"


def pack(rows: Iterable[Row], locale: str, form: str) -> bytes:
    """The file of a language in one of `FORMATS`: the same rows give the same bytes."""
    return FORMATS[form].written(rows, tag(locale))


def unpack(file: Path, label: str) -> Received:
    """What a file holds, whatever it is called; its size is looked at before it is opened."""
    try:
        if not file.is_file():
            return refused(
                "EX001", label, said("there is no such file"), said("Give the file the translator sent.")
            )
        if file.stat().st_size > MAX_BYTES:
            return too_large(label)
        data = file.read_bytes()
    except OSError as error:
        what = said("the file cannot be read: {reason}", reason=error.strerror or said("unknown reason"))
        return refused("EX001", label, what, said("Check that you may read it."))
    return received(data, label)


def received(data: bytes, label: str) -> Received:
    """What bytes hold: a spreadsheet, XLIFF or CSV; a file without a text is told as such."""
    got = _received(data, label)
    if got.rows or got.findings:
        return got
    return refused(
        "EX007", label, said("there is no text in the file"), said("Give the file the translator sent.")
    )


def _received(data: bytes, label: str) -> Received:
    if len(data) > MAX_BYTES:
        return too_large(label)
    if data.startswith(_OLD_OFFICE):
        what = said("this is a workbook of an old Excel, or one with a password")
        return refused("EX001", label, what, said("Save it as Excel Workbook (.xlsx), without a password."))
    if data.startswith(_ZIPPED):
        return xlsx_file.read(data, label)
    text = decoded(data, label)
    if isinstance(text, Received):
        return text
    if not text.strip():
        return refused("EX001", label, said("the file is empty"), said("Ask for the file again."))
    if text.count("\n") > MOST_LINES:
        return too_large(label, said("the file has more than {most} lines", most=f"{MOST_LINES:,}"))
    return _xliff(text, label) if text.lstrip().startswith("<") else csv_file.read(text, label)


_READERS: dict[str, Callable[[etree._Element, str], Received]] = {
    "1": xliff12.read,
    "2": xliff20.read,
}
"""By the first digit of the version: tools write 1.1 and 1.2, 2.0 and 2.1."""


def _xliff(text: str, label: str) -> Received:
    root = parsed(text, label)
    if isinstance(root, Received):
        return root
    read = _READERS.get(root.get("version", "")[:1])
    if etree.QName(root).localname != "xliff" or read is None:
        return refused(
            "EX007",
            label,
            said("this is no XLIFF 1.2 or 2.0"),
            said("Export as XLIFF, not as another XML file."),
        )
    found = read(root, label)
    if len(found.rows) > MOST_ROWS:
        return too_large(label, said("the file holds more than {most} texts", most=f"{MOST_ROWS:,}"))
    return found
