"""HO012: an evidence record that does not exist, or that may not be printed."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import PIF, Kind, Rule, Subject
from consentgen.tongue import later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each id that gives the leaflet no figure."""
    listed = said("List them with: {command}", command="consentgen evidence")
    for index, key in enumerate(subject.service.outcome.evidence if subject.service else ()):
        record = subject.ledger.get(key)
        path = ("outcome", "evidence", index)
        if record is None:
            near = get_close_matches(key, subject.ledger.ids(), n=1, cutoff=0.6)
            way_out = said("Did you mean {near}?", near=near[0]) if near else listed
            yield subject.finding(
                RULE, path, said("there is no such evidence record"), found=key,
                expected=said("the id of a shipped record or of one in evidence/"), help=way_out,
            )  # fmt: skip
        elif not record.printable:
            yield subject.finding(
                RULE, path, said("this record is background: it is not a share of people"), found=key,
                expected=said("a record that counts people"), help=listed,
            )  # fmt: skip


RULE = Rule(
    code="HO012",
    name="unknown-evidence",
    kind=Kind.SERVICE,
    severity=Severity.ERROR,
    summary=later("A named evidence record does not exist or cannot be printed."),
    why=later("A figure without source, population, comparator, judge and date does not reach a client."),
    sources=(PIF,),
    bad="outcome:\n  expected: usual-self\n  in_daily_life: You want to see people again.\n  evidence: our-own-audit\n",
    good="outcome:\n  expected: usual-self\n  in_daily_life: You want to see people again.\n"
    "  evidence: england-2024-25.guided-self-help-workbook.all.change\n",
    check=check,
)
