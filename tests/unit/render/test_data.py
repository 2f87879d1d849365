"""The leaflet as data holds every statement in order, with its facts and what it tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from consentgen.render.data import render_data
from tests import starter
from tests.unit.render.sample import sample_leaflet


def data() -> Any:
    return json.loads(render_data(starter.compose(starter.service())).data)


def statements(value: Any) -> Iterator[dict[str, Any]]:
    """The statements inside, in order."""
    if isinstance(value, dict):
        if "text" in value:
            yield value
        for inner in value.values():
            yield from statements(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from statements(inner)


def test_it_is_named_after_the_leaflet() -> None:
    artifact = render_data(sample_leaflet())
    assert ("northtown-guided-self-help.json", "application/json") == (artifact.name, artifact.media_type)


def test_every_statement_is_in_it_in_reading_order() -> None:
    leaflet = starter.compose(starter.service())
    made = data()
    assert starter.ids(leaflet)[:-1] == [
        made["title"]["id"],
        *(s["id"] for s in statements(made["sections"])),
    ]
    assert ["furniture.draft"] == [s["id"] for s in statements(made["stamps"])]


def test_every_kind_of_block_is_in_it() -> None:
    text = render_data(sample_leaflet()).data.decode()
    kinds = ("heading", "paragraph", "list", "definitions", "icons", "lines", "box")
    assert [] == [kind for kind in kinds if f'"kind": "{kind}"' not in text]


def test_a_statement_comes_with_its_facts_links_and_marks() -> None:
    [told] = [s for s in statements(data()) if s["id"] == "urgent.emergency"]
    assert {"phone": "999"} == told["facts"]
    assert [{"words": "999", "target": "tel:999"}] == told["links"]
    assert (["support-urgent"], True) == (told["tells"], told["critical"])


def test_a_statement_comes_with_its_wording_and_the_places_of_its_values() -> None:
    [told] = [s for s in statements(data()) if s["id"] == "urgent.emergency"]
    assert "{phone}" in told["pattern"]
    assert "{phone}" in told["wording"]


def test_a_picture_comes_with_its_counts_and_their_intervals() -> None:
    [picture] = [b for s in data()["sections"] for b in s["blocks"] if b["kind"] == "icons"]
    parts = picture["whole"]["parts"]
    assert 100 == picture["whole"]["of"] == sum(part["shown"] for part in parts)
    for part in parts:
        low, high = part["interval_per_100"]
        assert low <= 100 * part["events"] / part["people"] <= high


def test_the_same_leaflet_gives_the_same_bytes() -> None:
    assert render_data(sample_leaflet()) == render_data(sample_leaflet())


def test_a_statement_says_its_own_language_and_that_it_is_a_draft() -> None:
    leaflet = sample_leaflet()
    title = replace(leaflet.title, language="pl", draft=True)
    made = json.loads(render_data(replace(leaflet, title=title)).data)
    assert ("pl", True) == (made["title"]["language"], made["title"]["draft"])
    assert not {"language", "draft"} & set(made["sections"][0]["blocks"][0]["statements"][0])
