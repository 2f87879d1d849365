"""Rules are found by code or name, and run by kind."""

from __future__ import annotations

import pytest

from consentgen.errors import UnknownName
from consentgen.rules import RULES, Kind, rule_called, run
from tests import starter


@pytest.mark.parametrize("name", ["HO006", "ho006", " HO006 ", "phone-only-contact"])
def test_a_rule_is_called_by_its_code_or_name(name: str) -> None:
    assert "HO006" == rule_called(name).code


def test_an_unknown_rule_gets_a_hint() -> None:
    with pytest.raises(UnknownName) as caught:
        rule_called("phone-only-contacts")
    assert "Did you mean phone-only-contact?" == caught.value.help_text


def test_every_kind_of_rule_is_there() -> None:
    assert set(Kind) == {rule.kind for rule in RULES}


@pytest.mark.parametrize("kind", Kind)
def test_the_starter_descriptor_has_no_findings(kind: Kind) -> None:
    leaflet = starter.compose(starter.service())
    assert [] == list(run(kind, starter.subject(leaflet=leaflet)))


def test_only_rules_of_the_kind_are_run() -> None:
    bad = starter.with_lines("contact:\n  phone: 01632 960 123\n")
    assert ["HO006"] == [finding.code for finding in run(Kind.SERVICE, starter.subject(bad))]
    assert [] == list(run(Kind.DOCUMENT, starter.subject(bad)))


@pytest.mark.parametrize("kind", [Kind.SERVICE, Kind.LEAFLET])
def test_a_file_that_could_not_be_loaded_gives_no_more_findings(kind: Kind) -> None:
    assert [] == list(run(kind, starter.subject(service=None)))
