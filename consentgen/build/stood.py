"""Who stands for a leaflet on the day it is issued."""

from __future__ import annotations

from datetime import date

from consentgen.build.approvals import Approvals
from consentgen.build.project import Project
from consentgen.errors import CannotIssue
from consentgen.model.leaflet import Leaflet
from consentgen.review import validity
from consentgen.review.approval import State
from consentgen.review.edition import Signature
from consentgen.tongue import counted, later


def standing_approvals(project: Project, leaflet: Leaflet, as_of: date) -> tuple[Signature, ...]:
    """The approvals that stand, one of each person in each role.

    Raises:
        CannotIssue: not every required role has signed every word, or the project asks for none.
    """
    if not project.sign_off:
        raise CannotIssue(
            leaflet.id,
            later("nobody is named who has to approve it"),
            later("Write the roles under sign_off in consentgen.yaml, and have the leaflet signed."),
        )
    approvals = Approvals(project.folder, project.sign_off, as_of)
    state = approvals.state(leaflet)
    if not state.approved:
        raise CannotIssue(
            leaflet.id,
            later("not everybody has approved it: {lacking}"),
            later("See who still has to sign what: {command}"),
            lacking=_lacking(state),
            command=f"consentgen approvals {project.folder}",
        )
    held = {one.record.id: one for one in approvals.held(leaflet.id, leaflet.language) if one.record}
    stood = []
    for signed in state.signed_by:
        file = held.get(signed.record)
        record = file.record if file else None
        stood.append(
            Signature(
                who=signed.reviewer,
                role=signed.role,
                on=signed.date,
                until=min(record.expires, project.sign_off.until(signed.date)) if record else None,
                comment=record.comment if record else "",
                signed=file is not None and file.signature is validity.Signature.GOOD,
                record=signed.record,
            )
        )
    return tuple(stood)


def _lacking(state: State) -> str:
    """What each role still has to sign, and what else stands in the way."""
    roles = (
        counted("{role}, {count} open", "{role}, {count} open", len(role.open), role=role.name)
        for role in state.roles
        if role.open
    )
    return "; ".join((*roles, *(sentence.rstrip(".") for sentence in state.stopped)))
