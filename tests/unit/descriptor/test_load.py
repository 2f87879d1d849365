"""A descriptor becomes a service, and every fault is named at its line and column."""

from __future__ import annotations

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.descriptor import load_descriptor
from consentgen.descriptor.load import _CODES
from consentgen.model.finding import Finding
from consentgen.model.values import Count, Duration, Name, Phone, Words
from tests import starter

GOOD = """\
consentgen: 1
version: "1.0"
author: Clinical lead
written: 2026-11-01
review_by: 2027-11-01
service:
  name: Northtown
therapy:
  modality: guided-self-help-workbook
sessions:
  number: 6 to 8
  length: 30 minutes
  channel: telephone
practitioner:
  grade: counsellor
problems: [depression]
outcome:
  expected: usual-self
  in_daily_life: You want to see people again.
review:
  next_steps: We can offer you CBT with a therapist.
alternatives:
  options:
    - therapy: cbt
      wait: 18 weeks
  no_treatment: You can wait and see.
contact:
  phone: 01632 960 123
crisis:
  emergency: 999
  lines:
    - name: Samaritans
      phone: 116 123
"""


def findings(source: str) -> list[Finding]:
    return starter.load(source)[1]


def test_what_is_left_out_stays_out() -> None:
    service = starter.service(GOOD)
    assert [None, None, []] == [service.sessions.own_time, service.waits.first_session, service.formats]


def test_values_are_read_as_what_they_are() -> None:
    service = starter.service(GOOD)
    assert (Count(6, 8), Duration(30, 30, "minute")) == (service.sessions.number, service.sessions.length)
    assert (Name("Northtown"), Phone("999")) == (service.service.name, service.crisis.emergency)


def test_one_value_may_stand_where_a_list_may() -> None:
    service = starter.service(GOOD)
    assert ["telephone"] == service.sessions.channel
    assert [Words("You want to see people again.")] == service.outcome.in_daily_life


@pytest.mark.parametrize("name", starter.NAMES)
def test_the_starter_descriptors_have_no_faults(name: str) -> None:
    assert [] == findings(starter.text(name))


FAULTS = [
    # what stands there, what replaces it, code, line, column, field
    ("  length: 30 minutes\n", "", "DE001", 11, 3, "sessions.length"),
    ("author: Clinical lead\n", "", "DE001", 1, 1, "author"),
    ("  name: Northtown", "  name: Northtown\n  provder: x", "DE002", 8, 3, "service.provder"),
    ("version:", "colour: blue\nversion:", "DE002", 2, 1, "colour"),
    ("  name: Northtown\n", "  - Northtown\n", "DE003", 7, 3, "service"),
    ("author: Clinical lead", "author: [a, b]", "DE003", 3, 9, "author"),
    ("problems: [depression]", "problems: {a: b}", "DE003", 16, 11, "problems"),
    ("consentgen: 1", "consentgen: 2", "DE004", 1, 13, "consentgen"),
    ("[depression]", "[depression, depresion]", "DE004", 16, 24, "problems[2]"),
    ("grade: counsellor", "grade: wizard", "DE004", 15, 10, "practitioner.grade"),
    ("channel: telephone", "channel: [telephone, pigeon]", "DE004", 13, 24, "sessions.channel[2]"),
    ("author: Clinical lead", "author: ''", "DE005", 3, 9, "author"),
    ("author: Clinical lead", "author: " + "a" * 121, "DE006", 3, 9, "author"),
    ("phone: 01632 960 123", "phone: call us", "DE007", 28, 10, "contact.phone"),
    ("phone: 01632 960 123", "email: hello at northtown", "DE007", 28, 10, "contact.email"),
    ("phone: 01632 960 123", "web: http://northtown.example", "DE007", 28, 8, "contact.web"),
    ("- therapy: cbt\n      wait", "- wait", "DE008", 24, 7, "alternatives.options[1]"),
    ("- therapy: cbt", "- therapy: cbt\n      what: Medicine", "DE008", 24, 7, "alternatives.options[1]"),
    ("phone: 01632 960 123", "hours: Monday", "DE009", 28, 3, "contact"),
    ("[depression]", "[]", "DE010", 16, 11, "problems"),
    (
        "[depression]",
        "[depression, panic, ptsd, ocd, stress, anxiety, agoraphobia]",
        "DE010",
        16,
        11,
        "problems",
    ),
    ("[depression]", "[depression, depression]", "DE010", 16, 11, "problems"),
    ("written: 2026-11-01", "written: yesterday", "DE011", 4, 10, "written"),
    ("number: 6 to 8", "number: 8 to 6", "DE011", 11, 11, "sessions.number"),
    ("version:", "id: Our leaflet\nversion:", "DE012", 2, 5, "id"),
    ("length: 30 minutes", "length: 30", "DE014", 12, 11, "sessions.length"),
    ("wait: 18 weeks", "wait: 18", "DE014", 25, 13, "alternatives.options[1].wait"),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column", "field"), FAULTS, ids=[f"{f[2]}-{f[5]}" for f in FAULTS]
)
def test_a_fault_is_named_where_it_stands(
    old: str, new: str, code: str, line: int, column: int, field: str
) -> None:
    assert old in GOOD
    [finding] = findings(GOOD.replace(old, new, 1))
    assert (code, line, column, field) == (
        finding.code, finding.place.line, finding.place.column, finding.place.field,
    )  # fmt: skip
    assert finding.what
    assert finding.expected or finding.help


def test_every_code_of_the_reader_is_in_the_table() -> None:
    assert {code for _, _, code, *_ in FAULTS} == {*_CODES.values(), "DE012"}


def test_all_faults_are_told_at_once() -> None:
    bad = (
        GOOD.replace("30 minutes", "30")
        .replace("cbt", "cbd")
        .replace("999", "nine")
        .replace("author", "autor")
    )
    assert ["DE001", "DE002", "DE004", "DE007", "DE014"] == sorted(f.code for f in findings(bad))


@pytest.mark.parametrize(
    ("old", "new", "way_out"),
    [
        ("  name: Northtown", "  nmae: Northtown", "Did you mean name?"),
        ("[depression]", "[depresion]", "Did you mean depression?"),
        ("telephone", "telefone", "Did you mean telephone?"),
        ("  length: 30 minutes\n", "", "length: "),
        ("length: 30 minutes", "length: 30", "length: "),
    ],
)
def test_the_way_out_is_something_to_write(old: str, new: str, way_out: str) -> None:
    assert way_out in " ".join(f.help for f in findings(GOOD.replace(old, new, 1)))


def test_what_was_found_is_shown_without_what_could_steer_a_terminal() -> None:
    [finding] = findings(GOOD.replace("phone: 01632 960 123", "phone: call us now"))
    assert "call us now" == finding.found


@pytest.mark.parametrize(
    ("label", "expected"), [("services/stress-class.yaml", "stress-class"), ("a.yml", "a")]
)
def test_a_leaflet_is_called_like_its_file(label: str, expected: str) -> None:
    descriptor, _ = load_descriptor(starter.document(GOOD, label), load_catalogue())
    assert descriptor
    assert expected == descriptor.id


def test_a_leaflet_may_have_a_name_of_its_own() -> None:
    descriptor, _ = load_descriptor(starter.document("id: workbook\n" + GOOD), load_catalogue())
    assert descriptor
    assert "workbook" == descriptor.id


@pytest.mark.parametrize("label", ["Über leaflet.yaml", "a b.yaml", "-a.yaml", "con/..yaml"])
def test_a_file_that_cannot_name_a_leaflet_is_refused(label: str) -> None:
    descriptor, [finding] = load_descriptor(starter.document(GOOD, label), load_catalogue())
    assert (None, "DE012") == (descriptor, finding.code)


def test_what_is_missing_from_a_file_with_hardly_anything_in_it_is_told_at_once() -> None:
    told = [(f.code, f.place.field) for f in findings("version: '1'\nauthor: ''\nsessions:\n  number: 6\n")]
    assert [("DE001", ""), ("DE005", "author")] == told[:2]
    assert [("DE001", "sessions.length"), ("DE001", "sessions.channel")] == told[2:]


@pytest.mark.parametrize(("missing", "expected"), [(3, 3), (4, 1)])
def test_a_few_missing_fields_are_told_one_by_one(missing: int, expected: int) -> None:
    kept = list(starter.groups(GOOD).values())[missing:]
    assert expected == len(findings("".join(kept)))


@pytest.mark.parametrize("source", ["just words\n", "- a\n- b\n"])
def test_a_file_of_another_kind_is_refused(source: str) -> None:
    service, [finding] = starter.load(source)
    assert (None, "DE003") == (service, finding.code)
