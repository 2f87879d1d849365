"""The HTML page: one file that asks the network for nothing."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from functools import cache, lru_cache

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
from consentgen.once import once
from consentgen.places import shipped
from consentgen.render.bidi import figures_apart, reads_left_to_right, statement_direction
from consentgen.render.icons import icon_array_svg, marker_svg
from consentgen.render.jsonld import json_ld
from consentgen.render.marks import MIXED, with_marks
from consentgen.render.parts import Stretch, Way, stretches, way_of
from consentgen.render.theme import THEME

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What a browser may load for a page: nothing but what stands in it."""
_SPACE = re.compile(r"\s+")
_BOXES = {"key-facts": "section", "urgent": "section", "note": "aside"}
"""Element of each kind of box: the facts and the crisis help are no aside."""


def render_html(leaflet: Leaflet) -> Artifact:
    """The leaflet as one HTML file, with its style inside."""
    body = _body(with_marks(leaflet))
    unlisted = f'<meta name="robots" content="noindex">\n{_warning(leaflet)}' if leaflet.draft else ""
    document = (
        f'<!doctype html>\n<html lang="{escape(leaflet.language)}" dir="{escape(leaflet.direction)}">\n'
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="referrer" content="no-referrer">\n{unlisted}'
        f"<title>{escape(leaflet.marked_title)} – {escape(leaflet.service_name)}</title>\n"
        f'<script type="application/ld+json">{json_ld(leaflet)}</script>\n'
        f"<style>\n{style('leaflet')}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
    return Artifact(leaflet.file_name("html"), "text/html", document.encode())


@lru_cache(maxsize=2048)
def escape(text: str) -> str:
    """`text` so that it stays text in an element and in an attribute; ids and addresses come again and again."""
    return html.escape(text)


@cache
def style(name: str) -> str:
    """A style sheet, after the colours of the theme as custom properties."""
    colours = "".join(f"--{k.replace('_', '-')}:{v};" for k, v in asdict(THEME).items() if str(v)[0] == "#")
    layout = shipped("templates") / "layout"
    sheets = "\n".join((layout / f"{part}.css").read_text(encoding="utf-8") for part in ("palette", name))
    return f":root{{{colours}--print-size:{THEME.body_points}pt}}\n{sheets}"


def _body(leaflet: Leaflet) -> str:
    """Header, main part and footer."""
    page = _Page(way_of(leaflet))
    fresh_id(page.taken, "main")
    # Links inside the leaflet name sections, so these choose their ids before the statements do.
    sections = [(fresh_id(page.taken, section.id), section) for section in leaflet.sections]
    furniture = leaflet.furniture
    skip, footer = furniture.get("skip"), furniture.get("footer")
    mixed = ' class="mixed"' if MIXED in leaflet.stamps else ""
    stamps = (page.stamp(statement) for statement in leaflet.stamped)
    return "".join(
        (
            f'<a class="skip" href="#main">{page.told([skip])}</a>\n' if skip else "",
            "<header>\n",
            *stamps,
            f'<p class="service"><bdi>{escape(leaflet.service_name)}</bdi></p>\n</header>\n',
            f'<main id="main"{mixed}>\n<h1>{page.told([leaflet.title])}</h1>\n',
            *(page.shared(id_, section) for id_, section in sections),
            "</main>\n",
            f"<footer>\n{page.imprint(leaflet)}<p>{page.told([footer])}</p>\n</footer>\n" if footer else "",
        )
    )


def _warning(leaflet: Leaflet) -> str:
    """What a list of search results or a preview shows of a draft: what its stamps say."""
    told = " ".join(statement.text for statement in leaflet.stamped)
    return f'<meta name="keywords" content="{DRAFT}">\n<meta name="description" content="{escape(told)}">\n'


@cache
def _alone(way: Way) -> Callable[[Section], tuple[str, str, frozenset[str]]]:
    """Writes a section as it stands where it meets no other: its id, its HTML, and the ids in it."""

    @once
    def written(section: Section) -> tuple[str, str, frozenset[str]]:
        page = _Page(way)
        id_ = fresh_id(page.taken, section.id)
        return id_, page.section(id_, section), frozenset(page.taken - {id_})

    return written


class _Page:
    """One page being written; it gives every id once."""

    def __init__(self, way: Way) -> None:
        self.way = way
        self.taken: set[str] = set()

    def stamp(self, statement: Statement) -> str:
        """A text that has to stand on every page."""
        return f'<p class="stamp" role="note">{self.told([statement])}</p>\n'

    def imprint(self, leaflet: Leaflet) -> str:
        """The number of an issued leaflet and how to check it, beside its code; nothing before it is issued."""
        if not leaflet.issue:
            return ""
        # Only here: few leaflets are issued of the many that are built.
        from consentgen.render.code import code_of

        words = "".join(f"<p>{self.told([statement])}</p>\n" for statement in leaflet.imprint)
        picture = f'<div class="square" role="img" aria-label="{escape(leaflet.code_told)}">'
        return f'<div class="imprint">\n{picture}{code_of(leaflet).svg}</div>\n<div>\n{words}</div>\n</div>\n'

    def shared(self, id_: str, section: Section) -> str:
        """A section, written once for all leaflets; once more where an id of it is taken on this page."""
        own_id, written, ids = _alone(self.way)(section)
        if own_id != id_ or not ids.isdisjoint(self.taken):
            return self.section(id_, section)
        self.taken |= ids
        return written

    def section(self, id_: str, section: Section) -> str:
        """A part of the leaflet; the opening has no heading of its own."""
        if section.heading is None:
            blocks = self.blocks(section.blocks, level=2)
            return f'<div id="{escape(id_)}">\n{blocks}</div>\n'
        label, heading = self.named(section.heading)
        blocks = self.blocks(section.blocks, level=3)
        start = f'<section id="{escape(id_)}" aria-labelledby="{label}">\n<h2>{heading}</h2>\n'
        return f"{start}{blocks}</section>\n"

    def blocks(self, blocks: Iterable[Block], *, level: int) -> str:
        """Blocks, with their headings at `level`."""
        return "".join(self.block(block, level) for block in blocks)

    def block(self, block: Block, level: int) -> str:
        """One block."""
        match block:
            case Heading(statement=statement):
                return f"<h{level}>{self.told([statement])}</h{level}>\n"
            case Paragraph(statements=statements):
                return f"<p>{self.told(statements)}</p>\n"
            case Bullets(items=items, ordered=ordered):
                tag = "ol" if ordered else "ul"
                entries = "".join(f"<li>{self.told(item)}</li>\n" for item in items)
                return f"<{tag}>\n{entries}</{tag}>\n"
            case Definitions(rows=rows):
                facts = (f"<div><dt>{self.told([a])}</dt><dd>{self.told(b)}</dd></div>\n" for a, b in rows)
                return "".join(("<dl>\n", *facts, "</dl>\n"))
            case Icons():
                return self.icons(block)
            case Lines(count=count):
                return '<div class="lines" aria-hidden="true">' + "<hr>" * count + "</div>\n"
            case Box():
                return self.box(block, level)

    def icons(self, icons: Icons) -> str:
        """An icon array beside its legend.

        The drawing is hidden from assistive technology and the figure has no caption: either would
        be read out as well as the legend, and a number heard twice sounds like two numbers.
        """
        names = icons.whole.names
        legend = "".join(
            f"<li>{marker_svg(name, names)}<span>{self.told(item)}</span></li>\n"
            for name, item in zip(names, icons.legend, strict=True)
        )
        # Safari forgets that an unmarked list is a list, hence the role.
        legend = f'<ul class="legend" role="list">\n{legend}</ul>\n'
        return f'<figure class="icons">\n{icon_array_svg(icons.whole)}\n{legend}</figure>\n'

    def box(self, box: Box, level: int) -> str:
        """Blocks set apart, named by the heading they begin with."""
        tag = _BOXES.get(box.kind, "aside")
        name, heading, rest = "", "", box.blocks
        if box.blocks and isinstance(first := box.blocks[0], Heading):
            label, words = self.named(first.statement)
            name, heading, rest = f' aria-labelledby="{label}"', f"<h{level}>{words}</h{level}>\n", rest[1:]
        inside = heading + self.blocks(rest, level=level)
        return f'<{tag} class="box {escape(box.kind)}"{name}>\n{inside}</{tag}>\n'

    def told(self, statements: Sequence[Statement]) -> str:
        """Statements one after another, each in an element that carries its id."""
        if self.way.one:
            return " ".join([self.named(statement)[1] for statement in statements])
        return "".join(map(self.stretch, stretches(statements, self.way)))

    def stretch(self, stretch: Stretch) -> str:
        """Statements that run in one direction; where it is the other one, they stay together."""
        words = "".join(self.named(statement)[1] + gap for statement, gap in stretch.statements)
        if len(stretch.statements) > 1 and stretch.direction != self.way.direction:
            words = f'<span dir="{stretch.direction}">{words}</span>'
        return words + stretch.gap

    def named(self, statement: Statement) -> tuple[str, str]:
        """The escaped element id of a statement, and the element."""
        if self.way.one:
            id_, escaped, element = _first(statement)
            if id_ not in self.taken:
                self.taken.add(id_)
                return escaped, element
        attributes, runs = ("", statement.runs) if self.way.one else self.directed(statement)
        escaped = escape(fresh_id(self.taken, f"s-{statement.id}"))
        return escaped, _element(escaped, statement, attributes, runs)

    def directed(self, statement: Statement) -> tuple[str, tuple[Run, ...]]:
        """The attributes of a statement whose language or direction is its own, and its runs."""
        direction = statement_direction(statement, self.way)
        language = f' lang="{escape(statement.language)}"' if statement.language else ""
        turned = f' dir="{direction}"' if language or direction != self.way.direction else ""
        runs = tuple(figures_apart(statement.runs)) if direction == "rtl" else statement.runs
        return language + turned, runs


def fresh_id(taken: set[str], wanted: str) -> str:
    """`wanted`, without spaces, numbered where it is taken on a page already; from then on it is."""
    wanted = free = _SPACE.sub("-", wanted)
    number = 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    taken.add(free)
    return free


@once
def _first(statement: Statement) -> tuple[str, str, str]:
    """The id of a statement where it stands for the first time on a page, the same escaped, and its element."""
    id_ = _SPACE.sub("-", f"s-{statement.id}")
    return id_, escape(id_), _element(escape(id_), statement, "", statement.runs)


def _element(id_: str, statement: Statement, attributes: str, runs: Iterable[Run]) -> str:
    """The element that carries a statement's id, with its words."""
    words = "".join(map(run_html, runs))
    state = f' data-state="{escape(statement.pending[0][1])}"' if statement.pending else ""
    return f'<span id="{id_}" data-id="{escape(statement.id)}"{attributes}{state}>{words}</span>'


def run_html(run: Run) -> str:
    """Escaped text; a value is kept from turning the text around it."""
    words = escape(run.text)
    if href := run.link:
        words = f'<a href="{escape(href)}">{words}</a>'
    if run.kind != "text":
        direction = ' dir="ltr"' if reads_left_to_right(run) else ""
        words = f'<bdi class="{escape(run.kind)}"{direction}>{words}</bdi>'
    return f"<strong>{words}</strong>" if run.strong else words
