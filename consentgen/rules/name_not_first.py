"""LE001: a leaflet whose title or first statement does not name the therapy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import NHSTT, SCOTT, Kind, Rule, Subject
from consentgen.tongue import later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding where the plain name is missing at the top, or staff's name stands there alone."""
    leaflet, service = subject.leaflet, subject.service
    if not leaflet or not service:
        return
    told = islice(leaflet.statements(), 2)
    plain = subject.catalogue.therapies[service.therapy.modality].name.text.lower()
    title, first = (
        later("the title does not name the therapy"),
        later("the first statement does not name the therapy"),
    )
    for what, statement in zip((title, first), told, strict=False):
        if "treatment-name" not in statement.tells or not _names(statement.text.lower(), plain):
            yield subject.finding(
                RULE, ("therapy", "modality"), said(what), found=statement.text,
                expected=said('the plain name: "{name}"', name=plain),
                help=said(
                    "Your own template has to keep the shipped title and first statement, or name it as plainly."
                ),
            )  # fmt: skip


def _names(text: str, plain: str) -> bool:
    """Whether `text` holds the plain name, or its leading word: a class, counselling, CBT."""
    head = plain.split(" with ")[0].removeprefix("a ").split(" for ")[0].split(" that ")[0]
    return plain in text or head in text


RULE = Rule(
    code="LE001",
    name="name-not-first",
    kind=Kind.LEAFLET,
    severity=Severity.ERROR,
    summary=later("The title or the first statement does not name the therapy plainly."),
    why=later("What a person reads first is what they believe they agreed to."),
    sources=(NHSTT, SCOTT),
    bad=later("# a template whose title says: Low-intensity support"),
    good=later("# the shipped title: Guided self-help with a workbook"),
    check=check,
    example_of="leaflet",
)
