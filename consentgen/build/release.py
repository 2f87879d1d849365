"""Before a release: everything is looked at, in every language, before the first byte is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from consentgen.build.approvals import Approvals
from consentgen.build.prepare import Into, Preparer
from consentgen.build.project import Project
from consentgen.errors import ConsentgenError
from consentgen.model.finding import Finding, Severity, in_order
from consentgen.review.approval import State
from consentgen.tongue import later


class NobodySigns(ConsentgenError):
    """A release is asked for in a project that asks nobody to sign."""

    exit_code = 3

    def __init__(self) -> None:
        super().__init__(
            later("This project does not say who has to approve its leaflets, so none of them is approved."),
            help_text=later("Write into consentgen.yaml:\n    sign_off:\n      roles: [clinical lead, patient representative]"),
        )  # fmt: skip


@dataclass(slots=True)
class Standing:
    """Where the leaflets of a project stand, in the languages that were asked for."""

    states: list[State] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    """Of the project and of every leaflet."""
    refused: list[str] = field(default_factory=list)
    """Labels of the descriptors that give no leaflet."""
    gated: list[str] = field(default_factory=list)
    """Labels of those among them that only lack reviews of their translation."""

    faults: bool = False
    """Whether the project or a language has a fault of its own."""

    @property
    def broken(self) -> bool:
        """Whether there is a fault that no signature mends."""
        return self.faults or self.refused != self.gated

    @property
    def approved(self) -> bool:
        """Whether every leaflet can be made and is signed."""
        return not self.broken and not self.refused and all(state.approved for state in self.states)


def standing(
    project: Project, as_of: date, languages: Iterable[Into | None], *, leaflets: tuple[str, ...] = ()
) -> Standing:
    """Where every leaflet stands; nothing is written.

    Args:
        project: whose leaflets they are.
        as_of: the day for which it is asked.
        languages: what they are made in; None for English.
        leaflets: ids; empty for all.

    Raises:
        NobodySigns: the project asks nobody to sign.
    """
    if not project.sign_off:
        raise NobodySigns
    approvals = Approvals(project.folder, project.sign_off, as_of)
    found, faults = Standing(), list(project.findings)
    for into in languages:
        faults += into.language.errors if into else ()
        for prepared in Preparer(project, as_of, into).all():
            if leaflets and prepared.id not in leaflets:
                continue
            found.findings += prepared.findings
            if prepared.leaflet:
                found.states.append(approvals.state(prepared.leaflet))
            else:
                found.refused.append(prepared.label)
                found.gated += [prepared.label] if prepared.gated else []
    found.faults = any(f.severity is Severity.ERROR for f in faults)
    found.findings = in_order([*faults, *found.findings])
    return found
