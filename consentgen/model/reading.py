"""A text as it is read for comparing: its passages in reading order, from whatever file they came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from consentgen.model.values import Fact


class Kind(StrEnum):
    """What a passage is to its reader."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    LABEL = "label"
    """Of a pair of label and what is told; in a foreign table a header cell."""
    TOLD = "told"
    LEGEND = "legend"
    """A part of an icon array."""
    CELL = "cell"
    """Of a foreign table."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with the words it stands on."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is compared: a statement of ours, or a paragraph, item, cell or heading of a foreign text."""

    text: str
    """Plain words, spaces as they stand."""
    kind: Kind = Kind.PARAGRAPH
    id: str = ""
    """The statement's id; empty in a foreign text."""
    block: int = 0
    """Passages of one number stand in one paragraph, item or cell."""
    section: str = ""
    """Id of the section; in a foreign text the words of the heading above."""
    links: tuple[Link, ...] = ()
    place: str = ""
    """Where it stands, as a person would look for it: `page 2`, `line 14`; empty for ours."""
    language: str = ""
    """BCP 47; empty for the text's own."""
    pattern: str = ""
    """The words with `{kind}` for each value; empty in a foreign text."""
    wording: str = ""
    """The English of its message, the same in every language; empty in a foreign text."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """What stands in the placeholders, the same in every language."""
    evidence: tuple[str, ...] = ()
    """Ids of the evidence records its figures come from."""
    tells: tuple[str, ...] = ()
    """The disclosures it makes."""
    critical: bool = False
    unknown: bool = False
    """Says that the service has not told us."""
    state: str = ""
    """Of its translation where it is not reviewed: `draft`, `stale`, `missing`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text, ready to be compared."""

    label: str
    """What it is called in a report: a file, or a leaflet and its revision."""
    language: str
    """BCP 47; `und` where a foreign text does not say."""
    passages: tuple[Passage, ...]
    direction: str = "ltr"
    leaflet: str = ""
    """Id of the leaflet; empty for a foreign text."""
    author: str = ""
    """Who wrote it, as the descriptor says."""
    version: str = ""
    stream: bool = False
    """Whether paragraphs are lost, as in a PDF: then passages are pages, and only the order of words counts."""

    @property
    def identified(self) -> bool:
        """Whether its passages carry ids."""
        return any(passage.id for passage in self.passages)
