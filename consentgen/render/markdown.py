"""The Markdown leaflet: CommonMark that reads well before it is turned into anything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import groupby
from unicodedata import category
from urllib.parse import quote

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
    figures_apart,
    isolate_for,
    isolate_of,
    isolated,
    turned,
)
from consentgen.render.marks import with_marks
from consentgen.render.parts import Way, stretches, way_of
from consentgen.render.text import one_line

_MARKUP = re.compile(r"[\\`*_{}\[\]#]|!$")
"""Escaped by a backslash in CommonMark and in Python-Markdown; an exclamation mark only before a link."""
_NO_BACKSLASH = re.compile(r"[<>|~]|&(?=[\\#]|\w*;|\w*$)")
"""Escaped as character references, because Python-Markdown would show the backslash."""
_ADDRESS = re.compile(r"/(?=/|$)|@|(?<=www)\.", re.IGNORECASE)
"""What GitHub's Markdown would make a link of, escaped as character references."""
_LINE_START = re.compile(r"^(?:([-+]|!(?=!))|(\d+)([.)])|([:=]))")
_IN_ADDRESS = "%:/?#@!$+,;=&"


def render_markdown(leaflet: Leaflet) -> Artifact:
    """The leaflet as CommonMark in UTF-8, without tables and without HTML."""
    leaflet = with_marks(leaflet)
    way = way_of(leaflet)
    page = _Page(way)
    stamps = [_strong(page.plain(leaflet.furniture[stamp])) for stamp in leaflet.stamps]
    footer = [page.told([s]) for s in (*leaflet.imprint, leaflet.furniture.get("footer")) if s]
    parts = [*stamps, f"# {page.told([leaflet.title])}"]
    for section in leaflet.sections:
        parts += _section(way)(section)
    parts += ["---", *footer, *stamps]
    words = "\n\n".join(part for part in parts if part)
    return Artifact(leaflet.file_name("md"), "text/markdown; charset=utf-8", f"{words}\n".encode())


@cache
def _section(way: Way) -> Callable[[Section], list[str]]:
    """Writes a section in one direction, once for all leaflets that share it."""
    return once(_Page(way).section)


class _Page:
    """How statements become lines of Markdown, in the direction of one leaflet."""

    def __init__(self, way: Way) -> None:
        self.way = way

    def section(self, section: Section) -> list[str]:
        """The heading and the blocks of a section."""
        if section.heading is None:
            return [self.block(block, 2) for block in section.blocks]
        return [f"## {self.told([section.heading])}", *(self.block(block, 3) for block in section.blocks)]

    def block(self, block: Block, level: int) -> str:
        """One block, with its headings at `level`; lines to write on are for print and leave nothing."""
        match block:
            case Heading(statement=statement):
                return f"{'#' * level} {self.told([statement])}"
            case Paragraph(statements=statements):
                return self.told(statements)
            case Bullets(items=items, ordered=ordered):
                marks = [f"{i}." if ordered else "-" for i in range(1, len(items) + 1)]
                return "\n".join(f"{mark} {self.told(item)}" for mark, item in zip(marks, items, strict=True))
            case Icons(legend=legend):
                return "\n".join(f"- {self.told(item)}" for item in legend)
            case Definitions(rows=rows):
                return "\n".join(f"- {self.label(label)} {self.told(told)}" for label, told in rows)
            case Box(blocks=blocks):
                inside = "\n\n".join(filter(None, (self.block(inner, level) for inner in blocks)))
                return "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))
            case Lines():
                return ""

    def label(self, statement: Statement) -> str:
        """A label in bold, with a colon where it has no mark of its own."""
        words = self.plain(statement).strip()
        return _strong(words if words.endswith((":", "?", "：", "？")) else f"{words}:")

    def told(self, statements: Sequence[Statement]) -> str:
        """Statements on one line that no reader takes for anything but words."""
        line = self.directed(_joined, statements).strip(" ")
        return _LINE_START.sub(_harmless, line)

    def plain(self, statement: Statement) -> str:
        """The words of one statement, nothing in bold."""
        return self.directed(_runs, (statement,))

    def directed(self, told: Callable[..., str], statements: Sequence[Statement]) -> str:
        """What `told` makes of each statement, isolated where it runs the other way than the leaflet."""
        if self.way.one:
            return " ".join([told(statement.runs, rtl=False) for statement in statements])
        line = ""
        for stretch in stretches(statements, self.way):
            rtl = stretch.direction == "rtl"
            words = "".join([told(statement.runs, rtl=rtl) + gap for statement, gap in stretch.statements])
            if stretch.direction != self.way.direction:
                words = isolated(words, isolate_of(stretch.direction))
            line += words + stretch.gap
        return turned(line) if self.way.direction == "rtl" else line


def _harmless(start: re.Match[str]) -> str:
    """The start of a line that would begin a list, a rule, a definition or a note, escaped."""
    bullet, number, stop, other = start.groups()
    if other:
        return f"&#{ord(other)};"
    return f"\\{bullet}" if bullet else f"{number}\\{stop}"


@lru_cache(maxsize=2048)
def _joined(told: tuple[Run, ...], *, rtl: bool) -> str:
    """The runs of a statement, neighbours in bold as one; leaflets share most of their statements."""
    groups = [(bold, _runs(runs, rtl=rtl)) for bold, runs in groupby(told, key=lambda run: run.strong)]
    line = ""
    for i, (bold, words) in enumerate(groups):
        after = groups[i + 1][1] if i + 1 < len(groups) else ""
        line += _strong(words, line[-1:], after[:1]) if bold else words
    return line


def _strong(words: str, before: str = "", after: str = "") -> str:
    """`words` in bold, or as they are where the asterisks would stay visible.

    Source: CommonMark 0.31.2, section 6.2: a run of asterisks between a mark of punctuation
    and a letter opens or closes nothing.
    """
    core = words.strip(" ")
    left, right = words[: len(words) - len(words.lstrip(" "))], words[len(words.rstrip(" ")) :]
    opens = left or not before or not _is_mark(core[:1]) or _is_mark(before) or before == " "
    closes = right or not after or not _is_mark(core[-1:]) or _is_mark(after) or after == " "
    return f"{left}**{core}**{right}" if core and opens and closes else words


def _is_mark(character: str) -> bool:
    """Whether a character is punctuation or a symbol."""
    return category(character)[0] in "PS" if character else False


def _runs(runs: Iterable[Run], *, rtl: bool) -> str:
    """The runs one after another; among right-to-left words each value is isolated."""
    if not rtl:
        return "".join(map(_run, runs))
    told = ((run, _run(run)) for run in figures_apart(runs))
    return "".join(words if run.kind == "text" else isolated(words, isolate_for(run)) for run, words in told)


def _run(run: Run) -> str:
    """Escaped text, as a link where it has an address outside the leaflet."""
    words = _MARKUP.sub(r"\\\g<0>", one_line(run.text))
    words = _NO_BACKSLASH.sub(_reference, words)
    href = run.link
    if not href or href.startswith("#"):  # readers make the ids of headings up themselves
        return _ADDRESS.sub(_reference, words)
    address = quote(one_line(href), safe=_IN_ADDRESS).replace("&", "&amp;")
    return f"[{words.strip()}]({address})"


def _reference(found: re.Match[str]) -> str:
    """A character as a reference that stands for nothing but itself."""
    return f"&#{ord(found[0])};"
