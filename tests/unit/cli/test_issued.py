"""Issue, verify and history on the command line: what they say, and with what they end."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consentgen.cli.main import group
from consentgen.errors import ConsentgenError
from tests import approved, starter


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, [*map(str, arguments)])


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> approved.Given:
    """The second edition of a leaflet, of which one value changed."""
    project = approved.project(tmp_path_factory.mktemp("second") / "northtown")
    approved.give(project)
    approved.reword(project, "length: 30 minutes", "length: 35 minutes")
    return approved.give(project, as_of=date(2026, 12, 1))


def first_of(second: approved.Given) -> approved.Given:
    [edition, _] = second.register.of(starter.WORKBOOK, "en-GB")
    return approved.Given(second.project, edition)


def test_a_leaflet_is_issued_once_and_then_named(tmp_path: Path) -> None:
    project = approved.project(tmp_path / "northtown")
    approved.approve(project)
    ran = run("issue", project, starter.WORKBOOK)
    assert 0 == ran.exit_code, ran.output
    [number] = [folder.name for folder in (project / "issued").iterdir()]
    assert f"is issued as {number}, edition 1." in ran.stdout
    assert str(project / "issued" / number) in ran.stdout
    again = run("issue", project, starter.WORKBOOK, "--date", "2026-12-24")
    assert (0, True) == (again.exit_code, f"issued already, with the same words: {number}" in again.stdout)


def test_a_leaflet_that_is_not_approved_ends_with_3_and_says_whose_signature_lacks(tmp_path: Path) -> None:
    project = approved.project(tmp_path / "northtown")
    ran = run("issue", project, starter.WORKBOOK)
    assert isinstance(ran.exception, ConsentgenError)
    assert 3 == ran.exception.exit_code
    sentence, way_out = ran.exception.told()
    assert "clinical lead" in sentence
    assert "consentgen approvals" in way_out
    assert not (project / "issued").exists()


def test_a_leaflet_with_errors_ends_with_1(tmp_path: Path) -> None:
    project = approved.project(tmp_path / "northtown")
    approved.approve(project)
    approved.reword(project, "length: 30 minutes", "length: 30")
    ran = run("issue", project, starter.WORKBOOK)
    assert (1, True) == (ran.exit_code, "DE0" in ran.stderr)


def test_a_fault_of_the_project_stops_it_too(tmp_path: Path) -> None:
    project = approved.project(tmp_path / "northtown", address="http://service.example/{number}")
    approved.approve(project)
    ran = run("issue", project, starter.WORKBOOK)
    assert (1, True) == (ran.exit_code, "leaflets cannot be checked at this address" in ran.stderr)
    assert not (project / "issued").exists()


def test_a_translation_that_is_not_reviewed_ends_with_3(tmp_path: Path) -> None:
    project = approved.project(tmp_path / "northtown")
    ran = run("issue", project, starter.WORKBOOK, "--locale", "pl")
    assert (3, True) == (ran.exit_code, "LO153" in ran.stderr)


def test_a_name_that_no_leaflet_has_is_helped_on(tmp_path: Path) -> None:
    ran = run("issue", approved.project(tmp_path / "northtown"), "workbok-by-phone")
    assert isinstance(ran.exception, ConsentgenError)
    assert f"Did you mean {starter.WORKBOOK}?" == ran.exception.help_text


def test_the_newest_file_ends_with_0_and_tells_who_stands_for_it(second: approved.Given) -> None:
    ran = run("verify", second.folder / f"{starter.WORKBOOK}.pdf", "--project", second.project)
    assert 0 == ran.exit_code, ran.output
    assert ran.stdout.startswith(f"This is exactly the file that was issued as {second.edition.number}.")
    for told in (
        "version 1.0",
        "en-GB",
        "A. Example, clinical lead",
        "B. Example, patient representative",
        "edition 2",
    ):
        assert told in ran.stdout


def test_the_one_before_ends_with_1_and_names_the_newest(second: approved.Given) -> None:
    first = first_of(second)
    ran = run("verify", first.edition.number, "--project", second.project)
    assert 1 == ran.exit_code
    assert f"It was superseded by {second.edition.number} on 2026-12-01." in ran.stdout


def test_an_edited_copy_ends_with_1_and_shows_the_word(second: approved.Given, tmp_path: Path) -> None:
    copy = tmp_path / "copy.html"
    copy.write_bytes(second.data("html").replace(b"not a qualified therapist", b"a qualified therapist"))
    ran = run("verify", copy, "--project", second.project)
    assert 1 == ran.exit_code
    assert f"This is an edited copy of {second.edition.number}: 1 place differs." in ran.stdout
    assert "[-not -]" in ran.stdout


def test_a_verdict_can_be_had_as_data(second: approved.Given, tmp_path: Path) -> None:
    copy = tmp_path / "copy.md"
    copy.write_bytes(second.data("md").replace(b"35 minutes", b"5 minutes", 1))
    ran = run("verify", copy, "--project", second.project, "--format", "json")
    told = json.loads(ran.stdout)
    assert ("edited", False, 1, second.edition.number) == tuple(
        told[name] for name in ("verdict", "genuine_and_newest", "places", "number")
    )
    assert 1 == len(told["differences"]["changes"])
    assert second.edition.words_hash == told["edition"]["words_hash"]


def test_history_tells_every_edition_and_what_changed(second: approved.Given) -> None:
    ran = run("history", second.project, starter.WORKBOOK)
    assert 0 == ran.exit_code, ran.output
    first = first_of(second)
    for told in (first.edition.number, second.edition.number, "2 editions", "30 minutes", "35 minutes"):
        assert told in ran.stdout
    assert f"The newest is {second.edition.number}." in ran.stdout
    assert "consentgen approve" not in ran.stdout


def test_history_comes_from_what_was_kept_alone(second: approved.Given, tmp_path: Path) -> None:
    (second.project / "issued").rename(tmp_path / "issued")
    try:
        ran = run("history", tmp_path, starter.WORKBOOK, "--format", "json")
    finally:
        (tmp_path / "issued").rename(second.project / "issued")
    told = json.loads(ran.stdout)
    assert [second.edition.number, None] == [edition["superseded_by"] for edition in told["editions"]]
    assert told["editions"][0]["since_the_one_before"] is None
    assert told["editions"][1]["since_the_one_before"]["changes"]


def test_history_of_what_was_never_issued_is_helped_on(second: approved.Given, tmp_path: Path) -> None:
    for arguments in ((second.project, "stress-class"), (second.project, starter.WORKBOOK, "--locale", "pl")):
        ran = run("history", *arguments)
        assert isinstance(ran.exception, ConsentgenError)
        assert "No edition was issued" in str(ran.exception)
    assert isinstance(run("history", tmp_path, starter.WORKBOOK).exception, ConsentgenError)


def test_a_record_that_was_changed_is_told_in_the_history(second: approved.Given) -> None:
    record = second.folder / "issue.json"
    before = record.read_bytes()
    record.write_bytes(before.replace(b"A. Example", b"Z. Example"))
    try:
        assert (
            "WARNING: issue.json was changed after it was issued."
            in run("history", second.project, starter.WORKBOOK).stdout
        )
    finally:
        record.write_bytes(before)
