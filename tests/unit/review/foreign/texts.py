"""Files as strangers make them, built in the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

import docx
from docx.oxml import parse_xml

from consentgen.model.reading import Reading
from consentgen.review.foreign import read_foreign

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def kinds_and_words(reading: Reading) -> list[tuple[str, str]]:
    """What each passage is, with its words."""
    return [(p.kind.value, p.text) for p in reading.passages]


def read_text(text: str, name: str = "leaflet.txt") -> list[tuple[str, str]]:
    """The passages of a text file."""
    return kinds_and_words(read_foreign(text.encode(), name))


def html(body: str, head: str = "") -> bytes:
    """A page from elsewhere."""
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'.encode()


def word(*paragraphs: str) -> bytes:
    """A Word file with paragraphs given as WordprocessingML."""
    document = docx.Document()
    for inner in paragraphs:
        document.element.body.insert(
            len(document.element.body) - 1,
            parse_xml(inner if inner.startswith("<w:tbl") else f"<w:p {NS}>{inner}</w:p>"),
        )
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a python-docx document."""
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined] # python-docx has no types
    return out.getvalue()


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in parts:
            pack.writestr(name, data)
    return out.getvalue()


def pdf(*pages: Iterable[str]) -> bytes:
    """An untagged PDF with each line of words where a printer would put it."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for n, lines in enumerate(pages):
        words = "".join(f"({line}) Tj 0 -14 Td\n" for line in lines)
        content = f"BT /F1 11 Tf 50 750 Td\n{words}ET".encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    return (
        out + f"{head}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )
