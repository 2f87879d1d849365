"""Markdown: made into HTML, and read as that."""

from __future__ import annotations

import re

from consentgen.errors import CannotRead
from consentgen.review.foreign.html import Page, read_html
from consentgen.review.foreign.refusals import MARKDOWN_TOO_DEEP, TOO_MUCH_MARKDOWN

MAX_CHARACTERS = 3_000_000
"""The converter takes about a second for 2,000,000."""
_EXTENSIONS = ("tables", "def_list", "sane_lists", "fenced_code")
_LABELLED = re.compile(r"<li>\s*<strong>([^<>]{1,120}?)([:：?？؟])</strong>[ \n](.+?)(?=</li>)")


def read_markdown(text: str, name: str) -> Page:
    """What a Markdown text says.

    Raises:
        CannotRead: it is too long to be converted, or nests too deep.
    """
    from markdown import Markdown

    if len(text) > MAX_CHARACTERS:
        raise CannotRead(name, *TOO_MUCH_MARKDOWN, most=f"{MAX_CHARACTERS:,}")
    try:
        page = Markdown(extensions=list(_EXTENSIONS)).convert(text)
    except RecursionError:
        raise CannotRead(name, *MARKDOWN_TOO_DEEP) from None
    return read_html(f"<html><body>{_LABELLED.sub(_pair, page)}</body></html>", name, lines=False)


def _pair(item: re.Match[str]) -> str:
    """An item that begins with a label in bold, as the label and what is told."""
    label, mark, told = item.groups()
    return f"<dt>{label}{mark if mark in '?？؟' else ''}</dt><dd>{told}</dd><li>"
