"""Where the passages of every edit stand in one of the two texts."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from consentgen.model.reading import Passage
from consentgen.render.parts import gap
from consentgen.review.change import Compared

_START = 8
"""Letters by which the next stretch is looked up."""


class Side:
    """One of the two texts: its passages, and where each edit has them."""

    def __init__(self, compared: Compared, *, old: bool) -> None:
        reading = compared.old if old else compared.new
        sides = [edit.old if old else edit.new for edit in compared.edits]
        self.language, self.direction = reading.language, reading.direction
        waiting: defaultdict[object, deque[int]] = defaultdict(deque)
        for place, passage in enumerate(reading.passages):
            waiting[_key(passage)].append(place)
        named = [passage for side in sides for passage in side]
        found = [waiting[_key(p)].popleft() if waiting[_key(p)] else -1 for p in named]
        self.passages = reading.passages
        if sorted(found) != list(range(len(reading.passages))):
            # A text from elsewhere was cut along the statements it is compared with.
            order = _order(reading.passages, named)
            at = {number: place for place, number in enumerate(order)}
            found = [at[number] for number in range(len(named))]
            self.passages = tuple(named[n] for n in order)
        places = iter(found)
        self.places = [tuple(next(places) for _ in side) for side in sides]
        self.edit_of = {place: n for n, side in enumerate(self.places) for place in side}

    def begins(self, place: int) -> bool:
        """Whether a passage is the first of its paragraph."""
        return place == 0 or not self._together(place - 1, place)

    def ends(self, place: int) -> bool:
        """Whether a passage is the last of its paragraph."""
        return place == len(self.passages) - 1 or not self._together(place, place + 1)

    def _together(self, place: int, then: int) -> bool:
        one, other = self.passages[place], self.passages[then]
        return (one.block, one.kind) == (other.block, other.kind)

    def gap(self, place: int) -> str:
        """What stands between a passage and the one before it in its paragraph."""
        if self.begins(place):
            return ""
        before, after = (self.passages[p].language or self.language for p in (place - 1, place))
        return gap(before, after)


def _key(passage: Passage) -> object:
    return (
        passage.id,
        passage.text,
        passage.kind,
        passage.block,
        passage.section,
        passage.place,
        passage.links,
    )


def _order(whole: Sequence[Passage], cut: Sequence[Passage]) -> list[int]:
    """The order in which stretches stand in the text they were cut from: edits come in that of the other text."""
    by_block: dict[int, list[int]] = {}
    for number, passage in enumerate(cut):
        by_block.setdefault(passage.block, []).append(number)
    blocks = list(dict.fromkeys(passage.block for passage in whole))
    texts: dict[int, str] = {}
    for passage in whole:
        texts[passage.block] = f"{texts.get(passage.block, '')} {passage.text}".strip()
    known = [number for block in blocks for number in _laid(texts[block], by_block.pop(block, []), cut)]
    return [*known, *(number for left in by_block.values() for number in left)]


def _laid(text: str, numbers: list[int], cut: Sequence[Passage]) -> list[int]:
    """Stretches one behind the other so that they cover a text; what fits nowhere stands last."""
    waiting: dict[str, list[int]] = {}
    for number in sorted(numbers, key=lambda n: -len(cut[n].text)):
        waiting.setdefault(cut[number].text[:_START], []).append(number)
    sizes = sorted({len(start) for start in waiting}, reverse=True)
    laid: list[int] = []
    at = 0
    while at < len(text) and len(laid) < len(numbers):
        here = [
            n
            for size in sizes
            for n in waiting.get(text[at : at + size], [])
            if text.startswith(cut[n].text, at)
        ]
        if not here:
            at += 1
            continue
        first = max(here, key=lambda n: len(cut[n].text))
        waiting[cut[first].text[:_START]].remove(first)
        laid.append(first)
        at += max(1, len(cut[first].text))
    return list(dict.fromkeys([*laid, *numbers]))
