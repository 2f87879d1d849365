"""A leaflet gives its statements in reading order, whatever blocks they stand in."""

from __future__ import annotations

from dataclasses import replace

from consentgen.model.frequency import whole
from consentgen.model.leaflet import (
    Block,
    Box,
    Bullets,
    Definitions,
    Heading,
    Icons,
    Lines,
    Paragraph,
    Run,
    Section,
    Statement,
    statements_of,
)
from tests import starter


def say(key: str) -> Statement:
    return Statement(key, (Run(key),))


def test_every_block_gives_its_statements_in_order() -> None:
    inner: tuple[Block, ...] = (
        Heading(say("a")),
        Paragraph((say("b"), say("c"))),
        Bullets(((say("d"), say("e")), (say("f"),))),
        Definitions(((say("g"), (say("h"),)),)),
        Icons(whole({"yes": 1, "no": 1}, 2), ((say("i"),), (say("j"),))),
        Lines(3),
    )
    assert "abcdefghij" == "".join(s.id for s in statements_of(Box("note", inner)))


def test_the_title_comes_first_and_the_stamps_last() -> None:
    leaflet = starter.compose(starter.service())
    section = Section("a", say("a.heading"), (Paragraph((say("a.b"),)),))
    ids = starter.ids(replace(leaflet, sections=(section,), stamps=("draft", "expired")))
    assert ["a.heading", "a.b", "furniture.draft", "furniture.expired"] == ids[1:]
    assert leaflet.title.id == ids[0]


def test_a_statements_text_is_its_runs_without_markup() -> None:
    told = Statement("a", (Run("Call "), Run("999", "phone", "tel:999", strong=True), Run(".")))
    assert "Call 999." == told.text


def test_a_pictures_text_equivalent_is_its_legend() -> None:
    assert "yes no" == Icons(whole({"yes": 1, "no": 1}, 2), ((say("yes"),), (say("no"),))).text
