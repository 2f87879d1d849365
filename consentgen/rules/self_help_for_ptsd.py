"""HO004: guided self-help offered for post-traumatic stress."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.evidence import Counts, EvidenceRecord
from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import NHSTT, Kind, Rule, Subject

_RECORD = "england-2024-25.{}.ptsd.{}"


def check(subject: Subject) -> Iterator[Finding]:
    """A finding with the national figures for both."""
    service = subject.service
    if not service or "ptsd" not in service.problems:
        return
    therapy = subject.catalogue.therapies[service.therapy.modality]
    if therapy.family != "guided-self-help":
        return
    figures = [_figures(subject, key) for key in (therapy.key, "cbt")]
    yield subject.finding(
        RULE, ("problems", service.problems.index("ptsd")),
        "guided self-help is offered for post-traumatic stress", found="ptsd",
        expected="a therapy for post-traumatic stress, for instance CBT with a therapist or EMDR",
        help=f"England 2024-25, out of 100 people: guided self-help {figures[0]}; CBT {figures[1]}. "
        "Who gets which differs, so do not read this as a trial. Offer another therapy, or say why not.",
    )  # fmt: skip


def _figures(subject: Subject, therapy: str) -> str:
    change = subject.ledger.get(_RECORD.format(therapy, "change"))
    recovery = subject.ledger.get(_RECORD.format(therapy, "recovery"))
    return f"{_share(change, 'better')} clearly better, {_share(change, 'worse')} clearly worse, {_share(recovery, 'yes')} recovered"


def _share(record: EvidenceRecord | None, part: str) -> str:
    if not record or not isinstance(record.result, Counts):
        return "not known"
    return f"{100 * record.result.parts[part] / record.result.people:.0f}"


RULE = Rule(
    code="HO004",
    name="self-help-for-ptsd",
    kind=Kind.SERVICE,
    severity=Severity.WARNING,
    summary="Guided self-help is offered for post-traumatic stress (PTSD).",
    why="In England in 2024-25, few people with post-traumatic stress recovered after guided self-help, "
    "and more got worse than after CBT. Different people get each, so this is a warning, not proof.",
    sources=(NHSTT,),
    bad="problems: [ptsd]\n",
    good="problems: [depression]\n",
    check=check,
)
