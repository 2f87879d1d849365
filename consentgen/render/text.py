"""The plain-text leaflet: lines of 72 columns for a terminal, an email or a screen reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from unicodedata import category, east_asian_width

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
from consentgen.once import once
from consentgen.render.bidi import (
    LEFT_TO_RIGHT,
    figures_apart,
    isolate_for,
    isolate_of,
    isolated,
    isolates_closed,
    turned,
)
from consentgen.render.marks import with_marks
from consentgen.render.parts import Stretch, Way, stretches, way_of

COLUMNS = 72
_GLUE = "\0"
"""Stands for a space that must not become a line break; `one_line` leaves no other."""
_SPACES = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_HAN_KANA = "\u2e80-\u2fdf\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OPENING, _CLOSING = "（「『《【〈", "）」』》】〉、。，．：；！？"
_PIECE = re.compile(f"[{_OPENING}]*(?:[{_HAN_KANA}]|[^ {_HAN_KANA}]+)[{_CLOSING}]* *")
"""What stands on one line: a word, or one sign of a script that has no spaces between words."""


def render_text(leaflet: Leaflet) -> Artifact:
    """The leaflet as plain text in UTF-8."""
    leaflet = with_marks(leaflet)
    way = way_of(leaflet)
    page = _Page(way)
    stamps = [page.wrap([leaflet.furniture[stamp]]) for stamp in leaflet.stamps]
    footer = [page.wrap([s]) for s in (*leaflet.imprint, leaflet.furniture.get("footer")) if s]
    footer[:1] = ["\n" + first for first in footer[:1]]
    parts = [*stamps, _underlined(page.wrap([leaflet.title]), "=")]
    for section in leaflet.sections:
        parts += _section(way)(section)
    parts += [*footer, *stamps]
    words = "\n\n".join(part for part in parts if part).replace(_GLUE, " ")
    lines = (_CONTROLS.sub("", line) for line in words.split("\n"))
    return Artifact(leaflet.file_name("txt"), "text/plain; charset=utf-8", ("\n".join(lines) + "\n").encode())


def one_line(text: str) -> str:
    """`text` on one line, without control characters; spaces that do not break stay."""
    return _CONTROLS.sub("", _SPACES.sub(" ", text))


@cache
def _section(way: Way) -> Callable[[Section], tuple[str, ...]]:
    """Writes a section in one direction, once for all leaflets that share it."""
    page = _Page(way)
    return once(lambda section: tuple(page.section(section)))


class _Page:
    """How statements become lines, in the direction of one leaflet."""

    def __init__(self, way: Way) -> None:
        self.way = way

    def section(self, section: Section) -> Iterator[str]:
        """The heading, set off, and the blocks of a section."""
        if section.heading:
            yield "\n" + _underlined(self.wrap([section.heading]), "-")
        yield from self.blocks(section.blocks)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """One text for each block."""
        for block in blocks:
            yield self.block(block)

    def block(self, block: Block) -> str:
        """The lines of one block; lines to write on are for print and leave none."""
        match block:
            case Heading(statement=statement):
                return self.wrap([statement])
            case Paragraph(statements=statements):
                return self.wrap(statements)
            case Bullets(items=items, ordered=ordered):
                marks = [f"{i}. " if ordered else "- " for i in range(1, len(items) + 1)]
                return "\n".join(map(self.wrap, items, marks))
            case Icons(legend=legend):
                return "\n".join(self.wrap(item, "- ") for item in legend)
            case Definitions(rows=rows):
                return "\n".join(self.definition(label, told) for label, told in rows)
            case Box(kind=kind, blocks=blocks):
                rule = "" if kind == "note" else "=" * COLUMNS
                return "\n\n".join(filter(None, (rule, *self.blocks(blocks), rule)))
            case Lines():
                return ""

    def definition(self, label: Statement, told: Sequence[Statement]) -> str:
        """`Label: value`, with the lines after the first set in."""
        head = self.words([label]).rstrip()
        colon = "" if head.endswith((":", "?", "：", "？")) else ":"
        return self.lines(f"{head}{colon} {self.words(told)}", rest="  ")

    def wrap(self, statements: Sequence[Statement], mark: str = "") -> str:
        """Statements as one paragraph behind `mark`."""
        return self.lines(self.words(statements), mark, " " * len(mark))

    def lines(self, words: str, first: str = "", rest: str = "") -> str:
        """Words in lines, each of which reads in the direction of the leaflet."""
        told = wrapped(words, first, rest)
        if self.way.one:
            return told
        lines = isolates_closed(told.split("\n"))
        return "\n".join(map(turned, lines) if self.way.direction == "rtl" else lines)

    def words(self, statements: Sequence[Statement]) -> str:
        """Statements on one line."""
        if self.way.one:
            return " ".join([_said(statement.runs, rtl=False) for statement in statements])
        return "".join(map(self.stretch, stretches(statements, self.way)))

    def stretch(self, stretch: Stretch) -> str:
        """Statements that run in one direction, isolated where it is not the leaflet's."""
        rtl = stretch.direction == "rtl"
        words = "".join([_said(statement.runs, rtl=rtl) + gap for statement, gap in stretch.statements])
        if stretch.direction != self.way.direction:
            words = isolated(words, isolate_of(stretch.direction))
        return words + stretch.gap


@lru_cache(maxsize=2048)
def _said(runs: tuple[Run, ...], *, rtl: bool) -> str:
    """The words of one statement; leaflets share most of them."""
    return "".join([_run(run, rtl=rtl) for run in (figures_apart(runs) if rtl else runs)])


def _run(run: Run, *, rtl: bool) -> str:
    """The text, and the address behind it where the text does not give it."""
    words = one_line(run.text)
    if run.kind == "phone":
        words = words.replace(" ", _GLUE)
    if run.kind != "text" and rtl:
        words = isolated(words, isolate_for(run))
    address = _address(run) if run.href else ""
    return f"{words} ({isolated(address, LEFT_TO_RIGHT) if rtl else address})" if address else words


def _address(run: Run) -> str:
    """The address to print behind the words of `run`, empty where they say it already."""
    href = one_line(run.link)
    address = href.removeprefix("tel:").removeprefix("mailto:")
    said = one_line(run.text).replace(" ", "").rstrip("/")
    known = {address.rstrip("/"), address.rstrip("/").removeprefix("https://")}
    return "" if href.startswith("#") or said in known else address


@lru_cache(maxsize=2048)
def wrapped(text: str, first: str = "", rest: str = "") -> str:
    """`text` in lines of at most 72 columns, a longer word whole on a line of its own.

    Args:
        text: one line.
        first: what the first line begins with.
        rest: what every further line begins with.
    """
    lines, line, room = [], first, COLUMNS - len(first)
    for piece in _PIECE.findall(text.strip(" ")):
        width = _columns(piece.rstrip(" "))
        if width > room and line not in (first, rest):
            lines.append(line.rstrip(" "))
            line, room = rest, COLUMNS - len(rest)
        line += piece
        room -= width + len(piece) - len(piece.rstrip(" "))
    return "\n".join((*lines, line.rstrip(" ")))


def _columns(text: str) -> int:
    """Columns of a terminal that `text` takes: two for a wide letter, none for a mark on another."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WF" else category(c) not in ("Mn", "Me", "Cf") for c in text)


def _underlined(text: str, line: str) -> str:
    """`text` over a line as long as its longest."""
    return f"{text}\n{line * max(map(_columns, text.split(chr(10))))}"
