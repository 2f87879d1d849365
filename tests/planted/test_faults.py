"""Every planted fault is found under its code, and sound translations raise no alarm."""

from __future__ import annotations

import pytest

from consentgen.localise.checks.fault import ERRORS, STATES, WARNINGS
from consentgen.localise.plurals import PINNED
from tests.planted.cases import Case, faults, sound

ELSEWHERE = {"LO117", "LO119", "LO139", "LO140", "LO152"}
"""Codes that no single translation can show: tests/unit/localise has them."""


@pytest.mark.parametrize("case", faults(), ids=lambda case: case.name)
def test_a_planted_fault_is_found_under_its_code(case: Case) -> None:
    found = case.findings()
    assert case.code in [finding.code for finding in found]
    assert all(finding.what and finding.place.field == "planted" for finding in found)


@pytest.mark.parametrize("case", faults(), ids=lambda case: case.name)
def test_a_planted_fault_is_not_drowned_in_others(case: Case) -> None:
    assert len(case.findings()) <= 2


@pytest.mark.parametrize("case", sound(), ids=lambda case: case.name)
def test_a_sound_translation_raises_no_alarm(case: Case) -> None:
    assert [] == case.findings()


def test_there_are_faults_in_every_shipped_language_and_of_every_code() -> None:
    assert len(faults()) > 80
    assert set(PINNED) - {"en"} == {case.language for case in faults()}
    assert {*ERRORS, *WARNINGS, *STATES} - ELSEWHERE == {case.code for case in faults()}
