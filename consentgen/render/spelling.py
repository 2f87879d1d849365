"""The words of a PDF as they are spelled, for a screen reader, where shapes do not give them back.

A font draws Arabic letters as shapes, several to a letter or one for several, and Nastaliq draws dots apart:
what a reader gets back from the shapes has letters doubled, and of Urdu few words are whole; the scripts of India
lose letters and spaces. So each part of a
statement is one element of the page's structure, and its spelling is written there as `ActualText`.

Source: ISO 32000-1, 14.9.4; ISO 14289-1 (PDF/UA-1), 7.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Object, String

from consentgen.errors import CannotRender
from consentgen.model.leaflet import (
    Block,
    Box,
    Bullets,
    Definitions,
    Heading,
    Icons,
    Leaflet,
    Lines,
    Paragraph,
    Statement,
)
from consentgen.render.parts import parts_of, seen, service_name, stretches
from consentgen.tongue import said

_PARAGRAPHS = ("/P", "/H1", "/H2", "/H3")
_TEXT = ("/Span", "/Strong")
_PASSED_OVER = ("/Lbl", "/Figure")
"""Marks of lists and pictures, which have their own text."""


def with_spelling(data: bytes, leaflet: Leaflet) -> bytes:
    """The PDF of a leaflet with the spelling of its words; the same bytes each time.

    Raises:
        CannotRender: the paragraphs of the file are not those of the leaflet.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        found, told = [*_paragraphs(pdf.Root.StructTreeRoot)], [*_words(leaflet)]
        if len(found) != len(told):
            why = said("a screen reader would not get its words as they are spelled")
            raise CannotRender(leaflet.id, "PDF", why)
        for texts, words in zip(found, told, strict=True):
            _spell(texts, words)
        made = BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _spell(texts: Sequence[Sequence[Object]], words: Sequence[str]) -> None:
    """Write the words of one paragraph into its texts, each into its own.

    A text that goes on on the next page is two; the first of them has all its words. Where the texts cannot
    be told apart, for instance because one is a space in bold, the first has the words of the whole paragraph.
    """
    further = {n for n, (a, b) in enumerate(pairwise(texts), 1) if _page(a[-1]) != _page(b[0])}
    if len(texts) == len(words):
        further = set()
    elif len(texts) != len(words) + len(further):
        further, words = {*range(1, len(texts))}, ["".join(words)]
    left = iter(words)
    for n, elements in enumerate(texts):
        spelling = "" if n in further else next(left)
        for element in elements:
            element.ActualText, spelling = String(spelling), ""


def _page(element: Object) -> object:
    """The page an element of text stands on, as an object of the file."""
    return element.Pg.objgen if "/Pg" in element else None


def _paragraphs(element: Object) -> Iterator[list[list[Object]]]:
    """The texts of each paragraph or heading, in reading order."""
    for child in _children(element):
        if child.S in _PARAGRAPHS:
            if found := [*_texts(child)]:
                yield found
        elif child.S not in _PASSED_OVER:
            yield from _paragraphs(child)


def _texts(element: Object) -> Iterator[list[Object]]:
    """The elements of each text in a paragraph; a link may be several, for it is drawn in pieces."""
    inner = _children(element)
    if element.S == "/Link" and inner:
        yield [piece for child in inner for text in _texts(child) for piece in text]
    elif not inner and element.S in _TEXT:
        yield [element]
    else:
        for child in inner:
            yield from _texts(child)


def _children(element: Object) -> list[Object]:
    """The elements in an element; the others are text on the page, or the place of a link."""
    held = element.get("/K", Array())
    children = [*held] if isinstance(held, Array) else [held]
    return [child for child in children if isinstance(child, Dictionary) and "/S" in child]


def _words(leaflet: Leaflet) -> Iterator[list[str]]:
    """The parts of each paragraph or heading as the layout sets them, in reading order."""
    for statements in _printed(leaflet):
        parts = (
            seen(part)
            for stretch in stretches(statements, leaflet)
            for statement, gap in stretch.statements
            for part in parts_of(statement, stretch.direction, gap)
        )
        if words := [*filter(None, parts)]:
            yield words


def _printed(leaflet: Leaflet) -> Iterator[Sequence[Statement]]:
    """The statements of each paragraph on the pages."""
    yield from ([leaflet.furniture[stamp]] for stamp in leaflet.stamps)
    yield [service_name(leaflet)]
    yield [leaflet.title]
    for section in leaflet.sections:
        if section.heading:
            yield [section.heading]
        for block in section.blocks:
            yield from _told(block)
    yield from ([statement] for statement in leaflet.imprint)


def _told(block: Block) -> Iterator[Sequence[Statement]]:
    """The statements of each paragraph of one block."""
    match block:
        case Heading(statement=statement):
            yield [statement]
        case Paragraph(statements=statements):
            yield statements
        case Bullets(items=items) | Icons(legend=items):
            yield from items
        case Definitions(rows=rows):
            for label, told in rows:
                yield from ([label], told)
        case Box(blocks=blocks):
            for inner in blocks:
                yield from _told(inner)
        case Lines():
            return
