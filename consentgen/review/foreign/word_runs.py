"""The words of a paragraph in a Word file, as they read when every tracked change is accepted."""

from __future__ import annotations

import re
from typing import Any

from consentgen.model.reading import Link

_GONE = frozenset(
    ("del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rPr", "pPr", "sdtPr", "sdtEndPr")
)
"""Deleted words, codes of fields, the second drawing of a picture, and what only sets words."""
_AS = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-", "softHyphen": ""}
_TARGET = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]{1,4000})"', re.IGNORECASE)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Runs:
    """Words and links, gathered run by run; a paragraph joined to the next goes on in the same."""

    def __init__(self, relations: Any) -> None:
        self.relations = relations
        self.boxes: list[Any] = []
        self._words: list[str] = []
        self._links: list[tuple[str, list[str]]] = []
        self._fields: list[str] = []
        """Codes of the fields that are open; their shown words follow."""
        self._coded = 0

    @property
    def text(self) -> str:
        """The words."""
        return "".join(self._words)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links that stand on words."""
        made = (Link("".join(words), target) for target, words in self._links)
        return tuple(link for link in made if link.words.strip())

    def read(self, paragraph: Any) -> None:
        """Add the words of a paragraph, without recursion."""
        ahead: list[Any] = [*paragraph.iterchildren(reversed=True)]
        while ahead:
            element = ahead.pop()
            if element is None:
                self._links.append(("", []))
                continue
            name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            if name == "txbxContent":
                self.boxes.append(element)
            elif name == "r" and _is_hidden(element):
                continue
            elif name in ("hyperlink", "fldSimple"):
                self._links.append((self._target(element, name), []))
                ahead += [None, *element.iterchildren(reversed=True)]
            elif not self._leaf(element, name):
                ahead += element.iterchildren(reversed=True)

    def _leaf(self, element: Any, name: str) -> bool:
        """Take an element that holds no others; whether it was one."""
        if name == "fldChar":
            self._field(element.get(f"{_W}fldCharType"))
        elif name == "instrText":
            if self._fields:
                self._fields[-1] += element.text or ""
        elif name == "t":
            self._say(element.text or "")
        elif name in _AS:
            self._say(_AS[name])
        else:
            return name in _GONE
        return True

    def _say(self, words: str) -> None:
        if self._coded:
            return
        self._words.append(words)
        if self._links and self._links[-1][0]:
            self._links[-1][1].append(words)

    def _field(self, kind: str | None) -> None:
        """A field begins, its shown words begin, or it ends."""
        if kind == "begin":
            self._fields.append("")
            self._coded += 1
        elif kind == "separate" and self._fields:
            self._coded -= 1
            found = _TARGET.search(self._fields[-1])
            self._fields[-1] = "\0"
            if found:
                self._links.append((found[1], []))
        elif kind == "end" and self._fields:
            # A field without shown words ends while its code is still read.
            self._coded -= self._fields.pop() != "\0"
            self._links.append(("", []))

    def _target(self, element: Any, name: str) -> str:
        if name == "fldSimple":
            found = _TARGET.search(element.get(f"{_W}instr", ""))
            return found[1] if found else ""
        anchor = element.get(f"{_W}anchor", "")
        relation = self.relations.get(element.get(_R_ID, "")) if self.relations is not None else None
        target = str(relation.target_ref) if relation is not None and relation.is_external else ""
        return f"{target}#{anchor}" if anchor else target


def _is_hidden(run: Any) -> bool:
    switch = run.find(f"{_W}rPr/{_W}vanish")
    return switch is not None and switch.get(f"{_W}val", "true") not in ("0", "false", "off")
