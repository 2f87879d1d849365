"""What a rule is, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from consentgen.evidence import Ledger
from consentgen.model.catalogue import Catalogue
from consentgen.model.finding import Finding, Severity, shorten
from consentgen.model.leaflet import Leaflet, Section, Statement, section_statements
from consentgen.model.service import Part, Service
from consentgen.model.values import Words
from consentgen.once import once
from consentgen.source import Document
from consentgen.source.yaml import Path_
from consentgen.tongue import said


class Kind(StrEnum):
    """What a rule needs to look at."""

    READER = "reader"
    """Found while a file is read; has no check of its own."""
    DOCUMENT = "document"
    """The file as it was written, before anything is known to be right."""
    SERVICE = "service"
    LEAFLET = "leaflet"


@dataclass(frozen=True)
class Subject:
    """One descriptor on its way to a leaflet, as far as it has come."""

    document: Document
    catalogue: Catalogue
    ledger: Ledger
    as_of: date
    service: Service | None = None
    leaflet: Leaflet | None = None
    stamp_expired: bool = False
    """Whether expired evidence is stamped on the leaflet rather than refused."""

    @cached_property
    def disclosed(self) -> Disclosed:
        """The disclosures the leaflet makes; none before it is composed."""
        return disclosed(self.leaflet) if self.leaflet else Disclosed(frozenset(), frozenset())

    @cached_property
    def tellers(self) -> dict[str, list[Statement]]:
        """The statements that tell each disclosure, by its id; none before the leaflet is composed."""
        return tellers(self.leaflet) if self.leaflet else {}

    @cached_property
    def own_words(self) -> tuple[tuple[Path_, str], ...]:
        """Every text the service wrote itself, with its path."""
        return tuple(found for name, value in self.service or () for found in _texts(value, (name,)))

    def finding(self, rule: Rule, path: Path_, what: str, **more: str) -> Finding:
        """A finding of `rule` at a field; `more` holds found, expected and help."""
        found = shorten(more.get("found", ""))
        return Finding(
            rule.code, rule.severity, self.document.place(path), what, found,
            more.get("expected", ""), more.get("help", ""),
        )  # fmt: skip


def tellers(leaflet: Leaflet) -> dict[str, list[Statement]]:
    """The statements that tell each disclosure, by its id."""
    found: dict[str, list[Statement]] = {}
    for statement in leaflet.statements():
        for name in statement.tells:
            found.setdefault(name, []).append(statement)
    return found


class Disclosed(NamedTuple):
    """Ids of the disclosures that some statements make."""

    told: frozenset[str]
    unknown: frozenset[str]
    """Of which something is said not to be known."""


def disclosed(leaflet: Leaflet) -> Disclosed:
    """The disclosures a leaflet makes."""
    parts = [_disclosed((leaflet.title, *leaflet.stamped)), *map(_section_disclosed, leaflet.sections)]
    return Disclosed(*(frozenset().union(*each) for each in zip(*parts, strict=True)))


def _disclosed(statements: Iterable[Statement]) -> Disclosed:
    told, unknown = (
        frozenset(name for s in statements if s.unknown is flag for name in s.tells) for flag in (False, True)
    )
    return Disclosed(told, unknown)


@once
def _section_disclosed(section: Section) -> Disclosed:
    return _disclosed(section_statements(section))


def _texts(value: object, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, Words):
        yield path, value.text
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, Part):
        for inside, text in _texts_of(value):
            yield (*path, *inside), text


@once
def _texts_of(part: Part) -> tuple[tuple[Path_, str], ...]:
    """The texts in one group of fields."""
    return tuple(found for name, value in part for found in _texts(value, (name,)))


Check = Callable[[Subject], Iterator[Finding]]


def nothing(_subject: Subject) -> Iterator[Finding]:
    """No findings: the check of a rule that the readers apply."""
    yield from ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A fault with its name, its reason, its sources and an example of it and of its cure."""

    code: str
    name: str
    """Names the fault, and reads after "allow": `phone-only-contact`."""
    kind: Kind
    severity: Severity
    summary: str
    """What it finds, in one sentence."""
    why: str
    sources: tuple[Source, ...]
    bad: str
    """Part of a descriptor (or what `example_of` says) with the fault."""
    good: str
    """The same, cured."""
    check: Check = nothing
    example_of: str = "descriptor"
    """`descriptor`: the lines replace those of a whole descriptor; `file`: they are a file of their own;
    `translation`: a PO entry with its language above it."""
    languages: tuple[str, ...] = field(default=("en",))
    values: tuple[tuple[str, str], ...] = ()
    """What stands at the placeholders of its texts, by name; said, as the texts are, when it is shown."""

    def told(self, text: str) -> str:
        """One of its texts in the language that is spoken."""
        return said(text, **{name: said(value) for name, value in self.values})


NHS_CONTENT = Source("NHS digital service manual, content guide", "https://service-manual.nhs.uk/content")
NHSTT = Source("NHS Talking Therapies data, as tidied in nhstt", "https://github.com/bennettoxford/nhstt")
SCOTT = Source(
    "Dr Mike Scott, CBT Watch, on guided self-help", "https://www.cbtwatch.com/tag/guided-self-help/"
)
MONTGOMERY = Source(
    "Montgomery v Lanarkshire Health Board, UKSC 11 (2015)",
    "https://caselaw.nationalarchives.gov.uk/uksc/2015/11/press-summary/1",
)
PIF = Source(
    "PIF, Communicating benefits, risks and uncertainties (2023)",
    "https://pifonline.org.uk/resources/how-to-guides/communicating-benefits-risks-and-uncertainties",
)
