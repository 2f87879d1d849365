"""Words of a PDF put back together: broken at line ends, drawn as shapes, repeated on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from unicodedata import normalize

_SHAPES = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdff\ufe70-\ufefc]")
"""Ligatures, and Arabic letters in the shape they have in their place."""
BROKEN = "\x02"
"""Where pdfium takes a hyphen at the end of a line for one that breaks a word."""
_HARD_BREAK = re.compile(r"(?<=\w)[\u2010-](?=[ \t]*\r?\n[ \t]*\w)")
_TWO_HYPHENS = re.compile(r"(?<=\w)[\u2010-][ \t]*\r?\n[ \t]*[\u2010-](?=\w)")
"""Polish and Portuguese set the hyphen of a compound at the end of one line and at the start of the next."""
_SOFT_BREAK = re.compile("\u00ad[ \t]*\r?\n[ \t]*")
_BREAK = re.compile(rf"(\w+){BROKEN}[ \t]*(?:\r?\n)?[ \t]*(\w+)")
_WIDE = "\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*\r?\n[ \t]*(?=[{_WIDE}])")
"""A line's end among letters of a script without spaces between words."""
_WORD = re.compile(r"\w+(?:[\u2010-]\w+)*")
_BULLETS = re.compile(r"(?m)^[ \t]*[•‣◦▪●○·][ \t]+")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_DIGITS = re.compile(r"\d+")
_EDGE = 3
"""Lines at the top and at the foot of a page that may be furniture."""


def rejoined(pages: Sequence[str]) -> list[str]:
    """The pages with words that were broken at line ends whole, letters for shapes, and no bullets.

    A hyphen at a line's end is part of a word or breaks it; the other words of the text decide, and where they
    do not, whether the text breaks words at all.
    """
    plain = [_SHAPES.sub(lambda shape: normalize("NFKC", shape[0]), page) for page in pages]
    plain = [_TWO_HYPHENS.sub("-", page) for page in plain]
    marked = [_HARD_BREAK.sub(BROKEN, _SOFT_BREAK.sub("", page)) for page in plain]
    words = {word.casefold() for page in plain for word in _WORD.findall(page)}
    breaks = [found for page in marked for found in _BREAK.findall(page)]
    proven = sum(_joins(words, *pair) is True for pair in breaks)
    lines = sum(page.count("\n") + 1 for page in plain)
    usual = proven > 0 or len(breaks) > max(lines * 0.05, 2)

    def whole(found: re.Match[str]) -> str:
        joins = _joins(words, found[1], found[2])
        return found[1] + ("" if (usual if joins is None else joins) else "-") + found[2]

    return [
        _WIDE_BREAK.sub("", _BULLETS.sub("", _twice(whole, page)).replace(BROKEN, "-")) for page in marked
    ]


def _twice(whole: Any, page: str) -> str:
    """Two words broken one after the other share the word between them."""
    return _BREAK.sub(whole, _BREAK.sub(whole, page))


def _joins(words: set[str], left: str, right: str) -> bool | None:
    """Whether two halves are one word; None where the text does not tell."""
    if f"{left}-{right}".casefold() in words or f"{left}\u2010{right}".casefold() in words:
        return False
    if f"{left}{right}".casefold() in words:
        return True
    # Names and numbers keep their hyphens: Anglo-Saxon, COVID-19.
    return False if right[0].isupper() or right[0].isdigit() else None


def without_furniture(pages: Sequence[str], *, tagged: bool) -> list[str]:
    """The pages without running heads and feet; a tagged file has marked its own already."""
    split = [[line for line in re.split(r"\r?\n", page) if line.strip()] for page in pages]
    if tagged or len(pages) < 2:
        return ["\n".join(lines) for lines in split]
    edges = Counter(key for lines in split for key in {_key(line) for line in _edges(lines)})
    repeated = {key for key, count in edges.items() if count >= 2 and count * 10 >= len(pages) * 6}
    return ["\n".join(_inner(lines, repeated)) for lines in split]


def _edges(lines: Sequence[str]) -> Sequence[str]:
    return [*lines[:_EDGE], *lines[max(len(lines) - _EDGE, _EDGE) :]]


def _key(line: str) -> str:
    """A line, whatever the number of its page."""
    return _DIGITS.sub("0", line.strip())


def _inner(lines: list[str], repeated: set[str]) -> list[str]:
    start, end = 0, len(lines)
    while start < min(_EDGE, end) and _is_furniture(lines[start], repeated):
        start += 1
    while end > max(len(lines) - _EDGE, start) and _is_furniture(lines[end - 1], repeated):
        end -= 1
    return lines[start:end]


def _is_furniture(line: str, repeated: set[str]) -> bool:
    return _key(line) in repeated


def spelled(data: bytes) -> list[str] | None:
    """The words of each page as the file spells them beside their shapes; None where it does not spell them all.

    Source: ISO 32000-1, 14.9.4 (ActualText).
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            places = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
            texts: list[list[str]] = [[] for _ in places]
            here = 0
            for words, page in _spellings(pdf.Root.StructTreeRoot, 0):
                if words is None:
                    return None
                here = places.get(page, here)
                before = texts[here][-1] if texts[here] else ""
                texts[here] += [" ", words] if _turns(before, words) else [words]
    except (pikepdf.PdfError, AttributeError, KeyError, ValueError, RecursionError):
        return None
    return ["".join(text) for text in texts]


def _turns(before: str, words: str) -> bool:
    """Whether the space is missing that parts words of two directions; it belongs to neither of them."""
    if not (before and words[:1].isalnum()) or before[-1].isspace() or before[-1] in "([{«“‘\"'/-":
        return False
    return bool(_RTL.search(before)) != bool(_RTL.search(words))


_PARAGRAPHS = ("/P", "/H1", "/H2", "/H3", "/H4", "/LBody", "/TD", "/TH")
_TEXT = ("/Span", "/Strong", "/Link", "/Em")
_PASSED_OVER = ("/Lbl", "/Figure")
_DEEPEST = 60


def _spellings(element: Any, depth: int) -> Iterator[tuple[str | None, Any]]:
    """Each text with the page it stands on; None for one that is not spelled."""
    from pikepdf import Array, Dictionary

    if depth > _DEEPEST:
        raise ValueError(depth)
    held = element.get("/K", Array())
    for child in [*held] if isinstance(held, Array) else [held]:
        if not isinstance(child, Dictionary) or "/S" not in child or child.S in _PASSED_OVER:
            continue
        page = child.Pg.objgen if "/Pg" in child else None
        if "/ActualText" in child:
            yield str(child.ActualText), page
        elif child.S in _TEXT and not _has_elements(child):
            yield None, page
        else:
            yield from _spellings(child, depth + 1)
        if child.S in _PARAGRAPHS:
            yield "\n", None


def _has_elements(element: Any) -> bool:
    from pikepdf import Array, Dictionary

    held = element.get("/K", Array())
    return any(isinstance(c, Dictionary) and "/S" in c for c in (held if isinstance(held, Array) else [held]))
