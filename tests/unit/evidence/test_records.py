"""A project's own records: every fault at once, each at its place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from consentgen.catalogue import load_catalogue
from consentgen.evidence import EVIDENCE_CODES, load_shipped, read_records
from consentgen.model.evidence import Comparator, Counts, EvidenceRecord, Rate
from consentgen.model.finding import Finding
from consentgen.source import read_yaml

GOOD = """\
consentgen: 1
records:
  - id: our-clinic-2026
    use: outcome
    population: people who started guided self-help at our clinic in 2026
    therapies: guided-self-help-workbook, guided-self-help-online
    problems: any
    outcome: usual-self
    denominator: all-starters
    comparator: none
    assessor: independent
    measure: interview by telephone
    follow_up: 6 months
    conflict: none known
    people: 1,200
    counts:
      yes: 400
    source:
      title: Our clinic, yearly report
      year: 2026
      address: https://clinic.example/report
      read_on: 2026-11-01
    review_by: 2028-11-01
"""


def read(text: str, **more: Any) -> tuple[list[EvidenceRecord], list[Finding]]:
    document, faults = read_yaml(text.encode(), "evidence/ours.yaml")
    assert document
    assert not faults
    return read_records(document, catalogue=load_catalogue(), **more)


def test_a_good_record_is_read_as_it_stands() -> None:
    [record], findings = read(GOOD)

    assert [] == findings
    assert ("our-clinic-2026", "usual-self") == (record.id, record.outcome)
    assert ("guided-self-help-workbook", "guided-self-help-online") == record.therapies
    assert () == record.problems
    assert Counts(1200, {"yes": 400}) == record.result
    assert Comparator.NONE is record.comparator
    assert date(2028, 11, 1) == record.review_by
    assert "evidence.our-clinic-2026.population" == record.population.id


def test_a_rate_may_come_without_the_number_of_people() -> None:
    text = GOOD.replace("    people: 1,200\n", "").replace(
        "counts:\n      yes: 400", "rate:\n      per_hundred: 33.5"
    )

    [record], findings = read(text)

    assert [] == findings
    assert (Rate(33.5), None) == (record.result, record.people)


MISSING = {
    "    population: people who started guided self-help at our clinic in 2026\n": "population",
    "    comparator: none\n": "comparator",
    "    assessor: independent\n": "assessor",
    "    denominator: all-starters\n": "denominator",
    "    measure: interview by telephone\n": "measure",
    "    follow_up: 6 months\n": "follow_up",
    "    conflict: none known\n": "conflict",
    "    outcome: usual-self\n": "outcome",
    "    therapies: guided-self-help-workbook, guided-self-help-online\n": "therapies",
    "    review_by: 2028-11-01\n": "review_by",
    "      read_on: 2026-11-01\n": "source.read_on",
    "      address: https://clinic.example/report\n": "source.address",
    "      title: Our clinic, yearly report\n": "source.title",
    "      year: 2026\n": "source.year",
    "    people: 1,200\n": "people",
    "    counts:\n      yes: 400\n": "counts",
}


@pytest.mark.parametrize(("line", "name"), MISSING.items(), ids=MISSING.values())
def test_a_record_that_cannot_be_weighed_reaches_no_client(line: str, name: str) -> None:
    assert line in GOOD
    records, [finding] = read(GOOD.replace(line, ""))

    assert [] == records
    assert ("EV001", f"records[1].{name}") == (finding.code, finding.place.field)


FAULTS = [
    # what stands there, what replaces it, code, line, column, found, part of the way out
    ("    use: outcome", "    use: outcom", "EV003", 4, 10, "outcom", "Did you mean outcome?"),
    ("comparator: none", "comparator: nobody", "EV003", 10, 17, "nobody", "waiting-list"),
    ("assessor: independent", "assesor: independent", "EV002", 11, 5, "", "Did you mean assessor?"),
    ("outcome: usual-self", "outcome: usual-slef", "EV003", 8, 14, "usual-slef", "Did you mean usual-self?"),
    ("problems: any", "problems: [depresion]", "EV003", 7, 15, "", "Did you mean depression?"),
    ("problems: any", "problems: any, panic", "EV003", 7, 15, "any, panic", "either any"),
    ("people: 1,200", "people: many", "EV004", 15, 13, "many", "a whole number"),
    ("people: 1,200", "people: 0", "EV004", 15, 13, "0", "1 or more"),
    ("yes: 400", "yes: 400.5", "EV004", 17, 12, "400.5", "a whole number"),
    ("yes: 400", "yes: 1201", "EV005", 17, 7, "", "at most 1,200"),
    ("yes: 400", "better: 400", "EV003", 17, 7, "", "better, same and worse"),
    ("yes: 400", "yes: 400\n      maybe: 3", "EV002", 18, 7, "", "Fields here: yes, no"),
    ("year: 2026", "year: last year", "EV004", 20, 13, "last year", "a year"),
    ("https://clinic", "http://clinic", "EV006", 21, 16, "http://clinic.example/report", "https://"),
    (
        "https://clinic.example/report",
        "javascript:alert(1)",
        "EV006",
        21,
        16,
        "javascript:alert(1)",
        "https://",
    ),
    ("read_on: 2026-11-01", "read_on: 1 November", "EV004", 22, 16, "1 November", "2026-11-01"),
    ("review_by: 2028-11-01", "review_by: 2028-02-31", "EV004", 23, 16, "2028-02-31", "a date"),
    ("review_by: 2028-11-01", "review_by: 2026-10-31", "EV003", 23, 16, "2026-10-31", "after 2026-11-01"),
    ("id: our-clinic-2026", "id: Our Clinic", "EV003", 3, 9, "Our Clinic", "small letters"),
    ("measure: interview", "measure: [a, b]\n    caveat: interview", "EV003", 12, 14, "", "a"),
    ("consentgen: 1", "consentgen: 9", "EV003", 1, 13, "9", "1"),
    ("records:", "colour: blue\nrecords:", "EV002", 2, 1, "", "Fields here: consentgen, records"),
    (
        "    counts:\n      yes: 400",
        "    estimate: {measure: d, value: 1}",
        "EV003",
        4,
        10,
        "outcome",
        "background",
    ),
]


@pytest.mark.parametrize(("old", "new", "code", "line", "column", "found", "way_out"), FAULTS)
def test_a_fault_is_named_where_it_stands(
    old: str, new: str, code: str, line: int, column: int, found: str, way_out: str
) -> None:
    assert old in GOOD
    _, findings = read(GOOD.replace(old, new, 1))
    finding = next(f for f in findings if f.code == code)

    assert ("evidence/ours.yaml", line, column) == (
        finding.place.path,
        finding.place.line,
        finding.place.column,
    )
    assert found == finding.found
    assert way_out in finding.expected + finding.help
    assert finding.what


def test_all_faults_are_reported_at_once_and_good_records_are_kept() -> None:
    second = GOOD.split("records:\n")[1].replace("our-clinic-2026", "our-clinic-2025")
    bad = second.replace("use: outcome", "use: x").replace("comparator: none", "comparator: y")
    bad = (
        bad.replace("people: 1,200", "people: z").replace("https:", "http:").replace("our-clinic-2025", "bad")
    )

    records, findings = read(GOOD + second + bad)

    assert ["our-clinic-2026", "our-clinic-2025"] == [record.id for record in records]
    assert ["EV003", "EV003", "EV004", "EV006"] == [f.code for f in findings]
    assert sorted(f.place.line for f in findings) == [f.place.line for f in findings]


def test_an_id_is_used_once_in_a_file_and_in_the_ledger() -> None:
    again = GOOD + GOOD.split("records:\n")[1]
    shipped = GOOD.replace("our-clinic-2026", "england-2024-25.cbt.all.change")

    assert [("EV007", 24)] == [(f.code, f.place.line) for f in read(again)[1]]
    assert ["EV007"] == [f.code for f in read(shipped, taken=load_shipped())[1]]


@pytest.mark.parametrize(
    "text", ["just words", "- a\n- b", "records: 3", "consentgen: 1\nrecords: [1, [2], {3: 4}]"]
)
def test_a_file_of_another_kind_gives_findings(text: str) -> None:
    records, findings = read(text)

    assert [] == records
    assert findings


def test_every_code_has_its_line_in_the_table() -> None:
    used = {code for _, _, code, *_ in FAULTS} | {"EV001", "EV007"}

    assert used == set(EVIDENCE_CODES)
