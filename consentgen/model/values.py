"""Typed values that stand in for placeholders: each knows what it is, none knows a format.

A value carries its kind so that a renderer can escape it, keep it on one line and give it
a direction: in an Arabic paragraph a bare `020 7946 0000` prints backwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consentgen.model.frequency import Frequency


@dataclass(frozen=True, slots=True)
class Words:
    """The service's own words, printed as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: a service, a workbook, an organisation."""

    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the catalogue or the ledger that translators carry under its id."""

    id: str
    text: str
    """The English words, with its parts in their places."""
    pattern: str = ""
    """The English message where other terms stand in it as `{placeholders}`; empty where none does."""
    parts: tuple[tuple[str, Term], ...] = ()
    """Those terms by the names of their placeholders."""
    record: str = ""
    """Id of the evidence record it comes from."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number, spaced as it is read out."""

    text: str

    @property
    def url(self) -> str:
        """The `tel:` address."""
        return "tel:" + "".join(c for c in self.text if c.isdigit() or c == "+")


@dataclass(frozen=True, slots=True)
class Email:
    """An email address."""

    text: str

    @property
    def url(self) -> str:
        """The `mailto:` address."""
        return "mailto:" + self.text


@dataclass(frozen=True, slots=True)
class Url:
    """A web address, `https` only."""

    text: str
    records: tuple[str, ...] = ()
    """Ids of the evidence records that were read there."""

    @property
    def url(self) -> str:
        """The address itself."""
        return self.text


@dataclass(frozen=True, slots=True)
class Share:
    """A frequency as a noun phrase: "40 out of 100 people", "8 of the 90 people"."""

    frequency: Frequency
    record: str = ""
    """Id of the evidence record it comes from."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things, or a range of them."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.low}" if self.low == self.high else f"{self.low} to {self.high}"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, or a range, in one unit that the author chose."""

    low: int
    high: int
    unit: str
    """`minute`, `hour`, `day`, `week`, `month` or `year`."""
    record: str = ""
    """Id of the evidence record it comes from."""

    @property
    def minutes(self) -> Count:
        """The same in minutes; only for minutes and hours.

        Raises:
            KeyError: the unit is a day or longer.
        """
        size = {"minute": 1, "hour": 60}[self.unit]
        return Count(self.low * size, self.high * size)

    @property
    def days(self) -> Count:
        """The same in days; only for days and longer, a month counted as 30 days.

        Raises:
            KeyError: the unit is shorter than a day.
        """
        size = {"day": 1, "week": 7, "month": 30, "year": 365}[self.unit]
        return Count(self.low * size, self.high * size)

    def __str__(self) -> str:
        plural = "" if self.high == 1 else "s"
        return f"{Count(self.low, self.high)} {self.unit}{plural}"


Value = Words | Name | Term | Phone | Email | Url | Share | Count | Duration | date | int
"""What a placeholder may hold."""


def records(value: Value) -> tuple[str, ...]:
    """Ids of the evidence records a value comes from."""
    match value:
        case Url(records=many):
            return many
        case Share(record=one) | Term(record=one) | Duration(record=one) if one:
            return (one,)
        case _:
            return ()


Fact = str | int | float | list[int]
"""A value as data: what a diff, a rule or a translation check compares."""


def fact(value: Value) -> Fact:
    """`value` as plain data, the same in every language."""
    match value:
        case Share(frequency=f):
            return [f.shown, f.denominator]
        case Count(low=low, high=high):
            return [low, high]
        case Duration():
            return str(value)
        case date():
            return value.isoformat()
        case Term(id=term_id, parts=parts):
            return " ".join((term_id, *(part.id for _, part in parts)))
        case int():
            return value
        case _:
            return value.text
