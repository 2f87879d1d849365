"""The disclosure matrix of a leaflet, for the terminal."""

from __future__ import annotations

from consentgen.model.leaflet import Leaflet
from consentgen.rules.disclosures import matrix
from consentgen.tongue import later, said

_MARKS = {"told": later("told"), "partly": later("partly"), "missing": later("MISSING")}


def table(leaflet: Leaflet) -> str:
    """A line for each of the 24 disclosures: its state, and the statements that prove it."""
    wide = max(8, *(len(said(mark)) for mark in _MARKS.values()))
    lines = [f"\n{leaflet.id}: {leaflet.title.text}"]
    for told in matrix(leaflet):
        proof = ", ".join(told.statements[:3]) + (" ..." if len(told.statements) > 3 else "")
        gaps = "  " + said("not known: {fields}", fields=", ".join(told.unknown)) if told.unknown else ""
        lines.append(f"  {said(_MARKS[told.state]):<{wide}} {told.disclosure.id:<26} {proof}{gaps}".rstrip())
    return "\n".join(lines)
