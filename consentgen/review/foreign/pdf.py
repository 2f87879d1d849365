"""PDF: the words of each page in their order; paragraphs are not rebuilt, for a page does not hold them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any
from unicodedata import east_asian_width

import pypdfium2
from pypdfium2 import raw

from consentgen.errors import CannotRead
from consentgen.model.leaflet import DRAFT
from consentgen.model.reading import Passage, Reading
from consentgen.review.foreign.found import squeezed
from consentgen.review.foreign.pdf_words import rejoined, spelled, without_furniture
from consentgen.review.foreign.refusals import (
    DAMAGED_PAGE,
    DAMAGED_PDF,
    PASSWORD,
    SCANNED,
    TOO_MANY_CHARACTERS,
    TOO_MANY_PAGES,
)

MAX_PAGES = 500
MAX_CHARACTERS = 5_000_000
_MAKER = "Typst"
"""What the files of our own builds say they were made by."""


def read_pdf(data: bytes, name: str) -> Reading:
    """The words of a PDF, a passage for each page.

    Running heads and feet are left out: by their marks in a tagged file, else where pages repeat them.

    Raises:
        CannotRead: it is damaged, has a password, holds pictures of words alone, or has too many pages.
    """
    with closing(_opened(data, name)) as document:
        if len(document) > MAX_PAGES:
            raise CannotRead(name, *TOO_MANY_PAGES, most=f"{MAX_PAGES:,}")
        pages = spelled(data) if _has_spelling(document) else None
        if pages is None:
            pages = without_furniture(_texts(document, name), tagged=document.is_tagged())
        language, head = _language(document), _head_of_ours(document)
    told = [squeezed(page) for page in rejoined(pages)]
    if not any(map(str.strip, told)):
        raise CannotRead(name, *SCANNED)
    told[0] = _without_head(told[0], head)
    passages = tuple(
        Passage(text, block=n, place=f"page {n + 1}") for n, text in enumerate(told) if text.strip()
    )
    from consentgen.review.foreign.read import direction_of_words

    return Reading(name, language or "und", passages, direction_of_words(passages), stream=True)


def _opened(data: bytes, name: str) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise CannotRead(name, *PASSWORD) from None
        raise CannotRead(name, *DAMAGED_PDF) from None


def _texts(document: Any, name: str) -> list[str]:
    texts: list[str] = []
    count = 0
    for number in range(len(document)):
        try:
            page = document[number]
            texts.append(_text(page))
            page.close()
        except pypdfium2.PdfiumError:
            raise CannotRead(name, *DAMAGED_PAGE, number=number + 1) from None
        count += len(texts[-1])
        if count > MAX_CHARACTERS:
            raise CannotRead(name, *TOO_MANY_CHARACTERS, most=f"{MAX_CHARACTERS:,}")
    return texts


def _text(page: Any) -> str:
    """The words of a page, less those that are marked as no part of the text; a broken word keeps its mark."""
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > MAX_CHARACTERS or not _has_artifacts(page):
            return _whole(text, count)
        seen: dict[int, bool] = {}
        return "".join(_kept(text, count, seen))
    finally:
        text.close()


def _whole(text: Any, count: int) -> str:
    """All words of a page."""
    return "".join(_letter(text, n) for n in range(min(count, MAX_CHARACTERS + 1)))


def _kept(text: Any, count: int, seen: dict[int, bool]) -> Iterator[str]:
    for n in range(count):
        holder = raw.FPDFText_GetTextObject(text, n)
        key = ctypes.addressof(holder.contents) if holder else 0
        if key not in seen:
            seen[key] = bool(holder) and _is_artifact(holder)
        if not seen[key]:
            yield _letter(text, n)


def _letter(text: Any, place: int) -> str:
    """A character; a space that stands only for a gap between signs without spaces is none."""
    code = raw.FPDFText_GetUnicode(text, place)
    if code == 0x20 and raw.FPDFText_IsGenerated(text, place) == 1 and _beside_wide(text, place):
        return ""
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _beside_wide(text: Any, place: int) -> bool:
    sides = (raw.FPDFText_GetUnicode(text, n) for n in (place - 1, place + 1) if n >= 0)
    return any(0 < code < 0x110000 and east_asian_width(chr(code)) in "WF" for code in sides)


def _has_artifacts(page: Any) -> bool:
    return any(
        _is_artifact(found.raw) for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4)
    )


def _is_artifact(holder: Any) -> bool:
    """Whether an object is marked as a running head, a page number or the like (ISO 32000-1, 14.8.2.2)."""
    return any(
        _mark(raw.FPDFPageObj_GetMark(holder, n)) == "Artifact"
        for n in range(raw.FPDFPageObj_CountMarks(holder))
    )


def _mark(mark: Any) -> str:
    length = ctypes.c_ulong()
    name = (ctypes.c_ushort * 32)()
    raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), ctypes.byref(length))
    return bytes(name)[: max(length.value - 2, 0)].decode("utf-16-le", "ignore")


def _language(document: Any) -> str:
    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size < 200:
        return ""
    told = (ctypes.c_ushort * size)()
    raw.FPDFCatalog_GetLanguage(document, told, size)
    return bytes(told).decode("utf-16-le", "ignore").partition("\0")[0].strip()


def _head_of_ours(document: Any) -> tuple[str, str]:
    """The name of the service and the title, where a build of ours made the file; its first page begins with them."""
    about = document.get_metadata_dict()
    ours = str(about.get("Creator", "")).startswith(_MAKER)
    title = squeezed(about.get("Title", "")).removeprefix(f"{DRAFT} – ")
    return (squeezed(about.get("Author", "")), title) if ours else ("", "")


def _without_head(text: str, head: tuple[str, str]) -> str:
    """A first page of ours without the banners and the name of the service above the title."""
    service, title = head
    start = text.find(f"{service} {title}") if service and title else -1
    return text[start + len(service) + 1 :] if start >= 0 else text


def _has_spelling(document: Any) -> bool:
    """Whether the first words of a tagged file are spelled beside their shapes, as in ours of scripts that are shaped."""
    if not document.is_tagged() or not len(document):
        return False
    tree = raw.FPDF_StructTree_GetForPage(document[0])
    if not tree:
        return False
    try:
        ahead = [
            raw.FPDF_StructTree_GetChildAtIndex(tree, n)
            for n in range(raw.FPDF_StructTree_CountChildren(tree))
        ]
        return any(_is_spelled(element) for element in _descendants(ahead))
    finally:
        raw.FPDF_StructTree_Close(tree)


def _descendants(ahead: Sequence[Any]) -> Iterator[Any]:
    waiting, left = list(ahead), 2000
    while waiting and left:
        element = waiting.pop()
        left -= 1
        if element:
            yield element
            count = raw.FPDF_StructElement_CountChildren(element)
            waiting += [raw.FPDF_StructElement_GetChildAtIndex(element, n) for n in range(max(count, 0))]


def _is_spelled(element: Any) -> bool:
    return bool(raw.FPDF_StructElement_GetActualText(element, None, 0) > 2)
