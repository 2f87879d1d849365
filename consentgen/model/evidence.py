"""Evidence records: what was counted, in whom, by whom, compared with what, and until when we trust it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consentgen.model.values import Term, Url, Words


class Denominator(StrEnum):
    """Who stands below the line of the fraction."""

    EVERYBODY_REFERRED = "everybody-referred"
    ALL_STARTERS = "all-starters"
    FINISHERS = "finishers"
    FINISHERS_AT_CASENESS = "finishers-at-caseness"
    RECOVERED = "recovered"
    RESPONDENTS = "respondents"
    UNTREATED = "untreated"
    POOLED_TRIALS = "pooled-trials"


class Comparator(StrEnum):
    """What the figure was compared with."""

    NONE = "none"
    WAITING_LIST = "waiting-list"
    USUAL_CARE = "usual-care"
    ACTIVE = "active"
    NOT_STATED = "not-stated"
    """Only for background: a figure without its comparator is never printed."""


class Assessor(StrEnum):
    """Who judged the outcome."""

    BLIND_INDEPENDENT = "blind-independent"
    INDEPENDENT = "independent"
    SERVICE = "service"
    SELF_REPORT = "self-report"
    MIXED = "mixed"
    """Judged in different ways in the studies put together."""
    NOT_STATED = "not-stated"
    """Only for background: a figure without its judge is never printed."""


class Use(StrEnum):
    """What a record may speak for in a leaflet."""

    OUTCOME = "outcome"
    HARM = "harm"
    RELAPSE = "relapse"
    NO_TREATMENT = "no-treatment"
    COMPLETION = "completion"
    BACKGROUND = "background"
    """For reviewers; never printed as a figure."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Parts of the people counted; what is missing from `people` is not known."""

    people: int
    parts: dict[str, float]
    """Events by name: `better`, `same`, `worse`; or `yes`, `no`. Without `no` the rest did not."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A published rate without its counts, per 100 people."""

    per_hundred: float
    compared_per_hundred: float | None = None
    """The same in the comparison group, where there was one."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A result that is not a share of people: a mean difference, an odds or hazard ratio."""

    measure: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was read."""

    title: str
    year: int
    address: str
    """`https` address of the page read."""
    read_on: date
    note: str = ""
    """Licence, attribution, or how the copy was read."""
    records: tuple[str, ...] = ()
    """Ids of the records of one leaflet that were read there."""

    @property
    def link(self) -> Url:
        """The address as a link."""
        return Url(self.address, self.records)

    @property
    def shown_year(self) -> Words:
        """The year as it is printed: a year is not grouped like a number."""
        return Words(str(self.year))


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """One dated figure with everything a reader needs to weigh it."""

    id: str
    use: Use
    population: Term
    """Who was counted, in plain words that follow "People counted:"."""
    therapies: tuple[str, ...]
    """Catalogue keys; empty for any therapy."""
    problems: tuple[str, ...]
    """Catalogue keys; empty for any problem."""
    outcome: str
    """Catalogue key of the outcome kind."""
    denominator: Denominator
    comparator: Comparator
    assessor: Assessor
    measure: str
    """Instrument or interview, for instance `PHQ-9`."""
    follow_up: str
    """When it was counted: `end of treatment`, `12 months`."""
    conflict: str
    """Conflict of interest as declared or known; `none known`, or `not stated`."""
    result: Counts | Rate | Estimate | None
    source: Source
    review_by: date
    people: int | None
    """Everybody counted, where it is published."""
    caveat: str = ""

    def expired(self, as_of: date) -> bool:
        """Whether `as_of` lies after the review date."""
        return as_of > self.review_by

    @property
    def printable(self) -> bool:
        """Whether it is a share of people that may stand in a leaflet."""
        stated = self.assessor is not Assessor.NOT_STATED and self.comparator is not Comparator.NOT_STATED
        return stated and self.use is not Use.BACKGROUND and isinstance(self.result, Counts | Rate)
