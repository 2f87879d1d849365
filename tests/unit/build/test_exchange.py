"""What comes back is written whole, in its own place, beside whoever else is at work."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from consentgen.build.exchange import put_export, take_in
from consentgen.build.languages import Work
from consentgen.errors import CannotWrite, WouldReplace
from consentgen.localise.checks.expected import expected_of
from consentgen.localise.exchange import Arrived, arrive, rows_of
from consentgen.localise.exchange.fault import Received
from consentgen.localise.folder import LocaleFolder, read_language
from consentgen.localise.message import SourceMessage
from consentgen.localise.standing import Standing
from tests import catalogues

PURPOSE, CHOICE = "opening.purpose", "opening.choice"
WORDS = {PURPOSE: "Ta ulotka pomaga zdecydować.", CHOICE: "To Ty decydujesz."}
KNOWN = {message.id for message in catalogues.messages()}


@pytest.fixture
def polish(tmp_path: Path) -> LocaleFolder:
    catalogues.put(tmp_path / "locales", "pl", WORDS)
    return LocaleFolder(tmp_path / "locales", "pl")


def standings(folder: LocaleFolder) -> tuple[Standing, ...]:
    return read_language(folder, KNOWN).standings(catalogues.messages())


def sent(folder: LocaleFolder, words: dict[str, str]) -> Received:
    """The rows of a language with other words in some."""
    rows = rows_of(standings(folder), "pl")
    return Received(tuple(replace(row, target=words.get(row.id, row.target)) for row in rows))


def take(folder: LocaleFolder, got: Received, messages: tuple[SourceMessage, ...] = ()) -> Arrived:
    work = Work(messages or catalogues.messages())
    made, findings = take_in(
        folder, work, lambda: arrive(got, standings(folder), expected_of("pl")), begun=False
    )
    assert () == findings
    assert made
    return made


def words(folder: LocaleFolder, name: str) -> tuple[str, ...]:
    po = read_language(folder, KNOWN).po
    assert po
    return po.translations()[name].forms


def test_an_edit_changes_its_own_line_and_no_other(polish: LocaleFolder) -> None:
    before = polish.po.read_bytes()
    take(polish, sent(polish, {PURPOSE: "Ta ulotka pomoże zdecydować."}))
    assert before.replace(b"pomaga", "pomoże".encode()) == polish.po.read_bytes()


def test_what_comes_back_unchanged_writes_nothing(polish: LocaleFolder) -> None:
    before = polish.po.stat().st_mtime_ns
    take(polish, sent(polish, {}))
    assert before == polish.po.stat().st_mtime_ns


def test_a_message_the_file_does_not_have_yet_gets_its_place(polish: LocaleFolder) -> None:
    text = polish.po.read_text("utf-8")
    start = text.index('msgctxt "opening.purpose"')
    cut = text[: text.rindex("\n\n", 0, start)] + text[text.index("\n\n", start) :]
    polish.po.write_text(cut, encoding="utf-8")
    take(polish, sent(polish, {PURPOSE: WORDS[PURPOSE]}))
    assert text == polish.po.read_text("utf-8")


def test_a_stale_translation_is_replaced_and_fresh(tmp_path: Path) -> None:
    catalogues.put(tmp_path / "locales", "pl", WORDS, was={PURPOSE: "This leaflet helps."})
    folder = LocaleFolder(tmp_path / "locales", "pl")
    take(folder, sent(folder, {PURPOSE: "Ta ulotka ma pomóc w decyzji."}))
    [one] = [one for one in standings(folder) if one.message.id == PURPOSE]
    assert ("draft", ("Ta ulotka ma pomóc w decyzji.",)) == (
        one.state,
        one.translation and one.translation.forms,
    )


def test_what_a_translator_doubts_is_shown_to_nobody(polish: LocaleFolder) -> None:
    got = sent(polish, {PURPOSE: "Ta ulotka pomoże."})
    take(polish, Received(tuple(replace(row, doubted=row.id == PURPOSE) for row in got.rows)))
    assert ["stale"] == [one.state for one in standings(polish) if one.message.id == PURPOSE]


def test_two_imports_at_once_lose_nothing(polish: LocaleFolder) -> None:
    files = [
        sent(polish, {PURPOSE: "Ta ulotka pomoże."}),
        sent(polish, {CHOICE: "Decyzja należy do Ciebie."}),
    ]
    threads = [threading.Thread(target=take, args=(polish, got)) for got in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ("Ta ulotka pomoże.",) == words(polish, PURPOSE)
    assert ("Decyzja należy do Ciebie.",) == words(polish, CHOICE)


def test_a_broken_catalogue_is_left_as_it_is(polish: LocaleFolder) -> None:
    got = sent(polish, {PURPOSE: "Ta ulotka pomoże."})
    polish.po.write_bytes(polish.po.read_bytes() + b'\nmsgid "half')
    before = polish.po.read_bytes()
    made, findings = take_in(
        polish, Work(catalogues.messages()), lambda: arrive(got, (), expected_of("pl")), begun=True
    )
    assert made is None
    assert findings
    assert before == polish.po.read_bytes()


def test_a_language_begun_elsewhere_gets_a_file_of_its_own_with_what_arrived(
    polish: LocaleFolder, tmp_path: Path
) -> None:
    own = LocaleFolder(tmp_path / "own" / "locales", "pl")
    got = sent(polish, {PURPOSE: "Ta ulotka pomoże."})
    take_in(
        own,
        Work(catalogues.messages()),
        lambda: arrive(got, standings(polish), expected_of("pl")),
        begun=True,
    )
    po = read_language(own, KNOWN).po
    assert po
    assert [PURPOSE] == [entry.id for entry in po.live]


def test_a_link_out_of_the_folder_is_not_followed(polish: LocaleFolder, tmp_path: Path) -> None:
    got = sent(polish, {PURPOSE: "Ta ulotka pomoże."})
    outside = tmp_path / "outside"
    polish.po.parent.rename(outside)
    polish.po.parent.symlink_to(outside)
    before = (outside / "consentgen.po").read_bytes()
    with pytest.raises(CannotWrite):
        take(polish, got)
    assert before == (outside / "consentgen.po").read_bytes()


def test_a_file_for_a_translator_replaces_none(tmp_path: Path) -> None:
    file = tmp_path / "pl.csv"
    assert [True, False] == [put_export(file, b"words"), put_export(file, b"words")]
    with pytest.raises(WouldReplace):
        put_export(file, b"other words")
    with pytest.raises(WouldReplace):
        put_export(tmp_path, b"words")
    assert b"words" == file.read_bytes()
