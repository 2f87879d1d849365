"""HO013: a leaflet past its review date, or with one too far off."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import Kind, Rule, Source, Subject

MAX_YEARS = 3
"""Source: PIF TICK, review at least every 3 years."""


def check(subject: Subject) -> Iterator[Finding]:
    """A finding where the review date is past, too far off, or before the date of writing."""
    service = subject.service
    if not service:
        return
    due, written = service.review_by, service.written
    if due < subject.as_of:
        what, way_out = "the review date is past", "Look through the file again, then give new dates."
    elif (due - written).days > MAX_YEARS * 366:
        what, way_out = f"the review date is more than {MAX_YEARS} years off", "Give an earlier date."
    elif due <= written:
        what, way_out = "the review date is not after the date of writing", "Give a later date."
    else:
        return
    yield subject.finding(
        RULE, ("review_by",), what, found=due.isoformat(),
        expected=f"after {max(subject.as_of, written).isoformat()}, at most {MAX_YEARS} years after writing",
        help=way_out,
    )  # fmt: skip


RULE = Rule(
    code="HO013",
    name="review-date-too-late",
    kind=Kind.SERVICE,
    severity=Severity.ERROR,
    summary="The leaflet is past its review date, or the date is more than 3 years off.",
    why="Services change. A leaflet nobody has looked at for years is not information.",
    sources=(Source("PIF TICK criteria (2022)", "https://pifonline.org.uk/pif-tick/about/"),),
    bad="written: 2026-11-01\nreview_by: 2039-11-01\n",
    good="written: 2026-11-01\nreview_by: 2027-11-01\n",
    check=check,
)
