"""The body of a Word file, element by element: python-docx passes over controls, boxes and tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from consentgen.model.reading import Kind
from consentgen.review.foreign.found import Found, squeezed
from consentgen.review.foreign.word_runs import Runs

_HEADING = re.compile(r"heading (\d)")
_LIST = re.compile(r"list (?:bullet|number)|list paragraph")
_HOLDS_BLOCKS = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
_DEEPEST = 60
"""Tables in tables, boxes in boxes; past this nobody has written it."""


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return str(qn(f"w:{name}"))


class Body:
    """Goes through a Word file in reading order."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.styles = {style.style_id: style for style in document.styles}
        self.highest: list[int] = []
        """Which of the blocks that hold words are headings of the first level."""
        self.count = self.turned = self.held = 0

    @property
    def right_to_left(self) -> bool:
        """Whether most paragraphs run from the right."""
        return self.turned * 2 > self.held

    def blocks(self) -> list[Found]:
        """Every block with words."""
        found: list[Found] = []
        for block, level in self._children(self.document.element.body, Kind.PARAGRAPH, 0):
            if squeezed(block.text):
                if level == 1:
                    self.highest.append(len(found))
                found.append(block)
        return found

    def _children(self, element: Any, kind: Kind, depth: int) -> Iterator[tuple[Found, int]]:
        """The blocks in an element, each with its level of heading, 0 for none."""
        if depth > _DEEPEST:
            raise ValueError(depth)
        carried = None
        for child in element:
            name = _local(child)
            if name == "p":
                runs = carried or Runs(self.document.part.rels)
                runs.read(child)
                # A paragraph whose end was deleted goes on in the next one.
                carried = runs if _mark_is_deleted(child) else None
                if not carried:
                    yield self._paragraph(child, runs, kind)
                    yield from self._boxes(runs, depth)
            elif name == "tbl":
                yield from self._table(child, depth)
            elif name in _HOLDS_BLOCKS:
                yield from self._children(child, kind, depth + 1)
        if carried:
            yield Found(kind, carried.text, f"paragraph {self.count}", carried.links), 0

    def _boxes(self, runs: Runs, depth: int) -> Iterator[tuple[Found, int]]:
        """Text boxes stand behind the paragraph they hang on."""
        for box in runs.boxes:
            yield from self._children(box, Kind.PARAGRAPH, depth + 1)

    def _paragraph(self, element: Any, runs: Runs, kind: Kind) -> tuple[Found, int]:
        own, level = self._kind(element)
        self.count += 1
        if runs.text.strip():
            self.held += 1
            self.turned += _is_on(element.find(f"{w('pPr')}/{w('bidi')}"))
        chosen = kind if own is Kind.PARAGRAPH else own
        return Found(chosen, runs.text, f"paragraph {self.count}", runs.links), level

    def _table(self, table: Any, depth: int) -> Iterator[tuple[Found, int]]:
        for row in table.iter(w("tr")):
            if _nearest(row, "tbl") is not table or row.find(f"{w('trPr')}/{w('del')}") is not None:
                continue
            head = _is_on(row.find(f"{w('trPr')}/{w('tblHeader')}"))
            for cell in row.iter(w("tc")):
                if _nearest(cell, "tr") is row:
                    yield from self._children(cell, Kind.LABEL if head else Kind.CELL, depth + 1)

    def _kind(self, paragraph: Any) -> tuple[Kind, int]:
        """What a paragraph is, and its level as a heading."""
        properties = paragraph.find(w("pPr"))
        chosen = properties.find(w("pStyle")) if properties is not None else None
        for style in self._chain(chosen.get(w("val")) if chosen is not None else None):
            name = (style.name or "").casefold()
            if name == "title":
                return Kind.TITLE, 0
            if found := _HEADING.fullmatch(name):
                return Kind.HEADING, int(found[1])
            if _LIST.match(name) and (name != "list paragraph" or _is_numbered(properties)):
                return Kind.ITEM, 0
        outline = properties.find(w("outlineLvl")) if properties is not None else None
        if outline is not None and (level := outline.get(w("val"), "9")).isdigit() and int(level) < 9:
            return Kind.HEADING, int(level) + 1
        return (Kind.ITEM, 0) if _is_numbered(properties) else (Kind.PARAGRAPH, 0)

    def _chain(self, style_id: str | None) -> Iterator[Any]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while style_id and style_id in self.styles and style_id not in seen:
            seen.add(style_id)
            style = self.styles[style_id]
            yield style
            style_id = style.base_style.style_id if getattr(style, "base_style", None) is not None else None


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _nearest(element: Any, name: str) -> Any:
    return next(element.iterancestors(w(name)), None)


def _is_on(switch: Any) -> bool:
    """Whether a switch is there and not off (ISO 29500-1, 17.17.4)."""
    return switch is not None and switch.get(w("val"), "true") not in ("0", "false", "off")


def _is_numbered(properties: Any) -> bool:
    number = properties.find(f"{w('numPr')}/{w('numId')}") if properties is not None else None
    return number is not None and number.get(w("val")) != "0"


def _mark_is_deleted(paragraph: Any) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None
