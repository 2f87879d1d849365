"""Where leaflets stand, in words and as JSON: who still has to sign what, and which records do not count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from consentgen.tongue import counted, said

if TYPE_CHECKING:
    from consentgen.review.approval import Open, Role, State

MOST = 8
"""Statements named one by one for each reason; the others are counted."""


def state_lines(state: State) -> list[str]:
    """A leaflet in a few lines: the first says whether it is approved."""
    head = f"{state.leaflet}, {state.language}"
    if state.approved:
        by = "; ".join(f"{one.role}: {one.reviewer}, {one.date}" for one in state.signed_by)
        lines = [said("{leaflet}: approved ({signatures})", leaflet=head, signatures=by)]
    else:
        lines = [said("{leaflet}: not approved", leaflet=head)]
        lines += [f"  {line}" for role in state.roles for line in _role(role)]
        lines += [f"  {sentence}" for sentence in state.stopped]
    lines += [f"  {note}" for note in state.notes]
    for one in state.invalid:
        lines += ["  " + said("{record}: not valid, because {why}.", record=one.place, why=one.because)]
    return lines


def _role(role: Role) -> Iterator[str]:
    if not role.open:
        yield said("{role}: has signed everything", role=role.name)
        return
    yield counted(
        "{role} still has to sign {count} thing:", "{role} still has to sign {count} things:",
        len(role.open), role=role.name,
    )  # fmt: skip
    by_reason: dict[str, list[Open]] = {}
    for one in role.open:
        by_reason.setdefault(one.why, []).append(one)
    for why, several in by_reason.items():
        ids = list(dict.fromkeys(one.id for one in several))
        names, more = ", ".join(ids[:MOST]), len(ids) - MOST
        told = said("{names} and {count} more", names=names, count=more) if more > 0 else names
        yield f"  {told}: {why}"


def state_data(state: State) -> dict[str, Any]:
    """A leaflet as JSON tells it."""
    return {
        "leaflet": state.leaflet,
        "language": state.language,
        "words": state.words,
        "approved": state.approved,
        "roles": [
            {
                "role": role.name,
                "signed": list(role.signed),
                "open": [{"id": one.id, "lack": one.lack.value, "why": one.why} for one in role.open],
                "by": [
                    {"reviewer": one.reviewer, "date": one.date.isoformat(), "record": one.record}
                    for one in role.by
                ],
            }
            for role in state.roles
        ],
        "stopped": list(state.stopped),
        "notes": list(state.notes),
        "not_valid": [{"record": one.place, "because": one.because} for one in state.invalid],
    }
