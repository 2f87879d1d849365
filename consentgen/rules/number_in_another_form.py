"""HO009: a percentage or "1 in X" in the service's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import PIF, Kind, Rule, Source, Subject
from consentgen.tongue import later, said

_FORM = re.compile(
    r"\d+([.,]\d+)?\s?(%|per ?cent\b)|\b(1|one) in (\d+|two|three|four|five|six|ten|twenty)\b", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each number that is not told as X out of 100 people."""
    for path, text in subject.own_words:
        if found := _found(text):
            yield subject.finding(
                RULE, path, said("a number in a form that people misread"), found=found,
                expected=said('"X out of 100 people", with its source'),
                help=said(
                    "Put the figure in an evidence record and name it under {field}.", field="outcome.evidence"
                ),
            )  # fmt: skip


@lru_cache(maxsize=2048)
def _found(text: str) -> str:
    """The first such words in a text; empty where there are none."""
    match = _FORM.search(text)
    return match[0] if match else ""


RULE = Rule(
    code="HO009",
    name="number-in-another-form",
    kind=Kind.SERVICE,
    severity=Severity.ERROR,
    summary=later('A percentage or a "1 in X" stands in the service\'s own words.'),
    why=later(
        "One denominator in a leaflet lets people compare. Percentages and 1-in-X mislead many readers."
    ),
    sources=(
        PIF,
        Source(
            "Trevena and others (2013), BMC Medical Informatics and Decision Making 13(S2):S7",
            "https://docslib.org/doc/3086089/chapter-c-presenting-probabilities",
        ),
    ),
    bad="rights:\n  missed_sessions: About 20% of people miss a session.\n",
    good="rights:\n  missed_sessions: If you miss a session, we call you.\n",
    check=check,
)
