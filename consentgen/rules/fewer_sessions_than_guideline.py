"""HO005: fewer sessions, or less time, than the guideline gives."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.dose import compared, contact_minutes, guideline_minutes
from consentgen.model.finding import Finding, Severity
from consentgen.model.values import Count
from consentgen.rules.rule import Kind, Rule, Source, Subject
from consentgen.tongue import later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding where the offer falls short of the guideline in sessions or in time."""
    service = subject.service
    dose = (
        subject.catalogue.therapies[service.therapy.modality].dose_for(service.problems) if service else None
    )
    if not service or not dose:
        return
    source = f"{dose.source}: {dose.address}"
    offered, advised = contact_minutes(service.sessions), guideline_minutes(dose)
    if compared(service.sessions.number, dose) == "below":
        what = said("fewer sessions than the guideline")
        found = said("{number} sessions", number=told(service.sessions.number))
        expected = said("{number} sessions ({source})", number=told(dose.sessions), source=source)
    elif offered and advised and offered.high < advised.low:
        what = said("less time than the guideline")
        found = said("{number} minutes altogether", number=told(offered))
        expected = said("{number} minutes altogether ({source})", number=told(advised), source=source)
    else:
        return
    yield subject.finding(
        RULE, ("sessions", "number"), what, found=found, expected=expected,
        help=said("Offer what the guideline gives. If you cannot, build on: the leaflet says so to clients."),
    )  # fmt: skip


def told(count: Count) -> str:
    """A number or a range in the language that is spoken."""
    return (
        str(count.low) if count.low == count.high else said("{low} to {high}", low=count.low, high=count.high)
    )


RULE = Rule(
    code="HO005",
    name="fewer-sessions-than-guideline",
    kind=Kind.SERVICE,
    severity=Severity.WARNING,
    summary=later("The service offers fewer sessions, or less time, than the guideline gives."),
    why=later(
        "The evidence for a therapy was found with a certain dose. A smaller dose is another treatment."
    ),
    sources=(
        Source("NICE guideline NG222, Depression in adults (2022)", "https://www.nice.org.uk/guidance/ng222"),
        Source("NICE guideline CG113, Generalised anxiety (2011)", "https://www.nice.org.uk/guidance/cg113"),
    ),
    bad="sessions:\n  number: '3'\n  length: 30 minutes\n  channel: telephone\n",
    good="sessions:\n  number: 6 to 8\n  length: 30 minutes\n  channel: telephone\n",
    check=check,
)
