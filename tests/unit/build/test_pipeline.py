"""A build makes every leaflet it may, none in part, and leaves no old file that looks new."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests import starter
from tests.unit.build.conftest import Build, manifest, names, put

FORMATS = ("html", "md", "pdf", "txt")
LATER = date(2028, 11, 23)
"""After the review date of the shipped evidence."""


def test_every_leaflet_is_made_in_every_format(project: Path, make: Build) -> None:
    built = make("as set")
    assert (list(starter.NAMES), [], []) == (built.written, built.refused, built.findings)
    assert [f"{name}.DRAFT.{form}" for name in starter.NAMES for form in FORMATS] == names(project)


def test_only_the_formats_asked_for_are_made(project: Path, make: Build) -> None:
    make("md")
    assert [f"{name}.DRAFT.md" for name in starter.NAMES] == names(project)


def test_every_leaflet_is_told_when_it_is_done(make: Build) -> None:
    done: list[str] = []
    make(on_leaflet=done.append)
    assert [f"services/{name}.yaml" for name in starter.NAMES] == done


def test_a_bad_descriptor_does_not_stop_the_others(project: Path, make: Build) -> None:
    put(project, "stress-class", "service: [open\n")
    built = make()
    assert (["services/stress-class.yaml"], 3) == (built.refused, len(built.written))
    assert "stress-class.DRAFT.html" not in names(project)


def test_findings_of_all_files_stand_in_order(project: Path, make: Build) -> None:
    put(project, "a", "{}\n")
    put(project, "z", starter.with_lines("problems: [gloom, doom]\n"))
    places = [str(finding.place) for finding in make().findings]
    assert 3 == len(places)
    assert sorted(places) == places


def test_old_files_of_a_descriptor_that_went_bad_are_set_aside(project: Path, make: Build) -> None:
    make()
    put(project, "stress-class", "service: [open\n")
    built = make()
    assert ["stress-class.DRAFT.html", "stress-class.DRAFT.txt"] == sorted(built.set_aside)
    assert {"stress-class.DRAFT.html", "stress-class.DRAFT.txt"}.isdisjoint(names(project))
    assert (project / "leaflets" / "out-of-date" / "stress-class.DRAFT.html").is_file()


def test_old_files_of_a_descriptor_that_is_gone_are_set_aside(project: Path, make: Build) -> None:
    make()
    (project / "services" / "stress-class.yaml").unlink()
    assert ["stress-class.DRAFT.html", "stress-class.DRAFT.txt"] == sorted(make().set_aside)


def test_files_that_are_not_ours_are_left_alone(project: Path, make: Build) -> None:
    make()
    (project / "leaflets" / "notes.html").write_text("mine", encoding="utf-8")
    assert [] == make().set_aside
    assert "notes.html" in names(project)


def test_a_second_build_sets_nothing_aside(make: Build) -> None:
    make()
    assert [] == make().set_aside


def test_two_files_of_one_name_give_one_leaflet_and_a_finding(project: Path, make: Build) -> None:
    put(project, "workbook-copy", "id: workbook-by-phone\n" + starter.text())
    built = make()
    [finding] = built.findings
    assert ("DE013", "services/workbook-copy.yaml", 1) == (
        finding.code, finding.place.path, finding.place.line,
    )  # fmt: skip
    assert ["services/workbook-copy.yaml"] == built.refused
    assert "workbook-by-phone.DRAFT.html" in names(project)


def test_a_leaflet_that_one_format_cannot_hold_is_made_in_none(project: Path, make: Build) -> None:
    put(project, "stress-class", starter.with_fields({"service.name": "Northtown 🙂"}))
    built = make("as set")
    assert (["RE001"], ["services/stress-class.yaml"]) == ([f.code for f in built.findings], built.refused)
    assert [] == [name for name in names(project) if name.startswith("stress-class")]
    assert 12 == len(names(project))


def old_project(project: Path) -> None:
    """Leave one descriptor, in date itself, whose evidence is not."""
    for name in starter.NAMES:
        (project / "services" / f"{name}.yaml").unlink()
    put(project, "a", starter.with_fields({"written": "2027-06-01", "review_by": "2029-06-01"}))


def test_figures_past_their_check_date_are_refused(project: Path, make: Build) -> None:
    old_project(project)
    built = make(as_of=LATER)
    assert {"HO010"} == {finding.code for finding in built.findings}
    assert ([], ["services/a.yaml"]) == (built.written, built.refused)


def test_figures_past_their_check_date_can_be_stamped(project: Path, make: Build) -> None:
    old_project(project)
    built = make(*FORMATS, as_of=LATER, stamp_expired=True)
    assert (["a"], {"warning"}) == (built.written, {finding.severity for finding in built.findings})
    assert ["draft", "expired"] == manifest(project)["leaflets"][0]["stamps"]
    for form in ("html", "md", "txt"):
        assert "OUT OF DATE" in (project / "leaflets" / f"a.DRAFT.{form}").read_text("utf-8")


def test_a_project_can_ask_for_the_stamp_in_its_settings(project: Path, make: Build) -> None:
    old_project(project)
    (project / "consentgen.yaml").write_text("expired: stamp\n", encoding="utf-8")
    assert ["a"] == make(as_of=LATER).written
    assert [] == make(as_of=LATER, stamp_expired=False).written


@pytest.mark.parametrize("form", FORMATS)
def test_no_half_written_file_is_left(project: Path, make: Build, form: str) -> None:
    make(form)
    assert [] == [file.name for file in (project / "leaflets").iterdir() if file.name.startswith(".")]


def test_files_that_are_drawn_ahead_still_come_in_order_beside_those_that_fail(
    project: Path, make: Build
) -> None:
    for number in range(9):
        put(project, f"copy-{number}", starter.text() if number % 3 else "service: [open\n")
    put(project, "copy-5", starter.with_fields({"contact.letter": "1 ሰላም Street"}))
    done: list[str] = []
    built = make("pdf", "txt", on_leaflet=done.append)
    assert sorted(done) == done
    assert [f"services/copy-{n}.yaml" for n in (0, 3, 5, 6)] == built.refused
    assert [entry["id"] for entry in manifest(project)["leaflets"]] == built.written
    assert 2 * len(built.written) == len(names(project))
