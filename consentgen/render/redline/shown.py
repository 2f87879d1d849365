"""What of a change is shown: its words, each pair of texts once, and nothing that could hide something."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from consentgen.model.reading import Kind, Passage
from consentgen.render.bidi import direction_of, direction_of_text, direction_of_words, figure_rows
from consentgen.review.change import Change, Edit, EditKind, Piece, PieceKind, Where, WordingDiff

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Control characters, and the marks that turn letters around so that a reader sees other words than there are."""
_SPACES = re.compile(r"[\t\n\r\x85\u2028\u2029]+")
_ALONE = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u2060-\u2064\u2066-\u2069\ufeff]+")
"""What has no width of its own; it belongs to many scripts, and shows only where it is all that changed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Edits of one change that read alike: the first of them in full, and where all of them stand."""

    edit: Edit
    language: str
    """BCP 47; empty or `und` where nothing says."""
    where: tuple[Where, ...]
    under: str = ""
    """The words of the heading above it."""
    alike: int = 0
    """How many more there are, with the same words marked among other names or numbers."""

    @property
    def old_direction(self) -> str:
        """`ltr` or `rtl`."""
        return _direction(self.edit.old or self.edit.new, self.language)

    @property
    def direction(self) -> str:
        """The same for the new words."""
        return _direction(self.edit.new or self.edit.old, self.language)


Headings = Mapping[tuple[Where, str], str]


def headings(diff: WordingDiff) -> Headings:
    """The words of the heading of each section of each leaflet that changed, as they are now where there is one."""
    return {
        (Where(reading.leaflet or reading.label, reading.language), passage.section): passage.text
        for text in diff.texts
        if text.changed
        for reading in (text.old, text.new)
        for passage in reversed(reading.passages)
        if passage.kind is Kind.HEADING and passage.section
    }


def shown(change: Change, above: Headings) -> tuple[Shown, ...]:
    """The edits of a change, those that read alike together, in their order; `above` are the headings."""
    groups: defaultdict[object, list[_Placed]] = defaultdict(list)
    for edit, language, where in _by_language(change):
        groups[_likeness(edit, language)].append((edit, where))
    return tuple(_shown(group, above) for group in groups.values())


_Placed = tuple[Edit, tuple[Where, ...]]


def _shown(group: list[_Placed], above: Headings) -> Shown:
    edit, where = group[0]
    passage = (edit.new or edit.old)[0]
    heading = above.get((where[0], passage.section), "") if where and passage.kind is not Kind.HEADING else ""
    return Shown(
        edit,
        language_of(edit, where),
        tuple(sorted({place for _, places in group for place in places})),
        heading or ("" if passage.id else passage.section),
        len(group) - 1,
    )


def language_of(edit: Edit, where: Iterable[Where]) -> str:
    """The language of its words: a passage's own, else that of the leaflet."""
    own = next((passage.language for passage in edit.new or edit.old if passage.language), "")
    return own or next((place.language for place in where), "")


def visible(text: str) -> str:
    """Words on one line, in which a character that nobody would see stands as its number: `<U+202E>`."""
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", _SPACES.sub(" ", text))


def words_of(piece: Piece) -> str:
    """The words of a piece, seen, with `¶` where a passage ends; a changed one that holds nothing to see as its numbers."""
    text = visible(piece.text.replace("\n", " ¶ "))
    if piece.kind is not PieceKind.SAME and _ALONE.fullmatch(text):
        return "".join(f"<U+{ord(character):04X}>" for character in text)
    return text


def inline(edit: Edit) -> tuple[Piece, ...]:
    """The words then and now in one row."""
    if edit.pieces:
        return edit.pieces
    old, new = _text(edit.old), _text(edit.new)
    if edit.kind in (EditKind.ADDED, EditKind.REMOVED, EditKind.REWORDED, EditKind.MOVED_REWORDED):
        sides = (Piece(PieceKind.OLD, old), Piece(PieceKind.NEW, new))
        return tuple(piece for piece in sides if piece.text)
    return (Piece(PieceKind.SAME, new or old, old if new and old != new else ""),)


def sides(edit: Edit) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The words then, with what went marked, and the words now, with what came."""
    row = inline(edit)
    return (
        tuple(replace(p, text=p.before, was="") for p in row if p.kind is not PieceKind.NEW)
        if edit.old
        else (),
        tuple(p for p in row if p.kind is not PieceKind.OLD) if edit.new else (),
    )


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces in a row; in right-to-left words, figures that are read from the left stand in one of their own."""

    pieces: tuple[Piece, ...]
    figures: bool = False


def stretches(pieces: Iterable[Piece], direction: str) -> Iterator[Stretch]:
    """The pieces with rows of figures apart, so that `116 123` does not change places in Arabic."""
    row = tuple(pieces)
    text = "".join(piece.text for piece in row)
    spans = figure_rows(text) if direction == "rtl" else ()
    if not spans:
        yield Stretch(row)
        return
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    for number, (start, end) in enumerate(pairwise(edges)):
        if start < end:
            yield Stretch(tuple(_between(row, start, end)), figures=number % 2 == 1)


def _between(pieces: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        at += len(piece.text)
        if text:
            yield replace(piece, text=text)


def _text(passages: tuple[Passage, ...]) -> str:
    return " ".join(passage.text for passage in passages)


def _by_language(change: Change) -> Iterator[tuple[Edit, str, tuple[Where, ...]]]:
    """Each edit with its places by the language its words are in: their own, or that of the leaflet."""
    for touched in change.edits:
        edit, where = touched.edit, touched.where
        if own := language_of(edit, ()):
            yield edit, own, where
            continue
        for language in dict.fromkeys(place.language for place in where) or [""]:
            yield edit, language, tuple(place for place in where if place.language == language)


def _likeness(edit: Edit, language: str) -> object:
    """What is equal for edits that read alike: the same statements with the same words marked."""
    passages = (*edit.old, *edit.new)
    if not all(passage.id for passage in passages):
        return id(edit), language
    words: object = tuple(
        (piece.kind, piece.text.strip()) for piece in edit.pieces if piece.kind is not PieceKind.SAME
    )
    if edit.kind in (EditKind.ADDED, EditKind.REMOVED) and all(passage.pattern for passage in passages):
        words = tuple(passage.pattern for passage in passages)
    return edit.kind, language, tuple(passage.id for passage in passages), words, edit.meanings


def _direction(passages: tuple[Passage, ...], language: str) -> str:
    text = _text(passages)
    if not language or language == "und":
        return direction_of_words(text) or "ltr"
    own = next((passage.language for passage in passages if passage.language), "")
    return direction_of_text(text, own, direction_of(language))
