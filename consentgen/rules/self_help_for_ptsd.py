"""HO004: guided self-help offered for post-traumatic stress."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.evidence import Counts, EvidenceRecord
from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import NHSTT, Kind, Rule, Subject
from consentgen.tongue import later, said

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
        said("guided self-help is offered for post-traumatic stress"), found="ptsd",
        expected=said("a therapy for post-traumatic stress, for instance CBT with a therapist or EMDR"),
        help=said(
            "England 2024-25, out of 100 people: guided self-help {self_help}; CBT {cbt}. "
            "Who gets which differs, so do not read this as a trial. Offer another therapy, or say why not.",
            self_help=figures[0], cbt=figures[1],
        ),
    )  # fmt: skip


def _figures(subject: Subject, therapy: str) -> str:
    change = subject.ledger.get(_RECORD.format(therapy, "change"))
    recovery = subject.ledger.get(_RECORD.format(therapy, "recovery"))
    return said(
        "{better} clearly better, {worse} clearly worse, {recovered} recovered",
        better=_share(change, "better"), worse=_share(change, "worse"), recovered=_share(recovery, "yes"),
    )  # fmt: skip


def _share(record: EvidenceRecord | None, part: str) -> str:
    if not record or not isinstance(record.result, Counts):
        return said("not known")
    return f"{100 * record.result.parts[part] / record.result.people:.0f}"


RULE = Rule(
    code="HO004",
    name="self-help-for-ptsd",
    kind=Kind.SERVICE,
    severity=Severity.WARNING,
    summary=later("Guided self-help is offered for post-traumatic stress (PTSD)."),
    why=later(
        "In England in 2024-25, few people with post-traumatic stress recovered after guided self-help, "
        "and more got worse than after CBT. Different people get each, so this is a warning, not proof."
    ),
    sources=(NHSTT,),
    bad="problems: [ptsd]\n",
    good="problems: [depression]\n",
    check=check,
)
