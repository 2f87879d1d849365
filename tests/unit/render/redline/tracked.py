"""What Word makes of tracked changes when all are accepted, or all rejected: done on the XML alone."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from consentgen.model.reading import Reading
from consentgen.render.parts import gap
from consentgen.render.redline.shown import visible

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> Any:
    """A part of a Word file, parsed."""
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return etree.fromstring(opened.read(name))


def accepted(data: bytes) -> list[str]:
    """The paragraphs with every change taken."""
    return _applied(data, f"{W}ins", f"{W}del")


def rejected(data: bytes) -> list[str]:
    """The paragraphs with every change taken back."""
    return _applied(data, f"{W}del", f"{W}ins")


def _applied(data: bytes, kept: str, gone: str) -> list[str]:
    body = part(data).find(f"{W}body")
    paragraphs, held = [], ""
    for paragraph in body.iterchildren(f"{W}p"):
        assert {kept, gone} >= {p.tag for p in paragraph.iter(f"{W}ins", f"{W}del")}
        for text in paragraph.iter(f"{W}t", f"{W}delText"):
            above = {element.tag for element in text.iterancestors()}
            # What is deleted has another name than what stands or came.
            assert (text.tag == f"{W}delText") == (f"{W}del" in above)
            held += "" if gone in above else text.text or ""
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or mark.find(gone) is None:
            paragraphs.append(held)
            held = ""
    assert not held
    return paragraphs


def told(reading: Reading) -> list[str]:
    """The paragraphs of a text as a client reads them."""
    paragraphs: list[str] = []
    before = None
    for passage in reading.passages:
        if before and (before.block, before.kind) == (passage.block, passage.kind):
            space = gap(before.language or reading.language, passage.language or reading.language)
            paragraphs[-1] += space + visible(passage.text)
        else:
            paragraphs.append(visible(passage.text))
        before = passage
    return paragraphs


def without_last_empty(paragraphs: list[str]) -> list[str]:
    """Less the empty paragraph that a file needs where its last one is taken out or put in."""
    return paragraphs[:-1] if paragraphs and not paragraphs[-1] else paragraphs
