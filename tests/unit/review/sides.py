"""Texts to compare, and what a comparison shows of them, short enough for a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from consentgen.model.reading import Kind, Passage, Reading
from consentgen.review.change import Compared, Edit, Piece

KINDS = {"# ": Kind.HEADING, "* ": Kind.ITEM, "| ": Kind.CELL}
SHOWN = {"same": "{}", "old": "[-{}-]", "new": "[+{}+]"}


def text(*lines: str | Passage, stream: bool = False, **more: Any) -> Reading:
    """A text of passages: `# ` a heading, `* ` an item, `| ` a cell, `id: ` before them an id."""
    return Reading("text", "en-GB", tuple(map(_passage, lines, range(len(lines)))), stream=stream, **more)


def _passage(line: str | Passage, block: int) -> Passage:
    if isinstance(line, Passage):
        return line
    name, colon, rest = line.partition(": ")
    name, rest = (name, rest) if colon and " " not in name else ("", line)
    kind = KINDS.get(rest[:2], Kind.PARAGRAPH)
    return Passage(
        rest.removeprefix(rest[:2]) if rest[:2] in KINDS else rest,
        kind,
        name,
        block,
        pattern=rest if name else "",
    )


def shown(pieces: Iterable[Piece]) -> str:
    """Pieces with their marks."""
    return "".join(SHOWN[piece.kind].format(piece.text) for piece in pieces)


def told(compared: Compared) -> list[tuple[str, str]]:
    """Each edit that is not `same`, with its words."""
    return [(edit.kind.value, shown(edit.pieces)) for edit in compared.changed]


def before(edit: Edit) -> str:
    """The old words of an edit, from its pieces."""
    return "".join(piece.before for piece in edit.pieces)


def after(edit: Edit) -> str:
    """The new words of an edit, from its pieces."""
    return "".join(piece.after for piece in edit.pieces)
