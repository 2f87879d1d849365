"""Findings as text, JSON, SARIF and GitHub annotations, all of the same findings."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from consentgen.cli.report import report, summary, worst
from consentgen.model.finding import Finding, Place, Severity

ERROR = Finding(
    "DE014", Severity.ERROR, Place("services/a b.yaml", 26, 11, "sessions.length"), "a number without a unit",
    "30", 'a duration such as "30 minutes"', "Write for instance: length: 30 minutes",
)  # fmt: skip
WARNING = Finding("DI019", Severity.WARNING, Place("services/c.yaml", 1, 1), "costs.fee is left out: 100%")
INFO = Finding("LE002", Severity.INFO, Place("services/c.yaml", 2, 1, "costs"), "hard to read")
FINDINGS = [ERROR, WARNING, INFO]


def test_text_says_where_what_found_expected_and_help() -> None:
    text = re.sub(r"\x1b\[\d*m", "", report([ERROR], "text"))
    assert (
        "services/a b.yaml:26:11  sessions.length  error[DE014]: a number without a unit\n"
        "  found    30\n"
        '  expected a duration such as "30 minutes"\n'
        "  help     Write for instance: length: 30 minutes"
    ) == text


def test_what_is_not_known_leaves_no_line() -> None:
    assert 1 == len(report([WARNING], "text").splitlines())


def test_json_holds_every_field() -> None:
    held = json.loads(report(FINDINGS, "json"))
    assert (1, 3) == (held["version"], len(held["findings"]))
    assert {
        "code": "DE014",
        "severity": "error",
        "path": "services/a b.yaml",
        "line": 26,
        "column": 11,
        "field": "sessions.length",
        "what": "a number without a unit",
        "found": "30",
        "expected": 'a duration such as "30 minutes"',
        "help": "Write for instance: length: 30 minutes",
    } == held["findings"][0]


@pytest.fixture
def sarif() -> dict[str, Any]:
    held: dict[str, Any] = json.loads(report([*FINDINGS, ERROR], "sarif"))
    return held


def test_sarif_has_its_version_and_one_run(sarif: dict[str, Any]) -> None:
    assert ("2.1.0", 1) == (sarif["version"], len(sarif["runs"]))
    assert sarif["$schema"].startswith("https://")


def test_sarif_knows_every_rule_it_names(sarif: dict[str, Any]) -> None:
    driver = sarif["runs"][0]["tool"]["driver"]
    assert ("consentgen", ["DE014", "DI019", "LE002"]) == (driver["name"], [r["id"] for r in driver["rules"]])
    assert all(rule["name"] and rule["shortDescription"]["text"] for rule in driver["rules"])
    for result in sarif["runs"][0]["results"]:
        assert result["ruleId"] == driver["rules"][result["ruleIndex"]]["id"]


def test_sarif_has_a_result_with_level_message_and_place_for_each_finding(sarif: dict[str, Any]) -> None:
    results = sarif["runs"][0]["results"]
    assert ["error", "warning", "note", "error"] == [result["level"] for result in results]
    assert all(result["message"]["text"].endswith(".") for result in results)
    place = results[0]["locations"][0]["physicalLocation"]
    assert "services/a%20b.yaml" == place["artifactLocation"]["uri"]
    assert {"startLine": 26, "startColumn": 11} == place["region"]


def test_github_gets_a_line_for_each_finding() -> None:
    lines = report(FINDINGS, "github").splitlines()
    form = re.compile(
        r"::(error|warning|notice) file=([^,:]+),line=(\d+),col=(\d+),title=([A-Z]{2}\d{3})::(.+)"
    )
    matches = [form.fullmatch(line) for line in lines]
    assert ["error", "warning", "notice"] == [match[1] for match in matches if match]
    assert "100%25" in lines[1]


def test_a_path_cannot_break_an_annotation() -> None:
    finding = ERROR.at(Place("a,line=1::b%.yaml"))
    assert report([finding], "github").startswith("::error file=a%2Cline=1%3A%3Ab%25.yaml,line=1,")


@pytest.mark.parametrize(("form", "expected"), [("text", ""), ("github", "")])
def test_no_findings_give_no_words(form: str, expected: str) -> None:
    assert expected == report([], form)


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_no_findings_are_still_a_document(form: str) -> None:
    assert json.loads(report([], form))


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([], "no findings"),
        ([ERROR], "1 error"),
        ([ERROR, ERROR, WARNING, INFO, INFO], "2 errors, 1 warning, 2 info"),
    ],
)
def test_the_summary_counts_each_severity(findings: list[Finding], expected: str) -> None:
    assert expected == summary(findings)


@pytest.mark.parametrize(
    ("findings", "fail_on", "expected"),
    [
        ([], "info", 0),
        ([INFO], "warning", 0),
        ([WARNING], "warning", 1),
        ([WARNING], "error", 0),
        ([ERROR], "info", 1),
    ],
)
def test_the_exit_code_follows_the_gravest(findings: list[Finding], fail_on: str, expected: int) -> None:
    assert expected == worst(findings, fail_on)
