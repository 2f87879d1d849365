"""HO010: a figure past its check date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import Kind, Rule, Source, Subject
from consentgen.tongue import later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each record of the leaflet that has expired; a warning when it is stamped instead."""
    for key in subject.leaflet.evidence if subject.leaflet else ():
        record = subject.ledger.get(key)
        if not record or not record.expired(subject.as_of):
            continue
        named = subject.service.outcome.evidence if subject.service else []
        path = ("outcome", "evidence", named.index(key)) if key in named else ("outcome", "evidence")
        finding = subject.finding(
            RULE, path, said("the figure {record} is past its check date", record=key), found=record.review_by.isoformat(),
            expected=said("a date after {day}", day=subject.as_of.isoformat()),
            help=said(
                "Look for a newer figure, or check the source again and give the record a new date. "
                "To build all the same, with OUT OF DATE on each page, use --expired stamp."
            ),
        )  # fmt: skip
        yield replace(finding, severity=Severity.WARNING) if subject.stamp_expired else finding


RULE = Rule(
    code="HO010",
    name="expired-evidence",
    kind=Kind.LEAFLET,
    severity=Severity.ERROR,
    summary=later("A figure in the leaflet is past the date by which it had to be checked."),
    why=later("Figures change. A leaflet that shows an old one looks as true as a new one."),
    sources=(Source("PIF TICK criteria (2022)", "https://pifonline.org.uk/pif-tick/about/"),),
    bad="# consentgen check --date 2099-01-01\nproblems: [depression]\n",
    good="problems: [depression]\n",
    check=check,
)
