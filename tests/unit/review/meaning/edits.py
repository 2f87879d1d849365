"""Edits as the tests of their meaning need them."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

import regex

from consentgen.model.reading import Passage, Reading
from consentgen.review.change import Edit, EditKind, Meaning, Piece, PieceKind
from consentgen.review.meaning import meanings

_WORDS = regex.compile(r"\p{Han}|\w+|\s+|[^\w\s]")
STOP = Passage(
    "You can stop at any time.",
    id="rights.stop",
    section="rights",
    pattern="You can stop at any time.",
    wording="You can stop at any time.",
    tells=("right-to-refuse",),
)
SHARE = Passage(
    "40 out of 100 people got better.",
    id="likelihood.yes",
    section="likelihood",
    pattern="{number} got better.",
    wording="{share} got better.",
    facts={"share": [40, 100]},
    evidence=("ours",),
    tells=("likelihood-of-success",),
)
OTHER = Passage("A leaflet.", id="title", pattern="A leaflet.", wording="A leaflet.")


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The words of both, in order."""
    a, b = (_WORDS.findall(text) for text in (old, new))
    found = []
    for _, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        same = a[i:j] == b[k:m]
        found += [Piece(PieceKind.SAME if same else PieceKind.OLD, "".join(a[i:j]))]
        found += [] if same else [Piece(PieceKind.NEW, "".join(b[k:m]))]
    return tuple(piece for piece in found if piece.text)


def reading(*passages: Passage, language: str = "en", **more: Any) -> Reading:
    return Reading("a text", language, passages, **more)


def meant(
    kind: EditKind, old: Passage | None, new: Passage | None, *, language: str = "en", also: Passage = OTHER
) -> tuple[Meaning, ...]:
    """What an edit means in two texts that have one passage more each."""
    then, now = ((p,) if p else () for p in (old, new))
    words = pieces(old.text, new.text) if old and new else ()
    sides = [reading(*side, also, language=language) for side in (then, now)]
    return meanings(Edit(kind, then, now, words), *sides)


def reworded(old: str, new: str, language: str = "en", *, marked: bool = True) -> tuple[Meaning, ...]:
    """What other words mean in a text that is not ours."""
    edit = Edit(EditKind.REWORDED, (Passage(old),), (Passage(new),), pieces(old, new) if marked else ())
    return meanings(edit, reading(*edit.old, language=language), reading(*edit.new, language=language))


def changed(passage: Passage, **fields: Any) -> Passage:
    return replace(passage, **fields)


def told(found: tuple[Meaning, ...]) -> dict[str, str]:
    """The weight of each class."""
    return {m.name: m.weight.value for m in found}
