"""The England figures: those of the published table, and nothing else."""

from __future__ import annotations

import csv

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.evidence.england import DATA, MIN_PEOPLE, England
from consentgen.model.evidence import Counts, Denominator
from consentgen.model.frequency import whole

ENGLAND = England()
CATALOGUE = load_catalogue()
LINES = list(csv.DictReader((DATA / "england_2024_25.csv").read_text(encoding="utf-8").splitlines()))


def share(key: str, part: str) -> float:
    result = ENGLAND[key].result
    assert isinstance(result, Counts)
    return 100 * result.parts[part] / result.people


def per_hundred(key: str, part: str) -> float:
    return round(share(key, part), 1)


def record_id(line: dict[str, str], kind: str) -> str:
    therapy = ENGLAND.therapies[line["therapy_type"]]["key"]
    problem = "all" if line["diagnosis"] == "Total" else ENGLAND.problems[line["diagnosis"]]["key"]
    return f"england-2024-25.{therapy}.{problem}.{kind}"


def counted(line: dict[str, str]) -> dict[str, int]:
    courses = int(line["count_courses_of_therapy"])
    return {"change": courses, "recovery": courses - int(line["count_not_caseness"])}


@pytest.mark.parametrize(
    ("therapy", "people", "better", "same", "worse", "recovered"),
    [
        ("guided-self-help-workbook", 164_041, 55.8, 35.3, 7.2, 39.1),
        ("guided-self-help-online", 14_316, 47.5, 44.6, 7.0, 36.3),
        ("self-help-alone-workbook", 8_809, 37.5, 50.3, 10.7, 18.2),
        ("class", 40_170, 41.6, 45.0, 8.2, 26.7),
        ("cbt", 233_776, 60.7, 32.0, 5.9, 41.5),
        ("counselling", 77_602, 59.3, 33.2, 6.2, 43.0),
        ("ipt", 6_816, 62.1, 29.6, 6.6, 44.8),
        ("emdr", 10_730, 61.4, 30.6, 5.9, 41.0),
        ("couple-therapy", 2_825, 43.3, 44.7, 8.7, 41.2),
        ("brief-psychodynamic", 1_246, 57.9, 33.8, 7.5, 42.1),
        ("mindfulness", 1_007, 29.4, 49.9, 8.1, 20.8),
    ],
)
def test_figures_are_the_published_ones(
    therapy: str, people: int, better: float, same: float, worse: float, recovered: float
) -> None:
    change = f"england-2024-25.{therapy}.all.change"

    assert people == ENGLAND[change].people
    assert (better, same, worse) == tuple(per_hundred(change, part) for part in ("better", "same", "worse"))
    assert recovered == per_hundred(f"england-2024-25.{therapy}.all.recovery", "yes")


@pytest.mark.parametrize(
    ("problem", "better", "worse", "recovered"),
    [
        ("depression", 53.8, 8.1, 35.3),
        ("generalised-anxiety", 61.2, 5.7, 47.5),
        ("panic", 57.3, 6.3, 40.4),
        ("mixed-anxiety-depression", 54.8, 7.5, 38.4),
        ("ptsd", 29.6, 14.0, 8.2),
    ],
)
def test_figures_by_problem_are_the_published_ones(
    problem: str, better: float, worse: float, recovered: float
) -> None:
    stem = f"england-2024-25.guided-self-help-workbook.{problem}"

    assert (better, worse) == (
        per_hundred(f"{stem}.change", "better"),
        per_hundred(f"{stem}.change", "worse"),
    )
    assert recovered == per_hundred(f"{stem}.recovery", "yes")


def test_every_line_agrees_with_its_published_percentages() -> None:
    columns = {
        "recovery": ("percentage_ther_rel_recovery", "yes"),
        "change": ("percentage_ther_improvement", "better"),
    }
    for line in LINES:
        for kind, (column, part) in columns.items():
            if line[column] and counted(line)[kind] >= MIN_PEOPLE:
                assert float(line[column]) == pytest.approx(share(record_id(line, kind), part), abs=0.051)


def test_every_therapy_of_the_table_has_records() -> None:
    assert {line["therapy_type"] for line in LINES} == set(ENGLAND.therapies)
    for therapy in ENGLAND.therapies.values():
        assert f"england-2024-25.{therapy['key']}.all.change" in ENGLAND
        assert f"england-2024-25.{therapy['key']}.all.recovery" in ENGLAND


def test_the_table_and_the_catalogue_use_the_same_names() -> None:
    therapies = {
        t.national: {"key": t.key, "name": t.name.text} for t in CATALOGUE.therapies.values() if t.national
    }
    problems = {
        p.national: {"key": p.key, "name": p.name.text} for p in CATALOGUE.problems.values() if p.national
    }

    assert therapies == ENGLAND.therapies
    assert problems == ENGLAND.problems


def test_a_line_with_hardly_any_people_gives_no_record() -> None:
    kept = {record_id(line, kind) for line in LINES for kind, n in counted(line).items() if n >= MIN_PEOPLE}

    assert kept == set(ENGLAND)
    assert len(kept) < 2 * len(LINES)


def test_every_figure_is_a_whole_that_adds_up() -> None:
    for record in ENGLAND.values():
        assert isinstance(record.result, Counts)
        parts = whole(record.result.parts, record.result.people).parts
        assert sum(part.shown for part in parts) == parts[0].denominator


def test_recovery_is_counted_among_those_at_caseness() -> None:
    record = ENGLAND["england-2024-25.cbt.depression.recovery"]

    assert Denominator.FINISHERS_AT_CASENESS is record.denominator
    assert "questionnaire-recovery" == record.outcome
    assert (("cbt",), ("depression",)) == (record.therapies, record.problems)


def test_the_population_says_who_in_short_sentences() -> None:
    record = ENGLAND["england-2024-25.guided-self-help-workbook.all.change"]

    assert record.population.text == (
        "people in England who had at least 2 sessions of guided self-help with a workbook. "
        "They ended treatment between April 2024 and March 2025"
    )
    assert "evidence.england-2024-25.population.all.change" == record.population.id
    for text in (record.population.text for record in ENGLAND.values()):
        assert all(len(sentence.split()) <= 20 for sentence in text.split(". "))


def test_all_rows_of_a_kind_share_one_message_with_the_catalogues_terms_in_it() -> None:
    one, other = (ENGLAND[f"england-2024-25.{key}.change"].population for key in ("cbt.panic", "emdr.ptsd"))

    assert (one.id, one.pattern) == (other.id, other.pattern)
    assert one.text == one.pattern.format(**{name: part.text for name, part in one.parts})
    assert ["therapy.cbt.name", "problem.panic.name"] == [part.id for _, part in one.parts]
