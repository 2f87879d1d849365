"""A project folder: its descriptors, its own evidence and templates, and its settings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from consentgen.build.settings import FORMATS, SETTINGS, Settings, read_settings
from consentgen.catalogue import load_catalogue
from consentgen.compose import Wording
from consentgen.errors import ConsentgenError, NotAProject
from consentgen.evidence import Ledger, load_shipped, read_records
from consentgen.model.evidence import EvidenceRecord
from consentgen.model.finding import Finding, Place, Severity, shorten
from consentgen.review.sign_off import SignOff
from consentgen.source import read_file
from consentgen.tongue import said


@dataclass(frozen=True, slots=True)
class Project:
    """Everything a build needs besides the descriptors' contents."""

    folder: Path
    descriptors: tuple[Path, ...]
    ledger: Ledger
    wording: Wording
    formats: tuple[str, ...] = FORMATS
    stamp_expired: bool = False
    findings: list[Finding] = field(default_factory=list)
    """Faults of the project itself: its settings, its evidence, its templates, links that leave it."""
    sign_off: SignOff | None = None
    """Who has to sign; None where nobody is asked to, and so nothing is ever approved."""
    verify_address: str = ""
    """Where anybody can check an issued leaflet, with `{number}` in it; empty where there is no such page."""
    only_approved: bool = False
    """Whether a draft is refused; `release` looks at all of them before anything is written."""

    def with_expired(self, stamp: bool | None) -> Project:  # noqa: FBT001 - as the option gives it
        """The same, but expired figures are stamped or refused as asked; None for as the project says."""
        return self if stamp is None else replace(self, stamp_expired=stamp)

    def label(self, file: Path) -> str:
        """A path as it is printed: from the project folder, with forward slashes."""
        return shorten(file.relative_to(self.folder).as_posix(), 300)


def open_project(folder: Path) -> Project:
    """The project in `folder`, with every fault found in opening it.

    Raises:
        NotAProject: it has no folder `services`.
    """
    if not (folder / "services").is_dir():
        raise NotAProject(folder)
    findings: list[Finding] = []
    settings = _settings(folder, findings)
    ledger = _ledger(folder, findings)
    wording = Wording(None if _leaves(folder, "templates", findings) else folder / "templates")
    _check_templates(wording, findings)
    descriptors = tuple(_inside(folder, "services", findings))
    if not descriptors:
        what = said("services/ holds no descriptor")
        way_out = said("Copy a starter file into it: {command} shows them.", command="consentgen new")
        findings.append(_fault("services", what, help_text=way_out))
    return Project(
        folder,
        descriptors,
        ledger,
        wording,
        settings.formats,
        settings.stamp_expired,
        findings,
        settings.sign_off,
        settings.verify_address,
    )


def _settings(folder: Path, findings: list[Finding]) -> Settings:
    file = folder / SETTINGS
    if not (file.exists() or file.is_symlink()) or _leaves(folder, SETTINGS, findings):
        return Settings()
    document, faults = read_file(file, SETTINGS)
    settings, more = read_settings(document) if document else (Settings(), [])
    findings += [*faults, *more]
    return settings


def _inside(folder: Path, name: str, findings: list[Finding]) -> list[Path]:
    """YAML files of one sub-folder, sorted; links that leave the project are faults."""
    files = [file for file in sorted((folder / name).glob("*")) if file.suffix.lower() in (".yaml", ".yml")]
    return [file for file in files if not _leaves(folder, f"{name}/{file.name}", findings)]


def _leaves(folder: Path, name: str, findings: list[Finding]) -> bool:
    """Whether a file or folder is a link that leaves the project or leads nowhere; then a fault."""
    try:
        leaves = not (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link to itself
        leaves = True
    if leaves:
        what, way_out = said("this link leaves the project"), said("Copy what it leads to into the project.")
        findings.append(_fault(shorten(name, 300), what, help_text=way_out))
    return leaves


def _ledger(folder: Path, findings: list[Finding]) -> Ledger:
    ledger = load_shipped()
    own: list[EvidenceRecord] = []
    for file in _inside(folder, "evidence", findings) if (folder / "evidence").is_dir() else ():
        document, faults = read_file(file, shorten(f"evidence/{file.name}", 300))
        findings += faults
        if document:
            records, faults = read_records(
                document, catalogue=load_catalogue(), taken=[*ledger.ids(), *(r.id for r in own)]
            )
            own += records
            findings += faults
    return ledger.with_project(own)


def _check_templates(wording: Wording, findings: list[Finding]) -> None:
    """Look at every template of the project's own before any leaflet needs it."""
    for name in wording.own_names():
        try:
            wording.template(name)
        except ConsentgenError as error:
            findings.append(wording_fault(error))


def wording_fault(error: ConsentgenError) -> Finding:
    """A template's error as a finding at its line."""
    place = Place(getattr(error, "path", "templates"), getattr(error, "line", 1))
    what, way_out = error.told()
    return Finding("WO001", Severity.ERROR, place, shorten(getattr(error, "fault", what), 300), help=way_out)


def _fault(label: str, what: str, *, help_text: str) -> Finding:
    return Finding("PR001", Severity.ERROR, Place(label), what, help=help_text)
