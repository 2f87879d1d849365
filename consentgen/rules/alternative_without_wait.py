"""HO015: an alternative told in less detail than the others."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import MONTGOMERY, Kind, Rule, Source, Subject
from consentgen.tongue import later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each alternative from the catalogue without a wait, and for one that is no alternative."""
    service = subject.service
    for index, option in enumerate(service.alternatives.options if service else ()):
        path = ("alternatives", "options", index)
        if service and option.therapy == service.therapy.modality:
            yield subject.finding(
                RULE, path, said("this is the therapy on offer, not an alternative"), found=option.therapy,
                expected=said("another therapy"), help=said("Take it out."),
            )  # fmt: skip
        elif option.therapy and not option.wait:
            yield subject.finding(
                RULE, path, said("this choice has no wait beside it"), found=option.therapy,
                expected=said("the usual wait, as for the therapy on offer"),
                help=said("Add for instance: {field}", field="wait: 18 weeks"),
            )  # fmt: skip


RULE = Rule(
    code="HO015",
    name="alternative-without-wait",
    kind=Kind.SERVICE,
    severity=Severity.WARNING,
    summary=later("An alternative is told in less detail than the therapy on offer."),
    why=later("People can choose fairly only when every option is told in the same detail."),
    sources=(
        MONTGOMERY,
        Source(
            "IPDAS minimum standards: equal detail (2014)",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC5013503/table/BMJOPEN2016011918TB2",
        ),
    ),
    bad="alternatives:\n  options:\n    - therapy: cbt\n  no_treatment: You can wait and see.\n",
    good="alternatives:\n  options:\n    - therapy: cbt\n      wait: 18 weeks\n  no_treatment: You can wait and see.\n",
    check=check,
)
