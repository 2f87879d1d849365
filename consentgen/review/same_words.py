"""Whether two files say the same words, how alike they are, and where they do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import regex

from consentgen.model.reading import Passage, Reading
from consentgen.review.change import Compared, Edit, EditKind, Piece, PieceKind
from consentgen.review.hashes import fold
from consentgen.review.meaning import meanings
from consentgen.review.words import pieces

_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]")
_SET = str.maketrans(dict.fromkeys(":：•◦▪●○·*_\\>", " "))
"""Marks that one format sets and another does not: behind labels, and before items."""
_WIDE = r"\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uff60"
_WIDE_SPACE = regex.compile(rf" +(?=[{_WIDE}])|(?<=[{_WIDE}]) +")
"""A space beside a sign of a script that has no spaces: a line was broken there."""
_TWICE = regex.compile(r"(?<=\w)- ?-(?=\w)")
_LETTER = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{_WIDE}]]"
"""A letter that a word may go on with."""
_DRAWN = regex.compile(r"[\u0590-\u0dff]")
"""Letters of scripts that a PDF draws in shapes and in an order of their own: Arabic and those of India."""
CONTEXT = 60
"""Characters shown on either side of what differs."""


def plain_words(text: Reading, around: Sequence[str] = ()) -> str:
    """All that a text says on one line, however it is set.

    Args:
        text: the text.
        around: what is printed on every page of it, `{page}` and `{pages}` for numbers, and is left out.
    """
    words = _folded(" ".join(passage.text for passage in text.passages))
    if text.stream:
        # Polish and Portuguese say a hyphen twice where a line breaks at it.
        words = _TWICE.sub("-", words)
    for sentence in sorted(around, key=len, reverse=True):
        words = _pattern(sentence).sub(" ", words) if sentence.strip() else words
    return _folded(words)


def says_the_same(old: Reading, new: Reading, around: Sequence[str] = ()) -> bool:
    """Whether both say the same words in the same order."""
    ours, theirs = (_TOKEN.findall(plain_words(text, around)) for text in (old, new))
    # What was read from shapes on a page has lost where words end.
    return "".join(ours) == "".join(theirs) if old.stream or new.stream else ours == theirs


def targets(text: Reading) -> frozenset[str]:
    """Where its links lead outside of it."""
    links = (link.target for passage in text.passages for link in passage.links)
    return frozenset(target.rstrip("/") for target in links if not target.startswith("#"))


def likeness(old: Reading, new: Reading) -> float:
    """The share of words that both have, from 0 to 1, whatever their order."""
    ours, theirs = (Counter(_TOKEN.findall(plain_words(text))) for text in (old, new))
    every = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / every if every else 0.0


def drawn_in_shapes(text: Reading) -> bool:
    """Whether most letters are of a script whose words do not come back out of a PDF as they were."""
    words = plain_words(text)
    return 2 * len(_DRAWN.findall(words)) > sum(map(str.isalpha, words))


def excerpts(old: Reading, new: Reading, around: Sequence[str] = ()) -> Compared:
    """Each place in which the words differ with some words around it, whatever became of the paragraphs."""
    held = pieces(plain_words(old, around), plain_words(new, around))
    edits = (_edit(row) for row in _runs(held))
    return Compared(old, new, tuple(_weighed(edit, old, new) for edit in edits))


def stretches_changed(row: Iterable[Piece]) -> int:
    """In how many places the words differ."""
    return sum(_told(group) for same, group in groupby(row, key=_is_same) if not same)


def _weighed(edit: Edit, old: Reading, new: Reading) -> Edit:
    return Edit(edit.kind, edit.old, edit.new, edit.pieces, edit.sure, meanings(edit, old, new))


def _runs(held: Sequence[Piece]) -> Iterator[list[Piece]]:
    """What differs, place by place, each with the words before and behind it."""
    groups = [(same, list(row)) for same, row in groupby(held, key=_is_same)]
    for place, (same, row) in enumerate(groups):
        if same or not _told(row):
            continue
        before = "".join(piece.text for piece in groups[place - 1][1]) if place else ""
        after = "".join(piece.text for piece in groups[place + 1][1]) if place + 1 < len(groups) else ""
        yield [*_same(_end(before)), *row, *_same(_start(after))]


def _is_same(piece: Piece) -> bool:
    return piece.kind is PieceKind.SAME


def _told(row: Iterable[Piece]) -> bool:
    """Whether there are words in it, not spaces alone."""
    return any(piece.text.strip() for piece in row)


def _edit(row: Sequence[Piece]) -> Edit:
    was, now = (
        "".join(p.text for p in row if p.kind in (PieceKind.SAME, kind))
        for kind in (PieceKind.OLD, PieceKind.NEW)
    )
    return Edit(EditKind.REWORDED, (Passage(was.strip()),), (Passage(now.strip()),), tuple(row))


def _same(text: str) -> list[Piece]:
    return [Piece(PieceKind.SAME, text)] if text else []


def _start(text: str) -> str:
    """The first words of a text."""
    if len(text) <= CONTEXT:
        return text
    cut = text[:CONTEXT].rpartition(" ")[0] or text[:CONTEXT]
    return f"{cut} …"


def _end(text: str) -> str:
    """The last words of a text."""
    if len(text) <= CONTEXT:
        return text
    cut = text[-CONTEXT:].partition(" ")[2] or text[-CONTEXT:]
    return f"… {cut}"


def _folded(text: str) -> str:
    return _WIDE_SPACE.sub("", " ".join(fold(text).translate(_SET).split()))


@lru_cache(maxsize=256)
def _pattern(sentence: str) -> regex.Pattern[str]:
    """Finds a sentence wherever it stands, however its words are spaced; any number for `{page}`."""
    tokens = " ?".join(re.escape(token) for token in _TOKEN.findall(_folded(sentence)))
    numbered = tokens.replace(r"\{ ?page ?\}", r"\d+").replace(r"\{ ?pages ?\}", r"\d+")
    return regex.compile(rf"(?<!{_LETTER}){numbered}(?!{_LETTER})", regex.V1)
