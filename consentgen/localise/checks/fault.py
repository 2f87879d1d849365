"""What a check yields, and the codes it may use; `consentgen explain LO001` knows each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from consentgen.localise.facts import LocaleFacts
from consentgen.localise.message import SourceMessage, Translation
from consentgen.model.finding import Severity

ERRORS = {
    "LO001": "missing-placeholder",
    "LO002": "unknown-placeholder",
    "LO003": "stray-brace",
    "LO004": "percent-format",
    "LO005": "other-number",
    "LO006": "other-link",
    "LO007": "unsafe-link",
    "LO008": "other-markup",
    "LO009": "block-in-a-statement",
    "LO010": "html-in-words",
    "LO011": "template-syntax-in-words",
    "LO012": "forced-direction",
    "LO013": "open-isolate",
    "LO014": "wrong-number-of-forms",
    "LO015": "empty-form",
    "LO016": "hidden-character",
    "LO017": "endless-translation",
    "LO018": "help-without-its-name",
    "LO019": "other-facts",
}
"""Faults that could tell a client something false, or break the leaflet."""
WARNINGS = {
    "LO031": "other-end-mark",
    "LO032": "unchanged-words",
    "LO033": "other-digits",
    "LO034": "mixed-script",
    "LO035": "far-other-length",
    "LO036": "term-not-of-the-glossary",
    "LO037": "other-negation",
    "LO038": "range-turned-round",
    "LO039": "message-of-no-statement",
    "LO040": "broken-glossary",
}
"""What a person should look at; some of it may be right."""
STATES = {"LO051": "not-translated", "LO052": "stale-translation"}
"""What the leaflet shows in English meanwhile."""


def severity(code: str) -> Severity:
    """How much a fault of this code weighs."""
    if code in ERRORS:
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


Check = Callable[[SourceMessage, Translation, LocaleFacts], Iterator[Fault]]
"""A check looks at one message, its translation and what is known of the language."""
