"""The data of a leaflet gives back every passage; whoever wrote it, it gives those or an error."""

from __future__ import annotations

import json
from typing import Any

import pytest

from consentgen.errors import CannotRead
from consentgen.render.data import render_data
from consentgen.review.foreign.data import read_data
from consentgen.review.leaflet_reading import reading
from tests import starter

LEAFLET = starter.compose(starter.service())
DATA = render_data(LEAFLET).data.decode()


def test_data_give_back_the_leaflet_whole() -> None:
    assert reading(LEAFLET, "label") == read_data(DATA, "label")


def other(**title: Any) -> str:
    held = json.loads(DATA)
    return json.dumps(held | {"title": held["title"] | title})


NONE = [
    "", "[]", "{}", "null", '{"title": 3}', "[" * 200_000, other(text=3), other(id=None), other(language=3),
    other(links=[{"words": "a", "target": 3}]), other(facts={"low": {}}), other(tells=[3]), other(state=[]),
    DATA.replace('"kind": "paragraph"', '"kind": "verse"', 1), json.dumps(json.loads(DATA) | {"author": 3}),
]  # fmt: skip


@pytest.mark.parametrize("text", NONE, ids=range(len(NONE)))
def test_what_is_no_leaflet_is_refused(text: str) -> None:
    with pytest.raises(CannotRead):
        read_data(text, "label")
