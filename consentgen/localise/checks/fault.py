"""What a check yields, and the codes it may use; `consentgen explain LO101` knows each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from consentgen.localise.checks.expected import Expected
from consentgen.localise.message import SourceMessage, Translation
from consentgen.model.finding import Severity

ERRORS = {
    "LO101": "missing-placeholder",
    "LO102": "unknown-placeholder",
    "LO103": "stray-brace",
    "LO104": "percent-format",
    "LO105": "other-number",
    "LO106": "other-link",
    "LO107": "unsafe-link",
    "LO108": "other-markup",
    "LO109": "block-in-a-statement",
    "LO110": "html-in-words",
    "LO111": "template-syntax-in-words",
    "LO112": "forced-direction",
    "LO113": "open-isolate",
    "LO114": "wrong-number-of-forms",
    "LO115": "empty-form",
    "LO116": "hidden-character",
    "LO117": "endless-translation",
    "LO118": "help-without-its-name",
    "LO119": "other-facts",
}
"""Faults that could tell a client something false, or break the leaflet."""
WARNINGS = {
    "LO131": "other-end-mark",
    "LO132": "unchanged-words",
    "LO133": "other-digits",
    "LO134": "mixed-script",
    "LO135": "far-other-length",
    "LO136": "term-not-of-the-glossary",
    "LO137": "other-negation",
    "LO138": "range-turned-round",
    "LO139": "message-of-no-statement",
    "LO140": "broken-glossary",
}
"""What a person should look at; some of it may be right."""
GATE = {"LO153": "unreviewed-translation"}
"""What stops a leaflet in another language."""
STATES = {"LO151": "not-translated", "LO152": "stale-translation"}
"""What the leaflet shows in English meanwhile."""


def severity(code: str) -> Severity:
    """How much a fault of this code weighs."""
    if code in ERRORS or code in GATE:
        return Severity.ERROR
    return Severity.WARNING if code in WARNINGS else Severity.INFO


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one translation, before it is known in how many of its forms it stands."""

    code: str
    what: str
    found: str = ""
    expected: str = ""
    help: str = ""
    form: int | None = None
    """Which plural form, from 0; None where it is the message's as a whole."""


Check = Callable[[SourceMessage, Translation, Expected], Iterator[Fault]]
"""A check looks at one message, its translation and what is known of the language."""
