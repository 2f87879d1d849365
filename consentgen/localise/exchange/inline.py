"""Placeholders as inline elements of XLIFF: a tool keeps them whole, and a translator cannot misspell them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape

from lxml import etree

from consentgen.localise.checks.pair import PLACEHOLDER

_BRACED = re.compile(rf"{PLACEHOLDER.pattern}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TRANSPARENT = {"mrk", "sub"}
"""Marks of a tool around words: a segment, a term, a comment."""
_STANDS_FOR = {"x", "ph", "it"}
_POINTS = {"sm", "em"}
"""Where a mark begins and ends; nothing stands there."""


def inline(text: str, element: str) -> str:
    """The XML of a text with its placeholders as elements.

    Args:
        text: the words.
        element: how one is written, with `{id}` and `{text}`.
    """
    seen: Counter[str] = Counter()
    parts = _BRACED.split(text)
    out = []
    for number, part in enumerate(parts):
        if number % 2 == 0:
            out.append(escape(part, quote=False))
            continue
        seen[part] += 1
        key = part if seen[part] == 1 else f"{part}-{seen[part]}"
        out.append(element.replace("{id}", key).replace("{text}", f"{{{part}}}"))
    return "".join(out)


def words(element: etree._Element) -> tuple[str, str]:
    """The text of an element with its placeholders, and the first mark in it that stands for nothing."""
    odd: list[str] = []
    text = "".join(_parts(element, odd))
    return text, odd[0] if odd else ""


def _parts(element: etree._Element, odd: list[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _part(child, odd)
        yield child.tail or ""


def _part(child: etree._Element, odd: list[str]) -> Iterator[str]:
    name = etree.QName(child).localname
    if name in _TRANSPARENT:
        yield from _parts(child, odd)
    elif name in _STANDS_FOR and (held := _placeholder(child)):
        yield held
    elif name not in _POINTS:
        odd.append(f"<{name} id={child.get('id', '')}>")


def _placeholder(child: etree._Element) -> str:
    """The placeholder an element stands for: by its text, else by its id."""
    for told in (child.get("equiv-text"), child.get("equiv"), child.get("disp"), child.text):
        if told and _BRACED.fullmatch(told.strip()):
            return str(told.strip())
    name = (child.get("id") or "").partition("-")[0]
    return f"{{{name}}}" if _NAME.fullmatch(name) else ""
