"""The Markdown around the statements: what blocks a page has, and how many statements stand in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from consentgen.compose.inline import tree
from consentgen.compose.tags import MARK, OPEN, SHUT, TWIN
from consentgen.errors import BadWording
from consentgen.tongue import said

_STATEMENTS = re.compile(rf"(?:\s*{OPEN}{SHUT}(?:{TWIN}{SHUT})?)*\s*")
_MARK = re.compile(rf"{MARK}([a-z]+) ?([a-z0-9-]*){SHUT}")


@dataclass(frozen=True, slots=True)
class Shape:
    """A block with the numbers of its statements in place of their words."""

    kind: str
    rows: tuple[int, ...] = ()
    """How many statements stand in the heading or paragraph, in each item, or beside each label."""
    word: str = ""
    """The level of a heading, the number of lines, the kind of a box."""
    inside: tuple[Shape, ...] = ()

    @property
    def statements(self) -> int:
        """All that stand in it."""
        return sum(self.rows) + sum(shape.statements for shape in self.inside)

    @property
    def pictures(self) -> int:
        """All that are drawn in it."""
        return (self.kind == "icons") + sum(shape.pictures for shape in self.inside)

    @property
    def begins_section(self) -> bool:
        """Whether it is the heading of a section or of the whole page."""
        return self.kind == "h" and self.word <= "2"


@dataclass(frozen=True, slots=True)
class Outline:
    """The blocks of one section; a heading first, but in the opening."""

    shapes: tuple[Shape, ...]
    statements: int
    pictures: int


@lru_cache(maxsize=2048)
def outlines(skeleton: str, name: str) -> tuple[Outline, ...]:
    """The sections below the title; leaflets that take the same path through a template share them.

    Raises:
        BadWording: it does not begin with a title, or holds what no leaflet has.
    """
    found = shapes(skeleton, name)
    if not found or (found[0].kind, found[0].word) != ("h", "1"):
        way_out = said("Begin with # and the statement that names the therapy.")
        raise BadWording(name, 1, said("the leaflet does not begin with its title"), way_out)
    held: list[list[Shape]] = []
    for shape in found[1:]:
        if shape.begins_section or not held:
            held.append([])
        held[-1].append(shape)
    return tuple(_outline(tuple(section)) for section in held)


@lru_cache(maxsize=2048)
def _outline(found: tuple[Shape, ...]) -> Outline:
    """The same value for the same blocks, whatever leaflet they stand in."""
    return Outline(found, sum(s.statements for s in found), sum(s.pictures for s in found))


def shapes(skeleton: str, name: str) -> tuple[Shape, ...]:
    """The blocks of a skeleton."""
    stack: list[tuple[str, list[Shape]]] = [("", [])]
    for element in tree(skeleton, "def_list"):
        mark = _MARK.fullmatch((element.text or "").strip()) if element.tag == "p" else None
        if not mark:
            stack[-1][1].extend(_shapes(element, name))
        elif mark[1] == "lines":
            stack[-1][1].append(Shape("lines", word=mark[2]))
        elif mark[1] != "end":
            stack.append((f"{mark[1]} {mark[2]}", []))
        else:
            opened, inside = stack.pop()
            kind, _, word = opened.partition(" ")
            stack[-1][1].append(Shape(kind, (), word, tuple(inside)))
    return tuple(stack[0][1])


def _shapes(element: Element, name: str) -> Iterator[Shape]:
    """The block of an element; the English of a heading stands under it."""
    shape = _shape(element, name)
    yield shape
    if shape.kind == "h" and TWIN in "".join(element.itertext()):
        yield Shape("p", (1,))


def _shape(element: Element, name: str) -> Shape:
    tag = element.tag
    named = {"h1": [element], "h2": [element], "h3": [element], "dl": element.findall("dt")}
    for part in named.get(tag, element.findall("li")):
        if not _counted(part, name):
            way_out = said("Put the {% if %} around its mark (#, - or 1.) too.")
            raise BadWording(name, 1, said("a heading, label or list item holds no words"), way_out)
    match tag:
        case "h1" | "h2" | "h3":
            if "".join(element.itertext()).count(OPEN) > 1:
                fault = said("a heading holds more than one statement")
                raise BadWording(name, 1, fault, said("Make one of them."))
            return Shape("h", (1,), tag[1])
        case "p":
            return Shape("p", (_counted(element, name),))
        case "ul" | "ol":
            return Shape(tag, tuple(_counted(item, name) for item in element))
        case "dl":
            return Shape("dl", tuple(_beside_labels(element, name)))
    way_out = said("Use headings, lists, paragraphs and boxes.")
    raise BadWording(name, 1, said("{tag} is not used in a leaflet", tag=f"<{tag}>"), way_out)


def _beside_labels(element: Element, name: str) -> Iterator[int]:
    """How many statements each label has, itself among them."""
    count = 0
    for child in element:
        if child.tag == "dt" and count:
            yield count
            count = 0
        count += _counted(child, name)
    yield count


def _counted(element: Element, name: str) -> int:
    text = "".join(element.itertext())
    if not _STATEMENTS.fullmatch(text):
        words = " ".join(re.sub(f"[{OPEN}{SHUT}{TWIN}]", "", text).split())[:40]
        way_out = said("Put them in {tag}.", tag='{% text "an.id" %}...{% endtext %}')
        fault = said("words stand outside a statement: {words}", words=repr(words))
        raise BadWording(name, 1, fault, way_out)
    return text.count(OPEN) + text.count(TWIN)
