"""What every starter leaflet tells the person who holds it, by ids and facts."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from consentgen.catalogue import load_catalogue
from consentgen.evidence import load_shipped
from consentgen.model.dose import contact_time
from consentgen.model.leaflet import Leaflet
from consentgen.model.service import Service
from consentgen.model.values import Fact
from consentgen.rules.disclosures import matrix
from tests import starter
from tests.golden.files import built

each = pytest.mark.parametrize("name", starter.NAMES)


@cache
def service(name: str) -> Service:
    return starter.service(starter.text(name))


@cache
def leaflet(name: str) -> Leaflet:
    return starter.compose(service(name))


def facts(name: str, *ids: str) -> list[dict[str, Fact]]:
    """The facts of every statement with one of these ids."""
    return [dict(s.facts) for s in leaflet(name).statements() if s.id in ids]


def test_no_starter_leaflet_has_a_finding_and_none_is_longer_than_four_pages() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project, done = built(Path(folder))
        pages = [len(pypdfium2.PdfDocument(f)) for f in (project.folder / "leaflets").glob("*.pdf")]
    assert ([], 4) == (done.findings, len(pages))
    assert max(pages) <= 4


@each
def test_it_makes_all_24_disclosures_in_full(name: str) -> None:
    assert {"told"} == {told.state for told in matrix(leaflet(name))}


@each
def test_it_names_the_therapy_in_the_title_and_the_first_statement(name: str) -> None:
    therapy = load_catalogue().therapies[service(name).therapy.modality].name.text.lower()
    assert [True, True] == [therapy in s.text.lower() for s in list(leaflet(name).statements())[:2]]


@each
def test_it_gives_the_number_and_length_of_sessions(name: str) -> None:
    sessions = service(name).sessions
    [dose] = facts(name, "dose.count", "dose.range")
    assert sessions.number.high == dose.get("high", dose.get("count"))
    assert [{"length": str(sessions.length)}] == facts(name, "dose.length")


@each
def test_it_gives_the_time_altogether(name: str) -> None:
    total = contact_time(service(name).sessions)
    assert total
    assert [{"total": str(total.total)}] == facts(name, "dose.contact.exact", "dose.contact.about")


@each
def test_it_says_who_the_person_will_meet(name: str) -> None:
    grade = f"grade.{service(name).practitioner.grade}"
    assert [{"grade": f"{grade}.name"}, {"gloss": f"{grade}.gloss"}] == facts(name, "who.grade", "who.gloss")


@each
def test_it_gives_both_sides_of_every_figure(name: str) -> None:
    sides: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for statement in leaflet(name).statements():
        stem, _, side = statement.id.rpartition(".")
        share = statement.facts.get("share")
        if side in ("yes", "no") and isinstance(share, list):
            sides[stem][0] += share[0]
            sides[stem][1] += share[1] if side == "yes" else 0
    assert {"likelihood.recovery", "risks.survey", "no_treatment"} & set(sides)
    assert [] == [stem for stem, (told, people) in sides.items() if told != people]


@each
def test_it_says_that_nobody_counted_the_outcome_the_person_wants(name: str) -> None:
    expected = service(name).outcome.expected.replace("-", "_")
    assert f"likelihood.{expected}.unknown" in starter.ids(leaflet(name))


@each
def test_it_names_the_source_of_every_figure(name: str) -> None:
    records = [load_shipped().get(key) for key in leaflet(name).evidence]
    named = {fact["title"] for fact in facts(name, "sources.record")}
    assert {record.source.title for record in records if record} == named
    assert all(records)


@each
def test_it_says_what_can_go_wrong_and_how_often(name: str) -> None:
    [survey] = facts(name, "risks.survey.yes")
    assert [5, 100] == survey["share"]
    assert {"risks.feel_worse", "risks.effort", "risks.delay", "risks.tell_us"} <= set(
        starter.ids(leaflet(name))
    )


@each
def test_it_offers_every_other_choice_with_its_wait(name: str) -> None:
    options = service(name).alternatives.options
    assert [f"therapy.{o.therapy}.name" for o in options if o.therapy] == (
        [fact["therapy"] for fact in facts(name, "alternatives.therapy")]
    )
    assert [str(o.wait) for o in options if o.wait] == [f["wait"] for f in facts(name, "alternatives.wait")]


@each
def test_it_tells_of_having_no_treatment(name: str) -> None:
    own = service(name).alternatives.no_treatment.text
    assert [{"words": own}] == facts(name, "no_treatment.own")
    assert facts(name, "no_treatment.yes", "no_treatment.unknown")


@each
def test_it_says_what_happens_if_it_does_not_help(name: str) -> None:
    review = service(name).review
    assert review.after_session
    assert [{"session": [review.after_session.low, review.after_session.high]}] == facts(
        name, "not_help.review"
    )
    assert [{"step": step.text} for step in review.next_steps] == facts(name, "not_help.step")
    assert [{"wait": str(review.wait)}] == facts(name, "not_help.wait")
