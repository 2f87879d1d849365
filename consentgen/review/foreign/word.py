"""Word files: paragraphs, headings, lists and tables, with tracked changes as if all were accepted."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from typing import Any

from consentgen.errors import CannotRead
from consentgen.model.reading import Reading
from consentgen.review.foreign.found import passages, titled
from consentgen.review.foreign.refusals import (
    DAMAGED_WORD,
    DOCUMENT_TYPE,
    MACROS,
    OPEN_DOCUMENT,
    OTHER_ZIP,
    PASSWORD,
    UNPACKS_TO_TOO_MUCH,
)
from consentgen.review.foreign.word_body import Body, w

MAX_UNPACKED = 60_000_000
"""Bytes of words and marks; pictures are not unpacked."""
MAX_PARTS = 3000
_MARKUP = (".xml", ".rels")
_DEFINES = (b"<!DOCTYPE", b"<!ENTITY")


def read_word(data: bytes, name: str) -> Reading:
    """The words of a Word file; its headers and footers are left out, and nothing is loaded from elsewhere.

    Raises:
        CannotRead: it is damaged, locked, or no Word file.
    """
    _fit(data, name)
    document = _opened(data, name)
    try:
        body = Body(document)
        found = body.blocks()
    except (KeyError, ValueError, AttributeError, TypeError, RecursionError):
        raise _damaged(name) from None
    told = passages(titled(found, top=frozenset(body.highest)))
    return Reading(name, _language(document), told, "rtl" if body.right_to_left else "ltr")


def _fit(data: bytes, name: str) -> None:
    """Look a file over before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            parts = pack.infolist()
            _is_word({part.filename for part in parts}, pack, name)
            markup = [part for part in parts if part.filename.lower().endswith(_MARKUP)]
            if len(parts) > MAX_PARTS or sum(part.file_size for part in markup) > MAX_UNPACKED:
                raise CannotRead(name, *UNPACKS_TO_TOO_MUCH, most=f"{MAX_UNPACKED:,}")
            for part in markup:
                _look_into(pack.read(part), name)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError):
        raise _damaged(name) from None
    except RuntimeError:
        raise CannotRead(name, *PASSWORD) from None


def _is_word(names: set[str], pack: zipfile.ZipFile, name: str) -> None:
    if "[Content_Types].xml" in names and any(part.startswith("word/") for part in names):
        return
    kind = pack.read("mimetype")[:80].decode("ascii", "replace") if "mimetype" in names else ""
    if "opendocument" in kind:
        raise CannotRead(name, *OPEN_DOCUMENT)
    raise CannotRead(name, *OTHER_ZIP)


def _look_into(held: bytes, name: str) -> None:
    """No part may define entities; the parser would not follow them, but no program writes them either."""
    plain = held.replace(b"\0", b"")[:200_000].upper()
    if any(mark in plain for mark in _DEFINES):
        raise CannotRead(name, *DOCUMENT_TYPE)


def _opened(data: bytes, name: str) -> Any:
    """The file as python-docx opens it, which leaves alone what lies elsewhere."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        if document.element.body is None:
            raise ValueError
    except (
        OpcError, LxmlError, KeyError, ValueError, AttributeError, TypeError, IndexError, OSError,
        zipfile.BadZipFile, zlib.error, RecursionError,
    ) as error:  # fmt: skip
        if "macroEnabled" in str(error) or "template" in str(error):
            raise CannotRead(name, *MACROS) from None
        raise _damaged(name) from None
    return document


def _damaged(name: str) -> CannotRead:
    return CannotRead(name, *DAMAGED_WORD)


def _language(document: Any) -> str:
    """The language most words are marked with, else the one of the styles; `und` where there is none."""
    marked: Counter[str] = Counter()
    for run in document.element.body.iter(w("r")):
        told = run.find(f"{w('rPr')}/{w('lang')}")
        if told is not None and (tag := told.get(w("val"))):
            marked[tag] += sum(len(text.text or "") for text in run.iter(w("t")))
    if marked:
        return marked.most_common(1)[0][0]
    style = document.styles.element.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}")
    return (style.get(w("val")) if style is not None else None) or "und"
