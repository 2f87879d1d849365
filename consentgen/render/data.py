"""The leaflet as data: sections, blocks and statements with their ids and facts."""

from __future__ import annotations

import json
from typing import Any

from consentgen.model.artifact import Artifact
from consentgen.model.frequency import Frequency, Whole
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

Json = dict[str, Any]


def render_data(leaflet: Leaflet) -> Artifact:
    """The leaflet as JSON; what a diff, a dashboard or a test compares."""
    text = json.dumps(leaflet_data(leaflet), indent=1, ensure_ascii=False) + "\n"
    return Artifact(f"{leaflet.id}.json", "application/json", text.encode())


def leaflet_data(leaflet: Leaflet) -> Json:
    """Everything a leaflet says, as plain data."""
    return {
        "id": leaflet.id,
        "language": leaflet.language,
        "direction": leaflet.direction,
        "version": leaflet.version,
        "author": leaflet.author,
        "written": leaflet.written.isoformat(),
        "review_by": leaflet.review_by.isoformat(),
        "stamps": [_statement(leaflet.furniture[stamp]) for stamp in leaflet.stamps],
        "evidence": list(leaflet.evidence),
        "about": dict(leaflet.about),
        **_issued(leaflet),
        "title": _statement(leaflet.title),
        "sections": [
            {
                "id": section.id,
                "heading": section.heading and _statement(section.heading),
                "blocks": [_block(block) for block in section.blocks],
            }
            for section in leaflet.sections
        ],
    }


def _issued(leaflet: Leaflet) -> Json:
    """The number of an issued leaflet, and what it says of it."""
    if not leaflet.issue:
        return {}
    number, on = leaflet.issue.number.text, leaflet.issue.on.isoformat()
    return {"issued": {"number": number, "on": on, "statements": _statements(leaflet.imprint)}}


def _block(block: Block) -> Json:
    match block:
        case Heading(statement=statement):
            return {"kind": "heading", "statement": _statement(statement)}
        case Paragraph(statements=statements):
            return {"kind": "paragraph", "statements": _statements(statements)}
        case Bullets(items=items, ordered=ordered):
            return {"kind": "list", "ordered": ordered, "items": [_statements(item) for item in items]}
        case Definitions(rows=rows):
            told = [{"label": _statement(label), "told": _statements(said)} for label, said in rows]
            return {"kind": "definitions", "rows": told}
        case Icons(whole=whole, legend=legend):
            return {
                "kind": "icons",
                "whole": _whole(whole),
                "legend": [_statements(item) for item in legend],
            }
        case Lines(count=count):
            return {"kind": "lines", "count": count}
        case Box(kind=kind, blocks=blocks):
            return {"kind": "box", "box": kind, "blocks": [_block(inner) for inner in blocks]}


def _whole(whole: Whole) -> Json:
    parts = zip(whole.names, whole.parts, strict=True)
    return {"of": whole.denominator, "parts": [{"name": name, **_part(part)} for name, part in parts]}


def _part(part: Frequency) -> Json:
    """One part with its 95% interval per 100 people, which says how sure the count is."""
    made: Json = {"shown": part.shown}
    if interval := part.interval():
        made |= {"events": round(part.events, 2), "people": part.people}
        made["interval_per_100"] = [round(100 * share, 1) for share in interval]
    return made


def _statements(statements: tuple[Statement, ...]) -> list[Json]:
    return [_statement(statement) for statement in statements]


def _statement(statement: Statement) -> Json:
    made: Json = {"id": statement.id, "text": statement.text}
    links = [{"words": run.text, "target": run.link} for run in statement.runs if run.link]
    kept = {
        "pattern": statement.pattern if statement.pattern != statement.text else "",
        "wording": statement.wording,
        "facts": dict(statement.facts),
        "links": links,
        "evidence": list(statement.evidence),
        "tells": list(statement.tells),
        "critical": statement.critical,
        "unknown": statement.unknown,
        "language": statement.language,
        "draft": statement.draft,
        "state": statement.pending[0][1] if statement.pending else "",
    }
    return {**made, **{name: value for name, value in kept.items() if value}}
