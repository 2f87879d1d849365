"""The table of all rules, in the order of their codes; nothing registers itself."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.errors import UnknownName
from consentgen.evidence import EVIDENCE_CODES
from consentgen.model.finding import Finding, Severity
from consentgen.rules import (
    alternative_without_wait,
    catalogue_faults,
    claim_without_figure,
    code_of_another_therapy,
    disclosures,
    euphemism_as_name,
    evidence_of_another_therapy,
    exchange_faults,
    expired_evidence,
    faults,
    fewer_sessions_than_guideline,
    hard_to_read,
    long_sentence,
    name_not_first,
    number_in_another_form,
    part_without_words,
    phone_only_contact,
    review_date_too_late,
    score_as_outcome,
    self_help_for_ptsd,
    therapist_for_a_worker,
    translations,
    unknown_evidence,
)
from consentgen.rules.rule import PIF, Kind, Rule, Subject
from consentgen.tongue import later

HONESTY: tuple[Rule, ...] = (
    euphemism_as_name.RULE,
    score_as_outcome.RULE,
    code_of_another_therapy.RULE,
    self_help_for_ptsd.RULE,
    fewer_sessions_than_guideline.RULE,
    phone_only_contact.RULE,
    claim_without_figure.RULE,
    therapist_for_a_worker.RULE,
    number_in_another_form.RULE,
    expired_evidence.RULE,
    evidence_of_another_therapy.RULE,
    unknown_evidence.RULE,
    review_date_too_late.RULE,
    long_sentence.RULE,
    alternative_without_wait.RULE,
    name_not_first.RULE,
    hard_to_read.RULE,
    part_without_words.RULE,
)
"""Rules with a file of their own."""


_EVIDENCE = {
    "EV001": "incomplete-record",
    "EV002": "unknown-record-field",
    "EV003": "record-value-not-allowed",
    "EV004": "record-without-number",
    "EV005": "more-parts-than-people",
    "EV006": "source-without-address",
    "EV007": "same-record-id",
}


def _evidence(code: str, name: str) -> Rule:
    return Rule(
        code=code, name=name, kind=Kind.READER, severity=Severity.ERROR, summary=EVIDENCE_CODES[code],
        why=later("A figure without source, population, comparator, judge and date does not reach a client."),
        sources=(PIF,), bad=later("# a record without its source"), good=later("# a record with every field"), example_of="other",
    )  # fmt: skip


RULES: tuple[Rule, ...] = (
    *HONESTY,
    *disclosures.rules(),
    *faults.FAULTS,
    *catalogue_faults.CATALOGUE_FAULTS,
    *exchange_faults.EXCHANGE_FAULTS,
    *(_evidence(code, name) for code, name in _EVIDENCE.items()),
    *translations.TRANSLATIONS,
)


_CHECKS = {kind: [rule.check for rule in RULES if rule.kind is kind] for kind in Kind}


def rule_called(name: str) -> Rule:
    """The rule with this code or name.

    Raises:
        UnknownName: there is none.
    """
    wanted = name.strip().lower()
    for rule in RULES:
        if wanted in (rule.code.lower(), rule.name):
            return rule
    raise UnknownName("rule", name, [rule.code for rule in RULES] + [rule.name for rule in RULES])


def run(kind: Kind, subject: Subject) -> Iterator[Finding]:
    """What all rules of one kind find in a subject."""
    for check in _CHECKS[kind]:
        yield from check(subject)
