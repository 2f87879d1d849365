"""HO011: a figure that was counted for another therapy or problem."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import PIF, Kind, Rule, Subject
from consentgen.tongue import later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each named record about something else."""
    service = subject.service
    for index, key in enumerate(service.outcome.evidence if service else ()):
        record = subject.ledger.get(key)
        if not record or not service:
            continue
        if record.therapies and service.therapy.modality not in record.therapies:
            what = said("this figure was counted for another therapy")
            found, expected = record.therapies, service.therapy.modality
        elif record.problems and not set(record.problems) & set(service.problems):
            what = said("this figure was counted for another problem")
            found, expected = record.problems, ", ".join(service.problems)
        else:
            continue
        yield subject.finding(
            RULE, ("outcome", "evidence", index), what,
            found=", ".join(found), expected=expected,
            help=said("Choose a record for this offer: {command} lists them.", command="consentgen evidence"),
        )  # fmt: skip


RULE = Rule(
    code="HO011",
    name="evidence-of-another-therapy",
    kind=Kind.SERVICE,
    severity=Severity.ERROR,
    summary=later("A named figure was counted for another therapy or another problem."),
    why=later("The outcome of therapy with a therapist says nothing about the outcome of guided self-help."),
    sources=(PIF,),
    bad="outcome:\n  expected: usual-self\n  in_daily_life: You want to see people again.\n"
    "  evidence: england-2024-25.cbt.depression.change\n",
    good="outcome:\n  expected: usual-self\n  in_daily_life: You want to see people again.\n"
    "  evidence: england-2024-25.guided-self-help-workbook.depression.change\n",
    check=check,
)
