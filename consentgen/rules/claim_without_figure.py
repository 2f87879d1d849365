"""HO007: words that sell, without a figure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import NHS_CONTENT, PIF, Kind, Rule, Subject
from consentgen.rules.words import word_list
from consentgen.tongue import later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each text of the service that claims more than it shows."""
    for path, text in subject.own_words:
        if claim := _claim(text):
            words, instead = claim
            yield subject.finding(
                RULE, path, said('"{words}" is a claim without a figure', words=words), found=text,
                expected=said("what was counted, in whom, by whom"), help=said(instead),
            )  # fmt: skip


@lru_cache(maxsize=2048)
def _claim(text: str) -> tuple[str, str] | None:
    """The first claim in a text, and what to write instead."""
    found = (
        (match[0], str(word.instead)) for word in word_list("claims") if (match := word.pattern.search(text))
    )
    return next(found, None)


RULE = Rule(
    code="HO007",
    name="claim-without-figure",
    kind=Kind.SERVICE,
    severity=Severity.ERROR,
    summary=later("The service's own words promise or praise without a figure."),
    why=later(
        'Across 24 studies people took "rare" to mean anything from 0 to 80 out of 100. '
        '"Most people" and "proven" sell; a figure informs.'
    ),
    sources=(NHS_CONTENT, PIF),
    bad="outcome:\n  expected: usual-self\n  in_daily_life: Most people feel better very quickly.\n",
    good="outcome:\n  expected: usual-self\n  in_daily_life: You want to see people again.\n",
    check=check,
)
