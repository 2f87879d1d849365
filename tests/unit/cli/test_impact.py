"""`consentgen impact` answers in words or as data, and says what is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consentgen.cli.main import group
from consentgen.errors import UnknownName
from tests.unit.build.conftest import put

DAY = ("--date", "2026-11-23")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["impact", *map(str, arguments), *DAY], catch_exceptions=False)


def test_the_answer_names_leaflets_statements_values_and_the_verdict(project: Path) -> None:
    told = run("crawford2016", project, "--locale", "pl").stdout
    assert "4 leaflets: cbt-with-a-therapist, online-course" in told
    assert "risks.survey.yes, in 4 leaflets" in told
    assert "values now: 5 out of 100 people" in told
    assert "In pl; its messages now: 6 draft" in told
    assert "People already in treatment should be told when it changes." in told


def test_the_answer_as_data_holds_facts_and_every_leaflet(project: Path) -> None:
    made = json.loads(run("crawford2016", project, "--as", "json", "--locale", "all").stdout)
    [yes] = [each for each in made["statements"] if each["id"] == "risks.survey.yes"]
    assert ({"share": [5, 100]}, ["crawford2016"]) == (yes["reads"][0]["facts"], yes["reads"][0]["evidence"])
    assert 4 == len(yes["leaflets"])
    assert {"en", "pl", "zh-Hans"} <= {each["language"] for each in made["languages"]}
    assert made["tell"]["needed"] is True


def test_the_same_question_has_the_same_answer(project: Path) -> None:
    assert run("waiting.first", project).stdout == run("waiting.first", project).stdout


def test_a_descriptor_that_cannot_be_read_is_named_and_stops_no_other(project: Path) -> None:
    put(project, "stress-class", "consentgen: [1\n")
    ran = run("crawford2016", project)
    assert (1, True) == (ran.exit_code, "3 leaflets: " in ran.stdout)
    assert "services/stress-class.yaml" in ran.stderr


def test_a_language_nobody_has_begun_is_refused(project: Path) -> None:
    with pytest.raises(UnknownName):
        run("crawford2016", project, "--locale", "de")
