"""From a filled template to blocks: the Markdown skeleton around the statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from types import SimpleNamespace
from typing import Any

from consentgen.compose.blocks import Blocks, Made
from consentgen.compose.fill import Filler
from consentgen.compose.shapes import Outline, Shape, outlines
from consentgen.compose.tags import Message
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
from consentgen.once import Kept
from consentgen.tongue import said

MAX_SKELETON = 400_000
"""Characters a template may put out before it is stopped; a leaflet's skeleton has about 3,000."""
MAX_STATEMENTS = 600
"""A leaflet has about 120."""
MAX_TEMPLATES = 1000
"""Templates that may make up one page; the shipped ones include none."""


class Page:
    """Gathers the statements of one leaflet while its template runs."""

    def __init__(self, filler: Filler, blocks: Blocks, names: Mapping[str, object]) -> None:
        """Begin a page.

        Args:
            filler: makes the statements.
            blocks: what the template's blocks made of other leaflets' values.
            names: what the template may use.
        """
        self.filler, self.blocks, self.names = filler, blocks, names
        self._space = SimpleNamespace(**names)
        self.statements: list[Statement] = []
        self.wholes: list[Whole] = []
        self.entered = 0
        """Templates begun so far."""

    def add(self, message: Message, values: Mapping[str, Any]) -> bool:
        """Fill one statement in; whether its English has to stand beside it."""
        if len(self.statements) >= MAX_STATEMENTS:
            way_out = said("A leaflet is two to four pages; look for a loop that repeats too often.")
            fault = said("the leaflet has more than {most} statements", most=MAX_STATEMENTS)
            raise BadWording(message.path, message.line, fault, way_out)
        typed = {name: _typed(value, name, message) for name, value in values.items()}
        self.statements.append(self.filler.statement(message, typed))
        twin = self.filler.twin(message, typed)
        self.statements += [twin] if twin else []
        return twin is not None

    def enter(self, name: str) -> None:
        """Count a template that begins, whether it is the first or included by another."""
        self.entered += 1
        if self.entered > MAX_TEMPLATES:
            fault = said("templates include one another more than {most} times", most=MAX_TEMPLATES)
            way_out = said("Include a template once, and not in a loop.")
            raise BadWording(self.filler.wording.label(name), 1, fault, way_out)

    def add_whole(self, whole: object) -> None:
        """Keep the frequencies an icon array draws."""
        if not isinstance(whole, Whole):
            raise TypeError(said("{% icons %} needs the figures of an evidence record"))
        self.wholes.append(whole)

    def run(self, block: str, label: str, put_out: Callable[[], Iterable[str]]) -> str:
        """What a block puts out, its statements added; it is run unless its values were seen before.

        Args:
            block: its name, `ROOT` for a whole template.
            label: the path an author knows the template by.
            put_out: runs it.
        """
        key = self.blocks.key(block, self._space)
        made = self.blocks.find(key)
        if made and len(self.statements) + len(made.statements) <= MAX_STATEMENTS:
            self.statements += made.statements
            self.wholes += made.wholes
            return made.text
        first, first_whole = len(self.statements), len(self.wholes)
        text = _joined(put_out(), label)
        told, drawn = tuple(self.statements[first:]), tuple(self.wholes[first_whole:])
        self.blocks.keep(key, Made(text, told, drawn))
        return text

    def sections(self, skeleton: str, name: str) -> tuple[Statement, tuple[Section, ...]]:
        """The title and the sections of a rendered template."""
        sections: list[Section] = []
        told, drawn = 1, 0
        for outline in outlines(skeleton, name):
            statements = self.statements[told : told + outline.statements]
            wholes = self.wholes[drawn : drawn + outline.pictures]
            sections.append(_section(outline, statements, wholes))
            told, drawn = told + outline.statements, drawn + outline.pictures
        return self.statements[0], tuple(sections)


_SECTIONS: Kept[tuple[int, ...], tuple[object, Section]] = Kept()


def _section(outline: Outline, statements: list[Statement], wholes: list[Whole]) -> Section:
    """A section; the same one wherever the same statements stand in the same blocks."""
    key = (id(outline), *map(id, statements), *map(id, wholes))
    kept = _SECTIONS.get(key)
    if kept is None:
        section = _Filled(iter(statements), iter(wholes)).section(outline.shapes)
        kept = _SECTIONS.keep(key, ((outline, statements, wholes), section))
    return kept[1]


class _Filled:
    """Puts statements into shapes, one after the other."""

    def __init__(self, statements: Iterator[Statement], wholes: Iterator[Whole]) -> None:
        self.statements, self.wholes = statements, wholes

    def section(self, shapes: tuple[Shape, ...]) -> Section:
        """The blocks of a section, under its heading."""
        heading = None
        if shapes and shapes[0].begins_section:
            [heading], shapes = self.take(1), shapes[1:]
        return Section(_section_id(heading), heading, tuple(map(self.block, shapes)))

    def block(self, shape: Shape) -> Block:
        """One block."""
        match shape.kind:
            case "h":
                return Heading(*self.take(1))
            case "p":
                return Paragraph(self.take(shape.rows[0]))
            case "ul" | "ol":
                return Bullets(tuple(map(self.take, shape.rows)), ordered=shape.kind == "ol")
            case "dl":
                rows = map(self.take, shape.rows)
                return Definitions(tuple((row[0], row[1:]) for row in rows))
            case "lines":
                return Lines(min(int(shape.word), 20))
            case "icons":
                whole = next(self.wholes)
                legend = [self.take(count) for inner in shape.inside for count in inner.rows]
                return Icons(whole, tuple(legend))
            case _:
                return Box(shape.word, tuple(map(self.block, shape.inside)))

    def take(self, count: int) -> tuple[Statement, ...]:
        """The next statements."""
        return tuple(islice(self.statements, count))


def _joined(parts: Iterable[str], label: str) -> str:
    """What a template puts out, as long as it is of a leaflet's size."""
    held: list[str] = []
    size = 0
    for part in parts:
        size += len(part)
        if size > MAX_SKELETON:
            way_out = said("Look for a loop that repeats too often.")
            raise BadWording(label, 1, said("the template puts out too much"), way_out)
        held.append(part)
    return "".join(held)


def _section_id(heading: Statement | None) -> str:
    return heading.id.rsplit(".", 1)[0].replace(".", "-") if heading else "opening"


def _typed(value: object, name: str, message: Message) -> Value:
    if isinstance(value, str):
        return Words(value)
    if isinstance(value, Value) and not isinstance(value, bool):
        return value
    way_out = said("Choose between statements with {% if %} when it may be missing.")
    fault = said("the statement {id} got no value for {name}", id=message.id, name=f"{{{name}}}")
    raise BadWording(message.path, message.line, fault, way_out)
