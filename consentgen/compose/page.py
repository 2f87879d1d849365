"""From a filled template to blocks: the Markdown skeleton around the statements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from consentgen.compose.fill import Filler
from consentgen.compose.inline import tree
from consentgen.compose.tags import MARK, OPEN, SHUT, Message
from consentgen.errors import BadWording
from consentgen.model.frequency import Whole
from consentgen.model.leaflet import (
    Block,
    Box,
    Bullets,
    Definitions,
    Heading,
    Icons,
    Lines,
    Paragraph,
    Section,
    Statement,
)
from consentgen.model.values import Value, Words

MAX_STATEMENTS = 600
"""A leaflet has about 120."""
MAX_TEMPLATES = 1000
"""Templates that may make up one page; the shipped ones include none."""
_STATEMENTS = re.compile(rf"(?:\s*{OPEN}\d+{SHUT})*\s*")
_NUMBER = re.compile(rf"{OPEN}(\d+){SHUT}")
_MARK = re.compile(rf"{MARK}([a-z]+) ?([a-z0-9-]*){SHUT}")


class Page:
    """Gathers the statements of one leaflet while its template runs."""

    def __init__(self, filler: Filler) -> None:
        self.filler = filler
        self.statements: list[Statement] = []
        self.wholes: list[Whole] = []
        self.entered = 0
        """Templates begun so far."""

    def add(self, message: Message, values: Mapping[str, Any]) -> int:
        """Fill one statement in; its number on the page."""
        if len(self.statements) >= MAX_STATEMENTS:
            way_out = "A leaflet is two to four pages; look for a loop that repeats too often."
            fault = f"the leaflet has more than {MAX_STATEMENTS} statements"
            raise BadWording(message.path, message.line, fault, way_out)
        typed = {name: _typed(value, name, message) for name, value in values.items()}
        self.statements.append(self.filler.statement(message, typed))
        return len(self.statements) - 1

    def enter(self, name: str) -> None:
        """Count a template that begins, whether it is the first or included by another."""
        self.entered += 1
        if self.entered > MAX_TEMPLATES:
            fault = f"templates include one another more than {MAX_TEMPLATES} times"
            raise BadWording(name, 1, fault, "Include a template once, and not in a loop.")

    def add_whole(self, whole: object) -> int:
        """Keep the frequencies an icon array draws; their number on the page."""
        if not isinstance(whole, Whole):
            raise TypeError("{% icons %} needs the figures of an evidence record")
        self.wholes.append(whole)
        return len(self.wholes) - 1

    def sections(self, skeleton: str, name: str) -> tuple[Statement, tuple[Section, ...]]:
        """The title and the sections of a rendered template."""
        blocks = [self._block(shape) for shape in shapes(skeleton, name)]
        title = blocks[0] if blocks else None
        if not isinstance(title, _Head) or title.level != 1:
            way_out = "Begin with # and the statement that names the therapy."
            raise BadWording(name, 1, "the leaflet does not begin with its title", way_out)
        sections: list[Section] = []
        heading: Statement | None = None
        held: list[Block] = []
        for block in [*blocks[1:], None]:
            if block is None or (isinstance(block, _Head) and block.level <= 2):
                if heading or held:
                    sections.append(Section(_section_id(heading), heading, tuple(held)))
                heading, held = (block.statement, []) if isinstance(block, _Head) else (None, [])
            else:
                held.append(Heading(block.statement) if isinstance(block, _Head) else block)
        return title.statement, tuple(sections)

    def _block(self, shape: Shape) -> Block | _Head:
        match shape.kind:
            case "h":
                return _Head(int(shape.word), self.statements[shape.rows[0][0]])
            case "p":
                return Paragraph(self._pick(shape.rows[0]))
            case "ul" | "ol":
                return Bullets(tuple(map(self._pick, shape.rows)), ordered=shape.kind == "ol")
            case "dl":
                rows = [(self.statements[label], self._pick(told)) for label, *told in shape.rows]
                return Definitions(tuple(rows))
            case "lines":
                return Lines(min(int(shape.word), 20))
            case "icons":
                whole = self.wholes[int(shape.word)]
                legend = [self._pick(row) for inner in shape.inside for row in inner.rows]
                return Icons(whole, tuple(legend))
            case _:
                inside = [self._block(inner) for inner in shape.inside]
                blocks = [Heading(b.statement) if isinstance(b, _Head) else b for b in inside]
                return Box(shape.word, tuple(blocks))

    def _pick(self, numbers: tuple[int, ...] | list[int]) -> tuple[Statement, ...]:
        return tuple(self.statements[n] for n in numbers)


@dataclass(frozen=True, slots=True)
class _Head:
    level: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class Shape:
    """A block with the numbers of its statements in place of their words."""

    kind: str
    rows: tuple[tuple[int, ...], ...] = ()
    word: str = ""
    inside: tuple[Shape, ...] = ()


@lru_cache(maxsize=2048)
def shapes(skeleton: str, name: str) -> tuple[Shape, ...]:
    """The blocks of a skeleton; leaflets that take the same path through a template share it."""
    stack: list[tuple[str, list[Shape]]] = [("", [])]
    for element in tree(skeleton, "def_list"):
        mark = _MARK.fullmatch((element.text or "").strip()) if element.tag == "p" else None
        if not mark:
            stack[-1][1].append(_shape(element, name))
        elif mark[1] == "lines":
            stack[-1][1].append(Shape("lines", word=mark[2]))
        elif mark[1] != "end":
            stack.append((f"{mark[1]} {mark[2]}", []))
        else:
            opened, inside = stack.pop()
            kind, _, word = opened.partition(" ")
            stack[-1][1].append(Shape(kind, (), word, tuple(inside)))
    return tuple(stack[0][1])


def _shape(element: Element, name: str) -> Shape:
    tag = element.tag
    named = {"h1": [element], "h2": [element], "h3": [element], "dl": element.findall("dt")}
    for part in named.get(tag, element.findall("li")):
        if not _numbers(part, name):
            way_out = "Put the {% if %} around its mark (#, - or 1.) too."
            raise BadWording(name, 1, "a heading, label or list item holds no words", way_out)
    if tag in ("h1", "h2", "h3"):
        return Shape("h", (_numbers(element, name),), tag[1])
    if tag == "p":
        return Shape("p", (_numbers(element, name),))
    if tag in ("ul", "ol"):
        return Shape(tag, tuple(_numbers(item, name) for item in element))
    if tag == "dl":
        rows: list[list[int]] = []
        for child in element:
            rows.append([]) if child.tag == "dt" else None
            rows[-1] += _numbers(child, name)
        return Shape("dl", tuple(map(tuple, rows)))
    raise BadWording(
        name, 1, f"<{tag}> is not used in a leaflet", "Use headings, lists, paragraphs and boxes."
    )


def _numbers(element: Element, name: str) -> tuple[int, ...]:
    text = "".join(element.itertext())
    if not _STATEMENTS.fullmatch(text):
        words = " ".join(_NUMBER.sub("", text).split())[:40]
        way_out = 'Put them in {% text "an.id" %}...{% endtext %}.'
        raise BadWording(name, 1, f"words stand outside a statement: {words!r}", way_out)
    return tuple(int(n) for n in _NUMBER.findall(text))


def _section_id(heading: Statement | None) -> str:
    return heading.id.rsplit(".", 1)[0].replace(".", "-") if heading else "opening"


def _typed(value: object, name: str, message: Message) -> Value:
    if isinstance(value, str):
        return Words(value)
    if isinstance(value, Value) and not isinstance(value, bool):
        return value
    way_out = "Choose between statements with {% if %} when it may be missing."
    raise BadWording(
        message.path, message.line, f"the statement {message.id} got no value for {{{name}}}", way_out
    )
