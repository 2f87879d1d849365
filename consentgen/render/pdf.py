"""The leaflet as a tagged PDF on A4, archivable and accessible (PDF/A-2a and PDF/UA-1)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import typst

from consentgen.errors import CannotRender
from consentgen.model.artifact import Artifact
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
from consentgen.places import shipped
from consentgen.render.icons import icon_array_svg, marker_svg
from consentgen.render.theme import THEME

Json = dict[str, Any]

_FONTS = Path(__file__).resolve().parent / "fonts"
_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_UNESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


class PdfRenderer:
    """Makes PDF files; keep one, for it holds the fonts and the parsed layout."""

    def __init__(self) -> None:
        layout = shipped("templates") / "layout"
        nowhere = layout / "packages"
        self._compiler = typst.Compiler(
            layout / "leaflet.typ",
            root=layout,
            # Without these two a missing letter would come from whatever the machine or typst holds.
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FONTS]
            ),
            ignore_system_fonts=True,
            package_path=nowhere,
            package_cache_path=nowhere,
        )

    def render(self, leaflet: Leaflet) -> Artifact:
        """The PDF of one leaflet; the same leaflet gives the same bytes.

        Raises:
            CannotRender: typst refused, for instance a character that is in none of the fonts.
        """
        try:
            data = self._compiler.compile(
                format="pdf",
                sys_inputs={"leaflet": json.dumps(_leaflet(leaflet), ensure_ascii=False)},
                pdf_standards=_STANDARDS,
                timestamp=datetime(*leaflet.written.timetuple()[:3], tzinfo=UTC),
            )
        except typst.TypstError as fault:
            raise CannotRender(leaflet.id, "PDF", _reason(leaflet, fault.message)) from fault
        return Artifact(f"{leaflet.id}.pdf", "application/pdf", cast(bytes, data))


def _leaflet(leaflet: Leaflet) -> Json:
    tags = leaflet.language.split("-")
    words = leaflet.furniture
    plain = f"{leaflet.service_name} · {leaflet.title.text} · {leaflet.version}"
    return {
        "theme": asdict(THEME),
        "lang": tags[0],
        "region": next((tag for tag in tags[1:] if len(tag) == 2), None),
        "direction": leaflet.direction,
        "title": leaflet.title.text,
        "author": leaflet.service_name,
        "written": [leaflet.written.year, leaflet.written.month, leaflet.written.day],
        "stamps": [_statement(words[stamp]) for stamp in leaflet.stamps],
        "footer": words["footer"].text if "footer" in words else plain,
        "page": words["page"].text,
        "sections": [_section(section) for section in leaflet.sections],
    }


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "heading": section.heading and _statement(section.heading),
        "blocks": _blocks(section.blocks),
    }


def _blocks(blocks: Sequence[Block]) -> list[Json]:
    """Blocks as data; a paragraph keeps to the writing lines it asks to be answered on."""
    made = [_block(block) for block in blocks]
    for block, after in pairwise([*made, {}]):
        block["sticky"] = after.get("kind") == "lines"
    return made


def _block(block: Block) -> Json:
    match block:
        case Heading(statement=statement):
            return {"kind": "heading", "statement": _statement(statement)}
        case Paragraph(statements=statements):
            return {"kind": "paragraph", "statements": _statements(statements)}
        case Bullets(items=items, ordered=ordered):
            return {"kind": "bullets", "items": [_statements(item) for item in items], "ordered": ordered}
        case Definitions(rows=rows):
            return {
                "kind": "definitions",
                "rows": [[_statement(name), _statements(told)] for name, told in rows],
            }
        case Icons():
            return _icons(block)
        case Lines(count=count):
            return {"kind": "lines", "count": count}
        case Box(kind=kind, blocks=blocks):
            return {"kind": kind, "blocks": _blocks(blocks)}


def _icons(icons: Icons) -> Json:
    names = icons.whole.names
    markers = [marker_svg(name, names) for name in names]
    told = [_statements(item) for item in icons.legend]
    return {
        "kind": "icons",
        "picture": icon_array_svg(icons.whole),
        "text": icons.text,
        "legend": list(zip(markers, told, strict=True)),
    }


def _statements(statements: Sequence[Statement]) -> list[list[Json]]:
    return [_statement(statement) for statement in statements]


def _statement(statement: Statement) -> list[Json]:
    return [_run(run) for run in statement.runs]


def _run(run: Run) -> Json:
    return {"text": run.text, "kind": run.kind, "href": run.link, "strong": run.strong}


def _reason(leaflet: Leaflet, message: str) -> str:
    """Why typst refused, in plain words, with the statement to change where it is a character."""
    found = _NO_GLYPH.search(message)
    if not found:
        return message.rstrip(".")
    text = _UNESCAPE.sub(lambda code: chr(int(code[1], 16)), found[1])
    where = next((s.id for s in _everything(leaflet) if text in s.text), "the name of the service")
    return f"no font has the character {text} (U+{ord(text[0]):04X}) in {where}"


def _everything(leaflet: Leaflet) -> Iterator[Statement]:
    yield from leaflet.statements()
    yield from leaflet.furniture.values()
