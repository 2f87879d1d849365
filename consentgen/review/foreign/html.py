"""HTML: pages from anywhere, and our own, whose statements carry their ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from consentgen.errors import CannotRead
from consentgen.model.reading import Kind, Passage
from consentgen.review.foreign.html_block import Blocks, Piece
from consentgen.review.foreign.html_parts import (
    BLOCKS,
    KINDS,
    direction_of,
    is_left_out,
    is_of_ours,
    language_of,
    words_of_ours,
)
from consentgen.review.foreign.refusals import EMPTY_PAGE, PAGE_TOO_DEEP

_FATAL = 3
"""libxml2's level of an error after which it stops reading."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page says."""

    passages: tuple[Passage, ...]
    language: str
    """BCP 47; `und` where the page does not say."""
    direction: str
    ours: bool
    """Whether a build of ours wrote it."""


def read_html(text: str, name: str, *, lines: bool = True, own: bool = True) -> Page:
    """What a page says, without its style, its scripts, its navigation and what is hidden.

    Args:
        text: the page.
        name: what to call it in an error.
        lines: whether places are lines; else they are counted paragraphs, as in what was made of Markdown.
        own: whether a page of ours is read by its ids, without its banner and footer.

    Raises:
        CannotRead: it cannot be parsed to its end.
    """
    root = _parsed(text, name)
    ours = own and is_of_ours(root)
    walker = _Walker(Blocks(language_of(root), ours=ours, lines=lines))
    walker.walk(root)
    passages = walker.blocks.passages
    return Page(tuple(passages), language_of(root) or "und", direction_of(root), ours)


def _parsed(text: str, name: str) -> Any:
    parser = HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, encoding="utf-8"
    )
    try:
        root = document_fromstring(text.encode("utf-8", "surrogatepass"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise CannotRead(name, *EMPTY_PAGE) from None
    if any(entry.level >= _FATAL for entry in parser.error_log):
        raise CannotRead(name, *PAGE_TOO_DEEP)
    return root


class _Walker:
    """Goes through a page in reading order, without recursion: pages from strangers nest as they like."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks

    def walk(self, root: Any) -> None:
        """Every element of the page."""
        ahead: list[tuple[Any, bool]] = [(root, True)]
        while ahead:
            element, opening = ahead.pop()
            if not opening:
                self.close(element)
                continue
            if is_left_out(element, ours=self.blocks.ours):
                if element.tag in BLOCKS:
                    self.blocks.flush()
                self.blocks.say(element.tail)
                continue
            self.open(element)
            ahead.append((element, False))
            ahead += ((child, True) for child in element.iterchildren(reversed=True))
        self.blocks.flush()

    def open(self, element: Any) -> None:
        """What begins with an element, and the words before its first child."""
        blocks = self.blocks
        tag = element.tag
        if tag in BLOCKS:
            blocks.flush()
        if tag == "br":
            blocks.turn()
        if told := words_of_ours(element, ours=blocks.ours):
            blocks.begin(Piece(id=told, state=element.get("data-state", "")))
        blocks.enter(element)
        if kind := KINDS.get(tag):
            blocks.kinds.append(Kind.LEGEND if _in_legend(element, blocks) else kind)
        blocks.say(element.text)

    def close(self, element: Any) -> None:
        """What ends with an element, and the words behind it."""
        blocks = self.blocks
        if element.tag in BLOCKS:
            blocks.flush()
        if element.tag in KINDS:
            blocks.kinds.pop()
        blocks.leave(element)
        if words_of_ours(element, ours=blocks.ours):
            blocks.begin(Piece())
        blocks.say(element.tail)


def _in_legend(element: Any, blocks: Blocks) -> bool:
    parent = element.getparent()
    return blocks.ours and parent is not None and parent.get("class") == "legend"
