"""The leaflet: one set of statements in one language, from which every format is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from consentgen.model.frequency import Whole
from consentgen.model.issue import Issue
from consentgen.model.values import Fact
from consentgen.once import once

IMPRINT = ("number", "check", "ask")
"""Furniture of an issued leaflet: its number, and how to check it, of which one way is there."""
CODE_TOLD = ("code", "code_words")
"""Furniture that says what its square code holds, of which one is there."""
DRAFT = "DRAFT"
"""Marks in names and data of files, whatever their language, what nobody has approved."""
SAFE_LINKS = ("https://", "mailto:", "tel:", "#")
"""How an address must begin: PDF writers and browsers would follow `javascript:` and `file:` too."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look and one direction."""

    text: str
    kind: str = "text"
    """`text` for wording; else the kind of value: words, name, term, phone, email, url, number, ..."""
    href: str = ""
    """Link target as it was given; renderers print `link`."""
    strong: bool = False

    @property
    def link(self) -> str:
        """The link target, empty where it is not https, mailto, tel or a place in the leaflet."""
        return self.href if self.href.startswith(SAFE_LINKS) else ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The smallest unit a client reads, a translator translates and a reviewer signs."""

    id: str
    runs: tuple[Run, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """What stands in the placeholders, as data."""
    tells: tuple[str, ...] = ()
    """The disclosures this statement makes."""
    critical: bool = False
    """Crisis, consent, confidentiality or risk."""
    unknown: bool = False
    """Says that the service has not told us."""
    language: str = ""
    """BCP 47; empty for the leaflet's own language."""
    draft: bool = False
    """Nobody has reviewed this translation."""
    pending: tuple[tuple[str, str], ...] = ()
    """Ids of the messages in it that are not reviewed in the leaflet's language, each with its state; worst first."""
    evidence: tuple[str, ...] = ()
    """Ids of the evidence records its figures and terms come from, and those read at its address."""
    wording: str = ""
    """The English of its message, with `{placeholders}` by name; the same in every language."""
    messages: tuple[str, ...] = ()
    """Ids of all messages its words come from: its own, its terms, its units."""

    @property
    def text(self) -> str:
        """The words, without markup."""
        return "".join(run.text for run in self.runs)

    @property
    def pattern(self) -> str:
        """The words with `{kind}` for each value."""
        return "".join(run.text if run.kind == "text" else f"{{{run.kind}}}" for run in self.runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the section's own."""

    statement: Statement


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One to three statements that belong together."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is one or more statements."""

    items: tuple[tuple[Statement, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Definitions:
    """Labels with what they stand for, for instance the key facts."""

    rows: tuple[tuple[Statement, tuple[Statement, ...]], ...]


@dataclass(frozen=True, slots=True)
class Icons:
    """An icon array: everybody counted, drawn one by one, beside the numbers in words."""

    whole: Whole
    legend: tuple[tuple[Statement, ...], ...]
    """One item for each part of the whole, in its order."""

    @property
    def text(self) -> str:
        """The text equivalent: the legend's own sentences."""
        return " ".join(s.text for item in self.legend for s in item)


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on, in print."""

    count: int


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks set apart: `key-facts`, `urgent` or `note`."""

    kind: str
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Bullets | Definitions | Icons | Lines | Box


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the leaflet under one question."""

    id: str
    heading: Statement | None
    """None for the opening, which stands under the title."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Leaflet:
    """All that one client is told about one therapy, in one language."""

    id: str
    language: str
    """BCP 47."""
    direction: str
    """`ltr` or `rtl`."""
    title: Statement
    sections: tuple[Section, ...]
    furniture: Mapping[str, Statement]
    """Banner, page and footer texts by id."""
    service_name: str
    author: str
    """Who wrote it, and so cannot approve it."""
    version: str
    written: date
    review_by: date
    draft: bool = True
    """Not everybody has signed it who has to."""
    approved: date | None = None
    """The day of the last signature; None for a draft."""
    signed: tuple[str, ...] = ()
    """Who has signed it: role, name and day; empty for a draft."""
    stamps: tuple[str, ...] = ()
    """Ids of furniture texts that must stand on every page, the draft banner among them."""
    evidence: tuple[str, ...] = ()
    """Ids of the evidence records that gave it a figure."""
    about: Mapping[str, str] = field(default_factory=dict)
    """Plain facts for machines: therapy, modality code, provider, web."""
    issue: Issue | None = None
    """The number it is given out under; None before."""

    def statements(self) -> Iterator[Statement]:
        """Every statement in reading order, title first, stamps last."""
        yield self.title
        for section in self.sections:
            yield from section_statements(section)
        yield from self.stamped

    def file_name(self, ending: str) -> str:
        """The name of its file in one format."""
        return file_name(self.id, ending, draft=self.draft)

    @property
    def marked_title(self) -> str:
        """The title for the data about a file, marked where it is a draft."""
        return f"{DRAFT} – {self.title.text}" if self.draft else self.title.text

    @property
    def stamped(self) -> tuple[Statement, ...]:
        """What has to stand on every page."""
        return tuple(self.furniture[stamp] for stamp in self.stamps)

    @property
    def imprint(self) -> tuple[Statement, ...]:
        """What an issued leaflet says of its number, and then of how to check it; empty before."""
        return tuple(self.furniture[name] for name in IMPRINT if name in self.furniture) if self.issue else ()

    @property
    def code_told(self) -> str:
        """The text equivalent of the square code on an issued leaflet."""
        return " ".join(self.furniture[name].text for name in CODE_TOLD if name in self.furniture)


def file_name(leaflet: str, ending: str, *, draft: bool) -> str:
    """The name of a file: `northtown.DRAFT.pdf`, and without the mark once the leaflet is approved."""
    return f"{leaflet}.{DRAFT}.{ending}" if draft else f"{leaflet}.{ending}"


@once
def section_statements(section: Section) -> tuple[Statement, ...]:
    """Every statement of a section in reading order, its heading first."""
    heading = [section.heading] if section.heading else []
    return (*heading, *(statement for block in section.blocks for statement in statements_of(block)))


def statements_of(block: Block) -> Iterator[Statement]:
    """Every statement of one block, in reading order."""
    match block:
        case Heading(statement=statement):
            yield statement
        case Paragraph(statements=statements):
            yield from statements
        case Bullets(items=items) | Icons(legend=items):
            for item in items:
                yield from item
        case Definitions(rows=rows):
            for label, told in rows:
                yield label
                yield from told
        case Box(blocks=blocks):
            for inner in blocks:
                yield from statements_of(inner)
        case Lines():
            return
