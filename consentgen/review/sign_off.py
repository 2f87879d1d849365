"""Who has to sign a leaflet, and for how long that holds: what a project's settings ask for."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from consentgen.localise.reviews import person
from consentgen.model.values import Duration

LASTS = Duration(12, 12, "month")
"""How long a signature holds where the project does not say."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A person who may sign, as the project lists them."""

    name: str
    role: str
    key: str = ""
    """Their public ssh key; where it is given, only what is signed with it counts."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """The roles that all have to sign every leaflet."""

    roles: tuple[str, ...]
    lasts: Duration = LASTS
    people: tuple[Signer, ...] = ()
    """Where anybody is listed, only they count."""

    def role_called(self, name: str) -> str:
        """The role as the settings write it; empty where nobody asks for it."""
        return next((role for role in self.roles if person(role) == person(name)), "")

    def signers_called(self, name: str) -> tuple[Signer, ...]:
        """The entries of one person, one for each of their roles."""
        return tuple(signer for signer in self.people if same_person(signer.name, name))

    def until(self, signed: date) -> date:
        """The last day on which a signature of this day holds."""
        size = self.lasts.high
        match self.lasts.unit:
            case "day" | "week":
                return _later(signed, days=size * (7 if self.lasts.unit == "week" else 1))
            case unit:
                return _later(signed, months=size * (12 if unit == "year" else 1))


def _later(day: date, *, days: int = 0, months: int = 0) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return moved + min(timedelta(days=days), date.max - moved)


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's, however the dots, spaces and capitals stand."""
    return _words(one) == _words(other)


def named_in(name: str, text: str) -> bool:
    """Whether a text, such as the author of a leaflet, names this person or role as whole words."""
    words = _words(name)
    return bool(words) and f" {words} " in f" {_words(text)} "


def _words(name: str) -> str:
    return " ".join(re.findall(r"\w+", person(name)))
