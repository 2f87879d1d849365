"""Quantities as authors write them, with units: "30 minutes", "6 to 8", "every 1 to 2 weeks"."""

from __future__ import annotations

import re
from datetime import date

from consentgen.model.values import Count, Duration
from consentgen.tongue import said

UNITS = ("minute", "hour", "day", "week", "month", "year")
_RANGE = r"(?P<low>\d{1,4})(?:\s*(?:to|-|–|—)\s*(?P<high>\d{1,4}))?"
COUNT = re.compile(rf"{_RANGE}(?:\s+(?:sessions?|people|times?))?", re.IGNORECASE)
DURATION = re.compile(rf"{_RANGE}\s*(?P<unit>minute|min|hour|hr|day|week|month|year)s?", re.IGNORECASE)
SPACING = re.compile(rf"every\s+(?:{_RANGE}\s+)?(?P<unit>day|week|month)s?", re.IGNORECASE)
_SHORT = {"min": "minute", "hr": "hour"}


class NotAQuantity(ValueError):
    """A text that is not the quantity it should be; `expected` says what would be."""

    def __init__(self, fault: str, expected: str) -> None:
        super().__init__(fault)
        self.fault, self.expected = fault, expected


class NoUnit(NotAQuantity):
    """A number alone, where a length of time has to say of what."""


def count(text: str) -> Count:
    """A count from "6", "6 to 8" or "6 to 8 sessions".

    Raises:
        NotAQuantity: it is something else, or the range runs backwards.
    """
    match = COUNT.fullmatch(text.strip())
    if not match:
        expected = said('a number such as "6", or a range such as "6 to 8"')
        raise NotAQuantity(said("not a number or a range"), expected)
    return Count(*_bounds(match))


def duration(text: str) -> Duration:
    """A duration from "30 minutes" or "2 to 3 hours".

    Raises:
        NotAQuantity: a unit is missing, or it is not a length of time.
    """
    match = DURATION.fullmatch(text.strip())
    if match:
        unit = match["unit"].lower()
        return Duration(*_bounds(match), _SHORT.get(unit, unit))
    expected = said('a duration such as "30 minutes", "1 hour" or "2 to 3 weeks"')
    if re.fullmatch(rf"{_RANGE}|\d+\.\d+", text.strip()):
        raise NoUnit(said("a number without a unit"), expected)
    raise NotAQuantity(said("not a length of time"), expected)


def spacing(text: str) -> Duration:
    """The time from one session to the next, from "every week" or "every 1 to 2 weeks".

    Raises:
        NotAQuantity: it is something else.
    """
    match = SPACING.fullmatch(text.strip())
    if not match:
        expected = said('a spacing such as "every week" or "every 1 to 2 weeks"')
        raise NotAQuantity(said("not a spacing"), expected)
    low, high = _bounds(match) if match["low"] else (1, 1)
    return Duration(low, high, match["unit"].lower())


def day(text: str) -> date:
    """A date from "2026-11-01".

    Raises:
        NotAQuantity: it is not a day of the calendar.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        expected = said('a date such as "2026-11-01" (year-month-day)')
        raise NotAQuantity(said("not a date"), expected) from None


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    low = int(match["low"])
    high = int(match["high"] or low)
    if high < low:
        expected = said('the smaller number first: "{low} to {high}"', low=high, high=low)
        raise NotAQuantity(said("a range that runs backwards"), expected)
    if low == 0:
        raise NotAQuantity(
            said("nought is not an amount here"), said("1 or more; leave the field out if it is not known")
        )
    return low, high
