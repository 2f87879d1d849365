"""A review read back from its JSON, which anybody may have written."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pydantic import ValidationError

from consentgen.errors import ConsentgenError
from consentgen.model.finding import shorten
from consentgen.model.reading import Link, Passage, Reading
from consentgen.review.change import (
    Cause,
    Change,
    Compared,
    Edit,
    EditKind,
    Meaning,
    Piece,
    Tell,
    Touched,
    Where,
    WordingDiff,
)
from consentgen.review.data_format import (
    ChangeData,
    DiffData,
    EditData,
    PassageData,
    ReadingData,
    TextData,
    TouchedData,
    WhereData,
)
from consentgen.review.hashes import fold
from consentgen.tongue import later, said

MAX_BYTES = 500_000_000
"""Of a file; 200 leaflets in 13 languages, all of them changed, have about a tenth of it."""
MOST_USES = 20_000_000
"""How many passages all texts and edits may name together: what stands once in a table may be named again and again."""


_SAME_WORDS = frozenset(
    {
        EditKind.SAME,
        EditKind.RELINKED,
        EditKind.MARKED,
        EditKind.REWRAPPED,
        EditKind.MOVED,
        EditKind.REORDERED,
    }
)
"""Kinds that say that no word changed."""


class NotADiff(ConsentgenError):
    """What should be a review's JSON is none, or was changed by hand."""

    def __init__(self, place: str, fault: str) -> None:
        super().__init__(
            later("This is not a review that consentgen can read. {place}: {fault}."),
            help_text=later("Make it again with: {command}"),
            place=place or said("The file"),
            fault=fault.rstrip("."),
            command="consentgen diff",
        )
        self.place, self.fault = place, fault


def from_json(data: bytes) -> WordingDiff:
    """The review in a file.

    Raises:
        NotADiff: the bytes are no JSON, or not of this form.
    """
    if len(data) > MAX_BYTES:
        raise NotADiff("", said("larger than {size} bytes", size=f"{MAX_BYTES:,}"))
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise NotADiff("", said("it is not JSON, or it was cut short")) from None
    return from_data(value)


def from_data(value: object) -> WordingDiff:
    """The review that `to_data` was given, less the passages of texts that did not change.

    Raises:
        NotADiff: a field is missing, unknown, too large or of another kind, or what it says does not fit the rest.
    """
    try:
        data = DiffData.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise NotADiff(shorten(".".join(map(str, first["loc"]))), first["msg"]) from None
    except RecursionError:
        raise NotADiff("", said("it is nested too deeply")) from None
    tables = _Tables(data)
    return WordingDiff(
        old=data.old,
        new=data.new,
        changes=tuple(_change(change, tables, f"changes.{i}") for i, change in enumerate(data.changes)),
        texts=tuple(_text(text, tables, f"texts.{i}") for i, text in enumerate(data.texts)),
        added=tuple(_reading(reading, tables, f"added.{i}") for i, reading in enumerate(data.added)),
        removed=tuple(_reading(reading, tables, f"removed.{i}") for i, reading in enumerate(data.removed)),
    )


def followed(named: Iterable[int], passages: Sequence[int], blocks: Sequence[int]) -> list[int]:
    """The paragraph of each passage that edits name: that of its first place in the text not yet taken, else 0.

    Args:
        named: places in the table of passages, as the edits name them one after another.
        passages: the same for the text, in reading order.
        blocks: the number of the paragraph of each passage of the text.
    """
    waiting: defaultdict[int, deque[int]] = defaultdict(deque)
    for passage, block in zip(passages, blocks, strict=True):
        waiting[passage].append(block)
    return [waiting[passage].popleft() if waiting[passage] else 0 for passage in named]


class _Tables:
    """What the file holds once, made once."""

    def __init__(self, data: DiffData) -> None:
        self._left = MOST_USES
        self._data = data
        self._bare = [_passage(passage) for passage in data.passages]
        self._placed: dict[tuple[int, int], Passage] = {}
        for number, edit in enumerate(data.edits):
            self._check(edit, f"edits.{number}")

    def edit_data(self, index: int, place: str) -> EditData:
        """An edit as the file has it."""
        if index >= len(self._data.edits):
            raise NotADiff(place, said("there is no edit {number}", number=index))
        return self._data.edits[index]

    def passage(self, index: int, block: int, place: str) -> Passage:
        """A passage in its paragraph; one object however often it is named."""
        self._left -= 1
        if self._left < 0:
            raise NotADiff(place, said("more than {most} passages are named", most=f"{MOST_USES:,}"))
        if (found := self._placed.get((index, block))) is None:
            if index >= len(self._bare):
                raise NotADiff(place, said("there is no passage {number}", number=index))
            found = self._placed[index, block] = replace(self._bare[index], block=block)
        return found

    def edits(self, indexes: Sequence[int], blocks: Sequence[Sequence[int]], place: str) -> Iterator[Edit]:
        """Edits with their passages, each in the paragraph that `blocks` gives for it in turn."""
        old, new = map(iter, blocks)
        for index in indexes:
            edit = self.edit_data(index, place)
            yield Edit(
                edit.kind,
                tuple(self.passage(passage, next(old), place) for passage in edit.old),
                tuple(self.passage(passage, next(new), place) for passage in edit.new),
                _pieces(edit),
                edit.sure,
                tuple(Meaning(m.name, m.exact, m.weight, m.words, m.languages) for m in edit.meanings),
            )

    def _check(self, edit: EditData, place: str) -> None:
        """Refuse an edit whose marked words are not those of its passages: it would show what is not there."""
        if not edit.old and not edit.new:
            raise NotADiff(place, said("it has no passage"))
        pieces = _pieces(edit)
        if any(_letters(piece.was) != _letters(piece.text) for piece in pieces if piece.was):
            raise NotADiff(place, said("words that are marked as the same are not"))
        texts = [self._words(side, place) for side in (edit.old, edit.new)]
        if edit.kind in _SAME_WORDS and _letters(texts[0]) != _letters(texts[1]):
            raise NotADiff(place, said("its kind is {kind}, but its words differ", kind=edit.kind.value))
        told = ["".join(p.before for p in pieces), "".join(p.after for p in pieces)]
        if pieces and list(map(_letters, told)) != list(map(_letters, texts)):
            raise NotADiff(place, said("the marked words are not the words of its passages"))

    def _words(self, passages: Sequence[int], place: str) -> str:
        return " ".join(self.passage(passage, 0, place).text for passage in passages)


def _pieces(edit: EditData) -> tuple[Piece, ...]:
    return tuple(Piece(*piece) for piece in edit.pieces)


def _letters(text: str) -> str:
    return fold(text).replace(" ", "")


def _passage(data: PassageData) -> Passage:
    return Passage(
        text=data.text,
        kind=data.kind,
        id=data.id,
        section=data.section,
        links=tuple(Link(link.words, link.target) for link in data.links),
        place=data.place,
        language=data.language,
        pattern=data.pattern,
        wording=data.wording,
        facts=data.facts,
        evidence=data.evidence,
        tells=data.tells,
        critical=data.critical,
        unknown=data.unknown,
        state=data.state,
    )


def _reading(data: ReadingData, tables: _Tables, place: str) -> Reading:
    if len(data.passages) != len(data.blocks):
        fault = said(
            "{numbers} numbers for {passages} passages", numbers=len(data.blocks), passages=len(data.passages)
        )
        raise NotADiff(f"{place}.blocks", fault)
    pairs = zip(data.passages, data.blocks, strict=True)
    passages = tuple(tables.passage(index, block, place) for index, block in pairs)
    return Reading(
        data.label,
        data.language,
        passages,
        data.direction,
        data.leaflet,
        author=data.author,
        version=data.version,
        stream=data.stream,
    )


def _text(data: TextData, tables: _Tables, place: str) -> Compared:
    old, new = _reading(data.old, tables, f"{place}.old"), _reading(data.new, tables, f"{place}.new")
    edits = [tables.edit_data(index, place) for index in data.edits]
    named = [i for edit in edits for i in edit.old], [i for edit in edits for i in edit.new]
    blocks: Sequence[Sequence[int]] = data.edit_blocks or [
        followed(indexes, side.passages, side.blocks)
        for indexes, side in zip(named, (data.old, data.new), strict=True)
    ]
    _fit(named, blocks, place)
    made = Compared(old, new, tuple(tables.edits(data.edits, blocks, place)))
    if data.same == bool(made.changed):
        raise NotADiff(f"{place}.same", said("it does not fit the edits"))
    return made


def _fit(named: Sequence[Sequence[int]], blocks: Sequence[Sequence[int]], place: str) -> None:
    if [len(side) for side in named] != [len(side) for side in blocks]:
        raise NotADiff(f"{place}.edit_blocks", said("there are not as many numbers as passages"))


def _change(data: ChangeData, tables: _Tables, place: str) -> Change:
    touched = tuple(_touched(one, tables, f"{place}.edits.{i}") for i, one in enumerate(data.edits))
    tell = Tell(data.tell.needed, data.tell.why)
    change = Change(data.id, Cause(data.cause.kind, data.cause.name), touched, tell)
    if change.weight != data.weight:
        raise NotADiff(
            f"{place}.weight",
            said("{told}, but its edits weigh {weight}", told=data.weight, weight=change.weight),
        )
    return change


def _touched(data: TouchedData, tables: _Tables, place: str) -> Touched:
    edit = tables.edit_data(data.edit, place)
    named = edit.old, edit.new
    blocks: Sequence[Sequence[int]] = data.edit_blocks or [[0] * len(side) for side in named]
    _fit(named, blocks, place)
    [made] = tables.edits([data.edit], blocks, place)
    return Touched(made, tuple(_wheres(data.where)))


def _wheres(groups: Iterable[WhereData]) -> Iterator[Where]:
    for group in groups:
        for language in group.languages:
            yield Where(group.leaflet, language)
