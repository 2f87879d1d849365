"""A template sees the service, the catalogue's words for it, and nothing that can act."""

from __future__ import annotations

from datetime import date

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.compose.claims import gather
from consentgen.compose.context import context
from consentgen.evidence import load_shipped
from consentgen.model.dose import ContactTime
from consentgen.model.values import Duration
from tests import starter


def names(source: str | None = None) -> dict[str, object]:
    given = starter.service(source)
    evidence = gather(given, load_shipped(), load_catalogue())
    return context(given, load_catalogue(), evidence, starter.AS_OF)


def test_the_catalogue_gives_the_words_for_the_services_keys() -> None:
    seen = names()
    catalogue = load_catalogue()
    assert catalogue.therapies["guided-self-help-workbook"] == seen["therapy"]
    assert catalogue.grades["psychological-wellbeing-practitioner"] == seen["grade"]
    assert [catalogue.problems["depression"]] == seen["problems"]
    assert catalogue.outcomes["usual-self"] == seen["outcome"]


def test_six_sessions_of_half_an_hour_come_to_three_hours() -> None:
    source = starter.with_lines("sessions:\n  number: 6\n  length: 30 minutes\n  channel: telephone\n")
    assert ContactTime(Duration(3, 3, "hour"), exact=True) == names(source)["contact_time"]


@pytest.mark.parametrize(("number", "expected"), [("3", "below"), ("6 to 8", "within"), ("9", "above")])
def test_the_dose_is_compared_with_the_guideline(number: str, expected: str) -> None:
    assert expected == names(starter.with_fields({"sessions.number": number}))["dose_compared"]


def test_without_a_guideline_there_is_no_dose_to_compare() -> None:
    seen = names(starter.with_fields({"problems": "panic"}))
    assert (None, "") == (seen["dose"], seen["dose_compared"])


def test_every_choice_comes_with_the_catalogues_words_where_it_has_them() -> None:
    options = [{"therapy": "cbt", "wait": "18 weeks"}, {"what": "Medicine."}]
    choices = names(starter.with_fields({"alternatives.options": options}))["choices"]
    assert isinstance(choices, list)
    assert ["cbt", None] == [choice.therapy and choice.therapy.key for choice in choices]


def test_the_day_is_given_and_not_asked_for() -> None:
    assert date(2026, 11, 23) == names()["as_of"]
