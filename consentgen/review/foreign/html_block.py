"""The words of a page, gathered block by block."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from consentgen.model.reading import Kind, Link, Passage
from consentgen.review.foreign.found import squeezed
from consentgen.review.foreign.html_parts import language_of, section_of_ours


@dataclass(slots=True)
class Piece:
    """Words of one block that belong together: a statement of ours, or what stands beside statements."""

    id: str = ""
    state: str = ""
    language: str = ""
    words: list[str] = field(default_factory=list)
    pattern: list[str] = field(default_factory=list)
    links: list[tuple[int, str, list[str]]] = field(default_factory=list)
    """Number of the link on the page, its target, and its words so far."""


class Blocks:
    """Gathers passages; what is open decides what the words are."""

    def __init__(self, language: str, *, ours: bool, lines: bool) -> None:
        self.ours, self.lines = ours, lines
        self.kinds: list[Kind] = []
        self.passages: list[Passage] = []
        self._languages = [language]
        self._links: list[tuple[int, str]] = []
        self._values = 0
        self._open: list[tuple[str, bool, bool, bool]] = []
        self._pieces = [Piece()]
        self._here: Any = None
        self._spot: Any = None
        self._count = self._numbers = 0
        self._heading = ""
        self._titled = self._turned = False

    def enter(self, element: Any) -> None:
        """Open an element."""
        language = language_of(element)
        href = element.get("href", "").strip() if element.tag == "a" else ""
        value = self.ours and element.tag == "bdi" and bool(element.get("class"))
        if language:
            self._languages.append(language)
        if href:
            self._numbers += 1
            self._links.append((self._numbers, href))
        if value and not self._values:
            self._pieces[-1].pattern.append(f"{{{element.get('class')}}}")
        self._values += value
        if self._pieces[-1].id and not self._pieces[-1].words:
            self._pieces[-1].language = self._own_language()
        self._open.append((element.tag, bool(language), bool(href), value))
        self._here = element

    def leave(self, element: Any) -> None:
        """Close the element that was opened last."""
        self._here = element.getparent()
        _, language, href, value = self._open.pop()
        if language:
            self._languages.pop()
        if href:
            self._links.pop()
        self._values -= value

    def begin(self, piece: Piece) -> None:
        """Words from here on belong to another piece of the block."""
        self._pieces.append(piece)

    def say(self, words: str | None) -> None:
        """Words where the reader is."""
        if not words:
            return
        piece = self._pieces[-1]
        if words.strip():
            self._turned = False
            if self._spot is None:
                self._spot = self._here
            if not piece.id and not piece.words:
                piece.language = self._own_language()
        piece.words.append(words)
        if not self._values:
            piece.pattern.append(words)
        for number, target in self._links[-1:]:
            if not piece.links or piece.links[-1][0] != number:
                piece.links.append((number, target, []))
            piece.links[-1][2].append(words)

    def turn(self) -> None:
        """A line ends; two ends on end make a paragraph."""
        if self._turned:
            self.flush()
        else:
            self._pieces[-1].words.append(" ")
            self._turned = True

    def flush(self) -> None:
        """The block ends."""
        made = [p for p in map(self._passage, self._pieces) if p.text]
        if made:
            if made[0].kind in (Kind.TITLE, Kind.HEADING) and not self.ours:
                self._heading = "" if made[0].kind is Kind.TITLE else " ".join(p.text for p in made)
                made = [self._in_section(p) for p in made]
            self._titled |= made[0].kind is Kind.TITLE
            self._count += 1
            self.passages += made
        self._pieces, self._spot, self._turned = [Piece()], None, False

    def _in_section(self, passage: Passage) -> Passage:
        return replace(passage, section=self._heading)

    def _passage(self, piece: Piece) -> Passage:
        links = tuple(Link(squeezed("".join(words)), target) for _, target, words in piece.links)
        text = squeezed("".join(piece.words))
        return Passage(
            text=text,
            kind=self._kind(),
            id=piece.id,
            block=self._count,
            section=self._section(),
            links=tuple(link for link in links if link.words),
            place="" if piece.id else self._place(),
            language=piece.language,
            pattern=squeezed("".join(piece.pattern)) if piece.id else "",
            state=piece.state,
        )

    def _kind(self) -> Kind:
        kind = self.kinds[-1] if self.kinds else Kind.PARAGRAPH
        is_title = kind is Kind.HEADING and not self._titled and self._level() == "h1"
        return Kind.TITLE if is_title else kind

    def _level(self) -> str:
        return next((tag for tag, *_ in reversed(self._open) if tag[0] == "h" and tag[1:].isdigit()), "")

    def _section(self) -> str:
        if self.ours:
            return section_of_ours(self._spot) if self._spot is not None else ""
        return self._heading

    def _place(self) -> str:
        if not self.lines:
            return f"paragraph {self._count + 1}"
        line = getattr(self._spot, "sourceline", None)
        return f"line {line}" if line else ""

    def _own_language(self) -> str:
        return "" if self._languages[-1] == self._languages[0] else self._languages[-1]
