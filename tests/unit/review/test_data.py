"""A review as JSON: nothing is lost, shared words stand in it once, and what was tampered with is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consentgen.model.reading import Kind, Link, Passage, Reading
from consentgen.review import data_format
from consentgen.review.change import (
    Cause,
    Change,
    Compared,
    Edit,
    EditKind,
    Meaning,
    Piece,
    PieceKind,
    WordingDiff,
)
from consentgen.review.data import diff_hash, from_data, from_json, to_data, to_json
from consentgen.review.data_format import json_schema
from consentgen.review.data_reader import NotADiff
from tests.unit.render.redline import sample

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
tags = st.sampled_from(["", "en-GB", "ar", "zh-Hans"])
facts = st.dictionaries(
    words,
    st.one_of(
        words, st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.lists(st.integers())
    ),
)
links = st.builds(Link, words, words)
names = st.lists(words, max_size=2).map(tuple)
passages = st.builds(
    Passage, text=words, kind=st.sampled_from(Kind), id=words, block=st.integers(0, 3), section=words,
    links=st.lists(links, max_size=2).map(tuple), place=words, language=tags, pattern=words, wording=words, facts=facts,
    evidence=names, tells=names, critical=st.booleans(), unknown=st.booleans(), state=words,
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> Compared:
    """Two texts, all of one's passages gone and the other's new, in any order, some the same twice."""
    some = draw(st.lists(passages, min_size=1, max_size=4))
    gone, new = (draw(st.lists(st.sampled_from(some), max_size=6)) for _ in range(2))
    removed = [sample.edit(EditKind.REMOVED, p, None, "-" + p.text) for p in draw(st.permutations(gone))]
    added = [sample.edit(EditKind.ADDED, None, p, "+" + p.text) for p in draw(st.permutations(new))]
    sides = [Reading(draw(words), draw(tags), tuple(p), leaflet=draw(words)) for p in (gone, new)]
    return Compared(sides[0], sides[1], (*removed, *added))


def refused(data: object) -> str:
    with pytest.raises(NotADiff) as error:
        from_data(data)
    return str(error.value)


def plain() -> dict[str, Any]:
    """A review as a file holds it, to be changed."""
    found: dict[str, Any] = json.loads(to_json(sample.project()))
    return found


def test_words_that_were_set_otherwise_come_back_as_they_stood() -> None:
    quoted = sample.edit(EditKind.REWRAPPED, sample.passage("It's."), sample.passage("It’s."))
    quoted = replace(quoted, pieces=(Piece(PieceKind.SAME, "It’s.", "It's."),))
    diff = sample.foreign(quoted)
    assert diff == from_json(to_json(diff))


def without_same_passages(diff: WordingDiff) -> WordingDiff:
    def bare(text: Compared) -> Compared:
        if text.changed:
            return text
        return Compared(replace(text.old, passages=()), replace(text.new, passages=()), ())

    return replace(diff, texts=tuple(map(bare, diff.texts)))


@pytest.mark.parametrize(
    "diff", [sample.project(), sample.foreign(), sample.hostile()], ids=["project", "foreign", "hostile"]
)
def test_a_review_comes_back_whole_but_for_texts_that_did_not_change(diff: WordingDiff) -> None:
    assert without_same_passages(diff) == from_json(to_json(diff))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts(), max_size=3))
def test_whatever_stands_in_it_comes_back(made: list[Compared]) -> None:
    edits = [edit for text in made for edit in text.changed]
    changes = [sample.change("a", Cause("text", "x"), (edit, ["a/en"])) for edit in edits]
    diff = WordingDiff("a", "b", tuple(changes), tuple(made), tuple(text.new for text in made))
    assert without_same_passages(diff) == from_json(to_json(diff))


@pytest.mark.parametrize(
    ("value", "form", "apart"),
    [
        (Passage, data_format.PassageData, {"block"}),
        (Reading, data_format.ReadingData, {"blocks"}),
        (Edit, data_format.EditData, set()),
        (Meaning, data_format.MeaningData, set()),
        (Link, data_format.LinkData, set()),
        (Compared, data_format.TextData, {"same", "edit_blocks"}),
        (Change, data_format.ChangeData, {"weight"}),
        (WordingDiff, data_format.DiffData, {"version", "passages", "edits"}),
    ],
)
def test_every_field_of_a_review_stands_in_its_json(value: Any, form: Any, apart: set[str]) -> None:
    """A passage's block stands beside it; the others of `apart` are made for the file."""
    assert apart == {field.name for field in fields(value)} ^ set(form.model_fields)


def test_what_is_written_follows_the_schema() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for diff in (sample.project(), sample.foreign(), sample.hostile()):
        jsonschema.validate(json.loads(to_json(diff)), schema, jsonschema.Draft202012Validator)


def test_the_hash_is_of_the_bytes_and_moves_with_one_letter() -> None:
    diff = sample.project()
    assert 64 == len(diff_hash(diff))
    assert diff_hash(diff) == diff_hash(sample.project())
    assert diff_hash(diff) != diff_hash(replace(diff, new="HEAd"))


def test_a_passage_of_many_leaflets_stands_in_it_once() -> None:
    text = sample.compared(sample.same(sample.TITLE), sample.LENGTH)
    data = to_data(WordingDiff("a", "b", (), (text,) * 200))
    assert (3, 2) == (len(data["passages"]), len(data["edits"]))
    assert 200 == len(data["texts"])


def changed(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Puts a value at a place such as `changes.0.id`."""
    *above, last = [int(part) if part.isdigit() else part for part in path.split(".")]

    def change(data: Any) -> None:
        for part in above:
            data = data[part]
        data[last] = value

    return change


FORGED: dict[str, tuple[str, object, str]] = {
    "another version": ("version", 2, "version"),
    "a field that is not there": ("status", "approved", "status"),
    "text for a list": ("changes", "none", "changes"),
    "an id with markup": ("changes.0.id", "<script>", "changes.0.id"),
    "a weight made less": ("changes.0.weight", "info", "changes.0.weight: info, but its edits weigh block"),
    "a kind nobody knows": ("edits.2.kind", "fine", "edits.2.kind"),
    "an edit that is not there": ("changes.0.edits.0.edit", 999, "there is no edit 999"),
    "a place before the first": ("texts.0.edits.0", -1, "texts.0.edits.0"),
    "a passage that is not there": ("texts.0.new.passages.0", 999, "there is no passage 999"),
    "numbers missing": ("texts.0.new.blocks", [], "0 numbers for 8 passages"),
    "numbers of an edit missing": ("texts.0.edit_blocks", [[], []], "not as many numbers"),
    "words marked that are not there": ("edits.0.pieces", [["same", "fine"]], "the marked words are not"),
    "a change called cosmetic": ("edits.2.kind", "rewrapped", "its kind is rewrapped, but its words differ"),
    "other words marked as the same": (
        "edits.2.pieces.1",
        ["same", "45", "30"],
        "words that are marked as the same",
    ),
    "a change hidden": ("texts.0.same", True, "texts.0.same"),
    "a true number": ("texts.0.edits.0", True, "texts.0.edits.0"),
    "a yes in words": ("changes.0.tell.needed", "yes", "changes.0.tell.needed"),
    "half a character": ("old", "\ud800", "old"),
    "too long a text": ("old", "x" * 2_000_001, "old"),
    "surer than sure": ("edits.0.sure", 2, "edits.0.sure"),
    "not a number": ("edits.0.sure", float("nan"), "edits.0.sure"),
    "no passage in an edit": ("edits.0", {"kind": "added"}, "edits.0: it has no passage"),
    "no edit in a change": ("changes.0.edits", [], "changes.0.edits"),
    "a language that is markup": ("texts.0.new.language", '"><b>', "texts.0.new.language"),
}


@pytest.mark.parametrize(("path", "value", "said"), FORGED.values(), ids=FORGED)
def test_what_does_not_fit_is_refused_with_its_place(path: str, value: object, said: str) -> None:
    data = plain()
    changed(path, value)(data)
    told = refused(data)
    assert said in told
    assert len(told) < 400


@pytest.mark.parametrize("value", [None, [], "x", 1, {}, {"version": 1}], ids=str)
def test_what_is_no_review_at_all_is_refused(value: object) -> None:
    assert "not a review" in refused(value)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe\x00", b"{", b"[" * 200_000, b'{"version": ' + b"9" * 10_000 + b"}"],
    ids=["empty", "no UTF-8", "cut short", "nested deeply", "a long number"],
)
def test_bytes_that_are_no_json_are_refused(data: bytes) -> None:
    with pytest.raises(NotADiff, match="not JSON"):
        from_json(data)


def test_passages_named_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consentgen.review.data_reader.MOST_USES", 50)
    data = plain()
    data["texts"][0]["new"].update(passages=[0] * 60, blocks=[0] * 60)
    assert "more than 50 passages are named" in refused(data)
