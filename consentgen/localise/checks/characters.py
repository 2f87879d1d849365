"""Characters nobody can see: forced direction, open isolates, and hidden ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consentgen.localise.checks.expected import Expected
from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import Pair, each_form
from consentgen.source.yaml import INVISIBLE
from consentgen.tongue import said

_FORCED = re.compile("[\u202a-\u202e]")
_ISOLATES = "\u2066\u2067\u2068"
_END = "\u2069"
_ALLOWED = f"\u200e\u200f\u061c{_ISOLATES}{_END}"
"""Marks and isolates that keep a direction without hiding anything."""


@each_form
def forced_direction(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """An embedding or override (U+202A to U+202E), which can print words backwards."""
    if found := _FORCED.search(pair.form.raw):
        yield Fault(
            "LO112", said("a character that forces the direction of the words after it"), _code(found[0]),
            said("words alone"), said("Take it out. The program gives numbers and names their direction itself."),
        )  # fmt: skip


@each_form
def open_isolates(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """An isolate (U+2066 to U+2068) without its end (U+2069), or an end without a start."""
    depth = 0
    for character in pair.form.raw:
        depth += (character in _ISOLATES) - (character == _END)
        if depth < 0:
            break
    if depth:
        yield Fault(
            "LO113", said("an isolate that is not closed, or closed without being opened"), said("{number} too many", number=abs(depth)),
            said("each U+2066, U+2067 or U+2068 with a U+2069 behind it"),
            said("Take both out. The program adds isolates where values stand."),
        )  # fmt: skip


@each_form
def hidden(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """Control, zero-width and private-use characters."""
    found = sorted(
        {c for c in INVISIBLE.findall(pair.form.raw) if c not in _ALLOWED and not _FORCED.match(c)}
    )
    if found:
        yield Fault(
            "LO116", said("characters that nobody can see"), ", ".join(map(_code, found)), said("words alone"),
            said("Type the words again."),
        )  # fmt: skip


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
