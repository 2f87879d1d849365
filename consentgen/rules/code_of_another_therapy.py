"""HO003: a reported code that belongs to another therapy."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import NHSTT, Kind, Rule, Subject
from consentgen.tongue import later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding where the code and the name disagree."""
    part = subject.service.therapy if subject.service else None
    if not part or not part.reported_code:
        return
    therapy = subject.catalogue.therapies[part.modality]
    if not therapy.code or part.reported_code == therapy.code:
        return
    owner = next((t for t in subject.catalogue.therapies.values() if t.code == part.reported_code), None)
    way_out = (
        said("If you report this code, write {field}.", field=f"`modality: {owner.key}`")
        if owner
        else said("Check the code.")
    )
    yield subject.finding(
        RULE, ("therapy", "reported_code"), said("this is not the code of {therapy}", therapy=therapy.name.text),
        found=part.reported_code, expected=f"{therapy.code} ({therapy.category})", help=way_out,
    )  # fmt: skip


RULE = Rule(
    code="HO003",
    name="code-of-another-therapy",
    kind=Kind.SERVICE,
    severity=Severity.ERROR,
    summary=later("The reported code and the named therapy disagree."),
    why=later(
        "The name on the leaflet must match the category the treatment is recorded under. "
        "Telling clients one thing and the national data another is not honest."
    ),
    sources=(NHSTT,),
    bad="therapy:\n  modality: cbt\n  reported_code: '748051000000105'\n",
    good="therapy:\n  modality: guided-self-help-workbook\n  reported_code: '748051000000105'\n",
    check=check,
)
