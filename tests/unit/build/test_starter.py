"""A new project holds the starter files with the service's own name in them, and builds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consentgen.build.prepare import Preparer
from consentgen.build.project import open_project
from consentgen.build.starter import DEFAULTS, Answers, start
from consentgen.errors import BadAnswer, FolderNotEmpty
from consentgen.model.service import Service
from tests import starter


def services(folder: Path) -> list[Service]:
    """The services of a project without findings."""
    prepared = list(Preparer(open_project(folder), starter.AS_OF).all())
    assert [] == [finding for p in prepared for finding in p.findings]
    return [p.descriptor.service for p in prepared if p.descriptor]


def answers(service: str = "", phone: str = "", email: str = "") -> Answers:
    return Answers(service or DEFAULTS.service, phone or DEFAULTS.phone, email or DEFAULTS.email)


def test_the_starter_files_are_copied_as_they_ship(tmp_path: Path) -> None:
    start(tmp_path / "new", DEFAULTS)
    assert 4 == len(services(tmp_path / "new"))
    for name in starter.NAMES:
        assert starter.text(name) == (tmp_path / "new" / "services" / f"{name}.yaml").read_text("utf-8")


def test_the_files_written_are_told(tmp_path: Path) -> None:
    written = start(tmp_path / "new", DEFAULTS)
    found = [f.relative_to(tmp_path / "new").as_posix() for f in (tmp_path / "new").rglob("*") if f.is_file()]
    assert sorted(found) == sorted(written)


def test_the_schema_lies_where_the_descriptors_look_for_it(tmp_path: Path) -> None:
    start(tmp_path / "new", DEFAULTS)
    first = starter.text().partition("\n")[0]
    schema = tmp_path / "new" / "services" / first.partition("$schema=")[2]
    assert "properties" in json.loads(schema.read_text("utf-8"))


HOSTILE = [
    'O\'Brien: "X" & Söhne',
    "Northtown Talking Therapies North",
    "A # B",
    "- {a}: [b] \\ 'c'",
    "Gwasanaeth Iechyd Ŵyr",
    "{{ 7*7 }} <b>",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_can_be_given(tmp_path: Path, name: str) -> None:
    start(tmp_path / "new", answers(service=name))
    assert [name] * 4 == [service.service.name.text for service in services(tmp_path / "new")]


@pytest.mark.parametrize("phone", ["020 7946 0000", "01632 960 1234", "+44 20 7946 0000", "0800 1111"])
def test_the_phone_is_the_one_that_was_given(tmp_path: Path, phone: str) -> None:
    start(tmp_path / "new", answers(phone=phone))
    contacts = [service.contact for service in services(tmp_path / "new")]
    assert [phone] * 4 == [contact.phone.text for contact in contacts if contact.phone]
    assert all(contact.relay is None or contact.relay.text == f"18001 {phone}" for contact in contacts)


def test_the_email_address_is_the_one_that_was_given(tmp_path: Path) -> None:
    start(tmp_path / "new", answers(email="bookings@westtown.example"))
    contacts = [service.contact for service in services(tmp_path / "new")]
    assert ["bookings@westtown.example"] * 4 == [contact.email.text for contact in contacts if contact.email]


@pytest.mark.parametrize(
    "given", [answers(phone="call us"), answers(email="hello at northtown"), answers(service="a" * 200)]
)
def test_an_answer_that_cannot_be_used_writes_nothing(tmp_path: Path, given: Answers) -> None:
    with pytest.raises(BadAnswer):
        start(tmp_path / "new", given)
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderNotEmpty):
        start(tmp_path, DEFAULTS)
    assert ["mine.txt"] == [file.name for file in tmp_path.iterdir()]


def test_an_empty_folder_may_be_given(tmp_path: Path) -> None:
    start(tmp_path, DEFAULTS)
    assert 4 == len(services(tmp_path))
