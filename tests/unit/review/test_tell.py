"""People already in treatment are told what matters to them, with the reason."""

from __future__ import annotations

from typing import Any

import pytest

from consentgen.model.reading import Passage
from consentgen.review.change import Edit, EditKind, Meaning, Weight
from consentgen.review.tell import NAMED, tell, tell_of
from consentgen.rules.disclosures import disclosures
from tests.unit.review.meaning.edits import SHARE, STOP, changed

FACT = Meaning("fact", True, Weight.MAJOR, "The number changed.")
WORDS = Meaning("wording", True, Weight.MINOR, "The wording changed.")
CRITICAL = Meaning("critical", True, Weight.BLOCK, "A critical statement was reworded.")
HINT = Meaning("negation", False, Weight.MAJOR, "A word that says no is gone.", ("en",))
TERM = Meaning("term", False, Weight.MINOR, "A term is gone.", ("en",))


def edit(passage: Passage, *found: Meaning) -> Edit:
    return Edit(EditKind.REWORDED, (passage,), (passage,), meanings=found)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id": "urgent.now", "tells": ("support-urgent",)}, True),
        ({"id": "waiting.first", "tells": ("waiting",)}, False),
        ({"id": "waiting.first.unknown", "tells": ("waiting",)}, False),
        ({"id": "waiting.second", "tells": ("waiting",)}, True),
        ({"id": "contact.time", "tells": ("questions-contact",)}, False),
        ({"id": "contact.phone", "tells": ("questions-contact",)}, True),
        ({"id": "facts.better", "tells": ()}, True),
        ({"id": "facts.wait.label", "tells": ()}, False),
        ({"id": "sources.version", "tells": ("record",)}, False),
        ({"id": "contact.notes", "tells": ()}, False),
        ({"id": "opening.choice", "tells": (), "critical": True}, True),
        ({"id": "", "tells": ()}, True),
    ],
)
def test_what_a_statement_tells_decides(fields: dict[str, Any], expected: bool) -> None:
    assert expected is tell([edit(changed(STOP, **fields), FACT)]).needed


@pytest.mark.parametrize(
    ("found", "expected"),
    [((FACT,), True), ((WORDS,), False), ((WORDS, HINT), True), ((WORDS, TERM), False), ((WORDS, CRITICAL), False), ((), False)],
)  # fmt: skip
def test_words_alone_are_not_told_unless_a_hint_was_seen(found: tuple[Meaning, ...], expected: bool) -> None:
    assert expected is tell([edit(STOP, *found)]).needed


def test_the_reason_names_what_changed_and_its_source() -> None:
    why = tell([edit(SHARE, FACT)]).why
    assert "how many people it helps" in why
    assert "Montgomery" in why


def test_one_statement_that_matters_is_enough_and_gives_the_reason() -> None:
    version = changed(STOP, id="sources.version", tells=("record",))
    found = tell([edit(version, FACT), edit(STOP, FACT)])
    assert (True, True) == (found.needed, "right to say no" in found.why)


def test_every_disclosure_has_an_answer_and_a_long_list_is_cut() -> None:
    every = [Passage("x", id=f"own.{d.id}", tells=(d.id,)) for d in disclosures()]
    assert all("24 things" not in tell_of([p]).why for p in every)
    needed = [d for d, p in zip(disclosures(), every, strict=True) if tell_of([p]).needed]
    assert f"and {len(needed) - NAMED} more" in tell_of(every).why
