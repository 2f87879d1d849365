"""The 24 disclosures: each is made, missed when it is taken out, and warned of when it is not known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consentgen.descriptor.fields import field_at
from consentgen.model.finding import Finding
from consentgen.model.leaflet import Leaflet, Paragraph, Run, Section, Statement
from consentgen.rules.disclosures import Disclosure, disclosures, rule_of
from tests import starter

each = pytest.mark.parametrize("disclosure", disclosures(), ids=lambda disclosure: disclosure.id)


def less(leaflet: Leaflet, disclosure: Disclosure) -> Leaflet:
    """A leaflet without any statement that makes one disclosure."""
    first, *told = leaflet.statements()
    kept = tuple(s for s in told if disclosure.id not in s.tells)
    title = first if disclosure.id not in first.tells else Statement("title", (Run("A leaflet"),))
    return replace(leaflet, title=title, sections=(Section("all", None, (Paragraph(kept),)),), stamps=())


def findings(leaflet: Leaflet, disclosure: Disclosure) -> list[Finding]:
    return list(rule_of(disclosure).check(starter.subject(leaflet=leaflet)))


@each
def test_the_starter_leaflet_makes_it(disclosure: Disclosure) -> None:
    assert [] == findings(starter.compose(starter.service()), disclosure)


@each
def test_a_leaflet_without_it_is_refused(disclosure: Disclosure) -> None:
    [finding] = findings(less(starter.compose(starter.service()), disclosure), disclosure)
    assert (disclosure.code, "error") == (finding.code, finding.severity)
    assert disclosure.title in finding.what
    assert finding.help


@each
def test_it_says_why_from_where_and_which_fields_answer_it(disclosure: Disclosure) -> None:
    assert disclosure.why.endswith(".")
    assert disclosure.sources
    assert disclosure.fields
    assert [] == [name for name in disclosure.fields if not field_at(tuple(name.split(".")))]


LEFT_OUT = {
    "sessions.own_time": ["DI003"],
    "sessions.spacing": ["DI004"],
    "practitioner.trainee": ["DI005"],
    "practitioner.registered_with": ["DI005"],
    "practitioner.supervised_by": ["DI005"],
    "outcome.evidence": ["DI007", "DI008", "DI010"],
    "review.after_session": ["DI015"],
    "review.wait": ["DI015"],
    "waits.first_session": ["DI016"],
    "waits.second_session": ["DI016"],
    "rights.missed_sessions": ["DI017"],
    "confidentiality.who_sees": ["DI018"],
    "confidentiality.when_shared": ["DI018"],
    "costs.fee": ["DI019"],
    "contact.time_to_decide": ["DI021"],
    "formats": ["DI023"],
}


@pytest.mark.parametrize(("field", "expected"), LEFT_OUT.items(), ids=LEFT_OUT)
def test_a_field_left_out_gives_a_warning_and_a_leaflet_that_says_so(
    tmp_path: Path, field: str, expected: list[str]
) -> None:
    prepared = starter.prepared(tmp_path, starter.without(field))
    assert expected == sorted(f.code for f in prepared.findings)
    assert {("warning", field)} == {(f.severity, f.help.split()[2]) for f in prepared.findings}
    assert prepared.leaflet
    assert any(statement.unknown for statement in prepared.leaflet.statements())


def test_a_class_says_when_its_size_is_not_known(tmp_path: Path) -> None:
    source = starter.without("sessions.group_size", source=starter.text("stress-class"))
    [finding] = starter.prepared(tmp_path, source).findings
    assert ("DI004", "warning") == (finding.code, finding.severity)
