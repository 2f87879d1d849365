"""The shipped ledger: complete, dated, attributed, and free of what nobody verified."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.catalogue.load import DATA as CATALOGUE_DATA
from consentgen.evidence import Ledger, load_shipped
from consentgen.evidence.england import DATA
from consentgen.model.evidence import Counts, Estimate, EvidenceRecord, Rate, Use
from consentgen.model.frequency import whole

LEDGER = load_shipped()
CATALOGUE = load_catalogue()


def shipped(key: str) -> EvidenceRecord:
    record = LEDGER.get(key)
    assert record
    return record


RECORDS = [shipped(key) for key in LEDGER.ids()]
SHIPPED = list(LEDGER.records.values())

UNVERIFIED = (
    "691",  # people in reeact2015
    "271",  # people in kellett2023
    "first author wrote",  # williams2013
    "self-selected",  # cuijpers2010
    "1.02",  # lower bound of delgadillo2022
    "16 of 100",  # waiting list in cuijpers2021
    "PHQ-9 of 10",  # national cut-offs for caseness and recovery
    "at or above 10",
    "NG116",  # doses for PTSD, OCD and social anxiety
    "CG31",
    "CG159",
    "8 to 12",  # EMDR
    "12 to 15",  # applied relaxation
    "15 to 20",  # couple therapy
    "8 to 16",  # IPT and DIT
    "16 sessions of CBT",
    "flu vaccine",
)
"""Facts from memory only: nothing that ships may hold them."""


@pytest.mark.parametrize("words", UNVERIFIED)
def test_nothing_unverified_ships(words: str) -> None:
    files = [*CATALOGUE_DATA.glob("*.yaml"), *DATA.glob("*.yaml")]

    assert len(files) == 6
    assert [] == [file.name for file in files if words in file.read_text(encoding="utf-8")]


@pytest.mark.parametrize("key", ["reeact2015", "kellett2023", "cuijpers2021", "andersson2019"])
def test_numbers_of_people_that_nobody_verified_are_left_out(key: str) -> None:
    assert shipped(key).people is None


@pytest.mark.parametrize("record", SHIPPED, ids=lambda record: record.id)
def test_every_record_can_be_weighed(record: EvidenceRecord) -> None:
    words = (record.population.text, record.measure, record.follow_up, record.conflict, record.source.title)

    assert all(words)
    assert record.source.address.startswith("https://")
    assert date(2026, 1, 1) < record.source.read_on < record.review_by
    assert 2000 < record.source.year <= record.source.read_on.year
    assert set(record.therapies) <= set(CATALOGUE.therapies)
    assert set(record.problems) <= set(CATALOGUE.problems)
    assert record.outcome in CATALOGUE.outcomes
    assert record.population.id == f"evidence.{record.id}.population"
    assert all(len(sentence.split()) <= 20 for sentence in record.population.text.split(". "))
    assert not record.population.text.endswith(".")


def test_every_printable_figure_adds_up() -> None:
    for record in RECORDS:
        match record.result:
            case Counts(people=people, parts=parts):
                assert sum(part.shown for part in whole(parts, people).parts) == min(people, 100)
            case Rate(per_hundred=rate):
                assert 0 <= rate <= 100
            case _:
                assert not record.printable


def test_results_that_are_not_shares_of_people_are_for_reviewers_only() -> None:
    assert {Use.BACKGROUND} == {r.use for r in RECORDS if r.result is None or isinstance(r.result, Estimate)}


@pytest.mark.parametrize(
    ("key", "use", "result"),
    [
        ("crawford2016", Use.HARM, Counts(14_587, {"yes": 763})),
        ("ali2017", Use.RELAPSE, Rate(53)),
        ("whiteford2013.3-months", Use.NO_TREATMENT, Rate(23)),
        ("whiteford2013.6-months", Use.NO_TREATMENT, Rate(32)),
        ("whiteford2013.12-months", Use.NO_TREATMENT, Rate(53)),
        ("seed-attrition-2018-19.not-started", Use.COMPLETION, Rate(31.2)),
        ("seed-attrition-2018-19.one-session", Use.COMPLETION, Rate(29.54)),
        ("seed-attrition-2018-19.not-finished", Use.COMPLETION, Rate(61.1)),
        ("england-2024-25.all.recovery", Use.OUTCOME, Rate(47.5)),
        ("scott2018", Use.BACKGROUND, Counts(90, {"yes": 8})),
        ("delgadillo2022", Use.BACKGROUND, Rate(52.3, 45.1)),
        ("cuijpers2021", Use.BACKGROUND, Rate(41, 17)),
        ("icbt-routine2020", Use.BACKGROUND, Rate(2.9)),
        ("richards2020", Use.BACKGROUND, Estimate("difference in PHQ-9 points", -2.75, -4.0, -1.5)),
    ],
)
def test_figures_are_those_of_the_source(key: str, use: Use, result: Counts | Rate | Estimate) -> None:
    assert (use, result) == (shipped(key).use, shipped(key).result)


def test_the_national_trend_is_computed_from_its_percentages() -> None:
    record = shipped("england-2024-25.all.change")
    assert isinstance(record.result, Counts)
    assert record.people
    rates = {part: round(100 * n / record.people, 1) for part, n in record.result.parts.items()}

    assert {"better": 67.5, "same": 25.4, "worse": 5.8} == rates
    assert "computed from published percentages" in record.source.note


def test_attrition_is_attributed_and_dated() -> None:
    for part in ("not-started", "one-session", "not-finished"):
        record = shipped(f"seed-attrition-2018-19.{part}")
        assert "Dr Mike Scott" in record.source.title
        assert "2018/19" in record.source.title
        assert "Finished means 2 or more sessions" in record.caveat


def test_a_record_expires_the_day_after_its_review_date() -> None:
    record = shipped("crawford2016")

    assert not record.expired(record.review_by)
    assert record.expired(record.review_by + timedelta(days=1))


def test_an_unknown_id_gives_nothing() -> None:
    assert LEDGER.get("nobody1999") is None
    assert "nobody1999" not in LEDGER


def test_ids_are_one_each_and_all_can_be_had() -> None:
    assert len(LEDGER.ids()) == len(set(LEDGER.ids()))
    assert LEDGER.ids() == [record.id for record in RECORDS]


def test_general_records_come_by_use_and_leave_the_national_table_out() -> None:
    assert ["crawford2016"] == [record.id for record in LEDGER.general(Use.HARM)]
    assert 3 == len(LEDGER.general(Use.NO_TREATMENT))
    assert 2 == len(LEDGER.general(Use.OUTCOME))


def test_a_project_adds_records_but_replaces_none() -> None:
    crawford = shipped("crawford2016")
    own = replace(crawford, id="our-clinic-2026")
    forged = replace(crawford, result=Rate(0))
    forged_national = replace(crawford, id="england-2024-25.cbt.all.change")

    ledger = LEDGER.with_project([own, forged, forged_national])

    assert own == ledger.get("our-clinic-2026")
    assert crawford == ledger.get("crawford2016")
    assert LEDGER.get(forged_national.id) == ledger.get(forged_national.id)
    assert "our-clinic-2026" not in LEDGER


def test_a_fault_in_the_shipped_data_is_refused_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    file = folder / "records.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("use: harm", "use: harmony"), encoding="utf-8")

    with pytest.raises(ValueError, match=r"records\.yaml:\d+:\d+: records\[\d+\]\.use: .*'harmony'"):
        load_shipped(folder)


def test_an_empty_ledger_holds_nothing() -> None:
    assert [] == Ledger({}).ids()
