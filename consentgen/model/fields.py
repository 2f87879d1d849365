"""The kinds of field a descriptor has: how each is read, and what an editor is told of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from consentgen.model import quantities, values
from consentgen.model.finding import shorten
from consentgen.tongue import later, said

MAX_WORDS = 300
"""Characters of a text; about three sentences."""
MAX_NAME = 120
MAX_ITEMS = 12
"""Items of a list: a leaflet is two to four pages."""

_PHONE = re.compile(r"\+?[\d][\d ()-]{1,22}\d")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_URL = re.compile(
    r"https://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d{1,5})?(?:[/?#][\w\-./?=&%#~+,:;@!$'()*]*)?", re.ASCII
)


def fault(code: str, what: str, expected: str, choices: Sequence[str] = ()) -> PydanticCustomError:
    """A pydantic error that the descriptor reader turns into a finding; `choices` are what could stand there."""
    context = {"what": what, "expected": expected, "choices": [*choices]}
    return PydanticCustomError(code, "{what}", context)


def _text(value: object, limit: int, expected: str, **values: str) -> str:
    if value is None or value == "":
        raise fault("empty", said("nothing is written here"), said(expected, **values))
    if not isinstance(value, str):
        raise fault("wrong_kind", _kind_of(value), said(expected, **values))
    if len(value) > limit:
        what = said("{count} characters, the most is {most}", count=len(value), most=limit)
        raise fault("too_long", what, said("a shorter text"))
    return value


def _kind_of(value: object) -> str:
    if isinstance(value, dict):
        return said("a group of fields stands where something else is expected")
    if isinstance(value, list):
        return said("a list stands where something else is expected")
    return said("text stands where something else is expected")


def _reader(
    kind: type, limit: int, expected: str, pattern: re.Pattern[str] | None = None, *, wrong: str = ""
) -> Callable[[Any], Any]:
    """A reader of a text; `expected` and `wrong`, what is said of another form, are said when they are told."""

    def read(value: object) -> object:
        text = _text(value, limit, expected)
        if pattern and not pattern.fullmatch(text):
            raise fault("wrong_form", said(wrong), said(expected))
        return kind(text)

    return read


def _quantity(parse: Callable[[str], Any], expected: str) -> Callable[[Any], Any]:
    def read(value: object) -> object:
        text = _text(value, MAX_NAME, expected)
        try:
            return parse(text)
        except quantities.NotAQuantity as error:
            code = "no_unit" if isinstance(error, quantities.NoUnit) else "not_a_quantity"
            raise fault(code, error.fault, error.expected) from None

    return read


def _known(table: str) -> Callable[[Any, ValidationInfo], str]:
    def read(value: object, info: ValidationInfo) -> str:
        known = list(getattr(info.context, table)) if info.context else []
        text = _text(value, MAX_NAME, later("one of: {choices}"), choices=", ".join(known))
        if text not in known:
            expected = said("one of: {choices}", choices=", ".join(known))
            raise fault("not_in_catalogue", said("this is not in the catalogue"), expected, known)
        return text

    return read


def _schema(
    pattern: str = "", *, limit: int = MAX_NAME, numbers: bool = False, **more: Any
) -> WithJsonSchema:
    kind: Any = ["string", "integer", "number"] if numbers else "string"
    schema: dict[str, Any] = {"type": kind, "minLength": 1, "maxLength": limit, **more}
    if pattern:
        schema["pattern"] = pattern
    return WithJsonSchema(schema)


_DURATION_HINT = later('a duration such as "30 minutes"')
Words = Annotated[
    values.Words,
    PlainValidator(_reader(values.Words, MAX_WORDS, later("a short text"))),
    _schema(limit=MAX_WORDS),
]
Name = Annotated[values.Name, PlainValidator(_reader(values.Name, MAX_NAME, later("a name"))), _schema()]
Label = Annotated[str, PlainValidator(_reader(str, MAX_NAME, later("a short text"))), _schema(numbers=True)]
Phone = Annotated[
    values.Phone,
    PlainValidator(
        _reader(
            values.Phone,
            40,
            later('a phone number such as "01632 960 123"'),
            _PHONE,
            wrong=later("this is not a phone number"),
        )
    ),
    _schema(numbers=True, limit=40),
]
Email = Annotated[
    values.Email,
    PlainValidator(
        _reader(
            values.Email,
            MAX_NAME,
            later('an email address such as "hello@northtown.example"'),
            _EMAIL,
            wrong=later("this is not an email address"),
        )
    ),
    _schema(format="email"),
]
Url = Annotated[
    values.Url,
    PlainValidator(
        _reader(
            values.Url,
            200,
            later('a web address such as "https://northtown.example/help"'),
            _URL,
            wrong=later("this is not a web address"),
        )
    ),
    _schema("^https://", limit=200),
]
Count = Annotated[
    values.Count,
    PlainValidator(_quantity(quantities.count, later('a number such as "6", or a range such as "6 to 8"'))),
    _schema(numbers=True, examples=["6 to 8"]),
]
Duration = Annotated[
    values.Duration,
    PlainValidator(_quantity(quantities.duration, _DURATION_HINT)),
    _schema(
        rf"(?i)^{quantities.DURATION.pattern.replace('?P<low>', '').replace('?P<high>', '').replace('?P<unit>', '')}$".replace(
            "(?i)", ""
        ),
        examples=["30 minutes"],
    ),
]
Spacing = Annotated[
    values.Duration,
    PlainValidator(_quantity(quantities.spacing, later('a spacing such as "every 1 to 2 weeks"'))),
    _schema("^every ", examples=["every 1 to 2 weeks"]),
]
Day = Annotated[
    date,
    PlainValidator(_quantity(quantities.day, later('a date such as "2026-11-01"'))),
    _schema(format="date"),
]
TherapyKey = Annotated[str, PlainValidator(_known("therapies")), WithJsonSchema({"x-catalogue": "therapies"})]
GradeKey = Annotated[str, PlainValidator(_known("grades")), WithJsonSchema({"x-catalogue": "grades"})]
ProblemKey = Annotated[str, PlainValidator(_known("problems")), WithJsonSchema({"x-catalogue": "problems"})]
OutcomeKey = Annotated[str, PlainValidator(_known("aims")), WithJsonSchema({"x-catalogue": "aims"})]
RecordId = Annotated[
    str, PlainValidator(_reader(str, MAX_NAME, later("the id of an evidence record"))), _schema()
]


def _as_list(value: object) -> object:
    if not isinstance(value, list):
        return [value] if isinstance(value, str) else value
    twice = next((item for item in value if isinstance(item, str) and value.count(item) > 1), "")
    if twice:
        raise fault("repeated", said("{item} stands here twice", item=shorten(twice)), said("each item once"))
    return value


OneOrMore = BeforeValidator(_as_list)
"""Lets an author write one value where a list may stand, and none of a list twice."""


def found_text(value: object) -> str:
    """A value as it is shown in a finding."""
    return shorten(value) if isinstance(value, str) else ""
