"""Decisions in files: only a leaflet that everybody signed loses its DRAFT, and a release waits for all of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consentgen.build.decide import CannotApprove, Reviewer
from consentgen.build.pipeline import Built, build
from consentgen.build.project import open_project
from consentgen.build.release import NobodySigns, standing
from consentgen.errors import CannotWrite, UnknownName
from consentgen.review.record import Decision, read_record
from tests import starter
from tests.signing import (
    LEAD,
    PATIENT,
    SETTINGS,
    approvals,
    asked,
    desk,
    held,
    leaflet,
    records,
    reword,
    sign,
    state,
)
from tests.unit.build.conftest import manifest, names

WORDS, OTHERS = (
    "You can ask us for large print, Easy Read or an audio version.",
    "You can ask for large print.",
)


@pytest.fixture
def northtown(tmp_path: Path) -> Path:
    return asked(tmp_path)


def built(project: Path, as_of: date = starter.AS_OF, *formats: str) -> Built:
    opened = replace(open_project(project), formats=formats or ("html", "md", "txt"))
    return build(opened, project / "leaflets", as_of)


def files(mark: str, *formats: str) -> list[str]:
    return [f"{starter.WORKBOOK}{mark}.{form}" for form in formats or ("html", "md", "txt")]


def test_an_approved_leaflet_loses_its_draft_everywhere_and_the_draft_files_are_set_aside(
    northtown: Path,
) -> None:
    assert 1 == built(northtown).drafts
    sign(northtown)
    made = built(northtown)
    assert (0, files(".DRAFT")) == (made.drafts, sorted(made.set_aside))
    assert files("") == names(northtown)
    for file in files(""):
        assert "DRAFT" not in (northtown / "leaflets" / file).read_text("utf-8").replace("font-draft", "")
    [entry] = manifest(northtown)["leaflets"]
    assert ([], ["clinical lead: A. Example, 2026-11-23", "patient representative: B. Example, 2026-11-23"]) == (
        entry["stamps"], entry["signed"],
    )  # fmt: skip


def test_an_approved_pdf_says_draft_nowhere(signed: Path) -> None:
    import pypdfium2

    built(signed, starter.AS_OF, "pdf")
    document = pypdfium2.PdfDocument(signed / "leaflets" / f"{starter.WORKBOOK}.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in document)
    told = text + str(document.get_metadata_dict())
    assert ("DRAFT" in told, "without their agreement" in told or len(text) > 1000) == (False, True)


def test_a_leaflet_that_lost_its_approval_is_a_draft_and_the_approved_files_are_set_aside(
    signed: Path,
) -> None:
    built(signed)
    (signed / "leaflets" / "manifest.json").unlink()  # even then
    (signed / "consentgen.yaml").write_text(f"{SETTINGS}  lasts: 1 week\n", encoding="utf-8")
    made = built(signed, date(2026, 12, 1))
    assert (1, files("")) == (made.drafts, sorted(made.set_aside))


@pytest.mark.parametrize("who", [[LEAD], [PATIENT]])
def test_one_role_alone_approves_nothing(northtown: Path, who: list[Reviewer]) -> None:
    sign(northtown, *who)
    built(northtown)
    assert files(".DRAFT") == names(northtown)


def test_a_changed_word_opens_itself_alone_for_each_role(signed: Path) -> None:
    reword(signed, "01632 960 123", "01632 960 124")
    found = state(signed)
    opened = [{one.id for one in role.open} for role in found.roles]
    assert (False, opened[0]) == (found.approved, opened[1])
    assert 0 < len(opened[0]) < 8
    sign(signed, LEAD)
    assert [0, len(opened[1])] == [len({one.id for one in role.open}) for role in state(signed).roles]
    sign(signed, PATIENT)
    assert state(signed).approved


def test_the_words_that_come_back_have_to_be_signed_again(signed: Path) -> None:
    reword(signed, "01632 960 123", "01632 960 124")
    sign(signed)
    reword(signed, "01632 960 124", "01632 960 123")
    assert {"replaced"} == {one.lack.value for role in state(signed).roles for one in role.open}


def test_a_project_without_decisions_reads_none(northtown: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consentgen.build.approvals.reading", None)  # whoever calls it fails
    assert 1 == len(built(northtown).written)


def test_a_second_language_is_not_approved_with_the_first(signed: Path) -> None:
    polish = replace(leaflet(signed), language="pl")
    assert not approvals(signed).state(polish).approved


# --- A release ---


def test_a_release_of_a_project_that_asks_nobody_says_how_to_ask(project: Path) -> None:
    with pytest.raises(NobodySigns, match="does not say who has to approve") as caught:
        standing(open_project(project), starter.AS_OF, [None])
    assert (3, True) == (caught.value.exit_code, "roles: [" in caught.value.help_text)


def test_a_release_stands_with_every_leaflet(tmp_path: Path) -> None:
    northtown = asked(tmp_path, SETTINGS, "stress-class")
    sign(northtown)
    found = standing(open_project(northtown), starter.AS_OF, [None])
    assert {"stress-class": False, starter.WORKBOOK: True} == {s.leaflet: s.approved for s in found.states}
    assert (False, False) == (found.approved, found.broken)
    (northtown / "services" / "stress-class.yaml").unlink()
    assert standing(open_project(northtown), starter.AS_OF, [None]).approved


def test_a_draft_is_not_written_where_only_approved_leaflets_are_asked_for(northtown: Path) -> None:
    made = build(replace(open_project(northtown), only_approved=True), northtown / "leaflets", starter.AS_OF)
    assert ([], [f"services/{starter.WORKBOOK}.yaml"]) == (made.written, made.refused)


# --- Files that were tampered with ---


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def forged(file: Path, **more: object) -> None:
    """The record with other content and the id that fits it, as only somebody who knows how would write it."""
    changed = replace(read_record(file.read_bytes()), **more)  # type: ignore[arg-type] # the fields of a record
    file.write_bytes(changed.data())


def folder_at(file: Path) -> None:
    file.unlink()
    file.mkdir()


def link_at(file: Path, target: Path) -> None:
    file.unlink(missing_ok=True)
    file.symlink_to(target)


TAMPERED: dict[str, tuple[Callable[[Path], object], str]] = {
    "edited": (lambda f: edit(f, "A. Example", "E. Example"), "it was edited after it was written"),
    "expiry put off": (lambda f: edit(f, "2027-11-23", "2099-11-23"), "it was edited after it was written"),
    "garbage": (lambda f: f.write_bytes(b"\x00\xff"), "it is not JSON text"),
    "empty": (lambda f: f.write_bytes(b""), "it is not JSON text"),
    "a conflict of git": (lambda f: f.write_text("<<<<<<< HEAD\n" + f.read_text() + "=======\n"), "it is not JSON"),
    "huge": (lambda f: f.write_bytes(b" " * 1_000_001), "it is larger than 1,000,000 bytes"),
    "a folder": (folder_at, "it is not a file"),
    "a link": (lambda f: link_at(f, f.rename(f.with_name("x"))), "it is a link"),
    "a link to nowhere": (lambda f: link_at(f, Path("/nowhere")), "it is a link"),
    "forged for another leaflet": (lambda f: forged(f, leaflet="stress-class"), "it is about stress-class in en-GB"),
    "forged with a role": (lambda f: forged(f, role="manager"), "nobody asks for the role manager"),
    "forged by the author": (lambda f: forged(f, reviewer="C. Example"), "C. Example wrote the leaflet"),
    "forged before it was written": (lambda f: forged(f, date=date(2026, 10, 1)), "before the leaflet was written"),
    "forged for tomorrow": (lambda f: forged(f, date=date(2026, 11, 24)), "which is still to come"),
}  # fmt: skip


@pytest.mark.parametrize(("tamper", "why"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_tampered_with_says_why_and_opens_no_more_than_it_signed(
    signed: Path, tamper: Callable[[Path], object], why: str
) -> None:
    victim = next(file for file in records(signed, LEAD) if len(held(file)["statements"]) > 3)
    voided = set(held(victim)["statements"].values())
    tamper(victim)

    found = state(signed)
    assert [why in one.because for one in found.invalid] == [True] * len(found.invalid) != []
    assert {one.place for one in found.invalid} == {f"approvals/{starter.WORKBOOK}/en-GB/{victim.name}"}
    assert (False, voided, set()) == (
        found.approved,
        *({one.id for one in role.open} for role in found.roles),
    )
    assert 1 == built(signed).drafts


def test_decisions_copied_to_another_leaflet_or_language_do_not_count(tmp_path: Path) -> None:
    northtown = asked(tmp_path, SETTINGS, "stress-class")
    sign(northtown)
    folder = northtown / "approvals"
    shutil.copytree(folder / starter.WORKBOOK, folder / "stress-class")
    states = {s.leaflet: s for s in standing(open_project(northtown), starter.AS_OF, [None]).states}
    assert {f"it is about {starter.WORKBOOK} in en-GB, so it was copied here"} == {
        one.because for one in states["stress-class"].invalid
    }
    assert [False, True] == [states[name].approved for name in ("stress-class", starter.WORKBOOK)]


def test_unknown_words_cover_nothing(northtown: Path) -> None:
    sign(northtown, LEAD)
    for file in records(northtown):
        forged(file, statements={"a" * 64: "title"}, shape="b" * 64)
    assert len(leaflet(northtown).sections) < len(state(northtown).roles[0].open)


def test_a_folder_that_is_a_link_out_of_the_project_is_not_read(signed: Path, tmp_path: Path) -> None:
    (signed / "approvals").rename(tmp_path / "elsewhere")
    (signed / "approvals").symlink_to(tmp_path / "elsewhere")
    found = state(signed)
    assert (False, ["it is a link, and decisions are kept in real folders"]) == (
        found.approved, [one.because for one in found.invalid],
    )  # fmt: skip
    with pytest.raises(CannotWrite, match="a link stands in its way"):
        sign(signed, LEAD)


def test_a_folder_of_too_many_files_is_not_read(signed: Path) -> None:
    folder = records(signed)[0].parent
    for number in range(5_001):
        (folder / f"x{number}.json").touch()
    assert ["it holds more than 5,000 files, so none of them is read"] == [
        i.because for i in state(signed).invalid
    ]


def test_files_that_are_no_decisions_are_left_alone(signed: Path) -> None:
    (records(signed)[0].parent / "notes.txt").write_text("mine", encoding="utf-8")
    assert (True, ()) == (state(signed).approved, state(signed).invalid)


# --- Reviewers ---


WRONG = {
    "the author": (Reviewer("C. Example", "clinical lead"), CannotApprove, "C. Example wrote the leaflet"),
    "no role": (
        Reviewer("A. Example", "clinical leed"),
        UnknownName,
        "Nobody asks for the role 'clinical leed'",
    ),
}


@pytest.mark.parametrize(("reviewer", "error", "why"), WRONG.values(), ids=WRONG)
def test_who_may_not_sign_is_told_before_they_read(
    northtown: Path, reviewer: Reviewer, error: type[Exception], why: str
) -> None:
    with pytest.raises(error, match=why):
        desk(northtown, reviewer)
    assert not (northtown / "approvals").exists()


def test_who_signs_in_one_role_cannot_sign_in_the_other(northtown: Path) -> None:
    sign(northtown, LEAD)
    with pytest.raises(CannotApprove, match="signs as clinical lead already"):
        desk(northtown, Reviewer("a example", "patient representative"))


@pytest.mark.parametrize("day", [date(2026, 10, 31), date(2026, 11, 22)])
def test_nobody_can_sign_for_a_day_that_is_too_early(northtown: Path, day: date) -> None:
    sign(northtown, PATIENT)
    with pytest.raises(CannotApprove, match=f"it is dated {day}, before"):
        desk(northtown, LEAD, day)


def test_a_rejected_change_stays_open_until_the_same_role_signs_it(signed: Path) -> None:
    reword(signed, "01632 960 123", "01632 960 124")
    working = desk(signed)
    working.decide(working.steps(), Decision.REJECTED, "Wrong number.")
    assert {"rejected"} == {one.lack.value for one in state(signed).roles[0].open}
    assert {"A. Example rejected it on 2026-11-23: Wrong number."} == {
        one.why for one in state(signed).roles[0].open
    }
    sign(signed)
    assert state(signed).approved


def test_what_is_compared_is_what_the_role_approved_last(signed: Path) -> None:
    before = leaflet(signed)
    reword(signed, "01632 960 123", "01632 960 124")
    working = desk(signed)
    assert working.base
    assert before.title.text == working.base.passages[0].text
    assert all(step.change for step in working.steps())


@pytest.mark.parametrize("tamper", ["delete", "edit", "link"])
def test_without_the_text_that_was_approved_the_words_are_shown_part_by_part(
    northtown: Path, tamper: str
) -> None:
    sign(northtown, LEAD)
    [kept] = (northtown / "approvals" / starter.WORKBOOK / "en-GB" / "texts").iterdir()
    match tamper:
        case "delete":
            kept.unlink()
        case "edit":
            edit(kept, "30 minutes", "60 minutes")
        case _:
            kept.rename(kept.with_name("x"))
            kept.symlink_to(kept.with_name("x"))
    reword(northtown, "01632 960 123", "01632 960 124")
    assert {"section", "critical"} >= {step.kind for step in desk(northtown).steps()}
    assert desk(northtown).steps()


def test_a_kept_text_may_have_the_line_ends_of_another_system(northtown: Path) -> None:
    sign(northtown, LEAD)
    [kept] = (northtown / "approvals" / starter.WORKBOOK / "en-GB" / "texts").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"\n", b"\r\n"))
    reword(northtown, "01632 960 123", "01632 960 124")
    assert all(step.change for step in desk(northtown).steps())


AT_ONCE = """
import sys
from pathlib import Path
from consentgen.build.decide import Reviewer
from tests.signing import sign
sign(Path(sys.argv[1]), Reviewer(sys.argv[2], sys.argv[3]))
"""


def test_two_reviewers_at_once_lose_nothing(northtown: Path) -> None:
    both = [
        subprocess.Popen([sys.executable, "-c", AT_ONCE, str(northtown), one.name, one.role], cwd=starter.FOLDER.parents[1])
        for one in (LEAD, PATIENT)
    ]  # fmt: skip
    assert [0, 0] == [process.wait(120) for process in both]
    assert (True, ()) == (state(northtown).approved, state(northtown).invalid)
    assert not [file.name for file in (northtown / "approvals").rglob(".*")]
