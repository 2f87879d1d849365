"""Bytes -> text: only what says or proves its encoding is read, for a wrong guess changes words."""

from __future__ import annotations

import codecs
import re

from consentgen.errors import CannotRead
from consentgen.review.foreign.refusals import BINARY, NOT_AS_DECLARED, UNKNOWN_ENCODING

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,20})", re.IGNORECASE
)
_KNOWN = re.compile(
    r"windows-125\d|iso-8859-\d{1,2}|koi8-[ru]|gbk|gb2312|gb18030|big5|shift_jis|euc-(?:jp|kr)"
)
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, in UTF-16 or -32 with its mark, or in the encoding that a web page declares.

    Raises:
        CannotRead: it is no text, or in an encoding that nothing in it tells.
    """
    mark = next((codec for bom, codec in _MARKS if data.startswith(bom)), "")
    try:
        text = data.decode(mark or "utf-8")
    except UnicodeDecodeError:
        text = _as_declared(data, name, marked=bool(mark))
    if _BINARY.search(text):
        raise _binary(name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _as_declared(data: bytes, name: str, *, marked: bool) -> str:
    told = _DECLARED.search(data[:4096])
    codec = told[1].decode("ascii").lower() if told else ""
    # Browsers take Latin-1 for the larger Windows-1252, so pages that say the one hold the other.
    codec = "windows-1252" if codec == "iso-8859-1" else codec
    if b"\0" in data[:4096] and not marked:
        raise _binary(name)
    if not _KNOWN.fullmatch(codec) or marked:
        raise CannotRead(name, *UNKNOWN_ENCODING)
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        raise CannotRead(name, *NOT_AS_DECLARED, codec=codec) from None


def _binary(name: str) -> CannotRead:
    return CannotRead(name, *BINARY)
