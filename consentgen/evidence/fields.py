"""The fields of an evidence record: how each is read, and what is expected of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from consentgen.model import quantities
from consentgen.model.catalogue import Catalogue
from consentgen.model.evidence import Assessor, Comparator, Denominator, Use
from consentgen.tongue import later, said

LONGEST = 400
"""Characters of a text; the longest caveat we ship has about 250."""
LONGEST_ID = 80
_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#][^\s<>\"\\]*)?", re.IGNORECASE)
_WHOLE = re.compile(r"\d{1,9}|\d{1,3}(,\d{3}){1,2}")
_DECIMAL = re.compile(r"[-−]?\d{1,9}(\.\d{1,6})?")
_ANY = "any"
_RECORDS = later("one record after another, each after a hyphen")


class Refused(ValueError):
    """A value that cannot stand in a field, with the finding's own words."""

    def __init__(self, code: str, what: str, expected: str = "", help_text: str = "") -> None:
        """Keep what the finding will say."""
        super().__init__(what)
        self.code, self.what, self.expected, self.help_text = code, what, expected, help_text


@dataclass(frozen=True, slots=True)
class Field:
    """How a field is read, and whether a record can do without it."""

    read: Callable[[Any], Any] | Shape
    """A reader of the value, or the fields of the group that stands here."""
    expected: str = later("a short text")
    required: bool = True


Shape = Mapping[str, Field]
"""The fields of a group by name."""


def _line(value: object) -> str:
    if not isinstance(value, str):
        raise Refused("EV003", said("one line of text belongs here"))
    if len(value) > LONGEST:
        what = said("{count} characters, the most is {most}", count=len(value), most=LONGEST)
        raise Refused("EV003", what, said("a shorter text"))
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise Refused("EV003", said("a list belongs here"), said(_RECORDS))
    return value


def _identifier(value: object) -> str:
    text = _line(value)
    if not _ID.fullmatch(text) or len(text) > LONGEST_ID:
        expected = said("small letters, digits, hyphens and full stops, at most {most}", most=LONGEST_ID)
        raise Refused("EV003", said("this cannot be an id or a key"), expected)
    return text


def _key(known: Collection[str]) -> Callable[[Any], str]:
    """A reader of one of `known`; of any key when there are none."""

    def read(value: object) -> str:
        text = _line(value)
        if known and text not in known:
            near = get_close_matches(text, known, n=1)
            way_out = said("Did you mean {near}?", near=near[0]) if near else ""
            raise Refused("EV003", said("this is not one of the values allowed"), ", ".join(known), way_out)
        return _identifier(text)

    return read


def _keys(known: Collection[str]) -> Callable[[Any], tuple[str, ...]]:
    """A reader of `any`, of a list, or of keys with commas between them."""
    read_one = _key([*known, _ANY] if known else ())

    def read(value: object) -> tuple[str, ...]:
        given = value if isinstance(value, list) else [part.strip() for part in _line(value).split(",")]
        keys = tuple(read_one(one) for one in given)
        if _ANY in keys and len(keys) > 1:
            raise Refused("EV003", said("any stands beside other values"), said("either any, or the values"))
        return () if keys == (_ANY,) else keys

    return read


def _member(kind: type[StrEnum]) -> Callable[[Any], StrEnum]:
    read_key = _key(list(kind))
    return lambda value: kind(read_key(value))


def _whole(least: int, most: int = 10**9) -> Callable[[Any], int]:
    def read(value: object) -> int:
        text = _line(value)
        number = int(text.replace(",", "")) if _WHOLE.fullmatch(text) else -1
        if not least <= number <= most:
            raise Refused("EV004", said("this is not a whole number that can stand here"))
        return number

    return read


def _decimal(least: float = -1e9, most: float = 1e9) -> Callable[[Any], float]:
    def read(value: object) -> float:
        text = _line(value)
        number = float(text.replace("−", "-")) if _DECIMAL.fullmatch(text) else None
        if number is None or not least <= number <= most:
            raise Refused("EV004", said("this is not a number that can stand here"))
        return number

    return read


def _address(value: object) -> str:
    text = _line(value)
    if not _ADDRESS.fullmatch(text):
        raise Refused("EV006", said("this is not a full https address"))
    return text


_DAY = Field(lambda value: quantities.day(_line(value)), later('a date such as "2026-11-01"'))
_NUMBER = later("a number such as -2.75")
_PER_HUNDRED = later("a number from 0 to 100")
_PART = Field(_whole(0), later("a whole number of people, 0 or more"), required=False)
FILE: Shape = {
    "consentgen": Field(_line, "1"),
    "records": Field(_list, _RECORDS),
}
"""The top of a file."""
_COUNTS: Shape = dict.fromkeys(("yes", "no", "better", "same", "worse"), _PART)
_RATE: Shape = {
    "per_hundred": Field(_decimal(0, 100), _PER_HUNDRED),
    "compared": Field(_decimal(0, 100), _PER_HUNDRED, required=False),
}
_ESTIMATE: Shape = {
    "measure": Field(_line, later("what the number is, such as difference in PHQ-9 points")),
    "value": Field(_decimal(), _NUMBER),
    "low": Field(_decimal(), _NUMBER, required=False),
    "high": Field(_decimal(), _NUMBER, required=False),
}
_SOURCE: Shape = {
    "title": Field(_line),
    "year": Field(_whole(1900, 2100), later("a year such as 2024")),
    "address": Field(_address, later("the address of the page read, beginning with https://")),
    "read_on": _DAY,
    "note": Field(_line, required=False),
}


def record_shape(catalogue: Catalogue | None) -> Shape:
    """The fields of a record, with the keys of `catalogue`; of any keys when there is none."""
    known = catalogue or Catalogue()
    return {
        "id": Field(_identifier, later("a short name such as our-clinic-2026.recovery")),
        "use": Field(_member(Use), ", ".join(Use)),
        "population": Field(_line, later("who was counted, in plain words")),
        "therapies": Field(_keys(known.therapies), later("keys of therapies, or any")),
        "problems": Field(_keys(known.problems), later("keys of problems, or any")),
        "outcome": Field(_key(known.outcomes), later("the key of an outcome kind")),
        "denominator": Field(_member(Denominator), ", ".join(Denominator)),
        "comparator": Field(_member(Comparator), ", ".join(Comparator)),
        "assessor": Field(_member(Assessor), ", ".join(Assessor)),
        "measure": Field(_line, later("the questionnaire or interview")),
        "follow_up": Field(_line, later("when it was counted, such as end of treatment")),
        "conflict": Field(_line, later("a conflict of interest, or none known, or not stated")),
        "people": Field(_whole(1), later("a whole number of people, 1 or more"), required=False),
        "counts": Field(_COUNTS, required=False),
        "rate": Field(_RATE, required=False),
        "estimate": Field(_ESTIMATE, required=False),
        "source": Field(_SOURCE, later("title, year, address and read_on")),
        "review_by": _DAY,
        "caveat": Field(_line, required=False),
    }
