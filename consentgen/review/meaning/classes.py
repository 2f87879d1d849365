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


_B, _MA, _MI, _I = Weight
CLASSES: dict[str, MeaningClass] = {
    each.name: each
    for each in (
        MeaningClass("disclosure", True, (_B, _MA, _MI)),
        MeaningClass("critical", True, (_B, _MA, _MI)),
        MeaningClass("name", True, (_B, _MA)),
        MeaningClass("language", True, (_B, _MA, _MI)),
        MeaningClass("fact", True, (_MA,)),
        MeaningClass("evidence", True, (_MA,)),
        MeaningClass("link", True, (_MA,)),
        MeaningClass("condition", True, (_MA,)),
        MeaningClass("added", True, (_MA,)),
        MeaningClass("removed", True, (_MA,)),
        MeaningClass("unknown", True, (_MA, _MI)),
        MeaningClass("state", True, (_MA, _MI)),
        MeaningClass("translation", True, (_MA, _MI, _I)),
        MeaningClass("wording", True, (_MI,)),
        MeaningClass("kind", True, (_MI,)),
        MeaningClass("moved", True, (_MI,)),
        MeaningClass("split", True, (_MI,)),
        MeaningClass("merged", True, (_MI,)),
        MeaningClass("cosmetic", True, (_I,)),
        MeaningClass("number", False, (_MA,)),
        MeaningClass("negation", False, (_MA,)),
        MeaningClass("opposite", False, (_MA,)),
        MeaningClass("modal", False, (_MA,)),
        MeaningClass("quantity", False, (_MA,)),
        MeaningClass("proviso", False, (_MA,)),
        MeaningClass("promise", False, (_MA,)),
        MeaningClass("certainty", False, (_MA,)),
        MeaningClass("euphemism", False, (_MA,)),
        MeaningClass("role", False, (_MA,)),
        MeaningClass("person", False, (_MA,)),
        MeaningClass("term", False, (_MI,)),
        MeaningClass("reading-age", False, (_MI,)),
    )
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
