"""Where the letters of a PDF stand, and what its structure says."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from unicodedata import bidirectional

import pikepdf
import pypdfium2

_NOT_SEEN = ("R", "AL", "NSM", "BN", "LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "PDF")
"""Arabic letters with their marks, and controls."""


class Page:
    """The first page of a PDF: each drawn letter with the place of its left edge and its foot."""

    def __init__(self, data: bytes) -> None:
        self.paper = pypdfium2.PdfDocument(data)[0]
        text = self.paper.get_textpage()
        self.letters: list[tuple[str, float, float]] = [
            (letter, *text.get_charbox(i, loose=True)[:2])
            for i, letter in enumerate(text.get_text_range())
            if not letter.isspace() and i < text.count_chars()
        ]

    @property
    def width(self) -> float:
        """Of the paper, in points."""
        return float(self.paper.get_width())

    def seen(self, words: str) -> bool:
        """Whether on some line these letters stand from left to right; Arabic ones are passed over."""
        wanted = "".join(words.split())
        return any(wanted in line for line in self.lines())

    def lines(self) -> Iterator[str]:
        """The letters of each line from left to right, without spaces and without Arabic."""
        rows: dict[int, list[tuple[float, str]]] = {}
        for letter, left, foot in self.letters:
            if bidirectional(letter) in _NOT_SEEN:
                continue
            near = next((row for row in rows if abs(row - foot) < 6), round(foot))
            rows.setdefault(near, []).append((left, letter))
        for row in rows.values():
            yield "".join(letter for _, letter in sorted(row))

    def dots(self, colour: str, left: float, right: float) -> int:
        """How many dots of `colour` are printed between two places, given in cm from the left."""
        drawn = self.paper.render(scale=1)
        data, blue_green_red = bytes(drawn.buffer), bytes.fromhex(colour[1:])[::-1]
        first, last = (round(cm / 2.54 * 72) * drawn.n_channels for cm in (left, right))
        rows = (data[y * drawn.stride :][first:last] for y in range(drawn.height))
        return sum(
            row[x : x + 3] == blue_green_red for row in rows for x in range(0, len(row), drawn.n_channels)
        )

    def left_of(self, words: str) -> float:
        """The left edge of the first letter of `words`, which stand on the page in the order they are stored."""
        stored = "".join(letter for letter, _, _ in self.letters)
        _, left, _ = self.letters[stored.index("".join(words.split()))]
        return left


def spelled(data: bytes) -> list[str]:
    """What a screen reader is given: the spelling of each element of text, in reading order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [*_spelled(pdf.Root.StructTreeRoot)]


def _spelled(element: pikepdf.Object) -> Iterator[str]:
    if "/ActualText" in element:
        yield str(element.ActualText)
        return
    held = element.get("/K", pikepdf.Array())
    for child in [*held] if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield from _spelled(child)
