"""Only a day, a month in words and a year make a date that every reader reads the same way."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from consentgen.localise.date_pattern import pattern_fault

GOOD = ["d MMMM y", "dd MMMM yyyy", "d 'de' MMMM 'de' y", "d MMMM، y", "y年M月d日", "d. MMMM y", "d MMMM y 'року'",
        "y 'm'. MMMM d 'd'", "d '' MMMM y"]  # fmt: skip
BAD = ["", "y", "d MMMM", "d d MMMM y", "d MMM y", "d/M/y", "yyyy-MM-dd", "d M y", "EEEE d MMMM y", "d LLLL y", "d MMMM YYYY",
       "d MMMM yy", "d MMMM y G", "d MMMM y 'р'.", "d MMMM y 'r", "d MMMM y HH:mm", "{d} MMMM y", "d MMMM y <b>",
       "d MMMM y\n", "d MMMM y '\u202e'", "d MMMM y 7", "d MMMM y" + " " * 40]  # fmt: skip


@pytest.mark.parametrize("pattern", GOOD)
def test_a_pattern_of_day_month_and_year_has_no_fault(pattern: str) -> None:
    assert "" == pattern_fault(pattern)


@pytest.mark.parametrize("pattern", BAD)
def test_every_other_pattern_has_a_fault_in_one_clause(pattern: str) -> None:
    fault = pattern_fault(pattern)
    assert fault
    assert not fault.endswith(".")
    assert len(fault) < 100


@given(st.text(st.sampled_from("dMyLEGYh'., 年月aé/-<{\u202e7"), max_size=16))
def test_a_pattern_without_a_fault_prints_the_day_the_month_and_the_year(pattern: str) -> None:
    if not pattern_fault(pattern):
        printed = format_date(date(2026, 11, 23), format=pattern, locale="en")
        assert 1 == printed.count("23")
        assert 1 == printed.count("2026")
        assert 1 == printed.count("November") + printed.count("11")


@given(st.text(max_size=60))
def test_no_pattern_makes_a_traceback(pattern: str) -> None:
    assert isinstance(pattern_fault(pattern), str)
