"""The golden files of the starter project: every leaflet as data and as words, and the PDFs' hashes."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

from consentgen.build.pipeline import Built, build
from consentgen.build.prepare import Preparer
from consentgen.build.project import Project, open_project
from consentgen.render.data import render_data
from tests import starter

FOLDER = Path(__file__).parent / "starter"
FORMATS = ("html", "md", "txt")
HASHES = "pdf.sha256"
ENDINGS = ("json", *(f"DRAFT.{form}" for form in FORMATS))
NAMES = [*(f"{name}.{ending}" for name in starter.NAMES for ending in ENDINGS), HASHES]


def built(folder: Path) -> tuple[Project, Built]:
    """The starter project, built in an empty folder for the day of the golden files."""
    project = open_project(starter.project(folder / "northtown", *starter.NAMES))
    return project, build(project, project.folder / "leaflets", starter.AS_OF)


def made() -> dict[str, str]:
    """What the golden files hold when they are right, by name."""
    with tempfile.TemporaryDirectory() as folder:
        project, _ = built(Path(folder))
        out = project.folder / "leaflets"
        words = {file.name: file.read_text("utf-8") for form in FORMATS for file in out.glob(f"*.{form}")}
        hashes = [
            f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(out.glob("*.pdf"))
        ]
        data = [render_data(p.leaflet) for p in Preparer(project, starter.AS_OF).all() if p.leaflet]
    return {**words, **{a.name: a.data.decode() for a in data}, HASHES: "".join(hashes)}


def kept() -> dict[str, str]:
    """What the golden files hold now, by name."""
    return {file.name: file.read_text("utf-8") for file in sorted(FOLDER.iterdir())}
