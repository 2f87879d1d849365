"""The JSON Schema lets an editor accept what the reader accepts, and refuse what it refuses."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from consentgen.catalogue import load_catalogue
from consentgen.descriptor.schema import json_schema
from tests import starter

SCHEMA = json_schema(load_catalogue())


def faults(source: str) -> list[str]:
    """What an editor, which reads plain YAML, would mark: the path of each fault."""
    data: Any = YAML(typ="safe", pure=True).load(source)
    found = jsonschema.Draft202012Validator(SCHEMA).iter_errors(_dates_as_text(data))
    return [".".join(map(str, error.absolute_path)) for error in found]


def _dates_as_text(value: Any) -> Any:
    """`value` as an editor sees it: JSON has no dates."""
    if isinstance(value, dict):
        return {key: _dates_as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(inner) for inner in value]
    return value if isinstance(value, str | int | float | None) else str(value)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert {"service", "therapy", "sessions", "outcome", "crisis"} <= set(SCHEMA["required"])


@pytest.mark.parametrize("name", starter.NAMES)
def test_the_starter_descriptors_are_accepted(name: str) -> None:
    assert [] == faults(starter.text(name))


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ("colour: blue\n", ""),
        ("service:\n  name: Northtown\n  provder: x\n", "service"),
        ("service: Northtown\n", "service"),
        ("sessions:\n  number: 6\n  length: 30\n  channel: telephone\n", "sessions.length"),
        ("sessions:\n  number: 6\n  length: '30'\n  channel: telephone\n", "sessions.length"),
        ("sessions:\n  number: 6\n  length: 30 minutes\n  channel: pigeon\n", "sessions.channel"),
        ("therapy:\n  modality: low intensity telephone CBT\n", "therapy.modality"),
        ("practitioner:\n  grade: wizard\n", "practitioner.grade"),
        ("problems: [gloom]\n", "problems"),
        ("problems: []\n", "problems"),
        ("outcome:\n  expected: PHQ-9 drop\n  in_daily_life: x\n", "outcome.expected"),
        ("contact:\n  web: http://northtown.example\n", "contact.web"),
        ("consentgen: 2\n", "consentgen"),
        ("author: ''\n", "author"),
    ],
)
def test_a_fault_is_refused_while_one_types(lines: str, field: str) -> None:
    assert [field] == sorted(set(faults(starter.with_lines(lines))))


def test_one_value_may_stand_where_a_list_may() -> None:
    assert [] == faults(starter.with_lines("problems: depression\nformats: braille\n"))


def test_the_catalogue_gives_the_choices() -> None:
    modality = SCHEMA["$defs"]["TherapyPart"]["properties"]["modality"]
    assert list(load_catalogue().therapies) == modality["enum"]


def test_every_field_says_what_it_is_for() -> None:
    groups = [SCHEMA, *SCHEMA["$defs"].values()]
    fields = {name: about for group in groups for name, about in group["properties"].items()}
    groups_only = {
        name for name, about in fields.items() if "$ref" in about or "$ref" in str(about.get("items"))
    }
    assert [] == [name for name in fields if "description" not in fields[name] and name not in groups_only]
