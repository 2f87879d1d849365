"""Whatever a service offers and whatever it leaves out, the leaflet tells every disclosure."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.catalogue import load_catalogue
from consentgen.rules.disclosures import matrix
from tests import starter

CATALOGUE = load_catalogue()
UNKNOWN = {
    "sessions.own_time": "do.own_time.unknown",
    "sessions.spacing": "dose.spacing.unknown",
    "practitioner.trainee": "who.trainee.unknown",
    "practitioner.registered_with": "who.registered.unknown",
    "practitioner.supervised_by": "who.supervised.unknown",
    "review.after_session": "not_help.review.unknown",
    "review.wait": "not_help.wait.unknown",
    "waits.first_session": "waiting.first.unknown",
    "waits.second_session": "waiting.second.unknown",
    "rights.missed_sessions": "rights.missed.unknown",
    "confidentiality.who_sees": "confidentiality.who.unknown",
    "confidentiality.when_shared": "confidentiality.shared.unknown",
    "costs.fee": "costs.fee.unknown",
    "contact.time_to_decide": "contact.time.unknown",
    "formats": "formats.unknown",
}
"""Fields that may be left out, with the statement that then says so."""
LEFT_OUT_WITHOUT_A_WORD = [
    "service.provider", "therapy.reported_code", "therapy.also_called", "therapy.materials", "sessions.first_session",
    "outcome.evidence", "review.someone_new", "costs.needs", "contact.person", "contact.text", "contact.relay",
    "contact.letter", "contact.hours", "adjustments",
]  # fmt: skip
CHANNELS = ["telephone", "video", "in-person", "online-messages"]
choices = {
    "therapy.modality": st.sampled_from([*CATALOGUE.therapies]),
    "practitioner.grade": st.sampled_from([*CATALOGUE.grades]),
    "problems": st.lists(st.sampled_from([*CATALOGUE.problems]), min_size=1, max_size=6, unique=True),
    "sessions.channel": st.lists(st.sampled_from(CHANNELS), min_size=1, unique=True),
    "sessions.number": st.sampled_from(["1", "3", "6 to 8", "20", "1 to 9999"]),
    "sessions.length": st.sampled_from(["1 minute", "30 minutes", "20 to 30 minutes", "2 hours", "1 day"]),
    "outcome.expected": st.sampled_from([*CATALOGUE.aims]),
}


@st.composite
def offers(draw: st.DrawFn) -> tuple[str, set[str]]:
    """A valid descriptor, and the fields of `UNKNOWN` that it leaves out."""
    lost = draw(st.sets(st.sampled_from([*UNKNOWN, *LEFT_OUT_WITHOUT_A_WORD])))
    data: dict[str, Any] = json.loads(starter.without(*lost))
    chosen = {name: draw(choice) for name, choice in choices.items()}
    fitting = {**chosen, "alternatives.options": [{"what": "A walk."}]}
    fitting |= {} if lost & {"therapy.reported_code"} else {"therapy.reported_code": "1"}
    return starter.with_fields(fitting, json.dumps(data)), lost & set(UNKNOWN)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(offers())
def test_no_disclosure_is_lost_and_what_is_not_known_is_said(offer: tuple[str, set[str]]) -> None:
    source, lost = offer
    leaflet = starter.compose(starter.service(source))

    assert [] == [told.disclosure.id for told in matrix(leaflet) if told.state == "missing"]
    said = {s.id for s in leaflet.statements() if s.unknown}
    assert {UNKNOWN[name] for name in lost} == said & set(UNKNOWN.values())
    assert all(s.text.strip() for s in leaflet.statements())


@settings(derandomize=True, deadline=None, max_examples=100)
@given(offers())
def test_the_crisis_help_the_choice_and_the_name_are_always_there(offer: tuple[str, set[str]]) -> None:
    leaflet = starter.compose(starter.service(offer[0]))
    critical = {told for s in leaflet.statements() if s.critical for told in s.tells}

    assert {
        "treatment-name",
        "right-to-refuse",
        "support-urgent",
        "confidentiality-data",
        "risks",
    } <= critical
    assert "treatment-name" in leaflet.title.tells
    assert {"999", "116 123", "111"} <= {run.text for s in leaflet.statements() for run in s.runs}
