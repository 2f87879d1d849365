"""`consentgen diff` as a reviewer runs it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consentgen.cli.main import group
from tests import starter
from tests.repository import change, commit, repository

OURS = """consentgen: 1
records:
  - id: northtown-2026.usual-self
    use: outcome
    population: people who started guided self-help at Northtown in 2025
    therapies: [guided-self-help-workbook, guided-self-help-online]
    problems: [depression, generalised-anxiety]
    outcome: usual-self
    denominator: all-starters
    comparator: none
    assessor: independent
    measure: a phone interview
    follow_up: 6 months
    conflict: the service counted itself
    people: 412
    counts: {yes: 140, no: 229}
    source:
      title: Northtown Talking Therapies, yearly report
      year: 2026
      address: https://northtown.example/report-2026
      read_on: 2026-09-01
    review_by: 2028-09-01
"""
EVIDENCE = """outcome:
  expected: usual-self
  in_daily_life: You want to see people again.
  evidence: northtown-2026.usual-self
"""
TEMPLATE, RECORD = "templates/guided_self_help.md.j2", "evidence/ours.yaml"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["diff", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a template and an evidence record of its own, used by two leaflets."""
    made = repository(tmp_path / "repo", starter.WORKBOOK, "online-course")
    leaflets = made / "leaflets"
    (leaflets / "templates").mkdir()
    (leaflets / "templates" / "guided_self_help.md.j2").write_text(
        '{% extends "leaflet/guided_self_help.md.j2" %}\n{% block not_help %}\n{{ super() }}\n\n'
        '{% text "northtown.ask" %}\nAsk us what comes next.\n{% endtext %}\n{% endblock %}\n',
        encoding="utf-8",
    )
    (leaflets / "evidence").mkdir()
    (leaflets / "evidence" / "ours.yaml").write_text(OURS, encoding="utf-8")
    for name in (starter.WORKBOOK, "online-course"):
        file = leaflets / "services" / f"{name}.yaml"
        file.write_text(starter.with_lines(EVIDENCE, file.read_text("utf-8")), encoding="utf-8")
    commit(made, "own wording and evidence")
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def two(repo: Path) -> Path:
    """One word changed in the template, one number in the evidence."""
    change(repo / "leaflets" / TEMPLATE, "what comes next", "what happens next")
    change(repo / "leaflets" / RECORD, "yes: 140, no: 229", "yes: 120, no: 249")
    return repo


def told(*more: str) -> dict[str, object]:
    """The review as JSON."""
    made: dict[str, object] = json.loads(run("HEAD", "--as", "json", *more).stdout)
    return made


def test_one_word_and_one_number_are_two_changes_in_the_leaflets_they_touch(two: Path) -> None:
    from consentgen.review.data_reader import from_data

    diff = from_data(told())
    both = ["online-course", starter.WORKBOOK]
    assert [
        ("evidence", "northtown-2026.usual-self", "major", both), ("wording", "northtown.ask", "minor", both),
    ] == [(c.cause.kind, c.cause.name, c.weight.value, sorted({w.leaflet for w in c.where})) for c in diff.changes]  # fmt: skip
    [wording] = [c for c in diff.changes if c.cause.kind == "wording"]
    [touched] = wording.edits
    assert ["comes", "happens"] == [p.text.strip() for p in touched.edit.pieces if p.kind != "same"]
    [evidence] = [c for c in diff.changes if c.cause.kind == "evidence"]
    assert "fact" in {m.name for m in evidence.meanings}


def test_so_they_are_in_every_language(two: Path) -> None:
    from consentgen.review.data_reader import from_data

    diff = from_data(told("--locale", "pl", "--locale", "cy"))
    assert [("evidence", 6), ("wording", 6)] == [(c.cause.kind, len(c.where)) for c in diff.changes]


def test_the_terminal_names_each_change_its_weight_and_its_leaflets(two: Path) -> None:
    ran = run("HEAD", "--width", "90")
    assert (1, "") == (ran.exit_code, ran.stderr)
    assert "2 changes." in ran.stdout
    assert "[-comes-]{+happens+}" in ran.stdout
    assert all(
        name in ran.stdout for name in ("northtown-2026.usual-self", "online-course", starter.WORKBOOK)
    )
    assert max(map(len, ran.stdout.splitlines())) <= 90


def test_a_saved_review_is_shown_in_any_form(two: Path) -> None:
    saved = two.parent / "saved.json"
    assert 1 == run("HEAD", "--as", "json", "--out", saved).exit_code
    assert run("HEAD").stdout == run(saved).stdout
    page = run(saved, "--as", "page").stdout
    assert page.startswith("<!doctype html>")
    assert page == run("HEAD", "--as", "page").stdout
    assert "northtown.ask" in run(saved, "--as", "markdown").stdout


def test_a_file_is_written_whole_and_named(two: Path) -> None:
    out = two.parent / "review.html"
    ran = run("HEAD", "--as", "page", "--out", out)
    assert (f"Written: {out}\n", "") == (ran.stderr, ran.stdout)
    assert out.read_text("utf-8").rstrip().endswith("</html>")


def test_word_files_of_several_leaflets_go_into_a_folder(two: Path) -> None:
    out = two.parent / "redlines"
    assert 1 == run("HEAD", "--as", "docx", "--out", out).exit_code
    assert ["online-course.en-GB.docx", f"{starter.WORKBOOK}.en-GB.docx"] == sorted(
        f.name for f in out.iterdir()
    )
    ran = run("HEAD", "--as", "docx", "--out", two.parent / "one.docx")
    assert 2 == ran.exit_code
    assert "give a folder" in ran.stderr
    one = two.parent / "one.docx"
    assert 1 == run("HEAD", "--as", "docx", "--leaflet", starter.WORKBOOK, "--out", one).exit_code
    assert one.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(("least", "code"), [("block", 0), ("major", 1), ("minor", 1), ("info", 1)])
def test_only_what_weighs_as_much_as_is_asked_for_fails(two: Path, least: str, code: int) -> None:
    assert code == run("HEAD", "--fail-on", least).exit_code


def test_the_same_words_end_with_0(repo: Path) -> None:
    assert 0 == run("HEAD").exit_code
    assert 0 == run().exit_code
    change(repo / "leaflets" / TEMPLATE, "Ask us what comes next.", "Ask us\nwhat comes next.")
    assert 0 == run("HEAD").exit_code


def test_a_leaflet_that_cannot_be_made_is_loud(two: Path) -> None:
    file = two / "leaflets" / "services" / "online-course.yaml"
    file.write_text("nothing: true\n", encoding="utf-8")
    ran = run("HEAD")
    assert 2 == ran.exit_code
    assert "Not compared, because it cannot be made: online-course" in ran.stderr
    assert "services/online-course.yaml:1" in ran.stderr
    assert "[-comes-]{+happens+}" in ran.stdout


def test_a_project_that_is_faulty_is_loud(two: Path) -> None:
    (two / "leaflets" / RECORD).write_text("consentgen: 1\nrecords: [{}]\n", encoding="utf-8")
    ran = run("HEAD")
    assert 2 == ran.exit_code
    assert "evidence/ours.yaml" in ran.stderr


def test_two_languages_are_compared_without_their_words(repo: Path) -> None:
    ran = run("--between", "en", "pl", "--project", "leaflets", "--as", "json")
    words = re.findall(r'"words":"([^"]*)"', ran.stdout)
    assert 1 == ran.exit_code
    assert any("English stands here" in sentence for sentence in words)
    assert "northtown.ask" in ran.stdout
    assert 2 == run("--between", "en", "pl", "HEAD", "main").exit_code


def test_a_built_leaflet_is_compared_with_its_project(repo: Path) -> None:
    built = CliRunner().invoke(group, ["build", "leaflets", "--out", "built"])
    assert 0 == built.exit_code, built.output
    for form in ("html", "md", "txt", "pdf"):
        ran = run("leaflets", f"built/{starter.WORKBOOK}.DRAFT.{form}")
        assert (form, 0) == (form, ran.exit_code), ran.stdout[:600]
    change(repo / "built" / f"{starter.WORKBOOK}.DRAFT.html", "Ask us what comes next.", "Ask us nothing.")
    ran = run("leaflets", f"built/{starter.WORKBOOK}.DRAFT.html")
    assert (1, True) == (ran.exit_code, "nothing" in ran.stdout)


def test_a_leaflet_from_elsewhere_is_compared_with_a_generated_one(repo: Path) -> None:
    letter = repo / "letter.txt"
    letter.write_text("Guided self-help\n\nYou will have 12 sessions with a therapist.\n", encoding="utf-8")
    ran = run(letter, "leaflets", "--leaflet", starter.WORKBOOK)
    assert (1, True) == (ran.exit_code, "therapist" in ran.stdout)
    assert 0 == run(letter, letter).exit_code
