"""The classes of meaning: what each is called, whether data or words tell it, and what it may weigh."""

from __future__ import annotations

from typing import NamedTuple

from consentgen.review.change import Meaning, Weight


class MeaningClass(NamedTuple):
    """One class of meaning; docs/reviewing-changes.md explains each."""

    name: str
    exact: bool
    """True where data says so; False for a hint taken from words."""
    weights: tuple[Weight, ...]
    """What it may weigh, gravest first."""


_EXACT = {
    "disclosure": "block major minor",
    "critical": "block major minor",
    "name": "block major",
    "language": "block major minor",
    "fact": "major",
    "evidence": "major",
    "link": "major",
    "condition": "major",
    "added": "major",
    "removed": "major",
    "unknown": "major minor",
    "state": "major minor",
    "translation": "major minor info",
    "wording": "minor",
    "kind": "minor",
    "moved": "minor",
    "split": "minor",
    "merged": "minor",
    "cosmetic": "info",
}
_HINTS = {
    "number": "major",
    "negation": "major",
    "opposite": "major",
    "modal": "major",
    "quantity": "major",
    "proviso": "major",
    "promise": "major",
    "certainty": "major",
    "euphemism": "major",
    "role": "major",
    "person": "major",
    "term": "minor",
    "reading-age": "minor",
}
"""What each class may weigh, gravest first."""
CLASSES: dict[str, MeaningClass] = {
    name: MeaningClass(name, table is _EXACT, tuple(map(Weight, weights.split())))
    for table in (_EXACT, _HINTS)
    for name, weights in table.items()
}
"""Every class by its name: exact ones first, hints after them."""


def meaning(name: str, weight: Weight, words: str, languages: tuple[str, ...] = ()) -> Meaning:
    """What an edit means.

    Args:
        name: of a class in `CLASSES`.
        weight: one of those the class may have.
        words: one sentence for a clinician.
        languages: for a hint, those its word lists hold for; empty for all.

    Raises:
        ValueError: the class does not weigh so.
    """
    known = CLASSES[name]
    if weight not in known.weights:
        raise ValueError(f"{name} does not weigh {weight}")
    return Meaning(name, known.exact, weight, words, languages)
