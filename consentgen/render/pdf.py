"""The leaflet as a tagged PDF on A4, archivable and accessible (PDF/A-2a and PDF/UA-1)."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, cast

import typst

from consentgen.errors import CannotRender
from consentgen.model.artifact import Artifact
from consentgen.model.leaflet import (
    DRAFT,
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
from consentgen.render.bidi import (
    direction_of,
    direction_of_words,
    reads_left_to_right,
)
from consentgen.render.icons import icon_array_svg, marker_svg
from consentgen.render.marks import with_marks
from consentgen.render.parts import parts_of, seen, service_name, stretches
from consentgen.render.theme import THEME
from consentgen.render.typefaces import FONTS, LAST, typeface_of
from consentgen.tongue import said

Json = dict[str, Any]
Row = tuple[Statement, tuple[Statement, ...]]
"""A label with what it stands for."""

_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_UNESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


class PdfRenderer:
    """Makes PDF files; keep one, for it holds the fonts and the parsed layout, once for each thread that asks."""

    def __init__(self) -> None:
        self._own = threading.local()

    @property
    def _compiler(self) -> typst.Compiler:
        """The compiler of this thread: one cannot be used by two at a time."""
        if not hasattr(self._own, "compiler"):
            self._own.compiler = _compiler()
        compiler: typst.Compiler = self._own.compiler
        return compiler

    def render(self, leaflet: Leaflet) -> Artifact:
        """The PDF of one leaflet; the same leaflet gives the same bytes.

        Raises:
            CannotRender: typst refused, for instance a character that is in none of the fonts.
        """
        printed = with_marks(leaflet)
        try:
            data = self._compiler.compile(
                format="pdf",
                sys_inputs={"leaflet": json.dumps(_leaflet(printed, leaflet), ensure_ascii=False)},
                pdf_standards=_STANDARDS,
                timestamp=datetime(*leaflet.written.timetuple()[:3], tzinfo=UTC),
            )
            data = _spelled(printed, cast(bytes, data))
        except typst.TypstError as fault:
            raise CannotRender(leaflet.id, "PDF", _reason(leaflet, fault.message)) from fault
        return Artifact(leaflet.file_name("pdf"), "application/pdf", data)


def _compiler() -> typst.Compiler:
    layout = shipped("templates") / "layout"
    nowhere = layout / "packages"
    return typst.Compiler(
        layout / "leaflet.typ",
        root=layout,
        # Without these two a missing letter would come from whatever the machine or typst holds.
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]),
        ignore_system_fonts=True,
        package_path=nowhere,
        package_cache_path=nowhere,
    )


def _spelled(leaflet: Leaflet, data: bytes) -> bytes:
    """The file, with the spelling of its words where shapes do not give it back."""
    if leaflet.direction == "ltr":
        # Typst takes Punjabi for a right-to-left language; of one length, so that nothing else moves.
        data = data.replace(b"/Direction/R2L", b"/Direction/L2R")
    if not _needs_spelling(leaflet):
        return data
    # Only here: five of the leaflets' languages need it, and it takes longer to load than typst.
    from consentgen.render.spelling import with_spelling

    return with_spelling(data, leaflet)


def _needs_spelling(leaflet: Leaflet) -> bool:
    """Whether words do not come back out of the shapes they are drawn in, or not in their order."""
    return leaflet.direction == "rtl" or typeface_of(leaflet.language).shaped


def _leaflet(leaflet: Leaflet, unmarked: Leaflet) -> Json:
    """What the layout is given; the title of the file bears no marks of drafts."""
    words = leaflet.furniture
    plain = f"{leaflet.service_name} · {unmarked.title.text} · {leaflet.version}"
    data = _Data(leaflet)
    foreign = sorted({s.language for s in _everything(leaflet)} - {""})
    return {
        "theme": asdict(THEME),
        "direction": leaflet.direction,
        "language": _language(leaflet.language, leaflet.direction),
        "languages": {tag: _language(tag, direction_of(tag)) for tag in foreign},
        "last": LAST,
        "spelled": _needs_spelling(leaflet),
        "title": unmarked.marked_title,
        "keywords": [DRAFT] if leaflet.draft else [],
        "heading": data.statement(leaflet.title),
        "author": leaflet.service_name,
        "service": data.statement(service_name(leaflet)),
        "written": [leaflet.written.year, leaflet.written.month, leaflet.written.day],
        "stamps": [data.statement(words[stamp]) for stamp in leaflet.stamps],
        "footer": data.statement(words.get("footer") or Statement("footer", (Run(plain),))),
        "page": data.statement(words["page"]),
        "sections": [data.section(section) for section in leaflet.sections],
        "issued": data.issued(),
    }


def _language(tag: str, direction: str) -> Json:
    """How a language is set, and what it is called in the file."""
    tags = tag.split("-")
    region = next((tag for tag in tags[1:] if len(tag) == 2), None)
    return {"lang": tags[0], "region": region, "direction": direction, **asdict(typeface_of(tag))}


class _Data:
    """The parts of one leaflet as data for the layout."""

    def __init__(self, leaflet: Leaflet) -> None:
        self.leaflet = leaflet

    def issued(self) -> Json | None:
        """The number and how to check it, with the code; nothing before the leaflet is issued."""
        if not self.leaflet.issue:
            return None
        # Only here: few leaflets are issued of the many that are built.
        from consentgen.render.code import code_of

        code = code_of(self.leaflet)
        number, *rest = map(self.statement, self.leaflet.imprint)
        size = {"wide": code.cm, "quiet": code.quiet_cm}
        return {"picture": code.svg, "text": self.leaflet.code_told, **size, "number": number, "check": rest}

    def section(self, section: Section) -> Json:
        """A part of the leaflet; the opening has no heading."""
        return {
            "id": section.id,
            "heading": section.heading and self.statement(section.heading),
            "blocks": self.blocks(section.blocks),
        }

    def blocks(self, blocks: Sequence[Block]) -> list[Json]:
        """Blocks; a paragraph keeps to the writing lines it asks to be answered on."""
        made = [self.block(block) for block in blocks]
        for block, after in pairwise([*made, {}]):
            block["sticky"] = after.get("kind") == "lines"
        return made

    def block(self, block: Block) -> Json:
        """One block under its kind."""
        match block:
            case Heading(statement=statement):
                return {"kind": "heading", "statement": self.statement(statement)}
            case Paragraph(statements=statements):
                return {"kind": "paragraph", "statements": self.statements(statements)}
            case Bullets(items=items, ordered=ordered):
                told = [self.statements(item) for item in items]
                return {"kind": "bullets", "items": told, "ordered": ordered}
            case Definitions(rows=rows):
                facts = [
                    [[self.statement(name), self.statements(told)] for name, told in sides]
                    for sides in _with_other_side(rows)
                ]
                return {"kind": "definitions", "items": facts}
            case Icons():
                return self.icons(block)
            case Lines(count=count):
                return {"kind": "lines", "count": count}
            case Box(kind=kind, blocks=blocks):
                return {"kind": kind, "blocks": self.blocks(blocks)}

    def icons(self, icons: Icons) -> Json:
        """An icon array and its legend, each sentence with its marker."""
        names = icons.whole.names
        markers = [marker_svg(name, names) for name in names]
        told = [self.statements(item) for item in icons.legend]
        return {
            "kind": "icons",
            "picture": icon_array_svg(icons.whole),
            "text": icons.text,
            "legend": list(zip(markers, told, strict=True)),
        }

    def statements(self, statements: Sequence[Statement]) -> list[Json]:
        """Statements of one paragraph, by their direction."""
        return [
            {
                "direction": None if stretch.direction == self.leaflet.direction else stretch.direction,
                "statements": [_statement(told, stretch.direction, gap) for told, gap in stretch.statements],
                "gap": stretch.gap,
            }
            for stretch in stretches(statements, self.leaflet)
        ]

    def statement(self, statement: Statement) -> list[Json]:
        """A statement that stands alone."""
        return self.statements((statement,))


def _with_other_side(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Rows, each alone; two that count the same people, those who did and those who did not, as one."""
    left = [*rows]
    while left:
        sides = left[:2]
        told = [statement.facts.get("share") for _, statements in sides for statement in statements]
        shares = [share for share in told if isinstance(share, list)]
        whole = len(shares) == 2 and shares[0][1] == shares[1][1] == shares[0][0] + shares[1][0]
        yield sides if whole else left[:1]
        del left[: 2 if whole else 1]


def _statement(statement: Statement, direction: str, gap: str) -> Json:
    """The parts, and the language where it is not the leaflet's."""
    parts = [
        # What cannot be seen is no link and not bold: it would be an element without words.
        [_run(run, direction) if seen(part) else _blank(run) for run in part]
        for part in parts_of(statement, direction, gap)
    ]
    return {"language": statement.language, "parts": parts}


def _blank(run: Run) -> Json:
    """A run that holds the place of words."""
    return {**_run(Run(run.text), ""), "blank": True}


def _run(run: Run, around: str) -> Json:
    """One run, with its direction where that is not the one around it, or digits would leave it."""
    ltr = run.kind != "text" and reads_left_to_right(run)
    direction = "ltr" if ltr else direction_of_words(run.text) if run.kind != "text" else around
    turns = direction and (direction != around or (ltr and around == "rtl"))
    # A viewer that copies words by their places takes the groups of a number for words, and turns them round.
    text = run.text.replace(" ", "\u202f\u202f") if run.kind == "phone" and around == "rtl" else run.text
    return {
        "text": text,
        "kind": run.kind,
        "href": run.link,
        "strong": run.strong,
        "direction": direction if turns else None,
        "blank": False,
    }


def _reason(leaflet: Leaflet, message: str) -> str:
    """Why typst refused, in plain words, with the statement to change where it is a character."""
    found = _NO_GLYPH.search(message)
    if not found:
        return message.rstrip(".")
    text = _UNESCAPE.sub(lambda code: chr(int(code[1], 16)), found[1])
    character = f"{text} (U+{ord(text[0]):04X})"
    where = next((s.id for s in _everything(leaflet) if text in s.text), "")
    if not where:
        return said("no font has the character {character} in the name of the service", character=character)
    return said("no font has the character {character} in {statement}", character=character, statement=where)


def _everything(leaflet: Leaflet) -> Iterator[Statement]:
    yield from leaflet.statements()
    yield from leaflet.furniture.values()
