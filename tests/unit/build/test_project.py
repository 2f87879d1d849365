"""A project folder is read whole: its descriptors, evidence, templates and settings, with every fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.build.project import Project, open_project
from consentgen.build.settings import FORMATS
from consentgen.errors import NotAProject
from consentgen.model.finding import Finding
from tests import starter
from tests.unit.evidence.test_records import GOOD as RECORD


def opened(project: Path, settings: str = "") -> Project:
    if settings:
        (project / "consentgen.yaml").write_text(settings, encoding="utf-8")
    return open_project(project)


def faults(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.place)) for finding in findings]


def test_descriptors_are_found_in_the_order_of_their_names(project: Path) -> None:
    (project / "services" / "notes.txt").write_text("mine", encoding="utf-8")
    (project / "services" / "another.yml").write_text(starter.text(), encoding="utf-8")
    made = opened(project)
    assert ["another.yml", *(f"{name}.yaml" for name in starter.NAMES)] == [d.name for d in made.descriptors]
    assert [] == made.findings


def test_a_label_is_the_path_from_the_project(project: Path) -> None:
    made = opened(project)
    assert "services/cbt-with-a-therapist.yaml" == made.label(made.descriptors[0])


def test_a_folder_without_services_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(NotAProject, match=r"has no services/ folder") as caught:
        open_project(tmp_path)
    assert "consentgen new" in caught.value.help_text


def test_a_project_without_descriptors_says_so(tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    assert [("PR001", "services:1:1")] == faults(open_project(tmp_path).findings)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", (FORMATS, False)),
        ("formats: [html, txt]\n", (("html", "txt"), False)),
        ("formats: html\n", (("html",), False)),
        ("formats: [txt, txt]\n", (("txt",), False)),
        ("expired: stamp\n", (FORMATS, True)),
        ("consentgen: 1\nexpired: refuse\n", (FORMATS, False)),
    ],
)
def test_settings_choose_the_formats_and_what_happens_to_old_figures(
    project: Path, settings: str, expected: tuple[tuple[str, ...], bool]
) -> None:
    made = opened(project, settings)
    assert (*expected, []) == (made.formats, made.stamp_expired, made.findings)


@pytest.mark.parametrize(
    ("settings", "line", "column", "way_out"),
    [
        ("consentgen: 2\n", 1, 13, "consentgen: 1"),
        ("\nformat: [html]\n", 2, 9, "Did you mean formats?"),
        ("colour: blue\n", 1, 9, "Fields here: "),
        ("formats: [html, word]\n", 1, 10, "formats: html"),
        ("formats: []\n", 1, 10, "formats: html"),
        ("expired: never\n", 1, 10, "expired: refuse"),
        ("- html\n", 1, 1, "expired: refuse"),
    ],
)
def test_a_fault_in_the_settings_has_its_place_and_a_way_out(
    project: Path, settings: str, line: int, column: int, way_out: str
) -> None:
    [finding] = opened(project, settings).findings
    assert ("PR001", f"consentgen.yaml:{line}:{column}") == (finding.code, str(finding.place))
    assert way_out in finding.help


def test_settings_that_cannot_be_read_are_a_finding(project: Path) -> None:
    assert ["YA004"] == [finding.code for finding in opened(project, "formats: [html\n").findings]


def test_a_projects_own_evidence_is_in_its_ledger(project: Path) -> None:
    (project / "evidence").mkdir()
    (project / "evidence" / "ours.yaml").write_text(RECORD, encoding="utf-8")
    made = opened(project)
    assert "our-clinic-2026" in made.ledger
    assert [] == made.findings


def test_an_id_stands_in_one_file_of_evidence_only(project: Path) -> None:
    (project / "evidence").mkdir()
    for name in ("a", "b"):
        (project / "evidence" / f"{name}.yaml").write_text(RECORD, encoding="utf-8")
    assert [("EV007", "evidence/b.yaml:3:9")] == faults(opened(project).findings)


def test_a_template_is_looked_at_before_a_leaflet_needs_it(project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "own.md.j2").write_text("\n{{ service }}\n", encoding="utf-8")
    assert [("WO001", "templates/own.md.j2:2:1")] == faults(opened(project).findings)


def test_a_link_that_leaves_the_project_is_not_followed(project: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(starter.text(), encoding="utf-8")
    (project / "services" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    made = opened(project)
    assert [("PR001", "services/link.yaml:1:1")] == faults(made.findings)
    assert 4 == len(made.descriptors)


def test_a_link_inside_the_project_is_followed(project: Path) -> None:
    (project / "shared.yaml").write_text(starter.text(), encoding="utf-8")
    (project / "services" / "link.yaml").symlink_to(project / "shared.yaml")
    assert 5 == len(opened(project).descriptors)
