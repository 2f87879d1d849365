"""A rule sees a service's own words, and points at the line they stand on."""

from __future__ import annotations

from consentgen.rules import rule_called
from tests import starter

RULE = rule_called("HO014")


def test_the_services_own_words_come_with_their_fields() -> None:
    source = starter.with_fields({"costs.needs": ["A phone.", "A private place."]})
    words = dict(starter.subject(source).own_words)
    assert "A private place." == words["costs", "needs", 1]
    assert ("service", "name") not in words


def test_without_a_service_or_a_leaflet_there_are_no_words() -> None:
    subject = starter.subject(service=None)
    assert ((), {}, frozenset()) == (subject.own_words, subject.tellers, subject.disclosed.told)


def test_a_finding_stands_at_its_field_and_shows_what_was_found() -> None:
    finding = starter.subject().finding(RULE, ("service", "name"), "a fault", found="x" * 100, help="Do y.")
    assert ("HO014", "service.name", "Do y.") == (finding.code, finding.place.field, finding.help)
    assert 80 == len(finding.found)
    assert finding.place.line > 1
