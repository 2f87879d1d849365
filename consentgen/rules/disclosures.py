"""DI001 to DI024: a disclosure the leaflet does not make, or makes only as "not told us"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from consentgen.model.finding import Finding, Severity
from consentgen.model.leaflet import Leaflet, Statement
from consentgen.rules.rule import Check, Kind, Rule, Source, Subject, disclosed, tellers
from consentgen.source import shipped_values
from consentgen.tongue import later, said

FILE = Path(__file__).parent / "disclosures.yaml"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One thing a person has to be told."""

    number: int
    id: str
    title: str
    why: str
    sources: tuple[Source, ...]
    fields: tuple[str, ...]
    """Descriptor fields that answer it."""

    @property
    def code(self) -> str:
        """The code of its rule."""
        return f"DI{self.number:03}"


@dataclass(frozen=True, slots=True)
class Told:
    """How one leaflet makes one disclosure."""

    disclosure: Disclosure
    statements: tuple[str, ...]
    """Ids of the statements that tell it."""
    unknown: tuple[str, ...]
    """Ids of the statements that say the service has not told us."""

    @property
    def state(self) -> str:
        """`told`, `partly` (something is not known) or `missing`."""
        return _state(known=bool(self.statements), unknown=bool(self.unknown))


@cache
def disclosures() -> tuple[Disclosure, ...]:
    """The 24 disclosures in the order of the list.

    Raises:
        ValueError: the shipped list has a fault.
    """
    known = sources()
    return tuple(
        _disclosure(n, entry, known) for n, entry in enumerate(shipped_values(FILE)["disclosures"], 1)
    )


@cache
def sources() -> dict[str, Source]:
    """The sources of the disclosures by their keys.

    Raises:
        ValueError: the shipped list has a fault.
    """
    return {key: Source(**source) for key, source in shipped_values(FILE)["sources"].items()}


def _disclosure(number: int, entry: dict[str, Any], known: dict[str, Source]) -> Disclosure:
    given = tuple(known[key] for key in entry["sources"])
    return Disclosure(number, entry["id"], entry["title"], entry["why"], given, tuple(entry["fields"]))


def states(leaflet: Leaflet) -> dict[str, str]:
    """How each disclosure is made, by its id: `told`, `partly` or `missing`."""
    made = disclosed(leaflet)
    return {d.id: _state(known=d.id in made.told, unknown=d.id in made.unknown) for d in disclosures()}


def _state(*, known: bool, unknown: bool) -> str:
    if unknown:
        return "partly"
    return "told" if known else "missing"


def matrix(leaflet: Leaflet) -> tuple[Told, ...]:
    """How a leaflet makes each disclosure: the proof table."""
    found = tellers(leaflet)
    return tuple(_told(disclosure, found.get(disclosure.id, [])) for disclosure in disclosures())


def _told(disclosure: Disclosure, statements: list[Statement]) -> Told:
    known = dict.fromkeys([s.id for s in statements if not s.unknown])
    unknown = dict.fromkeys([s.id for s in statements if s.unknown])
    return Told(disclosure, tuple(known), tuple(unknown))


def _check(disclosure: Disclosure) -> Check:
    def check(subject: Subject) -> Iterator[Finding]:
        if not subject.leaflet:
            return
        if disclosure.id in subject.disclosed.told and disclosure.id not in subject.disclosed.unknown:
            return
        told = _told(disclosure, subject.tellers.get(disclosure.id, []))
        if told.state == "missing":
            yield subject.finding(
                rule_of(disclosure), _path(disclosure.fields[0]), said("the leaflet does not tell {about}", about=said(disclosure.title)),
                expected=said("a statement with {attribute}", attribute=f"tells={disclosure.id!r}"),
                help=said(
                    "Your own template has to keep the shipped section, or tell it in its own statement."
                ),
            )  # fmt: skip
        elif told.unknown:
            field = next((f for f in disclosure.fields if _left_out(subject, f)), disclosure.fields[0])
            finding = subject.finding(
                rule_of(disclosure), _path(field), said("{field} is left out, so the leaflet says that it is not known", field=field),
                expected=said(disclosure.title), help=said("Fill in {field} if you can.", field=field),
            )  # fmt: skip
            yield replace(finding, severity=Severity.WARNING)

    return check


def _path(field: str) -> tuple[str, ...]:
    return tuple(field.split("."))


def _left_out(subject: Subject, field: str) -> bool:
    value: object = subject.service
    for name in field.split("."):
        value = getattr(value, name, None)
    return not value


@cache
def rule_of(disclosure: Disclosure) -> Rule:
    """The rule that looks for a disclosure."""
    return Rule(
        code=disclosure.code,
        name=f"untold-{disclosure.id}",
        kind=Kind.LEAFLET,
        severity=Severity.ERROR,
        summary=later("The leaflet does not tell {about}, or tells only that it is not known."),
        why=disclosure.why,
        sources=disclosure.sources,
        bad=later("# a leaflet with no statement that {attribute}"),
        good=later("# fields that answer it: {fields}"),
        values=(
            ("about", disclosure.title),
            ("attribute", f"tells={disclosure.id!r}"),
            ("fields", ", ".join(disclosure.fields)),
        ),
        check=_check(disclosure),
        example_of="leaflet",
    )


def rules() -> tuple[Rule, ...]:
    """One rule for each disclosure."""
    return tuple(map(rule_of, disclosures()))
