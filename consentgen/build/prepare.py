"""From one descriptor file to a leaflet with all findings: what `check` shows and `build` renders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from consentgen.build.project import Project, wording_fault
from consentgen.build.translation import Translated
from consentgen.catalogue import load_catalogue
from consentgen.compose import Composer
from consentgen.descriptor import Descriptor, load_descriptor
from consentgen.errors import BadWording
from consentgen.localise import SourceCatalog
from consentgen.localise.leaflet_facts import facts_differ
from consentgen.model.finding import Finding, Place, Severity, in_order
from consentgen.model.leaflet import Leaflet
from consentgen.rules import Kind, Subject, run
from consentgen.source import read_file
from consentgen.tongue import counted, said


@dataclass(frozen=True, slots=True)
class Prepared:
    """One descriptor file with what came of it."""

    file: Path
    label: str
    findings: list[Finding] = field(default_factory=list)
    descriptor: Descriptor | None = None
    leaflet: Leaflet | None = None
    """None when a fault stops it."""
    gated: bool = False
    """Whether it is stopped only because nobody has reviewed its translation."""

    @property
    def id(self) -> str:
        """The leaflet's id; the file's name when it could not be read."""
        return self.descriptor.id if self.descriptor else self.file.stem


@dataclass(frozen=True, slots=True)
class Into:
    """The language leaflets are made in."""

    language: Translated
    draft: bool
    """Whether words that nobody has reviewed may stand there, marked, and English for what is missing."""


class Preparer:
    """Prepares the descriptors of one project, one after the other."""

    def __init__(self, project: Project, as_of: date, into: Into | None = None) -> None:
        """Prepare a project.

        Args:
            project: whose descriptors they are.
            as_of: the day the leaflets are made for.
            into: the language of the leaflets; None for English.
        """
        self.project, self.as_of, self.into = project, as_of, into
        self.catalogue = load_catalogue()
        self.composer = Composer(self.catalogue, project.ledger, project.wording, SourceCatalog(), as_of)
        words = into.language.catalog if into else SourceCatalog()
        self.translator = Composer(self.catalogue, project.ledger, project.wording, words, as_of)
        self._taken: dict[str, str] = {}

    def all(self) -> Iterator[Prepared]:
        """Every descriptor, prepared when it is asked for."""
        for file in self.project.descriptors:
            yield self.prepare(file)

    def prepare(self, file: Path) -> Prepared:
        """One descriptor file, read, checked and composed."""
        prepared = self._prepare(file, self.project.label(file))
        return replace(prepared, findings=in_order(prepared.findings))

    def _prepare(self, file: Path, label: str) -> Prepared:
        document, findings = read_file(file, label)
        if not document:
            return Prepared(file, label, findings)
        subject = Subject(
            document,
            self.catalogue,
            self.project.ledger,
            self.as_of,
            stamp_expired=self.project.stamp_expired,
        )
        descriptor, faults = load_descriptor(document, self.catalogue)
        honest = list(run(Kind.DOCUMENT, subject))
        findings += _without_echoes(faults, honest) + honest
        if not descriptor:
            return Prepared(file, label, findings)
        taken = self._taken.setdefault(descriptor.id, label)
        if taken != label:
            findings.append(_same_id(descriptor, taken))
        subject = replace(subject, service=descriptor.service)
        findings += run(Kind.SERVICE, subject)
        try:
            leaflet = self.composer.compose(descriptor.id, descriptor.service)
        except BadWording as error:
            return Prepared(file, label, [*findings, wording_fault(error)], descriptor)
        findings += run(Kind.LEAFLET, replace(subject, leaflet=leaflet))
        gated = False
        if self.into:
            # The rules read English; a translation has to tell the same facts.
            english, leaflet = leaflet, self.translator.compose(descriptor.id, descriptor.service)
            findings += facts_differ(english, leaflet)
            if not self.into.draft and (unread := _pending(leaflet)):
                gated = not any(f.severity is Severity.ERROR for f in findings)
                findings.append(_unreviewed(label, self.into.language.facts.code, unread))
        stopped = any(f.severity is Severity.ERROR for f in findings)
        return Prepared(file, label, findings, descriptor, None if stopped else leaflet, gated)


def _pending(leaflet: Leaflet) -> dict[str, str]:
    """Ids of the messages of a leaflet that are not reviewed, with their states."""
    return {
        name: state for s in (*leaflet.statements(), *leaflet.furniture.values()) for name, state in s.pending
    }


def _unreviewed(label: str, locale: str, unread: dict[str, str]) -> Finding:
    what = counted(
        "{count} translation of this leaflet is not reviewed",
        "{count} translations of this leaflet are not reviewed",
        len(unread),
    )
    told = ", ".join(f"{name} ({said(state)})" for name, state in unread.items())
    way_out = said(
        "Sign them: {command}. Or build with --draft.",
        command=f"consentgen i18n review {locale} ID --who NAME --role ROLE",
    )
    return Finding(
        "LO153",
        Severity.ERROR,
        Place(label),
        what,
        told,
        said("a signature for each, two for critical ones"),
        way_out,
    )


def _without_echoes(faults: list[Finding], honest: list[Finding]) -> list[Finding]:
    """Reader faults less those an honesty rule says better about the same field."""
    groups = {f.place.field.split(".")[0] for f in honest}
    fields = {f.place.field for f in honest}
    named = {
        "therapy.modality",
        "therapy.name",
        "therapy.called",
        "outcome.expected",
        "outcome.in_daily_life",
    }
    return [
        f for f in faults
        if not (f.place.field in fields or (f.place.field in named and f.place.field.split(".")[0] in groups))
    ]  # fmt: skip


def _same_id(descriptor: Descriptor, taken: str) -> Finding:
    place = descriptor.document.place(("id",))
    what = said("{file} makes a leaflet of the same name", file=taken)
    way_out = said(
        'Give this file another name, or write for instance "{field}".', field=f"id: {descriptor.id}-2"
    )
    return Finding(
        "DE013", Severity.ERROR, Place(place.path, place.line, place.column, "id"),
        what, descriptor.id, said("a name of its own"), way_out,
    )  # fmt: skip
