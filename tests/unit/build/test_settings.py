"""Who has to sign is read from the settings, with the place of every fault and the way out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consentgen.build.project import open_project
from consentgen.model.values import Duration
from consentgen.review.sign_off import Signer, SignOff

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPV5nRbAaDqYmRPzRaRfVLkT1Dkw9RShrPOwyVVFAyTO a@example"
ROLES = "sign_off:\n  roles: [clinical lead, patient representative]\n"
TWO = ("clinical lead", "patient representative")


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("expired: refuse\n", None),
        (ROLES, SignOff(TWO)),
        ("sign_off:\n  roles: clinical lead\n", SignOff(TWO[:1])),
        (ROLES + "  lasts: 2 years\n", SignOff(TWO, Duration(2, 2, "year"))),
        (
            ROLES + "  people:\n"
            f"    - {{name: A. Example, role: Clinical Lead, key: {KEY}}}\n"
            "    - {name: B. Example, role: patient representative}\n",
            SignOff(
                TWO,
                people=(
                    Signer("A. Example", "Clinical Lead", KEY),
                    Signer("B. Example", "patient representative"),
                ),
            ),
        ),
    ],
)
def test_roles_duration_and_people_are_read(project: Path, settings: str, expected: SignOff | None) -> None:
    (project / "consentgen.yaml").write_text(settings, encoding="utf-8")
    opened = open_project(project)
    assert (expected, []) == (opened.sign_off, opened.findings)


FAULTS = {
    "misspelt field": ("sign-off:\n  roles: [a]\n", "2:3", "Did you mean sign_off?"),
    "no fields": ("sign_off: [clinical lead]\n", "1:11", "roles: ["),
    "no roles": ("sign_off:\n  lasts: 12 months\n", "2:3", "roles: ["),
    "empty roles": ("sign_off:\n  roles: []\n", "2:10", "roles: ["),
    "role twice": ("sign_off:\n  roles: [lead, LEAD]\n", "2:17", "Take one"),
    "role of signs": ("sign_off:\n  roles: [lead, '!!']\n", "2:17", "roles: ["),
    "misspelt inside": (ROLES + "  last: 12 months\n", "3:9", "Did you mean lasts?"),
    "no unit": (ROLES + "  lasts: 12\n", "3:10", "lasts: 12 months"),
    "minutes": (ROLES + "  lasts: 30 minutes\n", "3:10", "lasts: 12 months"),
    "range": (ROLES + "  lasts: 6 to 12 months\n", "3:10", "lasts: 12 months"),
    "people a text": (ROLES + "  people: A. Example\n", "3:11", "- {name"),
    "person a text": (ROLES + "  people: [A. Example]\n", "3:12", "{name"),
    "person without a name": (ROLES + "  people:\n    - role: clinical lead\n", "4:7", "name: A."),
    "person of another role": (
        ROLES + "  people:\n    - {name: A. Example, role: clinical leed}\n", "4:32", "Did you mean clinical lead?",
    ),
    "person with a private key": (
        ROLES + "  people:\n    - name: A. Example\n      role: clinical lead\n      key: BEGIN OPENSSH PRIVATE\n",
        "6:12", "ends in .pub",
    ),
    "role without a person": (
        ROLES + "  people: [{name: A. Example, role: clinical lead}]\n", "2:26", "Add one under people",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("settings", "place", "way_out"), FAULTS.values(), ids=FAULTS)
def test_with_a_fault_nobody_is_asked_to_sign_and_so_nothing_is_approved(
    project: Path, settings: str, place: str, way_out: str
) -> None:
    (project / "consentgen.yaml").write_text(settings, encoding="utf-8")
    opened = open_project(project)
    [finding] = opened.findings
    assert ("PR001", None) == (finding.code, opened.sign_off)
    assert str(finding.place).startswith(f"consentgen.yaml:{place}")
    assert way_out in finding.help


@pytest.mark.parametrize(
    ("lasts", "signed", "until"),
    [
        (Duration(12, 12, "month"), date(2026, 11, 23), date(2027, 11, 23)),
        (Duration(3, 3, "month"), date(2026, 11, 30), date(2027, 2, 28)),
        (Duration(1, 1, "year"), date(2028, 2, 29), date(2029, 2, 28)),
        (Duration(2, 2, "week"), date(2026, 12, 24), date(2027, 1, 7)),
        (Duration(9000, 9000, "year"), date(2026, 1, 1), date.max),
        (Duration(9999, 9999, "week"), date(9900, 1, 1), date.max),
    ],
)
def test_a_signature_holds_for_as_long_as_the_settings_say(
    lasts: Duration, signed: date, until: date
) -> None:
    assert until == SignOff(("lead",), lasts).until(signed)
