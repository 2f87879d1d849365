"""One side of a comparison: the leaflets of a project, one of them, a template, or a file from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from consentgen.build.desk import desk_of
from consentgen.build.prepare import Into, Prepared, Preparer
from consentgen.build.project import SETTINGS, Project, open_project
from consentgen.build.translation import translated
from consentgen.compose import Wording
from consentgen.compose.tags import Message
from consentgen.errors import UnknownName
from consentgen.evidence import load_shipped
from consentgen.localise.leaflet_facts import facts_differ
from consentgen.model.finding import Finding, Severity
from consentgen.model.reading import Kind, Passage, Reading
from consentgen.review.foreign import read_foreign
from consentgen.review.leaflet_reading import reading

ENGLISH = "en-GB"
"""As the templates are written."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is compared of both sides."""

    as_of: date
    """The day the leaflets of both sides are made for."""
    leaflets: tuple[str, ...] = ()
    """Ids; empty for all."""
    locales: tuple[str, ...] = ()
    """Languages beside English; `all` for every one."""
    project: Path | None = None
    """The project that was named; None for the current folder."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables that git needs."""

    @property
    def folder(self) -> Path:
        """The folder of the project."""
        return self.project or Path()


@dataclass(frozen=True, slots=True)
class Refused:
    """A leaflet that cannot be made, and why."""

    leaflet: str
    language: str
    """BCP 47."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says."""

    name: str
    readings: tuple[Reading, ...] = ()
    project: bool = False
    """Whether it is all leaflets of a project, which are found by their ids."""
    refused: tuple[Refused, ...] = ()
    faults: tuple[Finding, ...] = ()
    """Errors of the project itself: its settings, its evidence, its templates."""


class Maker:
    """Makes sides; a leaflet that both sides make from the same files is made once."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self._made: dict[tuple[str, ...], Prepared] = {}

    def project(self, folder: Path, name: str) -> Side:
        """All leaflets of a project, or those that are asked for.

        Raises:
            NotAProject: the folder holds none.
        """
        return self._side(open_project(folder), name, whole=True)

    def descriptor(self, file: Path, name: str) -> Side:
        """The leaflet of one descriptor, with the wording and evidence of the project around it, if there is one."""
        around = file.resolve().parent
        if around.name == "services":
            opened = open_project(around.parent)
            opened = _of_file(opened, around / file.name)
        else:
            opened = Project(around, (around / file.name,), load_shipped(), Wording())
        return self._side(opened, name, whole=False)

    def _side(self, opened: Project, name: str, *, whole: bool) -> Side:
        opened = opened.with_expired(stamp=True)
        shared = _digest(opened.folder)
        readings: dict[tuple[str, str], Reading] = {}
        refused: list[Refused] = []
        for language, into in self._languages(opened):
            for prepared in self._prepared(opened, into, shared, whole=whole):
                key = (prepared.id, language)
                if not prepared.leaflet or key in readings:
                    errors = (f for f in prepared.findings if f.severity is Severity.ERROR)
                    refused.append(Refused(*key, tuple(errors)))
                else:
                    label = prepared.id if whole else name
                    readings[key] = reading(prepared.leaflet, label)
        faults = tuple(f for f in opened.findings if f.severity is Severity.ERROR)
        return Side(name, tuple(readings.values()), whole, tuple(refused), faults)

    def _languages(self, opened: Project) -> Iterator[tuple[str, Into | None]]:
        """English, and what else is asked for and begun."""
        yield ENGLISH, None
        if not self.asked.locales:
            return
        desk = desk_of(opened)
        known = desk.all_locales()
        for locale in known if "all" in self.asked.locales else dict.fromkeys(self.asked.locales):
            if locale == "en":
                continue
            try:
                into = Into(translated(desk, locale), draft=True)
            except UnknownName:
                continue
            yield into.language.facts.tag, into

    def _prepared(
        self, opened: Project, into: Into | None, shared: str, *, whole: bool
    ) -> Iterator[Prepared]:
        preparer = Preparer(opened, self.asked.as_of, into)
        language = into.language.digest if into else ENGLISH
        for file in opened.descriptors:
            key = (shared, language, opened.label(file), _file_digest(file))
            if key not in self._made:
                english = self._made.get((shared, ENGLISH, *key[2:]))
                self._made[key] = _in_language(preparer, english) if english else preparer.prepare(file)
            prepared = self._made[key]
            if not whole or not self.asked.leaflets or prepared.id in self.asked.leaflets:
                yield prepared


def _in_language(preparer: Preparer, english: Prepared) -> Prepared:
    """The translation of a leaflet that was made in English before; it has to tell the same facts."""
    if not (english.leaflet and english.descriptor):
        return english
    leaflet = preparer.translator.compose(english.descriptor.id, english.descriptor.service)
    findings = facts_differ(english.leaflet, leaflet)
    stopped = any(finding.severity is Severity.ERROR for finding in findings)
    return replace(english, findings=findings, leaflet=None if stopped else leaflet)


def template_side(source: str, name: str) -> Side:
    """The statements of one template as they are written, without values.

    Raises:
        BadWording: it cannot be read.
    """
    messages = Wording().declared_in(source, name.replace("\\", "/").rpartition("/")[2])
    passages = tuple(_passages(messages))
    return Side(name, (Reading(name, ENGLISH, passages),))


def file_side(data: bytes, name: str) -> Side:
    """A built leaflet, or one from elsewhere; `CannotRead` where it holds no words."""
    return Side(name, (read_foreign(data, name),))


def _passages(messages: Iterable[Message]) -> Iterator[Passage]:
    for number, message in enumerate(messages):
        for words in filter(None, (message.body, message.plural)):
            yield Passage(
                words, Kind.PARAGRAPH, message.id, number, message.id.partition(".")[0], pattern=words,
                tells=message.tells, critical=message.critical, unknown=message.unknown,
            )  # fmt: skip


def _of_file(opened: Project, file: Path) -> Project:
    """A project with one descriptor alone."""
    return replace(opened, folder=file.parent.parent, descriptors=(file,))


def _file_digest(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return f"unreadable {file}"


def _digest(folder: Path) -> str:
    """One hash over everything but the descriptors that the leaflets of a project are made from."""
    patterns = ("evidence/*.y*ml", "templates/*.j2", "locales/**/*", SETTINGS)
    files = sorted(f for pattern in patterns for f in folder.glob(pattern) if f.is_file())
    told = (f"{file.relative_to(folder).as_posix()}\0{_file_digest(file)}\0" for file in files)
    return sha256("".join(told).encode("utf-8", "surrogateescape")).hexdigest()
