"""Two people change the same file at once: nobody's work is written over."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from consentgen.build import together
from consentgen.build.languages import Work, accept, bring_up_to_date, sign, start
from consentgen.build.together import replace_whole
from consentgen.errors import AlreadyThere, CannotWrite, ChangedMeanwhile
from consentgen.localise.folder import LocaleFolder, read_language
from consentgen.localise.reviews import Person
from consentgen.localise.state import State
from tests import catalogues, starter
from tests.catalogues import message

ANN, BEN = Person("Ann Example", "clinician"), Person("Ben Example", "translator")
PEOPLE = [Person(f"{name} Example", "clinician") for name in ("Ann", "Ben", "Cy", "Dee", "Eve", "Flo")]
CHOICE = "opening.choice"


@pytest.fixture
def polish(tmp_path: Path) -> LocaleFolder:
    folder = LocaleFolder(tmp_path / "locales", "pl")
    catalogues.put(folder.root, "pl", {CHOICE: "To Ty decydujesz.", "contact.heading": "Kontakt"})
    return folder


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_a_file_changed_since_it_was_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhile):
        replace_whole(path, b"ours", read=b"what was there before")
    assert b"theirs" == path.read_bytes()
    assert {"a.po"} == left(tmp_path)


def test_a_file_that_appeared_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhile):
        replace_whole(tmp_path / "a.po", b"ours", read=None)


def test_a_file_that_holds_it_already_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"same")
    before = (tmp_path / "a.po").stat().st_mtime_ns
    assert replace_whole(tmp_path / "a.po", b"same", read=b"same") is False
    assert before == (tmp_path / "a.po").stat().st_mtime_ns


def test_a_lock_nobody_takes_away_is_named_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(together, "_PATIENCE", 2)
    (tmp_path / ".a.po.lock").touch()
    with pytest.raises(CannotWrite, match=r"a\.po\.lock.*delete this file"):
        replace_whole(tmp_path / "a.po", b"ours", read=None)
    assert {".a.po.lock"} == left(tmp_path)


def test_of_many_who_write_at_once_exactly_one_is_first(tmp_path: Path) -> None:
    def attempt(number: int) -> bool:
        try:
            return replace_whole(tmp_path / "a.po", b"%d" % number, read=None)
        except ChangedMeanwhile:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert 1 == sum(pool.map(attempt, range(24)))
    assert {"a.po"} == left(tmp_path)


def test_sign_offs_of_many_people_at_once_are_all_kept(polish: LocaleFolder) -> None:
    known = {one.id for one in catalogues.messages()}
    chosen = [one for one in read_language(polish, known).standings(catalogues.messages()) if one.usable]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda person: sign(polish, chosen, by=person, day=starter.AS_OF), PEOPLE))

    read = read_language(polish, known)
    assert len(PEOPLE) * 2 == len(read.reviews)
    assert {person.who for person in PEOPLE} == {review.who for review in read.reviews}
    assert () == read.findings


def test_a_translator_who_saves_while_an_update_runs_loses_nothing(polish: LocaleFolder) -> None:
    """Many updates, each to other English, while a translator saves word after word as an editor does."""
    stop = threading.Event()
    saved: list[str] = []

    def translate() -> None:
        for number in range(40):
            data = polish.po.read_bytes()
            made = data.replace(b"To Ty", b"%d To Ty" % number)
            try:
                replace_whole(polish.po, made, read=data)
                saved.append(f"{number} ")
            except ChangedMeanwhile:
                continue
        stop.set()

    def update() -> None:
        turn = 0
        while not stop.is_set():
            turn += 1
            bring_up_to_date(polish, Work((*catalogues.messages(), message("own", f"English {turn}."))))

    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(task) for task in (translate, update, update)]:
            done.result()
    assert saved
    words = read_language(polish, {CHOICE}).po
    assert words
    assert "".join(saved) + "To Ty decydujesz." == words.translations()[CHOICE].forms[0]


def test_a_language_somebody_has_begun_is_not_started_again(polish: LocaleFolder) -> None:
    before = polish.po.read_bytes()
    with pytest.raises(AlreadyThere):
        start(polish, Work(catalogues.messages()))
    assert before == polish.po.read_bytes()


def test_of_two_who_start_a_language_at_once_one_is_told(tmp_path: Path) -> None:
    def attempt(_: int) -> bool:
        try:
            start(LocaleFolder(tmp_path / "locales", "cs"), Work(catalogues.messages()))
        except AlreadyThere:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert 1 == sum(pool.map(attempt, range(4)))
    assert {"consentgen.po", "locale.toml"} == left(tmp_path)


def test_sign_offs_with_a_line_that_cannot_be_read_are_left_as_they_are(polish: LocaleFolder) -> None:
    polish.reviews.write_bytes(b"signed by me\n")
    chosen = [one for one in read_language(polish, {CHOICE}).standings(catalogues.messages()) if one.usable]
    made, findings = sign(polish, chosen, by=ANN, day=starter.AS_OF)
    assert ((), ["RV001"]) == (made, [f.code for f in findings])
    assert b"signed by me\n" == polish.reviews.read_bytes()


def test_signing_the_same_words_again_adds_nothing(polish: LocaleFolder) -> None:
    chosen = [one for one in read_language(polish, {CHOICE}).standings(catalogues.messages()) if one.usable]
    assert 2 == len(sign(polish, chosen, by=ANN, day=starter.AS_OF)[0])
    assert 0 == len(sign(polish, chosen, by=Person("ann example", "x"), day=starter.AS_OF)[0])


def test_an_accepted_edit_keeps_what_was_signed(tmp_path: Path) -> None:
    polish = LocaleFolder(tmp_path / "locales", "pl")
    catalogues.put(polish.root, "pl", {"contact.heading": "Kontakt"}, was={"contact.heading": "Contact"})
    work = Work(catalogues.messages())
    before = [m for m in work.messages if m.id == "contact.heading"]
    old = message("contact.heading", "Contact")
    [held] = read_language(polish, work.ids).standings([old])
    sign(polish, [held], by=ANN, day=starter.AS_OF)
    bring_up_to_date(polish, work)
    assert [State.STALE] == [one.state for one in read_language(polish, work.ids).standings(before)]

    assert (("contact.heading",), ()) == accept(polish, work, ["contact.heading"], by=BEN, day=starter.AS_OF)
    assert [State.REVIEWED] == [one.state for one in read_language(polish, work.ids).standings(before)]


def test_when_one_edit_is_refused_none_is_accepted(tmp_path: Path) -> None:
    polish = LocaleFolder(tmp_path / "locales", "pl")
    was = {"contact.heading": "Contact", CHOICE: "You can choose."}
    before = catalogues.put(
        polish.root, "pl", {"contact.heading": "Kontakt", CHOICE: "To Ty."}, was=was
    ).read_bytes()
    made, findings = accept(
        polish, Work(catalogues.messages()), [CHOICE, "contact.heading"], by=BEN, day=starter.AS_OF
    )
    assert ((), [("RV002", CHOICE)]) == (made, [(f.code, f.place.field) for f in findings])
    assert before == polish.po.read_bytes()
    assert not polish.reviews.exists()


def test_a_link_out_of_the_folder_of_languages_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "cs").symlink_to(tmp_path / "outside", target_is_directory=True)
    with pytest.raises(CannotWrite, match="leads out"):
        start(LocaleFolder(tmp_path / "locales", "cs"), Work(catalogues.messages()))
    assert set() == left(tmp_path / "outside")
