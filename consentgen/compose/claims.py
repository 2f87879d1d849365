"""Claims: evidence records as the figures one leaflet prints, both sides of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from consentgen.evidence import Ledger
from consentgen.model.catalogue import Catalogue
from consentgen.model.evidence import Assessor, Comparator, Counts, EvidenceRecord, Rate, Use
from consentgen.model.frequency import OUT_OF, Frequency, Whole, whole
from consentgen.model.quantities import NotAQuantity, duration
from consentgen.model.service import Service
from consentgen.model.values import Duration, Share, Term

_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """One record with its shares, ready for the wording."""

    record: EvidenceRecord
    whole: Whole
    relevant: bool
    """Whether a person would recognise the outcome in their own life."""
    time: Duration | Term
    """How long after the start or end it was counted."""
    compared: Share | None = None
    """The same in the comparison group, where it is published."""
    yes: Share | None = None
    no: Share | None = None
    better: Share | None = None
    same: Share | None = None
    worse: Share | None = None
    unknown: Share | None = None

    @property
    def rest(self) -> Share:
        """Everybody outside the first part: no clear benefit, or not known."""
        first, *others = self.whole.parts
        events = sum(part.events for part in others)
        shown = first.denominator - first.shown
        frequency = Frequency(events, first.people, shown, first.denominator, first.counted)
        return Share(frequency, self.record.id)


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """All the figures of one leaflet, gathered once for all that rest on the same."""

    relevant: tuple[Claim, ...]
    """Outcomes a person would recognise."""
    questionnaire: tuple[Claim, ...]
    """Answers to questionnaires."""
    harm: Claim | None
    relapse: Claim | None
    no_treatment: tuple[Claim, ...]
    completion: tuple[Claim, ...]
    aimed_for: Claim | None
    """The figure for the very outcome the service aims for, where somebody counted it."""

    @property
    def outcomes(self) -> tuple[Claim, ...]:
        """What the therapy led to, recognisable outcomes first."""
        return self.relevant + self.questionnaire

    @property
    def all(self) -> tuple[Claim, ...]:
        """Every claim in the order of the leaflet."""
        rest = (self.harm, self.relapse, *self.no_treatment, *self.completion)
        return self.outcomes + tuple(claim for claim in rest if claim)

    @property
    def self_reported(self) -> bool:
        """Whether every questionnaire figure rests on people's own answers."""
        return bool(self.questionnaire) and all(
            c.record.assessor is Assessor.SELF_REPORT for c in self.questionnaire
        )

    @property
    def uncompared(self) -> bool:
        """Whether no outcome was compared with anything."""
        return bool(self.outcomes) and all(c.record.comparator is Comparator.NONE for c in self.outcomes)

    @property
    def sources(self) -> tuple[EvidenceRecord, ...]:
        """One record for each source used; the source knows all records that were read there."""
        used: dict[tuple[str, str], list[EvidenceRecord]] = {}
        for each in self.all:
            used.setdefault((each.record.source.title, each.record.source.address), []).append(each.record)
        return tuple(_read_there(records) for records in used.values())


def _read_there(records: list[EvidenceRecord]) -> EvidenceRecord:
    """The last of some records of one source, with the ids of all."""
    ids = tuple(dict.fromkeys(record.id for record in records))
    return replace(records[-1], source=replace(records[-1].source, records=ids))


def gather(service: Service, ledger: Ledger, catalogue: Catalogue) -> Evidence:
    """The claims of one leaflet: those the service names, and those every leaflet owes."""
    named = [record for key in service.outcome.evidence if (record := ledger.get(key)) and record.printable]
    claims = [claim(record, catalogue) for record in named]
    outcomes = [c for c in claims if c.record.use is Use.OUTCOME]

    def owed(use: Use) -> list[Claim]:
        own = [c for c in claims if c.record.use is use]
        return own or [claim(r, catalogue) for r in _fitting(use, service, ledger)]

    return Evidence(
        relevant=tuple(c for c in outcomes if c.relevant),
        questionnaire=tuple(c for c in outcomes if not c.relevant and c.record.outcome != "satisfaction"),
        harm=next(iter(owed(Use.HARM)), None),
        relapse=next(iter(owed(Use.RELAPSE)), None),
        no_treatment=_ends(owed(Use.NO_TREATMENT)),
        completion=tuple(owed(Use.COMPLETION)),
        aimed_for=next((c for c in outcomes if c.record.outcome == service.outcome.expected), None),
    )


def _ends(claims: list[Claim]) -> tuple[Claim, ...]:
    """The first and the last of a course over time: enough to see it, short enough to read."""
    return tuple(claims if len(claims) < 3 else (claims[0], claims[-1]))


def _fitting(use: Use, service: Service, ledger: Ledger) -> Iterable[EvidenceRecord]:
    for record in ledger.general(use):
        therapies, problems = record.therapies, record.problems
        fits = not therapies or service.therapy.modality in therapies
        if fits and (not problems or set(problems) >= set(service.problems)) and record.printable:
            yield record


def claim(record: EvidenceRecord, catalogue: Catalogue) -> Claim:
    """The shares of a printable record, rounded so that they add up; every value knows its record."""
    record = replace(record, population=replace(record.population, record=record.id))
    everybody = _whole(record)
    shares = {name: Share(everybody.part(name), record.id) for name in everybody.names}
    kind = catalogue.outcomes.get(record.outcome)
    relevant = bool(kind and kind.clinically_relevant)
    return Claim(
        record, everybody, relevant, replace(follow_up(record), record=record.id), _compared(record), **shares
    )


def _compared(record: EvidenceRecord) -> Share | None:
    rate = record.result.compared_per_hundred if isinstance(record.result, Rate) else None
    return (
        None
        if rate is None
        else Share(whole({"yes": rate, "no": OUT_OF - rate}, OUT_OF, counted=False).part("yes"), record.id)
    )


def follow_up(record: EvidenceRecord) -> Duration | Term:
    """When a figure was counted: a length of time, or a term such as "end of treatment"."""
    try:
        return duration(record.follow_up)
    except NotAQuantity:
        # Many records say "end of treatment": one message for all that say the same.
        return Term(
            f"evidence.follow_up.{_NO_ID.sub('-', record.follow_up.lower()).strip('-')}", record.follow_up
        )


def _whole(record: EvidenceRecord) -> Whole:
    match record.result:
        case Counts(people=people, parts=parts) if set(parts) == {"yes"}:
            return whole({"yes": parts["yes"], "no": people - parts["yes"]}, people)
        case Counts(people=people, parts=parts):
            return whole(parts, people)
        case Rate(per_hundred=rate):
            people = record.people or OUT_OF
            yes = rate * people / OUT_OF
            return whole({"yes": yes, "no": people - yes}, people, counted=record.people is not None)
        case _:
            raise ValueError(f"{record.id} is not a share of people")
