"""Whatever two texts hold: nothing is lost, nothing that changed is unmarked, and the same text has no changes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.model.reading import Kind, Link, Passage, Reading
from consentgen.review.change import Compared, EditKind, PieceKind
from consentgen.review.compare import BETWEEN, compare
from consentgen.review.group import grouped
from consentgen.review.hashes import fold
from consentgen.review.matches import matches
from consentgen.review.words import numbered, pieces, words

quick = settings(derandomize=True, deadline=None, max_examples=200)

WORDS = ("You", "you", "can", "stop", "not", "6–8", "6-8", "6 to 8", "“yes”", "It’s", "It's", "停", "止", "توقف", "ę",
         "e\u0301", "a@b.example", "www.a.example", ".", "!", "。", ",", "—", "•", "\u200b", "\u00ad", "1.", "...")  # fmt: skip
sentences = st.lists(st.sampled_from(WORDS), max_size=12).flatmap(
    lambda row: st.lists(
        st.sampled_from([" ", "  ", "\n", "\u00a0", ""]), min_size=len(row), max_size=len(row)
    ).map(lambda gaps: "".join(word + gap for word, gap in zip(row, gaps, strict=True)))
)
texts = sentences | st.text(max_size=40)
passages = st.builds(
    Passage,
    text=texts,
    kind=st.sampled_from(Kind),
    id=st.sampled_from(["a", "b", "c", "d"]),
    block=st.integers(0, 3),
    links=st.sampled_from([(), (Link("stop", "https://a.example"),)]),
    tells=st.sampled_from([(), ("crisis",)]),
    critical=st.booleans(),
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A text of ours, a foreign one, or pages."""
    shape = draw(st.sampled_from(["ours", "foreign", "pages"]))
    held = draw(st.lists(passages, max_size=7))
    if shape != "ours":
        held = [replace(p, id="") for p in held]
    return Reading(shape, "en-GB", tuple(held), stream=shape == "pages")


def letters(text: str) -> str:
    """The words without what stands between them or cannot be seen."""
    return "".join(fold(text).split())


def counted(compared: Compared, side: str) -> list[str]:
    return sorted(p.text for edit in compared.edits for p in getattr(edit, side))


@quick
@given(texts, texts)
def test_pieces_give_both_texts_and_mark_all_that_changed(old: str, new: str) -> None:
    found = pieces(old, new)
    assert old == "".join(piece.before for piece in found)
    assert new == "".join(piece.after for piece in found)
    assert all(fold(p.before) == fold(p.after) for p in found if p.kind is PieceKind.SAME)
    assert (
        (fold(old) == fold(new)) == all(p.kind is PieceKind.SAME for p in found)
        or not old.strip()
        or not new.strip()
    )
    assert all(a.kind != b.kind for a, b in pairwise(found))


@quick
@given(texts, texts)
def test_the_same_words_are_touched_in_either_direction(old: str, new: str) -> None:
    rows = numbered(words(old).keys, words(new).keys)
    there, back = matches(rows[0], rows[1]), matches(rows[1], rows[0])
    assert sum(match.size for match in there) == sum(match.size for match in back)


@quick
@given(readings())
def test_a_text_compared_with_itself_has_no_changes(text: Reading) -> None:
    compared = compare(text, text)
    assert () == compared.changed
    assert grouped([compared], old="a", new="b").same


@quick
@given(readings(), readings())
def test_every_passage_of_both_texts_stands_in_exactly_one_edit(old: Reading, new: Reading) -> None:
    compared = compare(old, new)
    for side, given_text in (("old", old), ("new", new)):
        whole = sorted(letters("".join(p.text for p in given_text.passages)))
        assert whole == sorted(letters("".join(counted(compared, side)))) or given_text.stream
        if old.identified == new.identified and not (old.stream or new.stream):
            assert sorted(p.text for p in given_text.passages) == counted(compared, side)
    for edit in compared.edits:
        assert BETWEEN.join(p.text for p in edit.old) == "".join(p.before for p in edit.pieces)
        assert BETWEEN.join(p.text for p in edit.new) == "".join(p.after for p in edit.pieces)
        assert 0 <= edit.sure <= 1
        if edit.kind in (EditKind.SAME, EditKind.REWRAPPED, EditKind.MOVED, EditKind.REORDERED):
            words_there = fold(edit.new[0].text)
            assert not words_there or all(p.kind is PieceKind.SAME for p in edit.pieces)
    grouped([compared], old="a", new="b")
