"""Each rule's examples are true: the bad one has the fault, the good one does not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from consentgen.localise.checks import check_translation
from consentgen.localise.message import SourceMessage
from consentgen.localise.po import read_po
from consentgen.model.finding import Finding
from consentgen.rules import RULES, Rule
from consentgen.source import read_yaml
from tests import starter
from tests.planted.cases import expected

DESCRIPTORS = [rule for rule in RULES if rule.example_of == "descriptor"]
TRANSLATIONS = [rule for rule in RULES if rule.example_of == "translation"]
FILES = [rule for rule in RULES if rule.example_of == "file"]
AT = re.compile(r"--date (\d{4}-\d\d-\d\d)")


def codes(folder: Path, lines: str) -> list[str]:
    """What `check` finds in the workbook starter with an example's lines in it.

    A comment such as `# consentgen check --date 2099-01-01` says for which day.
    """
    day = AT.search(lines)
    as_of = date.fromisoformat(day[1]) if day else starter.AS_OF
    return [f.code for f in starter.prepared(folder, starter.with_lines(lines), as_of=as_of).findings]


@pytest.mark.parametrize("rule", DESCRIPTORS, ids=lambda rule: rule.code)
def test_the_bad_lines_have_the_fault(tmp_path: Path, rule: Rule) -> None:
    assert rule.code in codes(tmp_path, rule.bad)


@pytest.mark.parametrize("rule", DESCRIPTORS, ids=lambda rule: rule.code)
def test_the_good_lines_are_cured(tmp_path: Path, rule: Rule) -> None:
    assert rule.code not in codes(tmp_path, rule.good)


@pytest.mark.parametrize("rule", FILES, ids=lambda rule: rule.code)
def test_the_bad_file_has_the_fault(rule: Rule) -> None:
    assert rule.code in [finding.code for finding in read_yaml(rule.bad.encode(), "a.yaml")[1]]


@pytest.mark.parametrize("rule", FILES, ids=lambda rule: rule.code)
def test_the_good_file_is_cured(rule: Rule) -> None:
    assert [] == read_yaml(rule.good.encode(), "a.yaml")[1]


def of_entry(text: str) -> list[Finding]:
    """What is wrong with a PO entry that has its language above it."""
    file, faults = read_po(text.encode(), "example.po")
    assert file
    assert [] == faults
    translation = file.entries[0].translation("example.po")
    source = SourceMessage("", *translation.source, (), "", critical=False, place=translation.place)
    return check_translation(source, translation, expected(text.splitlines()[0].removeprefix("# ")))


@pytest.mark.parametrize("rule", TRANSLATIONS, ids=lambda rule: rule.code)
def test_the_bad_entry_has_the_fault_with_its_weight(rule: Rule) -> None:
    assert (rule.code, rule.severity) in [(f.code, f.severity) for f in of_entry(rule.bad)]


@pytest.mark.parametrize("rule", TRANSLATIONS, ids=lambda rule: rule.code)
def test_the_good_entry_has_no_fault_at_all(rule: Rule) -> None:
    assert [] == of_entry(rule.good)


def test_most_rules_have_an_example_that_can_be_run() -> None:
    assert 30 < len(DESCRIPTORS) + len(FILES)
