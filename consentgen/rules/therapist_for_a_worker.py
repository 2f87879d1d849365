"""HO008: a worker who is not a therapist called one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import NHS_CONTENT, SCOTT, Kind, Rule, Subject
from consentgen.tongue import later, said

_TITLE = re.compile(
    r"\b(your|the|our) (therapists?|clinicians?|counsellors?|psychologists?)\b", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each text that gives the worker a therapist's title."""
    service = subject.service
    if not service or subject.catalogue.grades[service.practitioner.grade].therapist:
        return
    grade = subject.catalogue.grades[service.practitioner.grade]
    for path, text in subject.own_words:
        if found := _found(text):
            yield subject.finding(
                RULE, path, said('"{words}" is not who the person will meet', words=found), found=text,
                expected=said("the real job title: {title}", title=grade.name.text),
                help=said('Write "{words}".', words="your worker"),
            )  # fmt: skip


@lru_cache(maxsize=2048)
def _found(text: str) -> str:
    """The first such words in a text; empty where there are none."""
    match = _TITLE.search(text)
    return match[0] if match else ""


RULE = Rule(
    code="HO008",
    name="therapist-for-a-worker",
    kind=Kind.SERVICE,
    severity=Severity.ERROR,
    summary=later("A worker who is not a qualified therapist is called a therapist."),
    why=later("People give more trust, and tell more, to a therapist. They have to know who is there."),
    sources=(SCOTT, NHS_CONTENT),
    bad="confidentiality:\n  who_sees: Only your therapist sees your notes.\n",
    good="confidentiality:\n  who_sees: Only your worker sees your notes.\n",
    check=check,
)
