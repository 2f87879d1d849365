"""Blocks that were run for one leaflet are as true in the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.compose import Composer, Wording
from consentgen.evidence import load_shipped
from consentgen.localise import SourceCatalog
from consentgen.model.leaflet import Leaflet
from consentgen.render.data import leaflet_data
from consentgen.render.html import render_html
from tests import starter
from tests.rules.test_disclosures import LEFT_OUT

CHANGED = {
    "service.name": "Southtown Talking Therapies",
    "therapy.also_called": ["step 2 support"],
    "sessions.number": "1",
    "sessions.channel": ["video"],
    "practitioner.grade": "counsellor",
    "problems": ["ptsd", "panic"],
    "outcome.expected": "daily-functioning",
    "outcome.in_daily_life": ["You can walk to the market again."],
    "outcome.evidence": ["england-2024-25.guided-self-help-workbook.all.change"],
    "alternatives.options": [{"therapy": "ipt"}, {"what": "Tea."}],
    "contact.phone": "01632 960 999",
    "crisis.lines": [{"name": "A friend", "phone": "01632 960 000"}],
    "formats": ["braille"],
}


def composer(wording: Wording) -> Composer:
    return Composer(load_catalogue(), load_shipped(), wording, SourceCatalog(), starter.AS_OF)


def sources() -> list[str]:
    """Descriptors that differ from the starter's in one field each."""
    missing = [starter.without(field) for field in LEFT_OUT]
    other = [starter.with_fields({field: value}) for field, value in CHANGED.items()]
    return [starter.text(name) for name in starter.NAMES] + missing + other


def made(leaflet: Leaflet) -> tuple[object, bytes]:
    return leaflet_data(leaflet), render_html(leaflet).data


def test_a_composer_that_made_other_leaflets_makes_the_same_as_a_new_one() -> None:
    services = [starter.service(source) for source in sources()]
    used = composer(starter.wording())
    again = [made(used.compose("a", service)) for service in services + services]
    alone = [made(composer(starter.wording()).compose("a", service)) for service in services]
    assert alone + alone == again


def test_a_leaflet_shares_the_sections_in_which_nothing_differs() -> None:
    used = composer(starter.wording())
    one = used.compose("a", starter.service())
    other = used.compose("b", starter.service(starter.with_fields({"contact.phone": "01632 960 999"})))
    assert ["contact"] == [a.id for a, b in zip(one.sections, other.sections, strict=True) if a is not b]


def test_a_template_of_the_projects_own_is_kept_by_what_it_reads(tmp_path: Path) -> None:
    (tmp_path / "guided_self_help.md.j2").write_text(
        '{% extends "leaflet/guided_self_help.md.j2" %}{% block waiting %}'
        '## {% text "waiting.heading" %}Wait{% endtext %}\n'
        '{% for line in service.crisis.lines %}{% text "own", name=line.name, tells="waiting" %}{name}{% endtext %}\n'
        "{% endfor %}{% endblock %}",
        encoding="utf-8",
    )
    used = composer(Wording(tmp_path))
    lines = [{"name": "A friend", "phone": "999"}]
    services = [starter.service(), starter.service(starter.with_fields({"crisis.lines": lines}))]
    told = [
        [s.text for s in used.compose("a", service).statements() if s.id == "own"] for service in services
    ]
    assert [["NHS 111, then choose option 2", "Samaritans"], ["A friend"]] == told


@pytest.mark.parametrize("condition", ["service.waits", "service.contact.phone", "loop", "nobody"])
def test_what_a_block_reads_is_found_wherever_it_stands(condition: str, tmp_path: Path) -> None:
    source = f'# {{% text "t" %}}T{{% endtext %}}\n{{% block a %}}{{% if {condition} %}}{{% endif %}}{{% endblock %}}'
    (tmp_path / "own.md.j2").write_text(source, encoding="utf-8")
    known = ("service",)
    expected = (condition,) if condition.startswith("service") else ()
    assert expected == Wording(tmp_path).names_read("own.md.j2", known)["a"]


def test_a_block_that_includes_a_template_is_never_kept(tmp_path: Path) -> None:
    (tmp_path / "own.md.j2").write_text(
        '{% block a %}{% include "part.md.j2" %}{% endblock %}', encoding="utf-8"
    )
    assert "a" not in Wording(tmp_path).names_read("own.md.j2", ())
