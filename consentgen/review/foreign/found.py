"""Blocks of text as a reader of files finds them, and the passages they become."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from consentgen.model.reading import Kind, Link, Passage

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u061c\u2060\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
"""Soft hyphens, direction marks and controls: they set words and are none."""


@dataclass(frozen=True, slots=True)
class Found:
    """One block of a text that has no ids."""

    kind: Kind
    text: str
    place: str = ""
    links: tuple[Link, ...] = ()
    language: str = ""


def squeezed(text: str) -> str:
    """The words on one line, without what only sets them; spaces that do not break stay."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text)).strip(" ")


def passages(blocks: Iterable[Found]) -> tuple[Passage, ...]:
    """Passages of the blocks that hold words, each in the section its last heading begins."""
    return tuple(_numbered(blocks))


def _numbered(blocks: Iterable[Found]) -> Iterator[Passage]:
    section, number = "", 0
    for block in blocks:
        text = squeezed(block.text)
        if not text:
            continue
        section = text if block.kind is Kind.HEADING else section
        links = tuple(replace(link, words=squeezed(link.words)) for link in block.links)
        yield Passage(text, block.kind, "", number, section, links, block.place, block.language)
        number += 1


def titled(blocks: Iterable[Found], *, top: frozenset[int] = frozenset()) -> list[Found]:
    """The blocks, where no title is marked with their first heading as the title.

    Args:
        blocks: in reading order.
        top: places in the row of the headings that stand at the highest level; empty where levels are not known.
    """
    made = list(blocks)
    if any(block.kind is Kind.TITLE for block in made):
        return made
    first = next((n for n, block in enumerate(made) if block.kind is Kind.HEADING), None)
    if first is not None and (not top or first in top):
        made[first] = replace(made[first], kind=Kind.TITLE)
    return made
