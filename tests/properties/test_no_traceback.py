"""No bytes and no structure given as a descriptor make a traceback: a leaflet, or findings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.rules import rule_called
from tests import starter
from tests.bad.cases import alone, errors
from tests.bad.hostile import EVERYTHING, HOSTILE, shapes

quick = settings(derandomize=True, deadline=None, max_examples=150)
Path_ = tuple[str | int, ...]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("properties")


def a_leaflet_or_findings(folder: Path, data: bytes) -> None:
    """Take bytes all the way; whatever cannot be told has to be found, by a rule with a page."""
    prepared = alone(folder, data)
    assert (prepared.leaflet is None) == bool(errors(prepared.findings))
    assert [] == [f.code for f in prepared.findings if not rule_called(f.code).why]
    if prepared.leaflet:
        assert {"html", "md", "txt"} == set(shapes(prepared.leaflet))


@quick
@given(st.binary(max_size=200))
def test_random_bytes(folder: Path, data: bytes) -> None:
    a_leaflet_or_findings(folder, data)


@quick
@given(st.text(alphabet="ab1:-[]{}&*!|>#%@`'\"\\\n\t ,?~.=<\0\x1b\u00e9\u202e\ue000\U0001f600", max_size=60))
def test_random_marks_of_yaml(folder: Path, source: str) -> None:
    a_leaflet_or_findings(folder, source.encode())


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([*HOSTILE])
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


@quick
@given(
    st.dictionaries(st.sampled_from(["consentgen", "therapy", "outcome", "sessions", "id", "review"]), values)
)
def test_random_values_under_real_names(folder: Path, data: dict[str, Any]) -> None:
    a_leaflet_or_findings(folder, json.dumps(data).encode())


def paths(data: object, above: Path_ = ()) -> Iterator[Path_]:
    """The place of every value in a descriptor."""
    if above:
        yield above
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inside:
        yield from paths(value, (*above, step))


WHOLE = {name: starter.document(starter.text(name)).value for name in starter.NAMES}
REPLACED = st.one_of(
    st.just(EVERYTHING), st.sampled_from([*HOSTILE.values()]), st.sampled_from(["0", "8 to 6", "30", "9999 years"]),
    st.none(), st.just([]), st.just({}), st.just([EVERYTHING]), st.just({"name": "words"}), st.text(max_size=30), values,
)  # fmt: skip


def changed(data: Any, path: Path_, change: str, value: object) -> Any:
    """`data` with one change where `path` leads."""
    step, rest = path[0], path[1:]
    items: dict[Any, Any] = data if isinstance(data, dict) else dict(enumerate(data))
    if rest:
        items = {**items, step: changed(items[step], rest, change, value)}
    elif change == "delete":
        items = {key: item for key, item in items.items() if key != step}
    elif change == "double":
        items = {**items, f"{step}s": items[step]}
    else:
        items = {**items, step: value}
    return items if isinstance(data, dict) else list(items.values())


@settings(quick, max_examples=400)
@given(st.data())
def test_a_good_descriptor_with_a_few_changes(folder: Path, data: st.DataObject) -> None:
    descriptor = WHOLE[data.draw(st.sampled_from(starter.NAMES))]
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([*paths(descriptor)]))
        change = data.draw(st.sampled_from(["delete", "double", "replace", "replace"]))
        descriptor = changed(descriptor, path, change, data.draw(REPLACED))
    a_leaflet_or_findings(folder, json.dumps(descriptor).encode())
