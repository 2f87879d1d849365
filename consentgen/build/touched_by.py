"""What may be changed, by the name it is asked for, and which statements rest on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from consentgen.build.desk import Desk
from consentgen.build.prepare import Prepared
from consentgen.build.project import Project
from consentgen.catalogue import load_catalogue
from consentgen.compose.composer import template_for
from consentgen.compose.wording import Wording
from consentgen.errors import AmbiguousName, UnknownName
from consentgen.model.leaflet import Leaflet, Statement
from consentgen.once import once

_GUIDELINE = ("dose.guideline", "dose.below", "dose.above", "sources.guideline")
"""Statements, or beginnings of their ids, that give the guideline dose of the therapy."""


class TargetKind(StrEnum):
    """What a thing is that may be changed; each may stand before its name, with a colon."""

    EVIDENCE = "evidence"
    STATEMENT = "statement"
    """Or a term or unit: whatever a translator has as one message."""
    TEMPLATE = "template"
    DESCRIPTOR = "descriptor"
    THERAPY = "therapy"
    GRADE = "grade"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that may be changed."""

    kind: TargetKind
    name: str
    """Record, statement or leaflet id, catalogue key, or the path of a template."""

    def is_of(self, leaflet: Leaflet) -> bool:
        """Whether a leaflet rests on it whatever its statements say."""
        if self.kind is TargetKind.EVIDENCE:
            return self.name in leaflet.evidence
        return self.kind is TargetKind.DESCRIPTOR and self.name == leaflet.id


def find(what: str, project: Project, desk: Desk, leaflets: list[tuple[Path, str]]) -> Target:
    """The thing that somebody asks for.

    Args:
        what: its name, which may begin with its kind: `evidence:`, `statement:` and so on.
        project: where it is looked for.
        desk: the messages of the project.
        leaflets: the file and the leaflet's id of every descriptor.

    Raises:
        UnknownName: nothing is called so.
        AmbiguousName: several things are.
    """
    named = dict(_named(project, desk, leaflets))
    before, colon, after = what.partition(":")
    if colon and before in {kind.value for kind in TargetKind}:
        kind = TargetKind(before)
        known = named[kind]
        if target := _target(kind, after, known, leaflets):
            return target
        raise UnknownName("anything", what, [f"{kind}:{name}" for name in known])
    found = [t for kind, known in named.items() if (t := _target(kind, what, known, leaflets))]
    if len(found) > 1:
        raise AmbiguousName(what, [f"{target.kind}:{target.name}" for target in found])
    if not found:
        raise UnknownName("anything", what, list(dict.fromkeys(n for known in named.values() for n in known)))
    return found[0]


def _named(
    project: Project, desk: Desk, leaflets: list[tuple[Path, str]]
) -> Iterator[tuple[TargetKind, dict[str, str]]]:
    """Every kind with all names of its things, and the one name each goes by."""
    catalogue = load_catalogue()
    yield TargetKind.EVIDENCE, {name: name for name in project.ledger.ids()}
    yield TargetKind.STATEMENT, {message.id: message.id for message in desk.messages}
    yield TargetKind.TEMPLATE, _templates(project.wording)
    yield (
        TargetKind.DESCRIPTOR,
        {name: leaflet for file, leaflet in leaflets for name in (leaflet, project.label(file), file.name)},
    )
    yield TargetKind.THERAPY, {key: key for key in catalogue.therapies}
    yield TargetKind.GRADE, {key: key for key in catalogue.grades}
    yield TargetKind.PROBLEM, {key: key for key in catalogue.problems}


def _templates(wording: Wording) -> dict[str, str]:
    """Names of templates: a path, the same from the folder, or a file name, the project's own first."""
    paths = sorted(declared_in(wording), key=lambda path: path.startswith("templates/leaflet/"))
    names = {path: path for path in paths}
    for path in paths:
        for name in (path.removeprefix("templates/"), path.rpartition("/")[2]):
            names.setdefault(name, path)
    return names


def _target(
    kind: TargetKind, name: str, known: dict[str, str], leaflets: list[tuple[Path, str]]
) -> Target | None:
    if name in known:
        return Target(kind, known[name])
    if kind is TargetKind.DESCRIPTOR:
        for file, leaflet in leaflets:
            if _same_file(name, file):
                return Target(kind, leaflet)
    return None


def _same_file(name: str, file: Path) -> bool:
    try:
        return Path(name).resolve() == file.resolve()
    except (OSError, ValueError, RuntimeError):  # no name of a file, or a link to itself
        return False


def touches(target: Target, statement: Statement, prepared: Prepared, wording: Wording) -> bool:
    """Whether a statement of a leaflet would change, or might, with its target."""
    return _TOUCHES[target.kind](target.name, statement, prepared, wording)


def _by_evidence(name: str, statement: Statement, _prepared: Prepared, _wording: Wording) -> bool:
    return name in statement.evidence


def _by_message(name: str, statement: Statement, _prepared: Prepared, _wording: Wording) -> bool:
    return name in statement.messages


def _by_template(name: str, statement: Statement, prepared: Prepared, wording: Wording) -> bool:
    """Whether the template words it: the first of those the leaflet is made by that declares its id."""
    mine = declared_in(wording)[name]
    return any(
        id_ in mine and _wording_of(id_, prepared, wording) in ("", name) for id_ in statement.messages
    )


def _wording_of(message: str, prepared: Prepared, wording: Wording) -> str:
    """The path of the template that words a message in a leaflet; empty where none of its own chain does."""
    if not prepared.descriptor:
        return ""
    family = load_catalogue().therapies[prepared.descriptor.service.therapy.modality].family
    declared = declared_in(wording)
    paths = (wording.label(name) for name in wording.chain(template_for(family)))
    return next((path for path in paths if message in declared.get(path, ())), "")


@once
def declared_in(wording: Wording) -> dict[str, frozenset[str]]:
    """The ids of the statements of every template, by its path."""
    found: dict[str, set[str]] = {}
    for message in wording.declared():
        found.setdefault(message.path, set()).add(message.id)
    return {path: frozenset(ids) for path, ids in found.items()}


def _by_descriptor(name: str, statement: Statement, prepared: Prepared, _wording: Wording) -> bool:
    """Whether it holds a value that is not from evidence, or says that the service has not told one."""
    own = bool(statement.facts) and not statement.evidence
    return prepared.id == name and (own or statement.unknown)


def _by_therapy(name: str, statement: Statement, prepared: Prepared, _wording: Wording) -> bool:
    """Whether it names or describes the therapy, or gives its guideline dose."""
    service = prepared.descriptor.service if prepared.descriptor else None
    if service and service.therapy.modality == name and statement.id.startswith(_GUIDELINE):
        return True
    return _begins(f"therapy.{name}.", statement)


def _by_grade(name: str, statement: Statement, _prepared: Prepared, _wording: Wording) -> bool:
    return _begins(f"grade.{name}.", statement)


def _by_problem(name: str, statement: Statement, _prepared: Prepared, _wording: Wording) -> bool:
    return _begins(f"problem.{name}.", statement)


def _begins(beginning: str, statement: Statement) -> bool:
    return any(message.startswith(beginning) for message in statement.messages)


_TOUCHES: dict[TargetKind, Callable[[str, Statement, Prepared, Wording], bool]] = {
    TargetKind.EVIDENCE: _by_evidence,
    TargetKind.STATEMENT: _by_message,
    TargetKind.TEMPLATE: _by_template,
    TargetKind.DESCRIPTOR: _by_descriptor,
    TargetKind.THERAPY: _by_therapy,
    TargetKind.GRADE: _by_grade,
    TargetKind.PROBLEM: _by_problem,
}
