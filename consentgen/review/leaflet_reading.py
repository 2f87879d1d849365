"""A leaflet of ours as a text to compare; what warns a reader off a draft is no part of it."""

from __future__ import annotations

from collections.abc import Iterator

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
    Section,
    Statement,
)
from consentgen.model.reading import Kind, Link, Passage, Reading

Group = tuple[Kind, tuple[Statement, ...]]


def reading(leaflet: Leaflet, label: str = "") -> Reading:
    """The passages of a leaflet in reading order: title, then every section; no stamps, no footer."""
    groups: list[tuple[str, Group]] = [("", (Kind.TITLE, (leaflet.title,)))]
    groups += [(section.id, group) for section in leaflet.sections for group in _section(section)]
    passages = tuple(
        _passage(statement, kind, block, section)
        for block, (section, (kind, statements)) in enumerate(groups)
        for statement in statements
    )
    return Reading(
        label or leaflet.id,
        leaflet.language,
        passages,
        leaflet.direction,
        leaflet.id,
        author=leaflet.author,
        version=leaflet.version,
    )


def _section(section: Section) -> Iterator[Group]:
    if section.heading:
        yield Kind.HEADING, (section.heading,)
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Group]:
    match block:
        case Heading(statement=statement):
            yield Kind.HEADING, (statement,)
        case Paragraph(statements=statements):
            yield Kind.PARAGRAPH, statements
        case Bullets(items=items):
            yield from ((Kind.ITEM, item) for item in items)
        case Icons(legend=legend):
            yield from ((Kind.LEGEND, item) for item in legend)
        case Definitions(rows=rows):
            for label, told in rows:
                yield Kind.LABEL, (label,)
                yield Kind.TOLD, told
        case Box(blocks=blocks):
            for inner in blocks:
                yield from _block(inner)
        case Lines():
            return


def _passage(statement: Statement, kind: Kind, block: int, section: str) -> Passage:
    return Passage(
        text=statement.text,
        kind=kind,
        id=statement.id,
        block=block,
        section=section,
        links=tuple(Link(run.text, run.link) for run in statement.runs if run.link),
        language=statement.language,
        pattern=statement.pattern,
        wording=statement.wording,
        facts=statement.facts,
        evidence=statement.evidence,
        tells=statement.tells,
        critical=statement.critical,
        unknown=statement.unknown,
        state=statement.pending[0][1] if statement.pending else "",
    )
