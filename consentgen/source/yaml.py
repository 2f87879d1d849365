"""YAML 1.2 from strangers: every scalar stays text, every value keeps its line and column.

Authors do not know that `0800 111` is a number and `no` a truth value, so nothing is guessed:
scalars arrive as the text that was written. Aliases, tags and repeated keys are refused, and
size, depth and number of values are bounded before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from consentgen.model.finding import Finding, Place, Severity, shorten
from consentgen.tongue import later, said

try:
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined] # comes from the C module
except ImportError:  # a platform without a wheel of the C parser
    CParser = None

MAX_EVENTS = 40_000
MAX_DEPTH = 12

Step = str | int
Path_ = tuple[Step, ...]
Plain = dict[str, Any] | list[Any] | str | None
"""Mappings, lists and text; None where nothing was written."""

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
NOT_TEXT = re.compile(f"[{_CONTROL}]")
"""What no YAML file may hold as it stands: YAML 1.2.2, section 5.1."""
INVISIBLE = re.compile(
    f"[{_CONTROL}\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb"
    "\ud800-\uf8ff\ufdd0-\ufdef\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
"""Control, direction, zero-width, surrogate and private-use characters: nobody can see or review them.

The two joiners (U+200C, U+200D) are not among them: Persian and Hindi are written with them.
"""


@dataclass(slots=True)
class Document:
    """A file's value, with the place of every part of it."""

    path: str
    value: Plain = None
    """To be read only: files that write a field alike share what it holds."""
    places: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each value."""
    key_places: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each key."""
    parts: tuple[tuple[int, Document], ...] = ()
    """Where each field was read by itself: the lines above it, and what was read."""

    def place(self, path: Path_, *, key: bool = False) -> Place:
        """Where `path` stands; the nearest part above it when it is not there."""
        for above, part in reversed(self.parts):  # the file begins where its first field does
            self.places |= {step: (line + above, column) for step, (line, column) in part.places.items()}
            self.key_places |= {
                step: (line + above, column) for step, (line, column) in part.key_places.items()
            }
        self.parts = ()
        table = self.key_places if key else self.places
        here = path
        while here not in table and here:
            here = here[:-1]
        line, column = table.get(here, (1, 1))
        return Place(self.path, line, column, dotted(path))


class _Refused(Exception):
    def __init__(self, code: str, mark: tuple[int, int], what: str, way_out: str) -> None:
        super().__init__(what)
        self.code, self.mark, self.what, self.way_out = code, mark, what, way_out


def dotted(path: Path_) -> str:
    """A path as authors write it: `contact.phone`, `alternatives.options[2]` (from 1)."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def read_whole(text: str, label: str) -> tuple[Document | None, list[Finding]]:
    """The value of a YAML text and every fault found in reading it."""
    document = Document(label)
    try:
        findings = _build(text, document)
    except _Refused as refused:
        return None, [fault(refused.code, label, refused.what, refused.way_out, refused.mark)]
    except YAMLError as error:
        return None, [_syntax(error, label)]
    except RecursionError:
        return None, [fault("YA007", label, said("the values are nested too deeply"), _less())]
    if document.value in (None, "", {}, []):
        way_out = said("Copy one of the starter files, or run: {command}", command="consentgen new")
        return None, [fault("YA008", label, said("the file is empty"), way_out)]
    return document, findings


def _less() -> str:
    return said(
        "Keep to {levels} levels and {values} values; the starter files need 4 levels.",
        levels=MAX_DEPTH,
        values=f"{MAX_EVENTS:,}",
    )


_STARTS, _ENDS = (MappingStartEvent, SequenceStartEvent), (MappingEndEvent, SequenceEndEvent)


def _events(text: str) -> Iterator[Event]:
    """Parse events; the fast parser first, the exact one where the fast one stumbles or is not there."""
    if CParser is None:
        return _exact_events(text)
    fast: list[Event] = []
    depth = 0
    parser = CParser(text)
    try:
        while (event := parser.get_event()) is not None:
            fast.append(event)
            if len(fast) > MAX_EVENTS:
                raise _Refused("YA007", _mark(event), said("the file holds too many values"), _less())
            if type(event) is ScalarEvent:
                continue
            depth += isinstance(event, _STARTS)
            depth -= isinstance(event, _ENDS)
            # To read on would take seconds where a file nests without end; the builder refuses it.
            if depth > MAX_DEPTH + 1:
                break
    except YAMLError:
        return _exact_events(text)
    return iter(fast)


def _exact_events(text: str) -> Iterator[Event]:
    """Parse events of the slow parser, which forgets that a character's number can be too large."""
    mark = (1, 1)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            mark = _mark(event)
            yield event
    except (ValueError, OverflowError):
        what = said("a number after a backslash is no character")
        raise _Refused("YA004", mark, what, said(_QUOTES)) from None


def _build(text: str, document: Document) -> list[Finding]:
    findings: list[Finding] = []
    events = _events(text)
    documents = 0
    for number, event in enumerate(events):
        if number > MAX_EVENTS:
            raise _Refused("YA007", _mark(event), said("the file holds too many values"), _less())
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                what = said("the file holds more than one document")
                way_out = said("Keep one service in one file; take out the line ---.")
                raise _Refused("YA011", _mark(event), what, way_out)
        elif isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent | AliasEvent):
            builder = _Builder(events, document, findings)
            document.value = builder.value(event, ())
    return findings


class _Builder:
    """Turns events into plain values, and counts them."""

    def __init__(self, events: Iterator[Event], document: Document, findings: list[Finding]) -> None:
        self.events, self.document, self.findings = events, document, findings
        self.seen = 0

    def next(self) -> Event:
        self.seen += 1
        event = next(self.events)
        if self.seen > MAX_EVENTS:
            raise _Refused("YA007", _mark(event), said("the file holds too many values"), _less())
        return event

    def value(self, event: Event, path: Path_) -> Plain:
        mark = self.document.places[path] = _mark(event)
        _refuse_tricks(event)
        if type(event) is ScalarEvent:
            return self.scalar(event, path)
        if len(path) > MAX_DEPTH:
            raise _Refused("YA007", mark, said("the values are nested too deeply"), _less())
        if isinstance(event, MappingStartEvent):
            return self.mapping(path)
        return self.sequence(path)

    def mapping(self, path: Path_) -> dict[str, Any]:
        out: dict[str, Any] = {}
        while not isinstance(key_event := self.next(), MappingEndEvent):
            mark = _mark(key_event)
            _refuse_tricks(key_event)
            if not isinstance(key_event, ScalarEvent):
                what = said("a field name must be one word of text")
                way_out = said("Write a field name, then a colon, then the value.")
                raise _Refused("YA004", mark, what, way_out)
            key = shorten(key_event.value)
            here = (*path, key)
            value = self.value(self.next(), here)
            if key in out:
                what = said("{item} stands here twice", item=dotted(here))
                way_out = said("Keep one of the two.")
                self.findings.append(fault("YA006", self.document.path, what, way_out, mark))
            self.document.key_places[here] = mark
            out[key] = value
        return out

    def sequence(self, path: Path_) -> list[Any]:
        out: list[Any] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            out.append(self.value(event, (*path, len(out))))
        return out

    def scalar(self, event: ScalarEvent, path: Path_) -> str | None:
        text = str(event.value)
        if not event.style and text in ("", "~", "null"):
            return None
        if text.isascii() and text.isprintable():
            return " ".join(text.split())
        if unseen := "".join(INVISIBLE.findall(text)):
            self.findings.append(hidden(dotted(path), self.document.place(path), unseen))
        return " ".join(INVISIBLE.sub(" ", text).split())


def _refuse_tricks(event: Event) -> None:
    """Refuse a value or a field's name that is marked with more than its words."""
    if type(event) is ScalarEvent and event.anchor is None and event.ctag is None:
        return
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
        way_out = said("Write the value out again where you need it.")
        what = said("anchors (&name) and aliases (*name) are not used here")
        raise _Refused("YA005", _mark(event), what, way_out)
    tag = getattr(event, "tag", None)
    if tag and not str(tag).startswith("tag:yaml.org,2002:str"):
        way_out = said("Take out the word that begins with an exclamation mark, or put the text in quotes.")
        raise _Refused("YA010", _mark(event), said("tags (!name) are not used here"), way_out)


def _mark(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


_QUOTES = later(
    "Check the colon after each field name, the spaces at the start of the line, and the quotes. "
    "Put text that holds a colon or starts with a symbol in quotes."
)


def hidden(name: str, place: Place, characters: str) -> Finding:
    """What to say of characters in a field, or in the file where `name` is empty, that cannot be seen."""
    found = ", ".join(sorted({f"U+{ord(c):04X}" for c in characters}))
    what = (
        said("{name} holds characters that nobody can see", name=name)
        if name
        else said("the file holds characters that nobody can see")
    )
    return Finding("YA012", Severity.ERROR, place, what, found, help=said("Type the words again."))


def _syntax(error: YAMLError, label: str) -> Finding:
    mark = error.problem_mark or error.context_mark if isinstance(error, MarkedYAMLError) else None
    problem = error.problem if isinstance(error, MarkedYAMLError) and error.problem else said("a fault")
    where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    what = said("this line cannot be read as YAML: {problem}", problem=shorten(problem))
    return fault("YA004", label, what, said(_QUOTES), where)


def fault(code: str, label: str, what: str, way_out: str, mark: tuple[int, int] = (1, 1)) -> Finding:
    """A fault at a line and column of a file."""
    return Finding(code, Severity.ERROR, Place(label, *mark), what, help=way_out)
