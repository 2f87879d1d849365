"""A project folder: its descriptors, its own evidence and templates, and its settings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from consentgen.build import verify_address
from consentgen.catalogue import load_catalogue
from consentgen.compose import Wording
from consentgen.errors import ConsentgenError, NotAProject
from consentgen.evidence import Ledger, load_shipped, read_records
from consentgen.model.evidence import EvidenceRecord
from consentgen.model.finding import Finding, Place, Severity, shorten
from consentgen.source import Document, read_file

FORMATS = ("html", "pdf", "md", "txt")
SETTINGS = "consentgen.yaml"
EXPIRED = ("refuse", "stamp")


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
    verify_address: str = ""
    """Where anybody can check an issued leaflet, with `{number}` in it; empty where there is no such page."""

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
        what, way_out = (
            "services/ holds no descriptor",
            "Copy a starter file into it: consentgen new shows them.",
        )
        findings.append(_fault("services", what, help_text=way_out))
    chosen = settings.get("formats", FORMATS)
    formats = (chosen,) if isinstance(chosen, str) else tuple(dict.fromkeys(chosen))
    return Project(
        folder,
        descriptors,
        ledger,
        wording,
        formats,
        settings.get("expired") == "stamp",
        findings,
        settings.get(verify_address.NAME, ""),
    )


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
        what, way_out = "this link leaves the project", "Copy what it leads to into the project."
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
    what = shorten(getattr(error, "fault", str(error)), 300)
    return Finding("WO001", Severity.ERROR, place, what, help=error.help_text)


def _settings(folder: Path, findings: list[Finding]) -> dict[str, Any]:
    file = folder / SETTINGS
    if not (file.exists() or file.is_symlink()) or _leaves(folder, SETTINGS, findings):
        return {}
    document, faults = read_file(file, SETTINGS)
    findings += faults
    if not document:
        return {}
    if not isinstance(document.value, dict):
        findings.append(
            _fault(SETTINGS, "fields belong here", help_text="Write for instance: expired: refuse")
        )
        return {}
    kept: dict[str, Any] = {}
    for name, value in document.value.items():
        fault = _setting_fault(name, value, document)
        if fault:
            findings.append(fault)
        else:
            kept[name] = value
    return kept


def _setting_fault(name: str, value: object, document: Document) -> Finding | None:
    allowed: dict[str, tuple[str, ...]] = {"consentgen": ("1",), "formats": FORMATS, "expired": EXPIRED}
    place = document.place((name,))
    if name == verify_address.NAME:
        return verify_address.address_fault(value, place)
    if name not in allowed:
        known = [*allowed, verify_address.NAME]
        near = get_close_matches(name, known, n=1)
        way_out = f"Did you mean {near[0]}?" if near else f"Fields here: {', '.join(known)}."
        return Finding("PR001", Severity.ERROR, place, f"there is no field called {name}", help=way_out)
    many = value if name == "formats" and isinstance(value, list) else [value]
    wrong = [str(item) for item in many if item not in allowed[name]]
    if not wrong and many:
        return None
    expected = f"one of: {', '.join(allowed[name])}"
    way_out = f"Write for instance: {name}: {allowed[name][0]}"
    return Finding(
        "PR001", Severity.ERROR, place, "this value is not allowed", ", ".join(wrong), expected, way_out
    )


def _fault(label: str, what: str, *, help_text: str) -> Finding:
    return Finding("PR001", Severity.ERROR, Place(label), what, help=help_text)
