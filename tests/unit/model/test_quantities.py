"""Quantities are read as authors write them, and never without their unit."""

from __future__ import annotations

from datetime import date

import pytest

from consentgen.model.quantities import NotAQuantity, count, day, duration, spacing
from consentgen.model.values import Count, Duration


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6", Count(6, 6)),
        ("6 to 8", Count(6, 8)),
        ("6-8", Count(6, 8)),
        ("6 – 8 sessions", Count(6, 8)),
        (" 10 to 12 people ", Count(10, 12)),
    ],
)
def test_a_count_is_a_number_or_a_range(text: str, expected: Count) -> None:
    assert expected == count(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 minutes", Duration(30, 30, "minute")),
        ("30min", Duration(30, 30, "minute")),
        ("2 to 3 hrs", Duration(2, 3, "hour")),
        ("1 Hour", Duration(1, 1, "hour")),
        ("12—18 weeks", Duration(12, 18, "week")),
    ],
)
def test_a_duration_has_a_unit(text: str, expected: Duration) -> None:
    assert expected == duration(text)


@pytest.mark.parametrize("text", ["30", "20 to 30", "1.5"])
def test_a_bare_number_is_no_duration(text: str) -> None:
    with pytest.raises(NotAQuantity, match="without a unit"):
        duration(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every week", Duration(1, 1, "week")),
        ("Every 2 weeks", Duration(2, 2, "week")),
        ("every 1 to 2 weeks", Duration(1, 2, "week")),
    ],
)
def test_a_spacing_is_the_time_to_the_next_session(text: str, expected: Duration) -> None:
    assert expected == spacing(text)


def test_a_day_is_read_in_the_order_year_month_day() -> None:
    assert date(2026, 11, 1) == day("2026-11-01")


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (count, "some"),
        (count, "6 to"),
        (count, "-3"),
        (count, "8 to 6"),
        (count, "0"),
        (count, "99999"),
        (duration, "half an hour"),
        (duration, "0 minutes"),
        (duration, "3 to 2 weeks"),
        (spacing, "weekly"),
        (spacing, "every 30 minutes"),
        (day, "2026-02-30"),
        (day, "1 November 2026"),
    ],
)
def test_what_is_not_an_amount_is_refused_with_what_would_be(read: type, text: str) -> None:
    with pytest.raises(NotAQuantity) as caught:
        read(text)
    assert caught.value.fault
    assert caught.value.expected


def test_a_range_that_runs_backwards_is_turned_round_for_the_author() -> None:
    with pytest.raises(NotAQuantity) as caught:
        count("8 to 6")
    assert '"6 to 8"' in caught.value.expected
