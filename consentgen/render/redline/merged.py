"""Two texts in one: every paragraph with what was taken out and what was put in, down to its end.

Without what is new and its ends of paragraphs it is the old text; without what is old, the new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from consentgen.model.reading import Passage
from consentgen.render.bidi import direction_of_text
from consentgen.render.redline.places import Side
from consentgen.review.change import Compared, Edit, EditKind, Piece, PieceKind
from consentgen.review.matches import increasing

OLD, NEW, SAME = PieceKind.OLD, PieceKind.NEW, PieceKind.SAME
_ELSEWHERE = (EditKind.MOVED, EditKind.MOVED_REWORDED, EditKind.REORDERED)


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one kind, with the link they stand on and the place of their edit in the comparison."""

    kind: PieceKind
    text: str
    link: str = ""
    edit: int = -1


@dataclass(frozen=True, slots=True)
class Joint:
    """A paragraph of both texts, or of one; its end may be in both though its words are not."""

    spans: tuple[Span, ...]
    end: PieceKind
    """Which text has the end of the paragraph."""
    passage: Passage
    """The last in it, in the new text where it ends there: what kind of paragraph it is."""
    was: Passage | None
    """The same in the old text, where both end and the kind of paragraph differs."""
    language: str
    direction: str


def merged(compared: Compared) -> tuple[Joint, ...]:
    """Both texts as one row of paragraphs."""
    old, new = Side(compared, old=True), Side(compared, old=False)
    writer = _Writer(old, new)
    for row in _rows(compared, old, new):
        writer.row(row)
    return writer.written()


@dataclass(frozen=True, slots=True)
class _Row:
    """Passages that stand in one place: of one text, or of both with their words compared."""

    edit: int
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    pieces: tuple[Piece, ...] = ()


def _rows(compared: Compared, old: Side, new: Side) -> Iterator[_Row]:
    """All passages of both texts in an order that both have; what changed places is taken out and put in."""
    i = j = 0
    for number in _anchors(compared.edits, old, new):
        was, now = old.places[number], new.places[number]
        yield from (_Row(old.edit_of[place], old=(place,)) for place in range(i, was[0]))
        yield from (_Row(new.edit_of[place], new=(place,)) for place in range(j, now[0]))
        yield _Row(number, was, now, _exact(compared.edits[number]))
        i, j = was[-1] + 1, now[-1] + 1
    yield from (_Row(old.edit_of[place], old=(place,)) for place in range(i, len(old.passages)))
    yield from (_Row(new.edit_of[place], new=(place,)) for place in range(j, len(new.passages)))


def _anchors(edits: Sequence[Edit], old: Side, new: Side) -> list[int]:
    """The edits whose passages kept their place, in order."""
    held = [
        number
        for number, edit in enumerate(edits)
        if edit.kind not in _ELSEWHERE
        and all(_in_a_row(side.places[number]) for side in (old, new))
        and (len(edit.old) == len(edit.new) == 1 or _splits(edit))
    ]
    held.sort(key=lambda number: new.places[number])
    starts = [old.places[number][0] for number in held]
    return [held[place] for place in increasing(starts, [1.0] * len(starts))]


def _in_a_row(places: tuple[int, ...]) -> bool:
    return bool(places) and places == tuple(range(places[0], places[0] + len(places)))


def _splits(edit: Edit) -> bool:
    """Whether the words of several passages can be told apart in the pieces, by the line breaks between them."""
    texts = [passage.text for passage in (*edit.old, *edit.new)]
    return not any("\n" in text for text in texts) and bool(edit.pieces) and _fit(edit)


def _fit(edit: Edit) -> bool:
    old, new = ("\n".join(passage.text for passage in side) for side in (edit.old, edit.new))
    return old == "".join(p.before for p in edit.pieces) and new == "".join(p.after for p in edit.pieces)


def _exact(edit: Edit) -> tuple[Piece, ...]:
    """The words of an edit so that both texts come out of them to the letter."""
    if edit.pieces and _fit(edit):
        return tuple(piece for whole in edit.pieces for piece in _to_the_letter(whole))
    old, new = edit.old[0].text, edit.new[0].text
    return tuple(_to_the_letter(Piece(SAME, new, old))) if old == new else (Piece(OLD, old), Piece(NEW, new))


def _to_the_letter(piece: Piece) -> Iterator[Piece]:
    """A piece; one that is set otherwise with the letters that differ taken out and put in."""
    old, new = piece.before, piece.after
    if piece.kind is not SAME or old == new:
        yield Piece(piece.kind, piece.text)
        return
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    told = ((SAME, new[:head]), (OLD, middle_old), (NEW, middle_new), (SAME, new[len(new) - tail :]))
    yield from (Piece(kind, text) for kind, text in told if text)


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _targets(passages: Iterable[Passage]) -> list[str]:
    """For each letter of passages, with one between them, the address it leads to, else an empty text."""
    found: list[str] = []
    for passage in passages:
        letters = [""] * len(passage.text)
        end = 0
        for link in passage.links:
            start = passage.text.find(link.words, end) if link.words else -1
            if start >= 0:
                end = start + len(link.words)
                letters[start:end] = [link.target] * len(link.words)
        found += [*letters, ""]
    return found


class _Writer:
    """The paragraphs being written.

    The end of a paragraph that only one text has is held back while words of the other follow: where that text's
    paragraph ends next, of the same kind, both have that end.
    """

    def __init__(self, old: Side, new: Side) -> None:
        self._sides = {OLD: old, NEW: new}
        self._held: tuple[PieceKind, int] | None = None
        self._spans: list[Span] = []
        self._done: list[Joint] = []

    def written(self) -> tuple[Joint, ...]:
        """Every paragraph, after the last row."""
        self._let_go()
        return tuple(self._done)

    def row(self, row: _Row) -> None:
        """Passages with their gaps and ends."""
        sides = {OLD: list(row.old), NEW: list(row.new)}
        letters = {kind: _targets(self._sides[kind].passages[p] for p in sides[kind]) for kind in (OLD, NEW)}
        at = {OLD: 0, NEW: 0}
        self._begin({kind: places[0] for kind, places in sides.items() if places}, row.edit)
        for piece in row.pieces or self._whole(row):
            for kind, text, links in _led(piece, letters, at):
                own = (OLD, NEW) if kind is SAME else (kind,)
                if text == "\n" and all(len(sides[side]) > 1 for side in own):
                    self._end({side: sides[side].pop(0) for side in own})
                    self._begin({side: sides[side][0] for side in own}, row.edit)
                    continue
                if kind is SAME and links[0] != links[1]:
                    self._spans += [Span(OLD, text, links[0], row.edit), Span(NEW, text, links[1], row.edit)]
                else:
                    self._spans.append(Span(kind, text, links[-1], row.edit))
        self._end({kind: places[-1] for kind, places in sides.items() if places})

    def _whole(self, row: _Row) -> Iterator[Piece]:
        """The words of a row that is in one text alone."""
        for kind, places in ((OLD, row.old), (NEW, row.new)):
            yield from (Piece(kind, self._sides[kind].passages[p].text) for p in places)

    def _begin(self, places: dict[PieceKind, int], edit: int) -> None:
        """The gap before a passage, after the end of a paragraph that can be held back no longer."""
        if self._held:
            [first, *both] = places
            if both or self._held[0] is first or self._sides[first].begins(places[first]):
                self._let_go()
        gaps = {kind: self._sides[kind].gap(place) for kind, place in places.items()}
        if len(gaps) == 2 and gaps[OLD] == gaps[NEW]:
            gaps = {SAME: gaps[OLD]}
        self._spans += [Span(kind, text, "", edit) for kind, text in gaps.items() if text]

    def _end(self, places: dict[PieceKind, int]) -> None:
        """The end of a paragraph, where a passage is the last of it."""
        ending = {kind: place for kind, place in places.items() if self._sides[kind].ends(place)}
        if len(ending) == 1 and self._held:
            [kind] = ending
            both = {**ending, self._held[0]: self._held[1]}
            kinds = {self._sides[k].passages[p].kind for k, p in both.items()}
            if self._held[0] is not kind and len(kinds) == 1:
                ending, self._held = both, None
            else:
                self._let_go()
        if len(ending) == 2:
            self._close(ending)
        elif ending:
            [self._held] = ending.items()

    def _let_go(self) -> None:
        if self._held:
            kind, place = self._held
            self._held = None
            self._close({kind: place})

    def _close(self, ends: dict[PieceKind, int]) -> None:
        """Make a paragraph of what was written since the last."""
        kind = NEW if NEW in ends else OLD
        side, passage = self._sides[kind], self._sides[kind].passages[ends[kind]]
        was = self._sides[OLD].passages[ends[OLD]] if len(ends) == 2 else None
        text = "".join(span.text for span in self._spans)
        language = passage.language or side.language
        self._done.append(
            Joint(
                tuple(self._spans),
                SAME if len(ends) == 2 else kind,
                passage,
                was if was and was.kind != passage.kind else None,
                language,
                direction_of_text(text, passage.language, side.direction),
            )
        )
        self._spans = []


Led = tuple[PieceKind, str, tuple[str, ...]]


def _led(piece: Piece, letters: dict[PieceKind, list[str]], at: dict[PieceKind, int]) -> Iterator[Led]:
    """A piece cut where a link begins or ends, and where a passage does, with the links of its texts.

    Args:
        piece: words of one text, or to the letter the same of both.
        letters: for each text the link of each letter.
        at: how many letters of each text are behind; counted on.
    """
    own = (OLD, NEW) if piece.kind is SAME else (piece.kind,)
    starts = [at[kind] for kind in own]
    for kind in own:
        at[kind] += len(piece.text)
    ends = [start + len(piece.text) for start in starts]
    links = zip(*(letters[k][a:b] for k, a, b in zip(own, starts, ends, strict=True)), strict=True)
    keyed = zip(piece.text, links, strict=True)
    for (_, linked), group in groupby(keyed, key=lambda pair: (pair[0] == "\n", pair[1])):
        text = "".join(letter for letter, _ in group)
        if text.strip("\n"):
            yield piece.kind, text, linked
        else:
            yield from ((piece.kind, letter, linked) for letter in text)
