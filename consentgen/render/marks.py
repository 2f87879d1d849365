"""Drafts among reviewed words: each says of itself, in words, that nobody has checked it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

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
    Run,
    Section,
    Statement,
)
from consentgen.once import once
from consentgen.render.parts import space_in

MIXED = "translation_parts"
"""The stamp of a leaflet in which some words are reviewed and some are not."""
MARK = "draft_mark"
"""The furniture text behind each draft in it."""


@once
def with_marks(leaflet: Leaflet) -> Leaflet:
    """The leaflet as it is printed: where only some of it is a draft, each draft says so behind its words."""
    if MIXED not in leaflet.stamps:
        return leaflet
    mark = leaflet.furniture[MARK]
    marker = _marker(space_in(mark.language or leaflet.language), mark.text)
    title, sections = marker.statement(leaflet.title), tuple(map(marker.section, leaflet.sections))
    return replace(leaflet, title=title, sections=sections)


@cache
def _marker(gap: str, words: str) -> _Marker:
    """Puts the mark of one language behind drafts."""
    return _Marker((Run(gap), Run(words, "mark")) if gap else (Run(words, "mark"),))


class _Marker:
    """Puts a mark behind drafts; a section that leaflets share is marked once for all of them."""

    def __init__(self, mark: tuple[Run, ...]) -> None:
        self.mark = mark
        self.section: Callable[[Section], Section] = once(self._section)

    def statement(self, statement: Statement) -> Statement:
        """A statement, with the mark if it is a draft."""
        return replace(statement, runs=statement.runs + self.mark) if statement.draft else statement

    def statements(self, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """Statements of one paragraph."""
        return tuple(map(self.statement, statements))

    def _section(self, section: Section) -> Section:
        heading = section.heading and self.statement(section.heading)
        return Section(section.id, heading, tuple(map(self.block, section.blocks)))

    def block(self, block: Block) -> Block:
        """One block."""
        match block:
            case Heading(statement=statement):
                return Heading(self.statement(statement))
            case Paragraph(statements=statements):
                return Paragraph(self.statements(statements))
            case Bullets(items=items, ordered=ordered):
                return Bullets(tuple(map(self.statements, items)), ordered)
            case Icons(whole=whole, legend=legend):
                return Icons(whole, tuple(map(self.statements, legend)))
            case Definitions(rows=rows):
                return Definitions(tuple((self.statement(a), self.statements(b)) for a, b in rows))
            case Box(kind=kind, blocks=blocks):
                return Box(kind, tuple(map(self.block, blocks)))
            case Lines():
                return block
