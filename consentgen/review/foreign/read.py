"""Files -> readings, by what they hold; a name alone is not believed."""

from __future__ import annotations

import re

from consentgen.errors import CannotRead
from consentgen.model.finding import shorten
from consentgen.model.reading import Passage, Reading
from consentgen.review.foreign.decode import decoded
from consentgen.review.foreign.refusals import NO_WORDS, OLD_OFFICE, PASSWORD, RTF, TOO_LARGE

MAX_BYTES = 25_000_000
"""Of a file; a leaflet with pictures has some hundred thousand."""
_PDF = re.compile(rb"%PDF-\d")
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|div|h[1-6]|p|ul|ol|table|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(r"^ {0,3}#{1,6} \S|\]\((?:https?:|mailto:|tel:|#)|^\*\*[^*\n]+\*\*", re.MULTILINE)
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read_foreign(data: bytes, name: str, *, own: bool = True) -> Reading:
    """A file from anywhere as a text to compare.

    A page that a build of ours wrote comes back with ids, sections and links; the words of its banner and
    footer are left out, unless it is to be read as any other page. A PDF comes as a stream of words, a passage for each page.

    Args:
        data: what the file holds.
        name: its name; it decides only between Markdown and plain text.
        own: whether a page of ours is read by its ids.

    Raises:
        CannotRead: it holds no words that can be read.
    """
    label = shorten(name, 300)
    if len(data) > MAX_BYTES:
        raise too_large(label)
    reading = _read(data, label, own=own)
    if not reading.passages:
        raise CannotRead(label, *NO_WORDS)
    return reading


def too_large(name: str, most: int = MAX_BYTES) -> CannotRead:
    """What to say of a file with more than `most` bytes."""
    return CannotRead(name, *TOO_LARGE, most=f"{most:,}")


def _read(data: bytes, name: str, *, own: bool) -> Reading:
    if _PDF.search(data[:1024]):
        from consentgen.review.foreign.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith(b"PK\x03\x04"):
        from consentgen.review.foreign.word import read_word

        return read_word(data, name)
    if data.startswith(_OFFICE):
        raise _old_office(data, name)
    if data.startswith(b"{\\rtf"):
        raise CannotRead(name, *RTF)
    return _read_text(decoded(data, name), name, own=own)


def _old_office(data: bytes, name: str) -> CannotRead:
    if _LOCKED in data:
        return CannotRead(name, *PASSWORD)
    return CannotRead(name, *OLD_OFFICE)


def _read_text(text: str, name: str, *, own: bool) -> Reading:
    ending = name.rpartition(".")[2].lower()
    if text.lstrip().startswith("{") and ending in ("json", name.lower()):
        from consentgen.review.foreign.data import read_data

        return read_data(text, name)
    if _HTML.match(text[:20_000]) or ending in ("html", "htm", "xhtml"):
        from consentgen.review.foreign.html import read_html

        page = read_html(text, name, own=own)
        stem = name.replace("\\", "/").rpartition("/")[2].partition(".")[0]
        return Reading(name, page.language, page.passages, page.direction, stem if page.ours else "")
    if ending in ("md", "markdown", "mdown") or (ending not in ("txt", "text") and _MARKDOWN.search(text)):
        from consentgen.review.foreign.markdown_text import read_markdown

        page = read_markdown(text, name)
        return Reading(name, "und", page.passages, direction_of_words(page.passages))
    from consentgen.review.foreign.found import passages
    from consentgen.review.foreign.plain import read_plain

    told = passages(read_plain(text))
    return Reading(name, "und", told, direction_of_words(told))


def direction_of_words(passages: tuple[Passage, ...]) -> str:
    """Which way most letters of a text run."""
    text = "".join(passage.text for passage in passages)
    return "rtl" if len(_RTL.findall(text)) * 2 > sum(map(str.isalpha, text)) else "ltr"
