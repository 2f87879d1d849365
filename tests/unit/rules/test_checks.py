"""What each honesty rule finds beside its own example, and what it lets pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from consentgen.model.finding import Finding
from tests import starter

HITS: list[tuple[str, dict[str, Any], str]] = [
    # code, fields changed, field found
    ("HO001", {"therapy": "low-intensity CBT"}, "therapy"),
    ("HO001", {"therapy": {"name": "SilverCloud"}}, "therapy.name"),
    ("HO001", {"therapy": {"called": "step 2 support"}}, "therapy.called"),
    ("HO002", {"outcome": "recovery rate"}, "outcome"),
    ("HO002", {"outcome.expected": "questionnaire-change"}, "outcome.expected"),
    ("HO002", {"outcome.in_daily_life": ["You feel well.", "Your PHQ-9 falls."]}, "outcome.in_daily_life[2]"),
    ("HO002", {"outcome.in_daily_life": "You are 6 points lower."}, "outcome.in_daily_life"),
    ("HO003", {"therapy.reported_code": "1"}, "therapy.reported_code"),
    ("HO004", {"problems": ["depression", "ptsd"]}, "problems[2]"),
    ("HO005", {"sessions.number": "1 to 5"}, "sessions.number"),
    (
        "HO005",
        {
            "problems": "generalised-anxiety",
            "sessions": {"number": "6", "length": "10 minutes", "channel": "telephone"},
            "outcome.evidence": [],
        },
        "sessions.number",
    ),
    ("HO006", {"contact": {"relay": "18001 01632 960 123"}}, "contact"),
    ("HO007", {"costs.needs": ["A phone.", "It is proven to work."]}, "costs.needs[2]"),
    ("HO008", {"adjustments": ["Your therapist can come to you."]}, "adjustments[1]"),
    ("HO009", {"rights.missed_sessions": "One in five people miss one."}, "rights.missed_sessions"),
    ("HO009", {"rights.missed_sessions": "7.5 per cent miss one."}, "rights.missed_sessions"),
    ("HO011", {"problems": "panic"}, "outcome.evidence[1]"),
    ("HO012", {"outcome.evidence": ["richards2020"]}, "outcome.evidence[1]"),
    ("HO013", {"written": "2025-01-01", "review_by": "2026-11-22"}, "review_by"),
    ("HO013", {"written": "2027-01-01", "review_by": "2027-01-01"}, "review_by"),
    ("HO014", {"costs.fee": "It costs " + "very " * 20 + "little."}, "costs.fee"),
    (
        "HO015",
        {"alternatives.options": [{"what": "Medicine."}, {"therapy": "cbt"}]},
        "alternatives.options[2]",
    ),
    (
        "HO015",
        {"alternatives.options": [{"therapy": "guided-self-help-workbook", "wait": "1 week"}]},
        "alternatives.options[1]",
    ),
]


def found(folder: Path, fields: dict[str, Any], code: str) -> list[Finding]:
    prepared = starter.prepared(folder, starter.with_fields(fields))
    return [finding for finding in prepared.findings if finding.code == code]


@pytest.mark.parametrize(("code", "fields", "field"), HITS, ids=[f"{hit[0]}-{hit[2]}" for hit in HITS])
def test_a_fault_is_found_at_its_field(tmp_path: Path, code: str, fields: dict[str, Any], field: str) -> None:
    findings = found(tmp_path, fields, code)
    assert field in [finding.place.field for finding in findings]
    assert all(finding.found and finding.help for finding in findings)


PASSES: list[tuple[str, dict[str, Any]]] = [
    ("HO001", {"therapy.also_called": ["low-intensity CBT", "SilverCloud"]}),
    ("HO002", {"outcome.in_daily_life": "You go to your spin class again."}),
    ("HO002", {"outcome.in_daily_life": "You see the good points of a day."}),
    ("HO003", {"therapy": {"modality": "group-cbt", "reported_code": "304891004"}}),
    ("HO004", {"problems": "ptsd", "therapy": {"modality": "cbt"}, "outcome.evidence": []}),
    ("HO005", {"sessions.number": "6 to 20"}),
    ("HO005", {"problems": "panic", "sessions.number": "1", "outcome.evidence": []}),
    ("HO006", {"contact": {"phone": "01632 960 123", "letter": "1 High Street"}}),
    ("HO006", {"contact": {"email": "hello@northtown.example"}}),
    ("HO007", {"costs.fee": "We check whether it helps."}),
    ("HO008", {"practitioner.grade": "counsellor", "adjustments": ["Your counsellor can come to you."]}),
    ("HO009", {"rights.missed_sessions": "1 in the morning is too late to ring."}),
    ("HO011", {"outcome.evidence": ["england-2024-25.guided-self-help-workbook.all.change"]}),
    ("HO013", {"written": "2026-11-01", "review_by": "2029-11-01"}),
    ("HO013", {"written": "2026-11-01", "review_by": starter.AS_OF.isoformat()}),
    ("HO014", {"costs.fee": "It costs nothing. " * 10}),
    ("HO015", {"alternatives.options": [{"what": "Medicine."}]}),
]


@pytest.mark.parametrize(("code", "fields"), PASSES, ids=[code for code, _ in PASSES])
def test_what_is_honest_is_let_pass(tmp_path: Path, code: str, fields: dict[str, Any]) -> None:
    assert [] == found(tmp_path, fields, code)


def test_a_name_of_staff_gets_the_keys_to_write_instead(tmp_path: Path) -> None:
    [finding] = found(tmp_path, {"therapy": {"modality": "low intensity telephone CBT"}}, "HO001")
    assert "`modality: guided-self-help-workbook`" in finding.help
    assert "`channel: telephone`" in finding.help
    assert "`also_called: low intensity telephone CBT`" in finding.help


def test_a_code_of_another_therapy_names_its_owner(tmp_path: Path) -> None:
    [finding] = found(tmp_path, {"therapy.reported_code": "304891004"}, "HO003")
    assert "`modality: cbt`" in finding.help


def test_self_help_for_ptsd_is_told_beside_cbt_with_the_national_figures(tmp_path: Path) -> None:
    [finding] = found(tmp_path, {"problems": "ptsd"}, "HO004")
    assert 6 == sum(word.rstrip(";.").isdigit() for word in finding.help.partition(":")[2].split())


def test_a_misspelt_record_is_offered(tmp_path: Path) -> None:
    record = "england-2024-25.guided-self-help-workbook.depresion.change"
    [finding] = found(tmp_path, {"outcome.evidence": [record]}, "HO012")
    assert "Did you mean england-2024-25.guided-self-help-workbook.depression.change?" == finding.help


def test_one_text_gets_one_finding_however_much_it_claims(tmp_path: Path) -> None:
    words = "The gold standard is proven to work better for most people."
    assert 1 == len(found(tmp_path, {"costs.fee": words}, "HO007"))


def test_both_grave_faults_are_told_once_each(tmp_path: Path) -> None:
    fields = {"therapy.modality": "low intensity telephone CBT", "outcome.expected": "PHQ-9 drop of 6 points"}
    assert ["HO001", "HO002"] == starter.codes(tmp_path, starter.with_fields(fields))


def test_expired_evidence_is_an_error_unless_it_is_stamped(tmp_path: Path) -> None:
    late = starter.AS_OF.replace(year=2028)
    source = starter.with_fields({"written": "2027-06-01", "review_by": "2029-06-01"})
    refused = starter.prepared(tmp_path, source, as_of=late)
    stamped = starter.prepared(tmp_path, source, as_of=late, stamp_expired=True)
    assert {"error"} == {f.severity for f in refused.findings if f.code == "HO010"}
    assert {"warning"} == {f.severity for f in stamped.findings if f.code == "HO010"}
    assert (None, True) == (refused.leaflet, bool(stamped.leaflet))
