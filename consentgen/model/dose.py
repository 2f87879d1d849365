"""The dose: how much help there is, altogether and beside the guideline."""

from __future__ import annotations

from dataclasses import dataclass

from consentgen.model.catalogue import GuidelineDose
from consentgen.model.service import Sessions
from consentgen.model.values import Count, Duration


@dataclass(frozen=True, slots=True)
class ContactTime:
    """How long the person is with the practitioner, altogether."""

    total: Duration
    exact: bool
    """False when it was rounded to whole hours."""


def contact_minutes(sessions: Sessions) -> Count | None:
    """Minutes with the practitioner altogether, a different first session counted; None for days."""
    if not _short(sessions.length):
        return None
    one = sessions.length.minutes
    first = (
        sessions.first_session.minutes if _short(sessions.first_session) and sessions.first_session else one
    )
    low = first.low + (sessions.number.low - 1) * one.low
    return Count(low, first.high + (sessions.number.high - 1) * one.high)


def contact_time(sessions: Sessions) -> ContactTime | None:
    """Total time with the practitioner: in minutes below an hour and a half, else in whole hours."""
    minutes = contact_minutes(sessions)
    if not minutes:
        return None
    exact = all(m % 60 == 0 for m in (minutes.low, minutes.high))
    if minutes.low < 90 and not exact:
        return ContactTime(Duration(minutes.low, minutes.high, "minute"), exact=True)
    return ContactTime(Duration((minutes.low + 30) // 60, (minutes.high + 30) // 60, "hour"), exact=exact)


def guideline_minutes(dose: GuidelineDose) -> Count | None:
    """Minutes the guideline's sessions come to; None where it gives no length."""
    if not _short(dose.length) or not dose.length:
        return None
    one = dose.length.minutes
    return Count(dose.sessions.low * one.low, dose.sessions.high * one.high)


def compared(number: Count, dose: GuidelineDose | None) -> str:
    """Whether the offer is `below`, `within` or `above` the guideline; empty without one."""
    if not dose:
        return ""
    if number.high < dose.sessions.low:
        return "below"
    return "above" if number.low > dose.sessions.high else "within"


def _short(length: Duration | None) -> bool:
    return length is not None and length.unit in ("minute", "hour")
