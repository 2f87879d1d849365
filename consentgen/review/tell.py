"""Whether people already in treatment should be told of a change, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from consentgen.model.leaflet import Statement
from consentgen.model.reading import Passage
from consentgen.review.change import Edit, Tell
from consentgen.review.meaning.classes import CLASSES
from consentgen.rules.disclosures import disclosures, sources
from consentgen.rules.rule import Source
from consentgen.source import shipped_values
from consentgen.tongue import said

_ANSWERS = {"yes": True, "no": False}
NAMED = 3
"""Disclosures that a reason names."""
FILE = Path(__file__).parent / "telling.yaml"
_MATERIAL = {"disclosure", "name", "fact", "link", "condition", "added", "removed", "unknown"}
"""Exact classes that say something else; a hint does so too, but for those that only sort."""
_SORTING = {"term", "reading-age"}


@dataclass(frozen=True, slots=True)
class Telling:
    """Whether one kind of statement matters to a person in treatment."""

    disclosure: str
    """Id of the disclosure, of which it may be but a part."""
    needed: bool
    why: str
    """One sentence."""
    source: Source


def tell(edits: Iterable[Edit]) -> Tell:
    """Whether people already in treatment should be told of edits, by what the changed statements tell."""
    material = [edit for edit in edits if _material(edit)]
    if not material:
        return Tell(
            needed=False,
            why=said(
                "Only words changed: the facts are the same, and no word was seen that says something else."
            ),
        )
    passages = [p for edit in material for p in edit.old + edit.new]
    return tell_of(passages)


def tell_of(passages: Iterable[Passage | Statement]) -> Tell:
    """Whether they should be told where what these passages say is changed."""
    every = list(passages)
    found = list(dict.fromkeys(telling for p in every for telling in telling_of(p.id, p.tells)))
    if needed := [telling for telling in found if telling.needed]:
        return Tell(needed=True, why=_reason(needed))
    if any(p.critical for p in every):
        why = said(
            "It changes a critical statement: on a crisis, on consent, on confidentiality or on a risk."
        )
        return Tell(needed=True, why=why)
    if any(not p.id for p in every):
        why = said(
            "This text does not say which of its words people in treatment have to know. Read what changed."
        )
        return Tell(needed=True, why=why)
    if found:
        return Tell(needed=False, why=_reason(found))
    return Tell(needed=False, why=said("It changes none of the 24 things that a person has to be told."))


def _material(edit: Edit) -> bool:
    """Whether an edit may say something else than before."""
    return any(
        m.name in _MATERIAL if CLASSES[m.name].exact else m.name not in _SORTING for m in edit.meanings
    )


def _reason(found: list[Telling]) -> str:
    first = found[0]
    titles = {d.id: said(d.title) for d in disclosures()}
    named = list(dict.fromkeys(titles[telling.disclosure] for telling in found))
    what = "; ".join(named[:NAMED])
    if len(named) > NAMED:
        what = said("{what}; and {count} more", what=what, count=len(named) - NAMED)
    return said(
        "It changes {what}. {why} ({source})", what=what, why=said(first.why), source=first.source.title
    )


def telling_of(statement: str, tells: tuple[str, ...]) -> Iterator[Telling]:
    """What a statement tells, as it matters to a person in treatment.

    Args:
        statement: its id; empty for a passage of a foreign text.
        tells: ids of the disclosures it makes.
    """
    parts = _tellings()[1]
    fitting = [name for name in parts if f"{statement}.".startswith(f"{name}.")]
    if fitting:
        yield parts[max(fitting, key=len)]
        return
    for name in tells:
        if name in _tellings()[0]:
            yield _tellings()[0][name]


@cache
def _tellings() -> tuple[dict[str, Telling], dict[str, Telling]]:
    """By disclosure, and by the beginning of a statement's id.

    Raises:
        ValueError: the shipped file has a fault.
    """
    held = shipped_values(FILE)
    known = {d.id for d in disclosures()}
    whole = {entry["id"]: _telling(entry) for entry in held["disclosures"]}
    if whole.keys() != known:
        raise ValueError(f"telling: not one entry for each disclosure: {whole.keys() ^ known}")
    return whole, {entry["id"]: _part(entry, whole) for entry in held["statements"]}


def _telling(entry: dict[str, Any]) -> Telling:
    return Telling(entry["id"], _ANSWERS[entry["tell"]], entry["why"], sources()[entry["sources"][0]])


def _part(entry: dict[str, Any], whole: dict[str, Telling]) -> Telling:
    all_of = whole[entry["of"]]
    needed = _ANSWERS[entry["tell"]] if "tell" in entry else all_of.needed
    return Telling(entry["of"], needed, entry.get("why", all_of.why), all_of.source)
