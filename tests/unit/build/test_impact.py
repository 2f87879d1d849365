"""What a change would touch is read off the leaflets themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.build.desk import desk_of
from consentgen.build.impact import Impact, composed, impact
from consentgen.build.project import open_project
from consentgen.build.touched_by import find
from consentgen.errors import AmbiguousName, UnknownName
from tests import starter
from tests.unit.build.conftest import put

OWN = "{% extends 'leaflet/guided_self_help.md.j2' %}{% block costs %}{{ super() }}{% text 'own.lift' %}There is a lift.{% endtext %}{% endblock %}"


def look(what: str, folder: Path, *locales: str) -> Impact:
    project = open_project(folder)
    desk, every = desk_of(project), composed(project, starter.AS_OF)
    target = find(what, project, desk, [(p.file, p.id) for p, _ in every.leaflets])
    return impact(target, every, project, desk, locales)


def ids(made: Impact) -> set[str]:
    return {each.statement.id for each in made.statements}


@pytest.mark.parametrize(
    ("what", "leaflets", "statements"),
    [
        ("crawford2016", 4, {"risks.survey.yes", "risks.survey.no", "risks.survey.population", "sources.record"}),
        ("whiteford2013.3-months", 2, {"no_treatment.yes", "no_treatment.no", "sources.record"}),
        ("rights.stop", 4, {"rights.stop"}),
        ("evidence.crawford2016.population", 4, {"risks.survey.population"}),
        ("grade.psychological-wellbeing-practitioner.gloss", 3, {"who.gloss"}),
        ("psychological-wellbeing-practitioner", 3, {"facts.who", "who.grade", "who.gloss"}),
        ("furniture.draft", 4, {"furniture.draft"}),
        ("scott2018", 0, set()),
    ],
)  # fmt: skip
def test_every_statement_that_rests_on_it_is_found(
    project: Path, what: str, leaflets: int, statements: set[str]
) -> None:
    made = look(what, project)
    assert (leaflets, statements) == (len(made.leaflets), ids(made))


def test_every_record_of_a_leaflet_is_named_by_its_figures_and_its_source(project: Path) -> None:
    for _, leaflet in composed(open_project(project), starter.AS_OF).leaflets:
        figures = {record for s in leaflet.statements() if s.id != "sources.record" for record in s.evidence}
        sources = {record for s in leaflet.statements() if s.id == "sources.record" for record in s.evidence}
        assert set(leaflet.evidence) == figures == sources


@pytest.mark.parametrize(
    "name", ["workbook-by-phone", "services/workbook-by-phone.yaml", "workbook-by-phone.yaml"]
)
def test_a_descriptor_is_found_by_its_id_its_path_and_its_name(project: Path, name: str) -> None:
    made = look(name, project)
    assert ("descriptor", ("workbook-by-phone",)) == (made.target.kind, made.leaflets)
    assert {"dose.range", "opening.offer"} <= ids(made)
    assert "risks.survey.yes" not in ids(made)


def test_a_template_touches_what_it_words_and_not_what_it_takes_over(project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "guided_self_help.md.j2").write_text(OWN, encoding="utf-8")
    made = look("guided_self_help.md.j2", project)
    assert ("templates/guided_self_help.md.j2", {"own.lift"}) == (made.target.name, ids(made))
    assert ("online-course", "workbook-by-phone") == made.leaflets
    assert "gsh.do.alone" in ids(look("leaflet/guided_self_help.md.j2", project))


def test_units_touch_every_statement_that_counts_with_them(project: Path) -> None:
    assert {"dose.length", "risks.survey.yes", "waiting.first"} <= ids(look("units.md.j2", project))


def test_the_same_statement_in_many_leaflets_is_one_with_all_its_values(project: Path) -> None:
    [made] = look("waiting.first", project).statements
    assert 4 == len(made.leaflets)
    assert {each.values for each in made.reads} >= {("3 weeks",), ("4 weeks",)}
    assert all(each.values[0] in each.text for each in made.reads)


@pytest.mark.parametrize(
    ("what", "needed", "reason"),
    [
        ("crawford2016", True, "runs the risk now"),
        ("waiting.first", False, "has had the first session"),
        ("seed-attrition-2018-19.not-started", False, "stop early"),
        ("scott2018", False, "No leaflet"),
    ],
)
def test_whether_people_in_treatment_should_be_told_has_its_reason(
    project: Path, what: str, needed: bool, reason: str
) -> None:
    tell = look(what, project).tell
    assert (needed, True) == (tell.needed, reason in tell.why)


def test_languages_say_how_the_touched_messages_stand(project: Path) -> None:
    [polish] = look("rights.stop", project, "pl").languages
    assert ("pl", 1) == (polish.locale, sum(polish.states.values()))


def test_a_leaflet_that_a_finding_stops_is_still_counted(project: Path) -> None:
    put(project, "stress-class", starter.without("crisis", source=starter.text("stress-class")))
    put(project, "online-course", "consentgen: [1\n")
    put(project, "workbook-by-phone", starter.text().replace("review_by: 2", "review_by: 1"))
    made = look("rights.stop", project)
    assert "services/online-course.yaml" in {finding.place.path for finding in made.unread}
    assert "cbt-with-a-therapist" in made.leaflets
    assert "online-course" not in made.leaflets


def test_an_unknown_name_is_answered_with_the_nearest_of_all(project: Path) -> None:
    with pytest.raises(UnknownName) as caught:
        look("crawfrod2016", project)
    assert "crawford2016" in caught.value.help_text
    with pytest.raises(UnknownName) as caught:
        look("evidence:rights.stop", project)
    assert "evidence:" in caught.value.help_text


def test_a_name_of_two_things_is_settled_by_its_kind(project: Path) -> None:
    put(project, "cbt", starter.text("cbt-with-a-therapist"))
    with pytest.raises(AmbiguousName, match="several") as caught:
        look("cbt", project)
    assert "descriptor:cbt, therapy:cbt" in caught.value.help_text
    assert ("cbt",) == look("descriptor:cbt", project).leaflets
    assert "alternatives.therapy" in ids(look("therapy:cbt", project))


@pytest.mark.parametrize("what", ["", "evidence:", ":", "a\0b", "x" * 10_000, "../../etc/passwd"])
def test_no_name_makes_a_traceback(project: Path, what: str) -> None:
    with pytest.raises(UnknownName):
        look(what, project)
