"""Sign-off as tests need it: a project that asks two roles, and their decisions in its folder."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

from consentgen.build.approvals import Approvals
from consentgen.build.decide import Desk, Reviewer
from consentgen.build.prepare import Preparer
from consentgen.build.project import open_project
from consentgen.model.leaflet import Leaflet
from consentgen.review.approval import State
from consentgen.review.record import Decision
from tests import starter

LEAD, PATIENT = Reviewer("A. Example", "clinical lead"), Reviewer("B. Example", "patient representative")
SETTINGS = "sign_off:\n  roles: [clinical lead, patient representative]\n"


def asked(folder: Path, settings: str = SETTINGS, *names: str) -> Path:
    """A project with one leaflet whose author is no reviewer, that two roles have to sign."""
    project = starter.project(folder / "northtown", *names)
    put(project, starter.with_lines("author: C. Example\n"))
    (project / "consentgen.yaml").write_text(settings, encoding="utf-8")
    return project


def put(project: Path, source: str) -> None:
    """Write the descriptor of the workbook."""
    (project / "services" / f"{starter.WORKBOOK}.yaml").write_text(source, encoding="utf-8")


def reword(project: Path, old: str, new: str) -> None:
    """Change words of the descriptor."""
    source = (project / "services" / f"{starter.WORKBOOK}.yaml").read_text("utf-8")
    assert old in source
    put(project, source.replace(old, new))


def leaflet(project: Path, as_of: date = starter.AS_OF) -> Leaflet:
    """The workbook's leaflet as it is now."""
    opened = open_project(project)
    made = next(p.leaflet for p in Preparer(opened, as_of).all() if p.id == starter.WORKBOOK)
    assert made
    return made


def approvals(project: Path, as_of: date = starter.AS_OF) -> Approvals:
    """The decisions of a project."""
    opened = open_project(project)
    assert opened.sign_off
    return Approvals(project, opened.sign_off, as_of)


def state(project: Path, as_of: date = starter.AS_OF) -> State:
    """Where the workbook stands."""
    return approvals(project, as_of).state(leaflet(project, as_of))


def desk(project: Path, reviewer: Reviewer = LEAD, as_of: date = starter.AS_OF) -> Desk:
    """A reviewer with the workbook's leaflet."""
    return Desk(approvals(project, as_of), leaflet(project, as_of), reviewer)


def sign(project: Path, *reviewers: Reviewer, as_of: date = starter.AS_OF) -> None:
    """Let reviewers approve what is open, one step after the other."""
    for reviewer in reviewers or (LEAD, PATIENT):
        working = desk(project, reviewer, as_of)
        for step in working.steps():
            now = next(one for one in working.steps() if one.id == step.id)
            working.decide([now], Decision.APPROVED)


def records(project: Path, reviewer: Reviewer | None = None) -> list[Path]:
    """The files of the decisions, or of one reviewer's."""
    found = sorted((project / "approvals" / starter.WORKBOOK / "en-GB").glob("*.json"))
    return [file for file in found if not reviewer or held(file)["reviewer"] == reviewer.name]


def held(file: Path) -> dict[str, Any]:
    """What a record says."""
    value: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return value


def key(folder: Path, name: str = "key") -> tuple[Path, str]:
    """A new ssh key: its private file, and its public line."""
    file = folder / name
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "a@example", "-f", str(file)], check=True
    )
    return file, file.with_name(f"{name}.pub").read_text("utf-8").strip()


def with_key(line: str) -> str:
    """Settings that have a key of the clinical lead."""
    return (
        f"{SETTINGS}  people:\n    - {{name: A. Example, role: clinical lead, key: {line}}}\n"
        "    - {name: B. Example, role: patient representative}\n"
    )
