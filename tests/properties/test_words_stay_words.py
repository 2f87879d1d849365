"""Whatever text stands in a field, each format keeps its structure and says the same words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consentgen.source.yaml import INVISIBLE
from tests.bad.cases import alone
from tests.bad.hostile import HARMLESS, free_names, shapes, solid, with_values

MARKS = "<>&\"'`*_~#|[](){}!\\/:=-+.$@%^;? "
letters = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"])
words = st.text(st.one_of(st.sampled_from([*MARKS, *"abcjx1"]), letters), max_size=80)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("words")


@settings(derandomize=True, deadline=None, max_examples=100)
@given(words)
def test_any_text_in_every_free_field(folder: Path, text: str) -> None:
    # One letter keeps it from being a bare number, which is set from left to right.
    text = f"x{INVISIBLE.sub(' ', text)}"
    prepared = alone(folder, with_values(dict.fromkeys(free_names(), text)))
    assume(prepared.leaflet)
    assert prepared.leaflet
    harmless = plain(folder)
    for form, (shape, told) in shapes(prepared.leaflet).items():
        assert harmless[form][0] == shape, form
        assert harmless[form][1].count(solid(HARMLESS)) <= told.count(solid(text)), form


@cache
def plain(folder: Path) -> dict[str, tuple[list[str], str]]:
    """The leaflet with harmless words in the same fields."""
    leaflet = alone(folder, with_values(dict.fromkeys(free_names(), HARMLESS))).leaflet
    assert leaflet
    return shapes(leaflet)
