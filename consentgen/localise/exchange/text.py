"""Bytes of a text file -> characters: in UTF-8 or marked UTF-16, without what no text holds."""

from __future__ import annotations

import codecs
import re

from consentgen.localise.exchange.fault import Received, refused
from consentgen.tongue import later, said

NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters, and what Unicode never gives away."""
_MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "",
    codecs.BOM_UTF32_BE: "",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks, UTF-32 before UTF-16, which begins alike."""
_WAY_OUT = later("Save it as UTF-8. In Excel: Save As, CSV UTF-8. Then import it again.")


def decoded(data: bytes, label: str) -> str | Received:
    """The characters of a file; a refusal where it is no text, at the line of the fault."""
    encoding = next((name for mark, name in _MARKED.items() if data.startswith(mark)), "utf-8")
    if not encoding:
        return refused("EX002", label, said("the file is UTF-32, which is not read here"), said(_WAY_OUT))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return refused("EX002", label, said("this is not UTF-8 text"), said(_WAY_OUT), line=line)
    if found := NO_TEXT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = said("{character} is no character of a text", character=f"U+{ord(found[0]):04X}")
        return refused("EX002", label, what, said("Take it out, or ask for the file again."), line=line)
    return text
