"""Values know what they are, and give themselves as plain data."""

from __future__ import annotations

from datetime import date

import pytest

from consentgen.model.frequency import whole
from consentgen.model.values import (
    Count,
    Duration,
    Email,
    Fact,
    Name,
    Phone,
    Share,
    Term,
    Url,
    Value,
    Words,
    fact,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Words("at any time"), "at any time"),
        (Name("Samaritans"), "Samaritans"),
        (Phone("116 123"), "116 123"),
        (Email("a@b.example"), "a@b.example"),
        (Url("https://b.example/"), "https://b.example/"),
        (Term("therapy.cbt.name", "CBT with a therapist"), "therapy.cbt.name"),
        (Term("who", "a", "{a}", (("a", Term("b", "a")),)), "who b"),
        (Share(whole({"yes": 8}, 90).part("yes")), [8, 90]),
        (Count(6, 8), [6, 8]),
        (Duration(30, 30, "minute"), "30 minutes"),
        (date(2026, 11, 1), "2026-11-01"),
        (6, 6),
    ],
)
def test_a_fact_is_the_same_in_every_language(value: Value, expected: Fact) -> None:
    assert expected == fact(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Phone("+44 (0)20 7946-0000"), "tel:+4402079460000"),
        (Email("a@b.example"), "mailto:a@b.example"),
        (Url("https://b.example/x"), "https://b.example/x"),
    ],
)
def test_what_can_be_called_written_to_or_opened_has_an_address(
    value: Phone | Email | Url, expected: str
) -> None:
    assert expected == value.url


def test_a_duration_in_hours_comes_to_minutes() -> None:
    assert Count(120, 180) == Duration(2, 3, "hour").minutes


def test_a_duration_in_weeks_comes_to_days() -> None:
    assert Count(84, 126) == Duration(12, 18, "week").days


def test_days_are_not_counted_in_minutes_nor_minutes_in_days() -> None:
    with pytest.raises(KeyError):
        _ = Duration(1, 1, "day").minutes
    with pytest.raises(KeyError):
        _ = Duration(1, 1, "minute").days


def test_a_duration_is_written_with_its_plural() -> None:
    assert ["1 hour", "2 to 3 weeks"] == [str(Duration(1, 1, "hour")), str(Duration(2, 3, "week"))]
