"""The dose: all the time with the practitioner, and the same beside the guideline."""

from __future__ import annotations

import pytest

from consentgen.model.catalogue import GuidelineDose
from consentgen.model.dose import ContactTime, compared, contact_minutes, contact_time, guideline_minutes
from consentgen.model.quantities import count, duration
from consentgen.model.service import Sessions
from consentgen.model.values import Count, Duration


def sessions(number: str, length: str, first: str | None = None) -> Sessions:
    return Sessions.model_validate(
        {"number": number, "length": length, "first_session": first, "channel": "telephone"}
        if first
        else {"number": number, "length": length, "channel": "telephone"}
    )


def dose(number: str, length: str | None = None) -> GuidelineDose:
    return GuidelineDose(
        (),
        count(number),
        duration(length) if length else None,
        "NICE guideline NG222",
        "https://nice.example",
    )


@pytest.mark.parametrize(
    ("number", "length", "first", "expected"),
    [
        ("6", "30 minutes", None, Count(180, 180)),
        ("6 to 8", "30 minutes", None, Count(180, 240)),
        ("6 to 8", "30 minutes", "45 minutes", Count(195, 255)),
        ("6", "30 minutes", "1 hour", Count(210, 210)),
        ("2", "20 to 30 minutes", None, Count(40, 60)),
        ("1", "30 minutes", "45 minutes", Count(45, 45)),
    ],
)
def test_a_different_first_session_is_counted(
    number: str, length: str, first: str | None, expected: Count
) -> None:
    assert expected == contact_minutes(sessions(number, length, first))


@pytest.mark.parametrize(
    ("number", "length", "first", "expected"),
    [
        ("6", "30 minutes", None, ContactTime(Duration(3, 3, "hour"), exact=True)),
        ("6 to 8", "30 minutes", None, ContactTime(Duration(3, 4, "hour"), exact=True)),
        ("6 to 8", "30 minutes", "45 minutes", ContactTime(Duration(3, 4, "hour"), exact=False)),
        ("2", "35 minutes", None, ContactTime(Duration(70, 70, "minute"), exact=True)),
        ("5", "30 minutes", None, ContactTime(Duration(3, 3, "hour"), exact=False)),
        ("6", "2 hours", None, ContactTime(Duration(12, 12, "hour"), exact=True)),
    ],
)
def test_contact_time_is_told_in_whole_hours_and_says_when_it_is_rounded(
    number: str, length: str, first: str | None, expected: ContactTime
) -> None:
    assert expected == contact_time(sessions(number, length, first))


def test_sessions_of_days_have_no_contact_time() -> None:
    assert contact_time(sessions("2", "1 day")) is None


@pytest.mark.parametrize(
    ("number", "expected"), [("3", "below"), ("5 to 6", "within"), ("8", "within"), ("9 to 12", "above")]
)
def test_the_offer_is_compared_with_the_guideline(number: str, expected: str) -> None:
    assert expected == compared(count(number), dose("6 to 8"))


def test_without_a_guideline_nothing_is_compared() -> None:
    assert "" == compared(count("3"), None)


def test_the_guidelines_minutes_need_a_length() -> None:
    assert Count(100, 210) == guideline_minutes(dose("5 to 7", "20 to 30 minutes"))
    assert guideline_minutes(dose("6 to 8")) is None
