"""Issue: an approved leaflet gets a number, and what was given out under it is kept as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from consentgen import __version__
from consentgen.build.approvals import approvals_of, stamped
from consentgen.build.pipeline import renderers
from consentgen.build.prepare import Prepared, Preparer
from consentgen.build.project import Project
from consentgen.build.register import Register, digest
from consentgen.build.settings import FORMATS
from consentgen.build.stood import standing_approvals
from consentgen.build.verify_address import address_for
from consentgen.errors import BadWording, CannotIssue
from consentgen.model.artifact import Artifact
from consentgen.model.issue import Issue
from consentgen.model.leaflet import Leaflet
from consentgen.model.values import Code, Url
from consentgen.render.code import code_words
from consentgen.render.data import render_data
from consentgen.review.edition import (
    Edition,
    Figures,
    Kept,
    Signature,
    possible_numbers,
    statements_of,
)
from consentgen.review.hashes import words_hash
from consentgen.review.leaflet_reading import reading
from consentgen.tongue import later, said


@dataclass(frozen=True, slots=True)
class Issued:
    """An edition, and whether it was issued just now."""

    edition: Edition
    new: bool


def issue(preparer: Preparer, prepared: Prepared) -> Issued:
    """Give out a leaflet that was approved; where the newest edition has the same words and version, that one.

    Args:
        preparer: what prepared it.
        prepared: the leaflet, which has no errors.

    Raises:
        CannotIssue: not everybody has approved it, it warns of something, or is older than the newest edition.
        BadWording: the project's own words leave the number out.
        CannotRender: a format could not be made.
        CannotWrite: it could not be kept; then nothing of it is.
    """
    if not (prepared.leaflet and prepared.descriptor):
        raise ValueError("a leaflet with errors was to be issued")
    project, as_of = preparer.project, preparer.as_of
    told = reading(prepared.leaflet)
    key = words_hash(told)
    approvals = standing_approvals(project, prepared.leaflet, as_of)
    register = Register(project.folder)
    with register.locked():
        before = register.of(told.leaflet, told.language)
        if before and (key, told.version) == (before[-1].words_hash, before[-1].version):
            return Issued(before[-1], new=False)
        if before and as_of < before[-1].issued:
            raise _older(prepared.leaflet, before[-1], as_of)
        taken = set(register.numbers())
        numbers = possible_numbers(told.leaflet, told.language, key, told.version, as_of)
        number = next((number for number in numbers if number not in taken), "")
        if not number:
            raise _no_number(prepared.leaflet)
        address = Url(address_for(project.verify_address, number)) if project.verify_address else None
        given = Issue(Code(number), as_of, address)
        made = preparer.translator.compose(prepared.id, prepared.descriptor.service, given)
        leaflet = stamped(made, approvals_of(project, as_of))
        _check(leaflet, key)
        artifacts = _artifacts(leaflet)
        edition = _edition(leaflet, artifacts, approvals, _figures(project, leaflet))
        edition = edition.model_copy(update={"edition": len(before) + 1}).sealed
        register.keep(edition, artifacts)
    return Issued(edition, new=True)


def _check(leaflet: Leaflet, key: str) -> None:
    """Refuse a leaflet that warns of itself, says other words than were approved, or leaves its number out."""
    if leaflet.stamps:
        raise CannotIssue(
            leaflet.id,
            later("it says on every page: {words}"),
            later("Put that right first; what is issued carries no warning."),
            words=" ".join(statement.text for statement in leaflet.stamped),
        )
    if any(statement.pending for statement in leaflet.furniture.values()):
        raise CannotIssue(
            leaflet.id,
            later("nobody has reviewed the translation of what is printed at its end"),
            later("Have the messages reviewed whose ids begin with furniture: {command}"),
            command="consentgen i18n review",
        )
    if words_hash(reading(leaflet)) != key:
        raise ValueError("the number of a leaflet changed its words")
    told = [statement.text for statement in leaflet.imprint]
    if len(told) != 2 or not leaflet.issue or leaflet.issue.number.text not in told[0]:
        raise BadWording(
            "templates/furniture.md.j2", 1, said("an issued leaflet has to say its number and how to check it"),
            said("Keep the statements furniture.number, furniture.check and furniture.ask of the shipped file."),
        )  # fmt: skip


def _artifacts(leaflet: Leaflet) -> list[Artifact]:
    """The leaflet in every format, and as data."""
    return [*(make(leaflet) for make in renderers(FORMATS).values()), render_data(leaflet)]


def _around(leaflet: Leaflet) -> tuple[str, ...]:
    """What formats print around the text, some of them on every page."""
    printed = ("skip", "footer", "page", "number")
    told = (leaflet.furniture[name].text for name in printed if name in leaflet.furniture)
    return (leaflet.service_name, *told)


def _figures(project: Project, leaflet: Leaflet) -> tuple[Figures, ...]:
    records = (project.ledger.get(key) for key in dict.fromkeys(leaflet.evidence))
    return tuple(Figures(id=found.id, review_by=found.review_by) for found in records if found)


def _edition(
    leaflet: Leaflet,
    artifacts: Iterable[Artifact],
    approvals: Sequence[Signature],
    figures: tuple[Figures, ...],
) -> Edition:
    """The record of a leaflet that has a number."""
    told = reading(leaflet)
    number, on = (leaflet.issue.number.text, leaflet.issue.on) if leaflet.issue else ("", leaflet.written)
    return Edition(
        number=number,
        edition=1,
        leaflet=leaflet.id,
        language=leaflet.language,
        title=leaflet.title.text,
        service=leaflet.service_name,
        version=leaflet.version,
        written=leaflet.written,
        review_by=leaflet.review_by,
        issued=on,
        words_hash=words_hash(told),
        statements=statements_of(told),
        code=code_words(leaflet),
        around=_around(leaflet),
        approvals=tuple(approvals),
        evidence=figures,
        files=tuple(
            Kept(path=a.name, sha256=digest(a.data), bytes=len(a.data), media_type=a.media_type)
            for a in artifacts
        ),
        consentgen=__version__,
    )


def _no_number(leaflet: Leaflet) -> CannotIssue:
    return CannotIssue(
        leaflet.id,
        later("every number it could have today is taken"),
        later("Give it another version, or issue it tomorrow."),
    )


def _older(leaflet: Leaflet, newest: Edition, as_of: date) -> CannotIssue:
    return CannotIssue(
        leaflet.id,
        later("edition {number} is of {issued}, which is later than {day}"),
        later("Issue it with a later date: --date {issued}"),
        number=newest.number,
        issued=newest.issued,
        day=as_of,
    )
