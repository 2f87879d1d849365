"""A service becomes a leaflet that names its therapy first and makes every disclosure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.compose import Wording
from consentgen.compose.claims import claim
from consentgen.compose.composer import template_for
from consentgen.errors import BadWording
from consentgen.evidence import load_shipped
from consentgen.model.evidence import EvidenceRecord
from consentgen.model.finding import Severity
from consentgen.model.leaflet import Icons, Leaflet, statements_of
from consentgen.rules import Kind, run
from consentgen.rules.disclosures import matrix
from tests import starter

THERAPIES = load_catalogue().therapies
OPTIONAL = {"key_facts", "title", "opening_what", "do_what", "do_suits", "dose_group", "alternatives_why"}
"""Blocks that tell nothing no other block tells; an emptied title is refused before it is a leaflet."""


def leaflet(**fields: object) -> Leaflet:
    """The workbook starter's leaflet, with other values in fields whose dots are written as __."""
    named = {name.replace("__", "."): value for name, value in fields.items()}
    return starter.compose(starter.service(starter.with_fields(named)))


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        ("guided-self-help", "guided_self_help.md.j2"),
        ("class", "class.md.j2"),
        ("cbt", "cbt.md.j2"),
        ("counselling", "counselling.md.j2"),
        ("general", "general.md.j2"),
        ("a family of tomorrow", "general.md.j2"),
    ],
)
def test_each_family_takes_its_template(family: str, expected: str) -> None:
    assert expected == template_for(family)


@pytest.mark.parametrize("key", THERAPIES)
def test_every_therapy_is_named_in_the_title_and_in_the_first_statement(key: str) -> None:
    made = leaflet(therapy={"modality": key})
    name = THERAPIES[key].name.text.lower()
    for statement in list(made.statements())[:2]:
        assert name in statement.text.lower()
        assert "treatment-name" in statement.tells


@pytest.mark.parametrize("key", THERAPIES)
def test_every_therapy_makes_every_disclosure(key: str) -> None:
    told = matrix(leaflet(therapy={"modality": key}))
    assert 24 == len(told)
    assert [] == [t.disclosure.id for t in told if t.state == "missing"]


def test_what_staff_call_it_stands_after_the_plain_name_and_never_in_the_title() -> None:
    made = leaflet(therapy__also_called=["step 2 support"])
    ids = starter.ids(made)
    assert ids.index("opening.offer") < ids.index("opening.also")
    assert ["opening.also"] == [s.id for s in made.statements() if "step 2 support" in s.text]


def test_what_the_service_left_out_is_said_to_be_unknown() -> None:
    fields = ("waits", "rights", "confidentiality", "costs", "formats", "sessions.spacing", "review.wait")
    made = starter.compose(starter.service(starter.without(*fields)))
    unknown = {s.id for s in made.statements() if s.unknown}
    assert {"waiting.first.unknown", "rights.missed.unknown", "confidentiality.who.unknown"} < unknown
    assert {"costs.fee.unknown", "formats.unknown", "dose.spacing.unknown", "not_help.wait.unknown"} < unknown


def test_the_leaflet_carries_who_wrote_what_and_when() -> None:
    made = leaflet(service__name="Northtown", version="2.1", written="2026-10-01", review_by="2027-10-01")
    assert ("Northtown", "2.1") == (made.service_name, made.version)
    assert (date(2026, 10, 1), date(2027, 10, 1)) == (made.written, made.review_by)


def test_it_carries_the_code_under_which_it_is_reported() -> None:
    assert "748051000000105" == leaflet().about["code"]


def test_nobody_has_approved_it() -> None:
    assert (True, ("draft",)) == (leaflet().draft, leaflet().stamps)


def test_a_figure_past_its_check_date_is_stamped() -> None:
    general = load_shipped()
    old = {key: replace(record, review_by=date(2026, 1, 1)) for key, record in general.records.items()}
    made = starter.compose(starter.service(), ledger=replace(general, records=old))
    assert ("draft", "expired") == made.stamps


def test_every_figure_told_is_one_of_a_records_own() -> None:
    made = leaflet()
    records = [record for key in made.evidence if (record := load_shipped().get(key))]
    assert len(made.evidence) == len(records)
    allowed = [share for record in records for share in _shares(record)]
    told = [s.facts["share"] for s in made.statements() if "share" in s.facts]
    assert len(told) > 10
    assert [] == [share for share in told if share not in allowed]


def _shares(record: EvidenceRecord) -> Iterator[list[int]]:
    made = claim(record, load_catalogue())
    for part in (*made.whole.parts, made.rest.frequency):
        yield [part.shown, part.denominator]


def test_every_picture_tells_its_parts_in_words() -> None:
    pictures = [b for section in leaflet().sections for b in section.blocks if isinstance(b, Icons)]
    assert pictures
    for picture in pictures:
        assert [[p.shown, p.denominator] for p in picture.whole.parts] == (
            [item[0].facts["share"] for item in picture.legend]
        )


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a project's own templates."""
    return tmp_path


def composed(own: Path, source: str) -> Leaflet:
    """The workbook starter's leaflet by a template of the project's own."""
    (own / "guided_self_help.md.j2").write_text(source, encoding="utf-8")
    return starter.compose(starter.service(), own=Wording(own))


EXTENDS = '{% extends "leaflet/guided_self_help.md.j2" %}\n'
PARKING = '{% text "own.parking", tells="costs-practical" %}You can park for free.{% endtext %}\n'


def section(made: Leaflet, name: str) -> list[str]:
    [blocks] = [s.blocks for s in made.sections if s.id == name]
    return [statement.id for block in blocks for statement in statements_of(block)]


def test_a_project_replaces_one_block_and_keeps_the_rest(own: Path) -> None:
    source = (
        EXTENDS
        + '{% block costs %}\n## {% text "costs.heading" %}Money{% endtext %}\n\n'
        + PARKING
        + "{% endblock %}"
    )
    made = composed(own, source)
    assert ["own.parking"] == section(made, "costs")
    assert [s.id for s in leaflet().sections] == [s.id for s in made.sections]


def test_a_project_adds_to_a_block(own: Path) -> None:
    made = composed(own, EXTENDS + "{% block costs %}\n{{ super() }}\n\n" + PARKING + "{% endblock %}")
    assert [*section(leaflet(), "costs"), "own.parking"] == section(made, "costs")


def test_another_therapy_keeps_the_shipped_wording(own: Path) -> None:
    composed(own, EXTENDS + "{% block costs %}" + PARKING + "{% endblock %}")
    cbt = starter.service(starter.text("cbt-with-a-therapist"))
    assert starter.compose(cbt) == starter.compose(cbt, own=Wording(own))


FAULTS = {
    "a-name-that-is-not-there": (EXTENDS + "{% block costs %}\n{% if nobody %}{% endif %}{% endblock %}", 3),
    "an-attribute-that-is-not-there": (
        EXTENDS + "{% block costs %}\n\n{% for n in service.nobody %}{% endfor %}{% endblock %}", 4
    ),
    "a-heading-inside-a-statement": (
        EXTENDS + '{% block costs %}\n{% text "a" %}# Costs{% endtext %}\n{% endblock %}', 3
    ),
    "a-template-that-is-not-there": (EXTENDS + '{% block costs %}\n{% include "nobody.md.j2" %}{% endblock %}', 3),
    "a-parent-that-is-not-there": ('{% extends "nobody.md.j2" %}', 1),
    "itself": ('{% extends "guided_self_help.md.j2" %}', 1),
    "nothing": ("", 1),
}  # fmt: skip


@pytest.mark.parametrize(("source", "line"), FAULTS.values(), ids=FAULTS)
def test_a_template_that_stops_is_named_with_its_line(own: Path, source: str, line: int) -> None:
    with pytest.raises(BadWording) as caught:
        composed(own, source)
    assert ("guided_self_help.md.j2", line) == (Path(caught.value.path).name, caught.value.line)
    assert caught.value.help_text


def test_units_of_the_projects_own_that_lack_one_are_refused(own: Path) -> None:
    (own / "units.md.j2").write_text(PARKING, encoding="utf-8")
    with pytest.raises(BadWording, match=r"^templates/units.md.j2:1: the statement unit.minute is missing"):
        starter.compose(starter.service(), own=Wording(own))


def test_a_project_may_word_its_footer_but_not_the_warnings(own: Path) -> None:
    source = (
        '{% text "furniture.draft" %}Approved.{% endtext %}{% text "furniture.footer" %}Ours.{% endtext %}'
    )
    shipped = starter.compose(starter.service()).furniture
    (own / "furniture.md.j2").write_text(source, encoding="utf-8")
    made = starter.compose(starter.service(), own=Wording(own)).furniture

    assert "Ours." == made["footer"].text
    assert shipped["draft"].text == made["draft"].text


BLOCKS = set(Wording().template("base.md.j2").blocks)
SECTIONS = {name for name in BLOCKS - OPTIONAL if not name.startswith("_")}


@pytest.mark.parametrize("block", sorted(SECTIONS))
def test_a_section_that_is_emptied_stops_the_leaflet(own: Path, block: str) -> None:
    source = f'{{% extends "leaflet/guided_self_help.md.j2" %}}{{% block {block} %}}{{% endblock %}}'
    (own / "guided_self_help.md.j2").write_text(source, encoding="utf-8")
    made = starter.compose(starter.service(), own=Wording(own))

    stopped = run(Kind.LEAFLET, starter.subject(leaflet=made))
    assert any(finding.severity is Severity.ERROR for finding in stopped)


@pytest.mark.parametrize("block", sorted(name for name in BLOCKS if name.startswith("_")))
def test_what_is_only_kept_for_other_leaflets_cannot_be_overridden(own: Path, block: str) -> None:
    with pytest.raises(BadWording, match="cannot be overridden"):
        composed(
            own, f'{{% extends "leaflet/guided_self_help.md.j2" %}}{{% block {block} %}}{{% endblock %}}'
        )
