"""The shipped catalogue: complete, plain, and refused when it is at fault."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.catalogue.load import DATA
from consentgen.model.catalogue import Therapy
from consentgen.model.values import Count, Duration

CATALOGUE = load_catalogue()
CODES = {
    "guided-self-help-workbook": ("748051000000105", "M090"),
    "guided-self-help-online": ("748041000000107", "M092"),
    "self-help-alone-workbook": ("748101000000105", "M091"),
    "self-help-alone-online": ("748091000000102", "M093"),
    "class": ("702545008", "M097"),
    "group-cbt": ("", ""),
    "exercise": ("748061000000108", "M095"),
    "cbt": ("304891004", "M110"),
    "counselling": ("286711000000107", "M104"),
    "ipt": ("443730003", "M111"),
    "couple-therapy": ("1129471000000105", "M102"),
    "emdr": ("449030000", "M106"),
    "mindfulness": ("933221000000107", "M107"),
    "brief-psychodynamic": ("314034001", "M105"),
    "applied-relaxation": ("1127281000000100", "M100"),
    "collaborative-care": ("842901000000108", "M103"),
    "employment-support": ("1098051000000103", "M099"),
}


def test_every_therapy_has_its_official_code() -> None:
    assert {key: (t.code, t.measure) for key, t in CATALOGUE.therapies.items()} == CODES


def test_guided_self_help_is_called_guided_self_help() -> None:
    named = [t for t in CATALOGUE.therapies.values() if t.code in ("748051000000105", "748041000000107")]

    assert [True, True] == [t.name.text.startswith("guided self-help with") for t in named]
    assert ["guided-self-help"] * 2 == [t.family for t in named]


@pytest.mark.parametrize("therapy", CATALOGUE.therapies.values(), ids=CATALOGUE.therapies)
def test_descriptions_are_plain_sentences(therapy: Therapy) -> None:
    assert therapy.description
    sentences = re.findall(r"[^.]+\.", therapy.description.text)

    assert therapy.description.text.startswith("You ")
    assert all(len(s.split()) <= 20 for s in sentences)
    assert therapy.name.text[0].islower() or therapy.name.text.startswith("CBT")


@pytest.mark.parametrize(
    ("therapy", "problem", "expected"),
    [
        ("guided-self-help-workbook", "depression", (Count(6, 8), None, "NG222")),
        ("guided-self-help-online", "depression", (Count(6, 8), None, "NG222")),
        (
            "guided-self-help-workbook",
            "generalised-anxiety",
            (Count(5, 7), Duration(20, 30, "minute"), "CG113"),
        ),
        ("class", "generalised-anxiety", (Count(6, 6), Duration(2, 2, "hour"), "CG113")),
        ("group-cbt", "depression", (Count(8, 8), None, "NG222")),
        ("counselling", "depression", (Count(12, 16), None, "NG222")),
    ],
)
def test_doses_are_those_of_the_guideline(
    therapy: str, problem: str, expected: tuple[Count, Duration | None, str]
) -> None:
    dose = CATALOGUE.therapies[therapy].dose_for([problem])

    assert dose
    assert expected == (dose.sessions, dose.length, dose.source.split()[-1])
    assert dose.address == f"https://www.nice.org.uk/guidance/{expected[2].lower()}"


def test_there_is_no_dose_that_nobody_read_in_a_guideline() -> None:
    with_dose = {key for key, therapy in CATALOGUE.therapies.items() if therapy.doses}

    assert with_dose == {
        "guided-self-help-workbook",
        "guided-self-help-online",
        "class",
        "group-cbt",
        "counselling",
    }


def test_a_wellbeing_practitioner_is_not_called_a_therapist() -> None:
    grade = CATALOGUE.grades["psychological-wellbeing-practitioner"]

    assert not grade.therapist
    assert "not a qualified therapist" in grade.gloss.text


def test_glosses_have_at_most_two_short_sentences() -> None:
    for grade in CATALOGUE.grades.values():
        sentences = re.findall(r"[^.]+\.", grade.gloss.text)
        assert 1 <= len(sentences) <= 2
        assert all(len(s.split()) <= 20 for s in sentences)


def test_only_what_a_person_would_recognise_is_clinically_relevant() -> None:
    relevant = {key for key, kind in CATALOGUE.outcomes.items() if kind.clinically_relevant}

    assert relevant == {"usual-self", "diagnosis-lost", "daily-functioning"}


def test_terms_have_one_id_each() -> None:
    tables: tuple[dict[str, Any], ...] = (
        CATALOGUE.therapies,
        CATALOGUE.grades,
        CATALOGUE.problems,
        CATALOGUE.outcomes,
    )
    entries: list[Any] = [entry for table in tables for entry in table.values()]
    terms: list[Any] = [getattr(e, n, None) for e in entries for n in ("name", "gloss", "description")]
    ids = [term.id for term in terms if hasattr(term, "id")]

    assert len(ids) == len(set(ids))
    assert {
        "therapy.cbt.name",
        "therapy.cbt.description",
        "grade.counsellor.gloss",
        "problem.ptsd.name",
    } < set(ids)


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("therapies", "family: class", "family: klass", r"therapies\.yaml:\d+:\d+: 'klass' is not one of"),
        ("therapies", "family: class", "", "family is missing"),
        ("therapies", "family: class", "family: class\n    colour: blue", "colour is not a field here"),
        ("therapies", "problems: [depression]", "problems: [gloom]", "'gloom' is not a problem"),
        ("therapies", "sessions: 12 to 16", "sessions: some", "'some': not a number or a range"),
        ("therapies", "source: https://", "source: http://", "is not an https address"),
        ("grades", "therapist: false", "therapist: perhaps", "'perhaps' is not one of true, false"),
        ("outcomes", "outcomes:", "results:", "expected consentgen and outcomes"),
        ("problems", "problems:", "problems: [", r"problems\.yaml"),
    ],
)
def test_a_fault_in_the_data_is_refused_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, fault: str
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    broken = folder / f"{file}.yaml"
    text = broken.read_text(encoding="utf-8")
    assert old in text
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(ValueError, match=fault):
        load_catalogue(folder)
