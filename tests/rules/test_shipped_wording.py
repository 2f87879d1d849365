"""The shipped wording, over every therapy and problem: short, plain, complete, and in one form of number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.compose import Wording
from consentgen.evidence import load_shipped
from consentgen.model.leaflet import Leaflet, Statement
from consentgen.rules.disclosures import disclosures
from consentgen.rules.reading import MAX_READING_AGE, MAX_SENTENCE_WORDS, longest_sentence, reading_age, size
from consentgen.rules.words import word_list
from tests import starter
from tests.unit.evidence.test_ledger import UNVERIFIED

CATALOGUE = load_catalogue()
OPTIONAL = ("waits", "rights", "confidentiality", "costs", "adjustments", "formats", "outcome.evidence")
OTHER_FORM = re.compile(r"%|\bper ?cent\b|\b(?:1|one) in (?:\d|a|two|three|four|five|ten)", re.IGNORECASE)
DECLARED = Wording().declared()
each_therapy = pytest.mark.parametrize("therapy", CATALOGUE.therapies)


def figures(therapy: str, problem: str) -> list[str]:
    """The national figures there are for one therapy and problem."""
    keys = [f"england-2024-25.{therapy}.{problem}.{kind}" for kind in ("change", "recovery")]
    return [key for key in keys if key in load_shipped()]


@cache
def leaflets(therapy: str) -> tuple[Leaflet, ...]:
    """The leaflets of one therapy, one for each problem, and one that knows as little as it may."""
    told = [
        {"therapy": {"modality": therapy}, "problems": problem, "outcome.evidence": figures(therapy, problem)}
        for problem in CATALOGUE.problems
    ]
    bare = starter.with_fields({"therapy": {"modality": therapy}}, starter.without(*OPTIONAL))
    sources = [*map(starter.with_fields, told), bare]
    return tuple(starter.compose(starter.service(source)) for source in sources)


def ours(leaflet: Leaflet) -> Iterator[Statement]:
    """The statements that hold no words of the service."""
    for statement in leaflet.statements():
        if not any(run.kind in ("words", "name") for run in statement.runs):
            yield statement


@each_therapy
def test_no_sentence_is_longer_than_twenty_words(therapy: str) -> None:
    told = {s.text: s.id for leaflet in leaflets(therapy) for s in ours(leaflet)}
    assert len(told) > 100
    assert [] == [key for text, key in told.items() if longest_sentence(text)[0] > MAX_SENTENCE_WORDS]


@each_therapy
def test_a_child_of_eleven_could_read_it(therapy: str) -> None:
    ages = [reading_age(size(s.text) for s in leaflet.statements()) for leaflet in leaflets(therapy)]
    assert len(CATALOGUE.problems) + 1 == len(ages)
    assert max(ages) <= MAX_READING_AGE


@each_therapy
def test_numbers_have_one_form(therapy: str) -> None:
    told = {s.text for leaflet in leaflets(therapy) for s in leaflet.statements()}
    assert [] != [text for text in told if "out of 100 people" in text]
    assert [] == [text for text in told if OTHER_FORM.search(text)]


@each_therapy
def test_every_statement_is_whole(therapy: str) -> None:
    told = {s.text for leaflet in leaflets(therapy) for s in leaflet.statements()}
    assert [] == [text for text in told if re.search(r"\{|\}|None|\.\.|  | [.,:]|^\W*$", text)]


@each_therapy
@pytest.mark.parametrize("matter", ["support-urgent", "right-to-refuse", "confidentiality-data", "risks"])
def test_what_must_not_be_lost_is_marked_critical(therapy: str, matter: str) -> None:
    for leaflet in leaflets(therapy):
        assert [s for s in leaflet.statements() if s.critical and matter in s.tells]


@pytest.mark.parametrize("grade", CATALOGUE.grades)
def test_every_job_is_named_and_said_in_short_sentences(grade: str) -> None:
    leaflet = starter.compose(starter.service(starter.with_fields({"practitioner.grade": grade})))
    assert f"grade.{grade}.name" == starter.by_id(leaflet, "who.grade").facts["grade"]
    assert longest_sentence(starter.by_id(leaflet, "who.gloss").text)[0] <= MAX_SENTENCE_WORDS


def test_every_statement_has_an_id_of_its_own() -> None:
    counts = Counter(message.id for message in DECLARED)
    assert len(counts) > 200
    assert [] == [key for key, times in counts.items() if times > 1]


def test_ids_are_words_with_full_stops_between_them() -> None:
    assert [] == [m.id for m in DECLARED if not re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)*", m.id)]


def test_a_statement_with_a_placeholder_has_a_note_for_translators() -> None:
    units = [m for m in DECLARED if m.id.startswith("unit.")]
    assert [] == [m.id for m in DECLARED if m.placeholders and not m.note and m not in units]


def test_every_disclosure_named_is_one_of_the_twenty_four() -> None:
    known = {disclosure.id for disclosure in disclosures()}
    named = {key for message in DECLARED for key in message.tells}
    assert known == named


def test_both_forms_of_a_statement_hold_the_same_placeholders() -> None:
    found = re.compile(r"\{(\w+)\}").findall
    assert [] == [m.id for m in DECLARED if m.plural and set(found(m.body)) != set(found(m.plural))]


@pytest.mark.parametrize("fact", UNVERIFIED)
def test_nothing_unverified_is_in_the_wording(fact: str) -> None:
    assert [] == [m.id for m in DECLARED if fact in f"{m.body} {m.plural}"]


def test_the_wording_itself_sells_nothing() -> None:
    words = [word.pattern for word in word_list("claims")]
    told = [m for m in DECLARED if any(word.search(m.body) for word in words)]
    assert [] == [m.id for m in told]
