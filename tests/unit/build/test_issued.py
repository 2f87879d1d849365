"""What everybody has approved is issued once, whole, and never written over."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from consentgen.build import register as registers
from consentgen.build.desk import desk_of
from consentgen.build.issued import issue
from consentgen.build.prepare import Into, Preparer
from consentgen.build.project import open_project
from consentgen.build.register import RECORD, Register
from consentgen.build.settings import FORMATS
from consentgen.build.translation import translated
from consentgen.errors import BadWording, CannotIssue, CannotWrite
from consentgen.review.hashes import words_hash
from consentgen.review.leaflet_reading import reading
from tests import approved, starter

LATER = date(2026, 12, 1)
CALL = "import sys; from consentgen.cli.main import main; sys.argv = ['consentgen', *sys.argv[1:]]; main()"


@pytest.fixture
def northtown(tmp_path: Path) -> Path:
    """A project whose one leaflet nobody has approved yet."""
    return approved.project(tmp_path / "northtown")


def everything(folder: Path) -> dict[str, bytes]:
    return {
        f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()
    }


def test_every_format_and_the_data_are_kept_with_their_hashes(northtown: Path) -> None:
    given = approved.give(northtown)
    held = {kept.path: kept.sha256 for kept in given.edition.files}
    names = {f"{starter.WORKBOOK}.{form}" for form in (*FORMATS, "json")}
    assert names == set(held)
    assert {**held, RECORD: ""}.keys() == {file.name for file in given.folder.iterdir()}
    assert held == {name: sha256((given.folder / name).read_bytes()).hexdigest() for name in names}
    assert () == given.found.faults


def test_the_record_says_what_was_given_out_and_who_stood_for_it(northtown: Path) -> None:
    edition = approved.give(northtown).edition
    leaflet = approved.prepared(northtown)[1].leaflet
    assert leaflet
    assert words_hash(reading(leaflet)) == edition.words_hash
    assert [p.id for p in reading(leaflet).passages] == [told.id for told in edition.statements]
    assert list(approved.PEOPLE.items()) == [(one.role, one.who) for one in edition.approvals]
    assert {date(2027, 11, 23)} == {one.until for one in edition.approvals}
    assert [*dict.fromkeys(leaflet.evidence)] == [figures.id for figures in edition.evidence]
    assert f"https://service.example/leaflets/{edition.number}" == edition.code
    assert (1, starter.AS_OF, "1.0") == (edition.edition, edition.issued, edition.version)


@pytest.mark.parametrize("form", FORMATS)
def test_no_issued_file_says_that_it_is_a_draft(northtown: Path, form: str) -> None:
    assert b"DRAFT" not in approved.give(northtown).data(form)


@pytest.mark.parametrize("roles", [(), ("clinical lead",)])
def test_what_not_everybody_has_approved_writes_nothing(northtown: Path, roles: tuple[str, ...]) -> None:
    if roles:
        approved.approve(northtown, starter.WORKBOOK, starter.AS_OF, *roles)
    with pytest.raises(CannotIssue, match="patient representative") as caught:
        issue(*approved.prepared(northtown))
    assert 3 == caught.value.exit_code
    assert not (northtown / "issued").exists()


def test_where_nobody_is_asked_to_sign_nothing_is_issued(northtown: Path) -> None:
    (northtown / "consentgen.yaml").unlink()
    with pytest.raises(CannotIssue, match="nobody is named"):
        issue(*approved.prepared(northtown))
    assert not (northtown / "issued").exists()


def test_words_changed_after_the_approval_are_not_issued(northtown: Path) -> None:
    approved.approve(northtown)
    approved.reword(northtown, "length: 30 minutes", "length: 35 minutes")
    with pytest.raises(CannotIssue):
        issue(*approved.prepared(northtown))


def test_an_approval_that_lapsed_does_not_count(northtown: Path) -> None:
    with (northtown / "consentgen.yaml").open("a", encoding="utf-8") as settings:
        settings.write("  lasts: 7 days\n")
    approved.approve(northtown)
    with pytest.raises(CannotIssue, match="open"):
        issue(*approved.prepared(northtown, as_of=LATER))


@pytest.mark.parametrize("day", [starter.AS_OF, LATER])
def test_the_same_words_again_are_the_same_edition(northtown: Path, day: date) -> None:
    given = approved.give(northtown)
    before = everything(given.project)
    again = issue(*approved.prepared(northtown, as_of=day))
    assert (False, given.edition) == (again.new, again.edition)
    assert before == everything(given.project)


def test_the_same_edition_has_the_same_number_and_bytes_anywhere(tmp_path: Path) -> None:
    one, two = (approved.give(approved.project(tmp_path / name)) for name in ("a", "b"))
    assert one.edition == two.edition
    assert everything(one.folder) == everything(two.folder)


def test_other_words_are_the_next_edition_and_the_first_stays_as_it_was(northtown: Path) -> None:
    first = approved.give(northtown)
    before = everything(first.folder)
    approved.reword(northtown, "length: 30 minutes", "length: 35 minutes")
    second = approved.give(northtown, as_of=LATER)
    assert (1, 2) == (first.edition.edition, second.edition.edition)
    assert first.edition.number != second.edition.number
    assert before == everything(first.folder)


def test_words_that_come_back_on_the_same_day_get_a_number_of_their_own(northtown: Path) -> None:
    first = approved.give(northtown)
    approved.reword(northtown, "length: 30 minutes", "length: 35 minutes")
    approved.give(northtown)
    approved.reword(northtown, "length: 35 minutes", "length: 30 minutes")
    third = approved.give(northtown)
    assert 3 == third.edition.edition
    assert first.edition.words_hash == third.edition.words_hash
    assert first.edition.number != third.edition.number
    assert ((), ()) == (first.found.faults, third.found.faults)


def test_a_day_before_the_newest_edition_is_refused(northtown: Path) -> None:
    approved.approve(northtown)
    number = issue(*approved.prepared(northtown, as_of=LATER)).edition.number
    approved.reword(northtown, "length: 30 minutes", "length: 35 minutes")
    approved.approve(northtown)
    with pytest.raises(CannotIssue, match=number):
        issue(*approved.prepared(northtown))


def test_figures_past_their_date_are_not_issued_even_stamped(northtown: Path) -> None:
    day = date(2028, 1, 1)
    with (northtown / "consentgen.yaml").open("a", encoding="utf-8") as settings:
        settings.write("expired: stamp\n")
    approved.reword(northtown, "review_by: 2027-11-01", "review_by: 2028-11-01")
    approved.approve(northtown, as_of=day)
    with pytest.raises(CannotIssue, match="OUT OF DATE"):
        issue(*approved.prepared(northtown, as_of=day))
    assert [] == Register(northtown).numbers()


def test_a_translation_nobody_has_reviewed_is_not_issued(northtown: Path) -> None:
    project = open_project(northtown)
    preparer = Preparer(project, starter.AS_OF, Into(translated(desk_of(project), "pl"), draft=True))
    prepared = preparer.prepare(northtown / "services" / f"{starter.WORKBOOK}.yaml")
    with pytest.raises(CannotIssue, match="not reviewed"):
        issue(preparer, prepared)
    assert not (northtown / "issued").exists()


def test_a_projects_own_words_may_not_leave_the_number_out(northtown: Path) -> None:
    own = '{% text "furniture.number" %}\nA leaflet of ours.\n{% endtext %}\n'
    (northtown / "templates").mkdir()
    (northtown / "templates" / "furniture.md.j2").write_text(own, encoding="utf-8")
    approved.approve(northtown)
    with pytest.raises(BadWording, match="number"):
        issue(*approved.prepared(northtown))
    assert [] == Register(northtown).numbers()


def test_what_fails_on_the_way_leaves_nothing(northtown: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    approved.approve(northtown)

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(CannotWrite, match="No space left"):
        issue(*approved.prepared(northtown))
    assert {} == everything(northtown / "issued")
    assert [] == [*(northtown / "issued").iterdir()]


def test_a_number_that_is_taken_is_never_written_over(northtown: Path) -> None:
    given = approved.give(northtown)
    before = everything(given.folder)
    with pytest.raises(CannotWrite):
        given.register.keep(given.edition, [])
    assert before == everything(given.folder)


@pytest.mark.parametrize("days", [("2026-11-23", "2026-11-23"), ("2026-11-23", "2026-11-24")])
def test_two_at_once_issue_it_once(northtown: Path, days: tuple[str, str]) -> None:
    approved.approve(northtown)

    def run(day: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-c", CALL, "issue", str(northtown), starter.WORKBOOK, "--date", day]
        return subprocess.run(call, capture_output=True, text=True, timeout=120, check=False)

    with ThreadPoolExecutor(2) as pool:
        ran = list(pool.map(run, days))
    assert [0, 0] == [one.returncode for one in ran], [one.stderr for one in ran]
    [number] = Register(northtown).numbers()
    assert all(number in one.stdout for one in ran)
    found = Register(northtown).find(number)
    assert found
    assert () == found.faults
    assert 1 == sum("already" in one.stdout for one in ran)


def test_the_leaflet_as_data_has_ids_facts_and_the_number(northtown: Path) -> None:
    given = approved.give(northtown)
    held = json.loads(given.data("json"))
    assert given.edition.number == held["issued"]["number"]
    statements = [
        s for section in held["sections"] for b in section["blocks"] for s in b.get("statements", [])
    ]
    assert any(statement.get("facts") for statement in statements)
    words = given.found.words()
    assert words
    assert given.edition.words_hash == words_hash(words)


def test_only_folders_named_by_a_number_are_looked_at(northtown: Path) -> None:
    given = approved.give(northtown)
    for name in (".consentgen-left", "7K2M-9QXX", "notes", given.edition.number.lower()):
        (northtown / "issued" / name).mkdir()
    assert [given.edition.number] == given.register.numbers()
    assert given.register.find("../issued") is None
    assert registers.FOLDER == "issued"
