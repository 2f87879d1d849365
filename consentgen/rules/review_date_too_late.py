"""HO013: a leaflet past its review date, or with one too far off."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import Kind, Rule, Source, Subject
from consentgen.tongue import later, said

MAX_YEARS = 3
"""Source: PIF TICK, review at least every 3 years."""


def check(subject: Subject) -> Iterator[Finding]:
    """A finding where the review date is past, too far off, or before the date of writing."""
    service = subject.service
    if not service:
        return
    due, written = service.review_by, service.written
    if due < subject.as_of:
        what = said("the review date is past")
        way_out = said("Look through the file again, then give new dates.")
    elif (due - written).days > MAX_YEARS * 366:
        what = said("the review date is more than {years} years off", years=MAX_YEARS)
        way_out = said("Give an earlier date.")
    elif due <= written:
        what = said("the review date is not after the date of writing")
        way_out = said("Give a later date.")
    else:
        return
    yield subject.finding(
        RULE, ("review_by",), what, found=due.isoformat(),
        help=way_out,
        expected=said(
            "after {day}, at most {years} years after writing", years=MAX_YEARS,
            day=max(subject.as_of, written).isoformat(),
        ),
    )  # fmt: skip


RULE = Rule(
    code="HO013",
    name="review-date-too-late",
    kind=Kind.SERVICE,
    severity=Severity.ERROR,
    summary=later("The leaflet is past its review date, or the date is more than 3 years off."),
    why=later("Services change. A leaflet nobody has looked at for years is not information."),
    sources=(Source("PIF TICK criteria (2022)", "https://pifonline.org.uk/pif-tick/about/"),),
    bad="written: 2026-11-01\nreview_by: 2039-11-01\n",
    good="written: 2026-11-01\nreview_by: 2027-11-01\n",
    check=check,
)
