"""What a change would touch: the leaflets, their statements and languages, and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from consentgen.build.desk import Desk
from consentgen.build.prepare import Prepared, Preparer
from consentgen.build.project import Project
from consentgen.build.touched_by import Target, touches
from consentgen.errors import BadWording
from consentgen.localise.standing import counts
from consentgen.localise.state import State
from consentgen.model.finding import Finding, Severity
from consentgen.model.leaflet import Leaflet, Statement
from consentgen.model.values import Fact
from consentgen.review.change import Tell
from consentgen.review.tell import tell_of
from consentgen.tongue import said


@dataclass(frozen=True, slots=True)
class Reads:
    """A statement as some leaflets have it, word for word."""

    text: str
    values: tuple[str, ...]
    """What stands in its placeholders, as printed."""
    facts: dict[str, Fact]
    evidence: tuple[str, ...]
    leaflets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TouchedStatement:
    """A statement that would change, with all it says now."""

    statement: Statement
    """As the first leaflet has it."""
    reads: tuple[Reads, ...]

    @property
    def leaflets(self) -> tuple[str, ...]:
        """Ids of the leaflets it stands in, sorted."""
        return tuple(sorted({leaflet for each in self.reads for leaflet in each.leaflets}))


@dataclass(frozen=True, slots=True)
class TouchedLanguage:
    """A language of the touched leaflets: how the messages of their touched statements stand."""

    locale: str
    states: dict[State, int]


@dataclass(frozen=True, slots=True)
class Impact:
    """What a change would touch."""

    target: Target
    leaflets: tuple[str, ...]
    languages: tuple[TouchedLanguage, ...]
    """Other than English."""
    statements: tuple[TouchedStatement, ...]
    """In the order of the leaflet."""
    tell: Tell
    unread: tuple[Finding, ...] = ()
    """Why some descriptors are missing here, one for each."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The English leaflets of a project, whether or not a finding stops them."""

    leaflets: tuple[tuple[Prepared, Leaflet], ...]
    unread: tuple[Finding, ...]


def composed(project: Project, as_of: date) -> Composed:
    """Every leaflet that can be composed; what is expired or hides something is among them."""
    preparer = Preparer(project, as_of)
    leaflets, unread = [], []
    for prepared in preparer.all():
        leaflet = prepared.leaflet or _in_spite(prepared, preparer)
        if leaflet:
            leaflets.append((prepared, leaflet))
        else:
            unread.append(next(f for f in prepared.findings if f.severity is Severity.ERROR))
    return Composed(tuple(leaflets), tuple(unread))


def _in_spite(prepared: Prepared, preparer: Preparer) -> Leaflet | None:
    """The leaflet of a descriptor that could be read, though a finding stops it."""
    if not prepared.descriptor:
        return None
    try:
        return preparer.composer.compose(prepared.descriptor.id, prepared.descriptor.service)
    except BadWording:
        return None


@dataclass(slots=True)
class _Found:
    """A statement while it is gathered."""

    statement: Statement
    leaflets: dict[str, list[str]] = field(default_factory=dict)
    reads: dict[str, Statement] = field(default_factory=dict)

    def add(self, statement: Statement, leaflet: str) -> None:
        """It stands in a leaflet."""
        self.reads.setdefault(statement.text, statement)
        there = self.leaflets.setdefault(statement.text, [])
        if leaflet not in there:
            there.append(leaflet)


def impact(target: Target, every: Composed, project: Project, desk: Desk, locales: Iterable[str]) -> Impact:
    """What a change of `target` would touch.

    Args:
        target: what is to be changed.
        every: the leaflets of the project.
        project: the project.
        desk: its languages and messages.
        locales: the languages asked about, English aside.
    """
    found: dict[str, _Found] = {}
    leaflets = []
    for prepared, leaflet in every.leaflets:
        touched = [s for s in _statements(leaflet) if touches(target, s, prepared, project.wording)]
        for statement in touched:
            found.setdefault(statement.id, _Found(statement)).add(statement, leaflet.id)
        if touched or target.is_of(leaflet):
            leaflets.append(leaflet.id)
    messages = {name for each in found.values() for s in each.reads.values() for name in s.messages}
    tell = tell_of(each.statement for each in found.values())
    if not leaflets:
        tell = Tell(needed=False, why=said("No leaflet says anything that comes from it."))
    return Impact(
        target,
        tuple(sorted(leaflets)),
        tuple(_language(desk, locale, messages) for locale in locales) if leaflets else (),
        tuple(_touched(each) for each in found.values()),
        tell,
        every.unread,
    )


def _statements(leaflet: Leaflet) -> Iterator[Statement]:
    """All a client may read, the furniture of the pages among it."""
    stamped = leaflet.stamped
    yield from leaflet.statements()
    yield from (s for s in leaflet.furniture.values() if s not in stamped)


def _touched(found: _Found) -> TouchedStatement:
    reads = (
        Reads(
            text,
            tuple(run.text for run in statement.runs if run.kind != "text"),
            dict(statement.facts),
            statement.evidence,
            tuple(found.leaflets[text]),
        )
        for text, statement in found.reads.items()
    )
    return TouchedStatement(found.statement, tuple(reads))


def _language(desk: Desk, locale: str, messages: set[str]) -> TouchedLanguage:
    every = desk.language(locale).standings([m for m in desk.messages if m.id in messages])
    return TouchedLanguage(locale, counts(every))
