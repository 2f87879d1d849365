"""The field reference holds every field and every key, and is the page that is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.descriptor.fields import all_fields, field_at, known_fields
from consentgen.descriptor.reference import field_reference
from consentgen.model.service import Service

REFERENCE = field_reference(load_catalogue())
PAGE = Path(__file__).parents[3] / "docs" / "descriptor.md"


def test_every_field_has_its_row() -> None:
    fields = [field.name for field in all_fields()]
    assert {"sessions.length", "alternatives.options[].wait", "crisis.lines[].phone"} < set(fields)
    assert [] == [name for name in fields if f"| `{name}`" not in REFERENCE]


def test_every_key_of_the_catalogue_has_its_row() -> None:
    catalogue = load_catalogue()
    keys = [*catalogue.therapies, *catalogue.grades, *catalogue.problems, *catalogue.outcomes]
    assert [] == [key for key in keys if f"| `{key}` |" not in REFERENCE]


def test_every_field_says_what_it_holds() -> None:
    assert [] == [field.name for field in all_fields() if not field.description]


def test_every_needed_field_of_text_has_an_example() -> None:
    assert [] == [f.name for f in all_fields() if f.required and not f.group and f.sample in ("", "...")]


def test_the_published_page_is_this_one() -> None:
    assert REFERENCE == PAGE.read_text(encoding="utf-8")


def test_a_field_is_found_by_its_path() -> None:
    field = field_at(("alternatives", "options", 1, "wait"))
    assert field
    assert ("alternatives.options.wait", False) == (field.name, field.required)


@pytest.mark.parametrize("path", [("colour",), ("version", "x"), ("sessions", "colour")])
def test_a_path_that_leads_nowhere_has_no_field(path: tuple[str, ...]) -> None:
    assert field_at(path) is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [((), list(Service.model_fields)), (("rights",), ["missed_sessions"]), (("version",), []), (("x",), [])],
)
def test_the_fields_that_may_stand_somewhere_are_known(path: tuple[str, ...], expected: list[str]) -> None:
    assert expected == known_fields(path)
