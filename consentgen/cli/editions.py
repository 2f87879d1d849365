"""The history of a leaflet, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consentgen.cli.verdict import edition_lines
from consentgen.tongue import counted, said

if TYPE_CHECKING:
    from consentgen.build.history import History, Step


def history_text(past: History, *, width: int, colour: bool) -> str:
    """Every edition, oldest first, with what changed from the one before."""
    told = counted(
        "{leaflet}, {language}: {count} edition.", "{leaflet}, {language}: {count} editions.",
        len(past.steps), leaflet=past.leaflet, language=past.language,
    )  # fmt: skip
    parts = [told, *(_step(step, width=width, colour=colour) for step in past.steps)]
    parts.append(said("The newest is {number}.", number=past.steps[-1].edition.number))
    return "\n\n".join(parts) + "\n"


def _step(step: Step, *, width: int, colour: bool) -> str:
    lines = [step.edition.number, *(f"  {line}" for line in edition_lines(step.edition))]
    lines += [f"  {said('WARNING')}: {fault}" for fault in step.faults]
    if step.since is None:
        if step.edition.edition > 1:
            lines.append("  " + said("What changed cannot be told: the words of one edition cannot be read."))
    elif step.since.same:
        lines.append("  " + said("The words are those of the edition before."))
    else:
        from consentgen.render.redline.terminal import render_terminal

        lines += ["", render_terminal(step.since, width=width, colour=colour, signing=False).rstrip("\n")]
    return "\n".join(lines)


def history_data(past: History) -> dict[str, Any]:
    """The same for programs; what changed has the form that `consentgen diff` writes."""
    from consentgen.review.data import to_data

    newest = past.steps[-1].edition.number
    editions = [
        {
            **step.edition.model_dump(mode="json"),
            "superseded_by": None if step.edition.number == newest else newest,
            "register_changed": list(step.faults),
            "since_the_one_before": to_data(step.since) if step.since else None,
        }
        for step in past.steps
    ]
    return {"version": 1, "leaflet": past.leaflet, "language": past.language, "editions": editions}
