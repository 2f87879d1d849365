"""What each verb prints, without a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from consentgen.cli.main import group
from consentgen.rules import RULES, Rule
from consentgen.rules.disclosures import disclosures
from tests import starter
from tests.unit.build.conftest import put
from tests.unit.evidence.test_records import GOOD as RECORD


def say(*arguments: str | Path) -> str:
    """What a verb prints."""
    ran = CliRunner().invoke(group, [*map(str, arguments)], catch_exceptions=False)
    return ran.stdout


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule: Rule) -> None:
    page = say("explain", rule.code)
    assert page.startswith(f"{rule.code}  {rule.name}  (")
    assert rule.why in page
    assert all(source.address in page for source in rule.sources)


def test_the_examples_stand_on_the_page_as_they_are_written() -> None:
    page = say("explain", "untold-dose")
    assert "Not like this\n  " in page
    assert "Like this\n  " in page


def test_every_rule_is_listed() -> None:
    listed = say("rules").splitlines()
    assert [rule.code for rule in RULES] == [line.split()[0] for line in listed]


def test_every_disclosure_is_listed_with_its_fields() -> None:
    listed = say("rules", "--disclosures")
    assert [] == [d.id for d in disclosures() if d.id not in listed or d.fields[0] not in listed]


def test_rules_can_be_had_as_data() -> None:
    rows = json.loads(say("rules", "--format", "json"))
    assert [rule.name for rule in RULES] == [row["name"] for row in rows]
    assert 24 == len(json.loads(say("rules", "--disclosures", "--format", "json")))


def test_evidence_is_found_by_words_of_its_id() -> None:
    listed = say("evidence", "WORKBOOK", "panic")
    assert "england-2024-25.guided-self-help-workbook.panic.change" in listed
    assert "england-2024-25.cbt.panic.change" not in listed


def test_background_is_listed_only_when_it_is_asked_for() -> None:
    assert "richards2020" not in say("evidence")
    assert "richards2020" in say("evidence", "--all")


def test_evidence_is_listed_with_its_figures_and_who_judged() -> None:
    listed = say("evidence", "crawford2016")
    assert "Out of 100: 5 yes, 95 no." in listed
    assert "judged by self-report, compared with none" in listed


def test_background_is_listed_without_a_figure() -> None:
    _, population, *_ = say("evidence", "--all", "richards2020").splitlines()
    assert population.startswith("    people ")


def test_a_projects_own_evidence_can_be_listed(project: Path) -> None:
    (project / "evidence").mkdir()
    (project / "evidence" / "ours.yaml").write_text(RECORD, encoding="utf-8")
    assert "our-clinic-2026" in say("evidence", "--project", project, "clinic")


def test_a_leaflet_is_shown_as_its_text_file(project: Path) -> None:
    say("build", project, "--format", "txt")
    written = (project / "leaflets" / "stress-class.DRAFT.txt").read_text("utf-8")
    assert written == say("show", project, "stress-class")


def test_a_leaflet_is_shown_with_its_ids(project: Path) -> None:
    leaflet = starter.compose(starter.service())
    shown = say("show", project, starter.WORKBOOK, "--as", "ids").splitlines()
    assert starter.ids(leaflet) == [line.split()[0] for line in shown]


def test_a_leaflet_is_shown_as_data(project: Path) -> None:
    held = json.loads(say("show", project, starter.WORKBOOK, "--as", "json"))
    assert starter.WORKBOOK == held["id"]


def test_the_matrix_has_a_line_for_each_disclosure_and_leaflet(project: Path) -> None:
    put(project, "a", starter.without("costs.fee"))
    lines = say("check", project, "--matrix").splitlines()
    assert 24 * 5 == sum(line.startswith(("  told ", "  partly ", "  MISSING ")) for line in lines)
    assert ["costs-practical"] == [line.split()[1] for line in lines if line.startswith("  partly ")]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_check_gives_one_document(project: Path, form: str) -> None:
    put(project, "a", "service: [open\n")
    assert json.loads(say("check", project, "--format", form))


def test_check_writes_nothing(project: Path) -> None:
    before = sorted(project.rglob("*"))
    say("check", project)
    assert before == sorted(project.rglob("*"))


def test_the_schema_is_the_one_a_project_is_given(tmp_path: Path) -> None:
    say("new", tmp_path / "new")
    given = (tmp_path / "new" / "schema" / "service.schema.json").read_text("utf-8")
    assert json.loads(given) == json.loads(say("schema"))


def test_the_reference_is_markdown() -> None:
    assert say("schema", "--reference").startswith("# ")


def test_the_schema_of_a_review_is_its_own() -> None:
    schema = json.loads(say("schema", "diff"))
    assert {"version", "old", "new", "changes", "texts"} == set(schema["required"])
    assert 2 == CliRunner().invoke(group, ["schema", "diff", "--reference"]).exit_code


def test_new_says_what_to_do_next(tmp_path: Path) -> None:
    said = say("new", tmp_path / "new", "--service", 'O\'Brien: "X" & Söhne')
    assert f"consentgen build {tmp_path / 'new'}" in said
    assert say("build", tmp_path / "new", "--format", "txt").startswith("4 leaflets")
