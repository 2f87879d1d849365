"""The disclosure matrix: told, told in part, or missing, with the statements that prove it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consentgen.model.leaflet import Leaflet, Paragraph, Run, Section, Statement
from consentgen.rules.disclosures import disclosures, matrix
from tests import starter

NUMBERS = range(1, 25)


def leaflet(*statements: Statement) -> Leaflet:
    section = Section("a", None, (Paragraph(statements),))
    made = starter.compose(starter.service())
    return replace(made, title=Statement("t", (Run("T"),)), sections=(section,), stamps=())


def say(key: str, *tells: str, unknown: bool = False) -> Statement:
    return Statement(key, (Run("Words."),), tells=tells, unknown=unknown)


def test_there_are_twenty_four_and_they_are_numbered_in_order() -> None:
    assert [f"DI{number:03}" for number in NUMBERS] == [d.code for d in disclosures()]


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ((), "missing"),
        ((say("a", "dose"),), "told"),
        ((say("a", "who", "dose"),), "told"),
        ((say("a", "dose"), say("b", "dose", unknown=True)), "partly"),
        ((say("b", "dose", unknown=True),), "partly"),
        ((say("a", "who"),), "missing"),
    ],
)
def test_a_disclosure_is_told_by_its_statements(statements: tuple[Statement, ...], expected: str) -> None:
    [told] = [t for t in matrix(leaflet(*statements)) if t.disclosure.id == "dose"]
    assert expected == told.state


def test_the_proof_names_each_statement_once() -> None:
    [told] = [
        t
        for t in matrix(leaflet(say("a", "dose"), say("a", "dose"), say("b", "dose", unknown=True)))
        if t.disclosure.id == "dose"
    ]
    assert (("a",), ("b",)) == (told.statements, told.unknown)
