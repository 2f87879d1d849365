"""Bad files: each is named for its fault, and says in its first lines what has to be found in it.

    # A length has no unit.
    # expect: DE014 line=14 field=sessions.length text=30 minutes

`line` and `field` are where the finding stands, `text` is part of what it says; a file may expect
several findings. What is not expected must not be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from consentgen.build.prepare import Prepared, Preparer
from consentgen.build.project import Project, open_project
from consentgen.evidence import load_shipped
from consentgen.model.finding import Finding, Severity
from tests import starter

FOLDER = Path(__file__).parent
PLACES = {
    "descriptor": f"services/{starter.WORKBOOK}.yaml",
    "yaml": f"services/{starter.WORKBOOK}.yaml",
    "evidence": "evidence/ours.yaml",
    "template": "templates/guided_self_help.md.j2",
    "project": "consentgen.yaml",
}
"""Where in a project the files of each folder belong."""
_EXPECTED = re.compile(
    r"expect: (?P<code>[A-Z]{2}\d{3})(?: line=(?P<line>\d+))?(?: field=(?P<field>\S+))?"
    r"(?: text=(?P<text>.*?))?(?: #\})?$",
    re.MULTILINE,
)


@dataclass(frozen=True, order=True)
class Expected:
    """A finding as a bad file expects it."""

    code: str
    field: str = ""
    line: int = 0
    """0 for any line."""
    text: str = ""


def files(*kinds: str) -> list[Path]:
    """The bad files of some folders."""
    return sorted(file for kind in kinds for file in (FOLDER / kind).iterdir())


def named(file: Path) -> str:
    """The name of a bad file, for the report of a test."""
    return f"{file.parent.name}/{file.name.partition('.')[0]}"


def expected(file: Path) -> list[Expected]:
    """What a bad file says has to be found in it."""
    matches = _EXPECTED.finditer(file.read_text(encoding="utf-8"))
    return sorted(
        Expected(m["code"], m["field"] or "", int(m["line"] or 0), m["text"] or "") for m in matches
    )


def told(findings: Iterable[Finding], wanted: Iterable[Expected]) -> list[Expected]:
    """Findings in the form of those that were wanted, so that the two can be compared."""
    by_place = {(want.code, want.field): want for want in wanted}
    return sorted(_as(f, by_place.get((f.code, f.place.field), Expected("", line=1))) for f in findings)


def _as(finding: Finding, want: Expected) -> Expected:
    words = f"{finding.what} {finding.found} {finding.expected} {finding.help}"
    text = want.text if want.text in words else words
    return Expected(finding.code, finding.place.field, finding.place.line if want.line else 0, text)


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stop a leaflet, each once."""
    return list(dict.fromkeys(f for f in findings if f.severity is Severity.ERROR))


def project_with(folder: Path, place: str, data: bytes) -> Path:
    """A project with one good descriptor, and `data` at a place in it."""
    file = starter.project(folder / "northtown", starter.WORKBOOK) / place
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    return folder / "northtown"


def prepared(folder: Path) -> tuple[list[Finding], list[Prepared]]:
    """Every error in a project, and what became of its descriptors."""
    project = open_project(folder)
    made = list(Preparer(project, starter.AS_OF).all())
    return errors([*project.findings, *(f for one in made for f in one.findings)]), made


def alone(folder: Path, data: bytes) -> Prepared:
    """What becomes of one descriptor, with the shipped wording and evidence."""
    file = folder / PLACES["descriptor"]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return Preparer(Project(folder, (file,), load_shipped(), starter.wording()), starter.AS_OF).prepare(file)


def errors_in(file: Path, folder: Path) -> list[Finding]:
    """The errors of a bad file where it belongs in a project, made in an empty folder."""
    kind, data = file.parent.name, file.read_bytes()
    if PLACES[kind] == PLACES["descriptor"]:
        return errors(alone(folder, data).findings)
    project = project_with(folder, PLACES[kind], data)
    return prepared(project)[0] if kind == "template" else errors(open_project(project).findings)
