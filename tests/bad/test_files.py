"""Every bad file is told its faults, where they stand, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.rules import RULES, Kind, rule_called
from tests.bad.cases import PLACES, errors_in, expected, files, named, told

MADE_IN_TESTS = {
    "YA001", "YA002", "YA003", "DE013", "RE001", "PO001", "PO002", "PO003", "RV001", "RV002", "RV003",
    "LO119", "LO139", "LO140", "LO152", "LO153", "EX001", "EX003", "EX012", "EX014",
}  # fmt: skip
"""Faults of files that cannot lie in a folder of text files, and of two files together."""


@pytest.mark.parametrize("file", files(*PLACES), ids=named)
def test_a_bad_file_is_told_its_faults_and_no_others(file: Path, tmp_path: Path) -> None:
    found = errors_in(file, tmp_path)

    assert expected(file) == told(found, expected(file))
    assert [] == [f for f in found if not (f.help or f.expected)]
    assert [] == [f.code for f in found if not rule_called(f.code).why]


def test_there_is_a_bad_file_for_every_fault_a_reader_finds() -> None:
    in_files = [rule for rule in RULES if rule.kind is Kind.READER and rule.example_of != "translation"]
    faults = {rule.code for rule in in_files} - MADE_IN_TESTS

    assert set() == faults - {
        want.code for file in files(*PLACES, "locale", "po", "exchange") for want in expected(file)
    }


@pytest.mark.parametrize("file", files(*PLACES), ids=named)
def test_a_bad_file_begins_with_its_fault_in_one_sentence(file: Path) -> None:
    first, second, *_ = file.read_text(encoding="utf-8").splitlines()

    assert first.strip("{#} ").endswith((".", "?"))
    assert "expect: " in second
