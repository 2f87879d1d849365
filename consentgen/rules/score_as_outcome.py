"""HO002: a questionnaire score where an outcome in the person's life belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import Kind, Rule, Source, Subject
from consentgen.tongue import later, said

_SCORE = re.compile(
    r"\b(?:CORE|MDS|IES|OCI|SPIN|HAI)\b|(?i:\b(?:PHQ|GAD|WSAS|BDI)[- ]?\d*\b"
    r"|\b(?:scores?|questionnaires?|\d+[- ]points?|caseness|reliable (?:improvement|recovery|change)"
    r"|recovery rate|effect size)\b)"
)
"""Names of questionnaires that are also words ("core", "spin") count only in capitals."""


def check(subject: Subject) -> Iterator[Finding]:
    """A finding where the expected outcome is a score."""
    value = subject.document.value
    outcome = value.get("outcome") if isinstance(value, dict) else None
    if isinstance(outcome, str):
        outcome, inside = {"expected": outcome}, False
    else:
        inside = True
    if not isinstance(outcome, dict):
        return
    expected = outcome.get("expected")
    if isinstance(expected, str) and _is_score(expected, subject):
        yield _finding(subject, ("outcome", "expected") if inside else ("outcome",), expected)
        return
    signs = outcome.get("in_daily_life") or []
    for index, sign in enumerate([signs] if isinstance(signs, str) else signs):
        if isinstance(sign, str) and _SCORE.search(sign):
            path = (
                ("outcome", "in_daily_life")
                if isinstance(signs, str)
                else ("outcome", "in_daily_life", index)
            )
            yield _finding(subject, path, sign)


def _is_score(text: str, subject: Subject) -> bool:
    kind = subject.catalogue.outcomes.get(text)
    return not kind.clinically_relevant if kind else bool(_SCORE.search(text))


def _finding(subject: Subject, path: tuple[str | int, ...], text: str) -> Finding:
    return subject.finding(
        RULE, path, said("a score is not an outcome a person would recognise"), found=text,
        expected=said("one of: {choices}", choices="usual-self, daily-functioning, diagnosis-lost"),
        help=said(
            "Write `expected: usual-self` and, under `in_daily_life:`, what the person would notice. "
            "Name the questionnaire figures under `evidence:`; the leaflet prints them as questionnaire answers."
        ),
    )  # fmt: skip


RULE = Rule(
    code="HO002",
    name="score-as-outcome",
    kind=Kind.DOCUMENT,
    severity=Severity.ERROR,
    summary=later("The only expected outcome is a change on a questionnaire."),
    why=later(
        "A change on a psychometric test is not a clinically relevant outcome. Being back to one's usual self "
        "is something a person can recognise, hope for, and judge afterwards."
    ),
    sources=(
        Source(
            "Zimmerman and others (2006), American Journal of Psychiatry 163:148",
            "https://psychiatryonline.org/doi/full/10.1176/appi.ajp.163.1.148",
        ),
        Source(
            "Dr Mike Scott, The CQC Is Being Duped by IAPT", "https://www.cbtwatch.com/tag/guided-self-help/"
        ),
    ),
    bad="outcome:\n  expected: PHQ-9 drop of 6 points\n  in_daily_life: You feel better.\n",
    good="outcome:\n  expected: usual-self\n  in_daily_life: You want to see people again.\n",
    check=check,
)
