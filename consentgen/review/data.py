"""A review as plain data, versioned: every report is written from what stands in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import groupby
from typing import Any

from consentgen.model.reading import Passage, Reading
from consentgen.review.change import Change, Compared, Edit, Meaning, Touched, WordingDiff
from consentgen.review.data_format import VERSION
from consentgen.review.data_reader import followed, from_data, from_json

__all__ = ["diff_hash", "from_data", "from_json", "to_data", "to_json"]

Json = dict[str, Any]


def to_data(diff: WordingDiff) -> Json:
    """The review as what JSON can hold; a passage or an edit that many leaflets share stands in it once.

    A text that did not change keeps its name and language, not its passages.
    """
    tables = _Tables()
    texts = [_text(compared, tables) for compared in diff.texts]
    changes = [_change(change, tables) for change in diff.changes]
    return {
        "version": VERSION,
        "old": diff.old,
        "new": diff.new,
        "changes": changes,
        "texts": texts,
        "added": [_reading(reading, tables) for reading in diff.added],
        "removed": [_reading(reading, tables) for reading in diff.removed],
        "edits": tables.edits,
        "passages": tables.passages,
    }


def to_json(diff: WordingDiff) -> bytes:
    """The same as UTF-8, without spaces: same review, same bytes."""
    return json.dumps(to_data(diff), ensure_ascii=False, separators=(",", ":")).encode()


def diff_hash(diff: WordingDiff) -> str:
    """64 hex digits that stand for the whole review: the sha256 of its JSON."""
    return sha256(to_json(diff)).hexdigest()


@dataclass(slots=True)
class _Tables:
    """What is shared, each once, by what it holds."""

    passages: list[Json] = field(default_factory=list)
    edits: list[Json] = field(default_factory=list)
    _passages: dict[object, int] = field(default_factory=dict)
    _met: dict[int, int] = field(default_factory=dict)
    """By the place in memory: a text and its edits hold the same objects, and the review holds on to them."""
    _edits: dict[object, int] = field(default_factory=dict)

    def passage(self, passage: Passage) -> int:
        """The place of a passage in the table, whatever its paragraph's number."""
        if (known := self._met.get(id(passage))) is not None:
            return known
        p = passage
        key = (
            p.text, p.kind, p.id, p.section, p.links, p.place, p.language, p.pattern, p.wording, p.evidence, p.tells, p.critical,
            p.unknown, p.state, tuple((name, repr(fact)) for name, fact in p.facts.items()),
        )  # fmt: skip
        if (found := self._passages.get(key)) is None:
            found = self._passages[key] = len(self.passages)
            self.passages.append(_passage(passage))
        self._met[id(passage)] = found
        return found

    def edit(self, edit: Edit) -> int:
        """The place of an edit in the table."""
        old, new = ([self.passage(passage) for passage in side] for side in (edit.old, edit.new))
        key = (edit.kind, tuple(old), tuple(new), edit.pieces, edit.sure, edit.meanings)
        if (found := self._edits.get(key)) is None:
            found = self._edits[key] = len(self.edits)
            self.edits.append(_edit(edit, old, new))
        return found


def _passage(passage: Passage) -> Json:
    links = [{"words": link.words, "target": link.target} for link in passage.links]
    kept = {
        "id": passage.id,
        "section": passage.section,
        "links": links,
        "place": passage.place,
        "language": passage.language,
        "pattern": passage.pattern,
        "wording": passage.wording,
        "facts": dict(passage.facts),
        "evidence": list(passage.evidence),
        "tells": list(passage.tells),
        "critical": passage.critical,
        "unknown": passage.unknown,
        "state": passage.state,
    }
    return {"text": passage.text, "kind": passage.kind.value} | _without_empty(kept)


def _without_empty(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value}


def _edit(edit: Edit, old: list[int], new: list[int]) -> Json:
    made: Json = {"kind": edit.kind.value} | _without_empty({"old": old, "new": new})
    if edit.pieces:
        made["pieces"] = [[p.kind.value, p.text, *([p.was] if p.was else [])] for p in edit.pieces]
    if edit.sure != 1:
        made["sure"] = edit.sure
    if edit.meanings:
        made["meanings"] = [_meaning(meaning) for meaning in edit.meanings]
    return made


def _meaning(meaning: Meaning) -> Json:
    made: Json = {
        "name": meaning.name,
        "exact": meaning.exact,
        "weight": meaning.weight.value,
        "words": meaning.words,
    }
    return made | _without_empty({"languages": list(meaning.languages)})


def _reading(reading: Reading, tables: _Tables) -> Json:
    made: Json = {"label": reading.label, "language": reading.language, "direction": reading.direction}
    kept = {
        "leaflet": reading.leaflet,
        "author": reading.author,
        "version": reading.version,
        "stream": reading.stream,
    }
    return {
        **made,
        **_without_empty(kept),
        "passages": [tables.passage(passage) for passage in reading.passages],
        "blocks": [passage.block for passage in reading.passages],
    }


def _text(compared: Compared, tables: _Tables) -> Json:
    """Two texts; no more than their names where nothing changed."""
    if not compared.changed:
        bare = (_reading(replace(side, passages=()), tables) for side in (compared.old, compared.new))
        return {**dict(zip(("old", "new"), bare, strict=True)), "same": True}
    old, new = (_reading(side, tables) for side in (compared.old, compared.new))
    edits = [tables.edit(edit) for edit in compared.edits]
    made: Json = {"old": old, "new": new, "same": False, "edits": edits}
    blocks = _edit_blocks(compared.edits)
    follow = [
        followed(
            (i for edit in edits for i in tables.edits[edit].get(side, ())), text["passages"], text["blocks"]
        )
        for side, text in (("old", old), ("new", new))
    ]
    return made if blocks == follow else {**made, "edit_blocks": blocks}


def _change(change: Change, tables: _Tables) -> Json:
    return {
        "id": change.id,
        "weight": change.weight.value,
        "cause": {"kind": change.cause.kind, "name": change.cause.name},
        "tell": {"needed": change.tell.needed, "why": change.tell.why},
        "edits": [_touched(touched, tables) for touched in change.edits],
    }


def _touched(touched: Touched, tables: _Tables) -> Json:
    made: Json = {"edit": tables.edit(touched.edit), "where": []}
    for leaflet, group in groupby(touched.where, key=lambda where: where.leaflet):
        made["where"].append({"leaflet": leaflet, "languages": [where.language for where in group]})
    blocks = _edit_blocks([touched.edit])
    return {**made, "edit_blocks": blocks} if any(map(any, blocks)) else made


def _edit_blocks(edits: Iterable[Edit]) -> list[list[int]]:
    """The numbers of the paragraphs of all old passages, and of all new ones."""
    edits = list(edits)
    return [[p.block for edit in edits for p in edit.old], [p.block for edit in edits for p in edit.new]]
