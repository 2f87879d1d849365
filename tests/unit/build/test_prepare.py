"""One descriptor goes as far as it can, and says everything that was found on the way."""

from __future__ import annotations

from pathlib import Path

from consentgen.build.prepare import Preparer
from consentgen.build.project import open_project
from tests import starter
from tests.unit.build.conftest import put


def test_a_descriptor_without_faults_gives_a_leaflet(tmp_path: Path) -> None:
    prepared = starter.prepared(tmp_path, starter.text())
    assert prepared.leaflet
    assert (starter.WORKBOOK, []) == (prepared.id, prepared.findings)


def test_a_file_that_cannot_be_read_is_called_by_its_name(tmp_path: Path) -> None:
    prepared = starter.prepared(tmp_path, "a: [\n")
    assert (starter.WORKBOOK, None, None) == (prepared.id, prepared.descriptor, prepared.leaflet)


def test_an_error_stops_the_leaflet_and_a_warning_does_not(tmp_path: Path) -> None:
    stopped = starter.prepared(tmp_path, starter.with_fields({"costs.fee": "It is proven to work."}))
    warned = starter.prepared(tmp_path, starter.without("costs.fee"))
    assert (None, ["error"]) == (stopped.leaflet, [f.severity for f in stopped.findings])
    assert ["warning"] == [f.severity for f in warned.findings]
    assert warned.leaflet


def test_what_an_honesty_rule_says_better_is_not_said_twice(tmp_path: Path) -> None:
    assert ["HO001"] == starter.codes(tmp_path, starter.with_fields({"therapy": "telephone CBT"}))
    assert ["HO002"] == starter.codes(tmp_path, starter.with_fields({"outcome.expected": "caseness"}))


def test_other_faults_are_still_told_beside_it(tmp_path: Path) -> None:
    fields = {"therapy": {"modality": "telephone CBT", "colour": "blue"}, "author": ""}
    assert ["DE002", "DE005", "HO001"] == sorted(starter.codes(tmp_path, starter.with_fields(fields)))


def test_findings_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    lines = "costs:\n  fee: It is proven to work.\nauthor: ''\nrights:\n  missed: x\n"
    places = [f.place.line for f in starter.prepared(tmp_path, starter.with_lines(lines)).findings]
    assert sorted(places) == places
    assert len(places) > 1


def test_the_first_of_two_files_with_one_name_keeps_it(project: Path) -> None:
    put(project, "a-copy", "id: stress-class\n" + starter.text())
    prepared = {
        p.label: [f.code for f in p.findings] for p in Preparer(open_project(project), starter.AS_OF).all()
    }
    assert [] == prepared["services/a-copy.yaml"]
    assert ["DE013"] == prepared["services/stress-class.yaml"]


def test_a_fault_of_the_projects_own_template_is_a_finding_of_the_descriptor(project: Path) -> None:
    (project / "templates").mkdir()
    source = (
        '{% extends "leaflet/class.md.j2" %}\n{% block costs %}\n{% if nobody %}{% endif %}{% endblock %}'
    )
    (project / "templates" / "class.md.j2").write_text(source, encoding="utf-8")
    prepared = {p.id: p for p in Preparer(open_project(project), starter.AS_OF).all()}
    [finding] = prepared["stress-class"].findings
    assert ("WO001", "templates/class.md.j2:3:1") == (finding.code, str(finding.place))
    assert prepared["workbook-by-phone"].leaflet
