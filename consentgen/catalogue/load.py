"""The shipped catalogue, read once and checked hard: a fault in it is a bug of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from consentgen.model import quantities
from consentgen.model.catalogue import Catalogue, Grade, GuidelineDose, OutcomeKind, Problem, Therapy
from consentgen.model.values import Term
from consentgen.source import Document, read_yaml
from consentgen.source.yaml import Path_

DATA = Path(__file__).parent / "data"
FAMILIES = ("guided-self-help", "class", "cbt", "counselling", "general")
INTENSITIES = ("", "low", "high")

T = TypeVar("T")


@cache
def load_catalogue(folder: Path = DATA) -> Catalogue:
    """The catalogue shipped with consentgen.

    Args:
        folder: where the four data files lie.

    Raises:
        ValueError: a data file is at fault; the message begins with the place.
    """
    names = ("therapies", "grades", "problems", "outcomes")
    documents = {name: _document(folder / f"{name}.yaml") for name in names}
    problems = _table(documents["problems"], "problems", _problem)
    return Catalogue(
        therapies=_table(documents["therapies"], "therapies", lambda entry: _therapy(entry, problems)),
        grades=_table(documents["grades"], "grades", _grade),
        problems=problems,
        outcomes=_table(documents["outcomes"], "outcomes", _outcome),
    )


@dataclass(slots=True)
class _Entry:
    """One mapping of a data file; every field has to be asked for once."""

    document: Document
    path: Path_
    rest: dict[str, Any]

    @property
    def key(self) -> str:
        return str(self.path[-1])

    def take(self, name: str, default: str | None = None) -> str:
        value = self.rest.pop(name, default)
        if not isinstance(value, str) or (not value and default is None):
            raise self.fault(name, f"{name} is missing or is not text")
        return value

    def choose(self, name: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        value = self.take(name, default)
        if value not in allowed:
            raise self.fault(name, f"{value!r} is not one of {', '.join(allowed)}")
        return value

    def flag(self, name: str) -> bool:
        return self.choose(name, ("true", "false")) == "true"

    def address(self, name: str, default: str | None = None) -> str:
        value = self.take(name, default)
        if value and not value.startswith("https://"):
            raise self.fault(name, f"{value!r} is not an https address")
        return value

    def items(self, name: str) -> list[Any]:
        value = self.rest.pop(name, [])
        if not isinstance(value, list):
            raise self.fault(name, f"{name} is not a list")
        return value

    def quantity(self, name: str, read: Callable[[str], T]) -> T:
        value = self.take(name)
        try:
            return read(value)
        except quantities.NotAQuantity as error:
            raise self.fault(name, f"{value!r}: {error.fault}") from None

    def finish(self) -> None:
        for name in self.rest:
            raise self.fault(name, f"{name} is not a field here")

    def fault(self, name: str, what: str) -> ValueError:
        return ValueError(f"{self.document.place((*self.path, name))}: {what}")


def _document(file: Path) -> Document:
    document, findings = read_yaml(file.read_bytes(), f"consentgen/catalogue/data/{file.name}")
    if document is None or findings:
        raise ValueError(f"{findings[0].place}: {findings[0].what}")
    return document


def _table(document: Document, name: str, build: Callable[[_Entry], T]) -> dict[str, T]:
    """What `build` makes of each entry, by its key."""
    root = document.value
    if not isinstance(root, dict) or set(root) != {"consentgen", name} or not isinstance(root[name], dict):
        raise ValueError(f"{document.place(())}: expected consentgen and {name}")
    table = {}
    for key, value in root[name].items():
        if not isinstance(value, dict):
            raise ValueError(f"{document.place((name, key))}: a group of fields belongs here")
        entry = _Entry(document, (name, key), dict(value))
        table[key] = build(entry)
        entry.finish()
    return table


def _therapy(entry: _Entry, problems: Mapping[str, Problem]) -> Therapy:
    doses = [
        _dose(_Entry(entry.document, (*entry.path, "doses", number), dict(value)), problems)
        for number, value in enumerate(entry.items("doses"))
    ]
    return Therapy(
        key=entry.key,
        name=Term(f"therapy.{entry.key}.name", entry.take("name")),
        family=entry.choose("family", FAMILIES),
        category=entry.take("category", ""),
        code=entry.take("code", ""),
        measure=entry.take("measure", ""),
        national=entry.take("national", ""),
        intensity=entry.choose("intensity", INTENSITIES, ""),
        doses=tuple(doses),
        source=entry.address("source"),
        description=Term(f"therapy.{entry.key}.description", entry.take("description")),
    )


def _dose(entry: _Entry, problems: Mapping[str, Problem]) -> GuidelineDose:
    treated = entry.items("problems")
    for problem in treated:
        if problem not in problems:
            raise entry.fault("problems", f"{problem!r} is not a problem of the catalogue")
    dose = GuidelineDose(
        problems=tuple(treated),
        sessions=entry.quantity("sessions", quantities.count),
        length=entry.quantity("length", quantities.duration) if "length" in entry.rest else None,
        source=entry.take("source"),
        address=entry.address("address"),
        text=entry.take("text"),
    )
    entry.finish()
    return dose


def _grade(entry: _Entry) -> Grade:
    return Grade(
        key=entry.key,
        name=Term(f"grade.{entry.key}.name", entry.take("name")),
        gloss=Term(f"grade.{entry.key}.gloss", entry.take("gloss")),
        code=entry.take("code", ""),
        therapist=entry.flag("therapist"),
        source=entry.address("source", ""),
    )


def _problem(entry: _Entry) -> Problem:
    name = Term(f"problem.{entry.key}.name", entry.take("name"))
    return Problem(key=entry.key, name=name, national=entry.take("national", ""))


def _outcome(entry: _Entry) -> OutcomeKind:
    return OutcomeKind(
        key=entry.key,
        name=Term(f"outcome.{entry.key}.name", entry.take("name")),
        clinically_relevant=entry.flag("clinically-relevant"),
        gloss=entry.take("gloss"),
    )
