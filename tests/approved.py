"""Projects whose leaflets are approved by two people who do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from consentgen.build.approvals import Approvals
from consentgen.build.issued import issue
from consentgen.build.prepare import Prepared, Preparer
from consentgen.build.project import open_project
from consentgen.build.register import Found, Register
from consentgen.review.edition import Edition
from consentgen.review.hashes import passage_hash, shape_hash, words_hash
from consentgen.review.leaflet_reading import reading
from consentgen.review.record import Decision, Record
from tests import starter

PEOPLE = {"clinical lead": "A. Example", "patient representative": "B. Example"}
ADDRESS = "https://service.example/leaflets/{number}"
SETTINGS = "sign_off:\n  roles: [clinical lead, patient representative]\n"
"""Comes last in the file, so that a test can add to it."""


def project(folder: Path, *names: str, address: str = ADDRESS) -> Path:
    """A project that asks for two roles, with starter descriptors that nobody has approved yet."""
    made = starter.project(folder, *(names or (starter.WORKBOOK,)))
    setting = f"verify_address: {address}\n" if address else ""
    (made / "consentgen.yaml").write_text(setting + SETTINGS, encoding="utf-8")
    return made


def prepared(
    folder: Path, name: str = starter.WORKBOOK, as_of: date = starter.AS_OF
) -> tuple[Preparer, Prepared]:
    """A leaflet as it is prepared today."""
    preparer = Preparer(open_project(folder), as_of)
    return preparer, preparer.prepare(folder / "services" / f"{name}.yaml")


def approve(folder: Path, name: str = starter.WORKBOOK, as_of: date = starter.AS_OF, *roles: str) -> None:
    """Everything a leaflet says, signed in all roles, or in some."""
    preparer, ready = prepared(folder, name, as_of)
    assert ready.leaflet, ready.findings
    assert preparer.project.sign_off
    text, approvals = reading(ready.leaflet), Approvals(folder, preparer.project.sign_off, as_of)
    before = [held.record for held in approvals.held(text.leaflet, text.language) if held.record]
    for role in roles or PEOPLE:
        record = Record(
            leaflet=text.leaflet, language=text.language, words=words_hash(text), text=approvals.keep_text(ready.leaflet),
            written=ready.leaflet.written, reviewer=PEOPLE[role], role=role, decision=Decision.APPROVED,
            date=as_of, expires=preparer.project.sign_off.until(as_of), shape=shape_hash(text),
            statements={passage_hash(p): p.id for p in text.passages},
            after={r.id: (r.decision.value, r.role) for r in before}, comment="Read it whole.",
        )  # fmt: skip
        approvals.add(record, None)


@dataclass(frozen=True, slots=True)
class Given:
    """A leaflet that was issued."""

    project: Path
    edition: Edition

    @property
    def register(self) -> Register:
        """All that its project has issued."""
        return Register(self.project)

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        return self.project / "issued" / self.edition.number

    @property
    def found(self) -> Found:
        """What stands under its number."""
        found = self.register.find(self.edition.number)
        assert found
        return found

    def data(self, ending: str) -> bytes:
        """What was given out in one format."""
        return (self.folder / f"{self.edition.leaflet}.{ending}").read_bytes()


def give(folder: Path, name: str = starter.WORKBOOK, as_of: date = starter.AS_OF) -> Given:
    """A leaflet, approved by everybody and issued."""
    approve(folder, name, as_of)
    return Given(folder, issue(*prepared(folder, name, as_of)).edition)


def reword(folder: Path, old: str, new: str, name: str = starter.WORKBOOK) -> None:
    """Change a descriptor."""
    file = folder / "services" / f"{name}.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
