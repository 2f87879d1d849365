"""A claim is one record, both sides of it, rounded so that the parts add up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.compose.claims import Claim, Evidence, claim, gather
from consentgen.evidence import Ledger, load_shipped
from consentgen.model.evidence import Assessor, Comparator, Counts, Estimate, EvidenceRecord, Rate, Use
from consentgen.model.values import Duration, Share, Term
from tests import starter

CATALOGUE = load_catalogue()
PARTS = ("yes", "no", "better", "same", "worse", "unknown")


def record(result: Counts | Rate | Estimate | None = None, **more: Any) -> EvidenceRecord:
    shipped = load_shipped().get("crawford2016")
    assert shipped
    return replace(shipped, **{"id": "ours", "result": result or Rate(40), **more})


def told(share: Share | None) -> tuple[int, int] | None:
    return (share.frequency.shown, share.frequency.denominator) if share else None


def shares(made: Claim) -> dict[str, tuple[int, int] | None]:
    return {name: told(getattr(made, name)) for name in PARTS if getattr(made, name)}


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (Counts(14_587, {"yes": 763}), {"yes": (5, 100), "no": (95, 100)}),
        (Counts(1000, {"yes": 400, "no": 500}), {"yes": (40, 100), "no": (50, 100), "unknown": (10, 100)}),
        (Rate(52.3), {"yes": (52, 100), "no": (48, 100)}),
        (Counts(90, {"yes": 8}), {"yes": (8, 90), "no": (82, 90)}),
        (
            Counts(1000, {"better": 540, "same": 360, "worse": 80}),
            {"better": (54, 100), "same": (36, 100), "worse": (8, 100), "unknown": (2, 100)},
        ),
    ],
)
def test_every_figure_has_its_other_side(result: Counts | Rate, expected: dict[str, tuple[int, int]]) -> None:
    assert expected == shares(claim(record(result), CATALOGUE))


@pytest.mark.parametrize(
    ("rate", "below", "above"), [(0.4, True, False), (99.6, False, True), (0, False, False)]
)
def test_somebody_is_not_rounded_to_nobody_nor_many_to_all(rate: float, below: bool, above: bool) -> None:
    yes = claim(record(Rate(rate)), CATALOGUE).yes
    assert yes
    assert (below, above) == (yes.frequency.below_one, yes.frequency.above_all_but_one)


def test_the_other_side_of_several_parts_is_everybody_else() -> None:
    made = claim(record(Counts(1000, {"better": 540, "same": 360, "worse": 80})), CATALOGUE)
    assert (46, 100) == told(made.rest)


def test_the_comparison_group_is_told_beside_the_figure() -> None:
    made = claim(record(Rate(41, 17)), CATALOGUE)
    assert ((41, 100), (17, 100)) == (told(made.yes), told(made.compared))


@pytest.mark.parametrize(
    ("people", "known", "expected"),
    [(None, False, (52, 100)), (99, True, (52, 99)), (100, True, (52, 100)), (439, True, (52, 100))],
)
def test_a_rate_has_an_interval_only_where_the_people_are_known(
    people: int | None, known: bool, expected: tuple[int, int]
) -> None:
    yes = claim(record(Rate(52.3), people=people), CATALOGUE).yes
    assert yes
    assert (known, expected) == (yes.frequency.interval() is not None, told(yes))


@pytest.mark.parametrize(("outcome", "expected"), [("usual-self", True), ("questionnaire-change", False)])
def test_an_outcome_is_relevant_when_a_person_would_recognise_it(outcome: str, expected: bool) -> None:
    assert expected is claim(record(outcome=outcome), CATALOGUE).relevant


def test_the_time_of_the_count_is_a_duration_or_a_term() -> None:
    assert Duration(12, 12, "month", "ours") == claim(record(follow_up="12 months"), CATALOGUE).time
    assert Term("evidence.follow_up.end-of-treatment", "end of treatment", record="ours") == (
        claim(record(follow_up="end of treatment"), CATALOGUE).time
    )


@pytest.mark.parametrize("result", [Estimate("difference in PHQ-9 points", -2.75)])
def test_a_mean_is_no_share_of_people(result: Estimate) -> None:
    with pytest.raises(ValueError, match="ours is not a share of people"):
        claim(record(result), CATALOGUE)


def gathered(*records: EvidenceRecord, source: str | None = None) -> Evidence:
    """The evidence of the workbook starter with `records` named instead of its own."""
    ledger: Ledger = load_shipped().with_project(records)
    named = starter.with_fields({"outcome.evidence": [r.id for r in records]}, source)
    return gather(starter.service(named), ledger, CATALOGUE)


def test_recognisable_outcomes_stand_before_questionnaires() -> None:
    usual = record(id="usual", use=Use.OUTCOME, outcome="usual-self")
    change = record(id="change", use=Use.OUTCOME, outcome="questionnaire-change")
    assert ["usual", "change"] == [c.record.id for c in gathered(change, usual).outcomes]


def test_satisfaction_is_never_an_outcome() -> None:
    assert () == gathered(record(use=Use.OUTCOME, outcome="satisfaction")).outcomes


@pytest.mark.parametrize("result", [Rate(40), Estimate("difference", 1)])
def test_background_never_reaches_a_leaflet(result: Rate | Estimate) -> None:
    assert "ours" not in [c.record.id for c in gathered(record(result, use=Use.BACKGROUND)).all]


def test_every_leaflet_owes_harm_relapse_no_treatment_and_completion() -> None:
    evidence = gathered()
    assert [True] * 4 == [
        bool(part) for part in (evidence.harm, evidence.relapse, evidence.no_treatment, evidence.completion)
    ]


def test_a_record_the_service_names_stands_for_the_general_one() -> None:
    harm = gathered(record(use=Use.HARM)).harm
    assert harm
    assert "ours" == harm.record.id


@pytest.mark.parametrize("problem", ["ptsd", ["depression", "panic"]])
def test_a_figure_for_one_problem_is_not_told_for_another(problem: object) -> None:
    assert gathered().no_treatment
    assert () == gathered(source=starter.with_fields({"problems": problem})).no_treatment


def test_a_figure_for_one_therapy_is_not_told_for_another() -> None:
    assert gathered().relapse
    assert gathered(source=starter.text("cbt-with-a-therapist")).relapse is None


def test_a_long_course_over_time_is_told_by_its_ends() -> None:
    assert ["whiteford2013.3-months", "whiteford2013.12-months"] == (
        [c.record.id for c in gathered().no_treatment]
    )


def test_each_source_is_named_once() -> None:
    titles = [r.source.title for r in gathered().sources]
    assert len(set(titles)) == len(titles) < len(gathered().all)


@pytest.mark.parametrize(
    ("assessor", "expected"), [(Assessor.SELF_REPORT, True), (Assessor.BLIND_INDEPENDENT, False)]
)
def test_it_is_known_whether_people_judged_themselves(assessor: Assessor, expected: bool) -> None:
    given = record(use=Use.OUTCOME, outcome="response", assessor=assessor)
    assert expected is gathered(given).self_reported


@pytest.mark.parametrize(
    ("comparator", "expected"), [(Comparator.NONE, True), (Comparator.USUAL_CARE, False)]
)
def test_it_is_known_whether_anything_was_compared(comparator: Comparator, expected: bool) -> None:
    given = record(use=Use.OUTCOME, outcome="response", comparator=comparator)
    assert expected is gathered(given).uncompared


def test_figures_are_never_chained_across_records() -> None:
    for made in gathered(source=starter.text()).all:
        counted = made.record.people or 100
        assert {counted} == {part.people for part in made.whole.parts}


def test_a_rate_among_fewer_than_100_people_is_printed_as_the_fraction_it_was() -> None:
    given = record(use=Use.OUTCOME, outcome="response", people=50, result=Rate(40))
    told = gathered(given).questionnaire[0].yes
    assert told and (20, 50) == (told.frequency.shown, told.frequency.denominator)
