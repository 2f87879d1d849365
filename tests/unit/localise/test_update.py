"""Updating a language: every translation is carried by its id, none by likeness, none is lost."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from consentgen.localise.entry import Entry, PoFile
from consentgen.localise.message import SourceMessage
from consentgen.localise.po import read_po, write_po
from consentgen.localise.update import Updated, empty, update
from tests import catalogues
from tests.catalogues import entry, file, message

STAY, GO = message("stay", "You may stop."), message("go", "Go.")
WORDS = entry("stay", "You may stop.", "Możesz przerwać.")


def updated(held: PoFile, *messages: SourceMessage, count: int = 3) -> Updated:
    """What an update makes, written and read again."""
    made = update(held, messages, count=count)
    again, findings = read_po(write_po(made.file), held.path)
    assert again
    assert ([], made.file.entries) == (findings, again.entries)
    return made


def live(made: Updated) -> dict[str | None, Entry]:
    return {entry.id: entry for entry in made.file.live}


def test_a_translation_under_the_same_english_stays_as_it_is() -> None:
    made = updated(file("pl", WORDS), STAY)
    assert ("Możesz przerwać.", False) == (live(made)["stay"].forms[0], live(made)["stay"].fuzzy)
    assert ((), (), (), ()) == (made.new, made.stale, made.back, made.removed)


def test_a_new_message_gets_an_empty_entry_with_every_form() -> None:
    made = updated(empty("pl.po", "pl"), message("count", "{count} session", "{count} sessions"))
    assert (("count",), ("", "", "")) == (made.new, live(made)["count"].forms)


def test_changed_english_makes_it_fuzzy_with_the_english_it_was_made_of() -> None:
    made = updated(file("pl", WORDS), message("stay", "You can stop."))
    found = live(made)["stay"]
    assert (("stay",), True, ("You may stop.", None)) == (made.stale, found.fuzzy, found.previous)
    assert (("You can stop.", None), ("Możesz przerwać.",)) == (found.source, found.forms)


def test_two_changes_keep_the_english_the_words_were_made_of() -> None:
    once = updated(file("pl", WORDS), message("stay", "You can stop."))
    twice = updated(once.file, message("stay", "You could stop."))
    assert ("You may stop.", None) == live(twice)["stay"].previous


def test_english_that_comes_back_makes_it_good_again() -> None:
    once = updated(file("pl", WORDS), message("stay", "You can stop."))
    back = updated(once.file, STAY)
    assert (False, None, WORDS.forms) == (
        live(back)["stay"].fuzzy, live(back)["stay"].previous, live(back)["stay"].forms
    )  # fmt: skip


def test_a_persons_doubt_is_not_taken_back_by_an_edit_and_its_undoing() -> None:
    doubted = file("pl", WORDS.changed(flags=("fuzzy",)))
    once = updated(doubted, message("stay", "You can stop."))
    assert live(updated(once.file, STAY))["stay"].fuzzy


def test_a_message_that_is_gone_keeps_its_words_out_of_use() -> None:
    made = updated(file("pl", WORDS), GO)
    [kept] = [entry for entry in made.file.entries if entry.obsolete]
    assert (("stay",), WORDS.forms) == (made.removed, kept.forms)


def test_an_id_that_returns_gets_its_words_back() -> None:
    away = updated(file("pl", WORDS.changed(comments=("# mine",))), GO)
    made = updated(away.file, STAY, GO)
    assert (("stay",), WORDS.forms, ("# mine",)) == (
        made.back,
        live(made)["stay"].forms,
        live(made)["stay"].comments,
    )
    assert not live(made)["stay"].fuzzy
    assert [] == [entry for entry in made.file.entries if entry.obsolete]


def test_an_id_that_returns_with_other_english_is_stale() -> None:
    away = updated(file("pl", WORDS), GO)
    made = updated(away.file, message("stay", "You can stop."))
    assert (True, ("You may stop.", None)) == (live(made)["stay"].fuzzy, live(made)["stay"].previous)


def test_words_are_never_taken_from_a_message_that_is_alike() -> None:
    held = file("pl", entry("old", "This is not talking therapy.", "To nie jest terapia rozmową."))
    made = updated(held, message("new", "This is talking therapy."))
    assert ("",) == live(made)["new"].forms


def test_an_untranslated_message_that_is_gone_leaves_nothing() -> None:
    assert () == updated(file("pl", entry("stay", "You may stop.")), GO).file.entries[1:]


def test_an_untranslated_message_with_a_translators_comment_stays() -> None:
    asked = entry("stay", "You may stop.").changed(comments=("# Ask: stop what?",))
    [kept] = updated(file("pl", asked), GO).file.entries[1:]
    assert ("# Ask: stop what?",) == kept.comments


def test_changed_english_of_an_untranslated_message_is_not_stale() -> None:
    made = updated(file("pl", entry("stay", "You may stop.")), message("stay", "You can stop."))
    assert ((), False) == (made.stale, live(made)["stay"].fuzzy)


def test_a_message_that_begins_to_count_keeps_its_words_in_every_form() -> None:
    made = updated(
        file("pl", entry("a", "{count} session", "{count} sesja")),
        message("a", "{count} session", "{count} sessions"),
    )
    assert (("{count} sesja",) * 3, True) == (live(made)["a"].forms, live(made)["a"].fuzzy)


def test_a_message_that_stops_counting_loses_no_form() -> None:
    held = file("pl", entry("a", "{count} session", "sesja", "{count} sessions", "sesje", "sesji"))
    made = updated(held, message("a", "Sessions"))
    assert (("sesji",), True) == (live(made)["a"].forms, live(made)["a"].fuzzy)
    assert [("sesja", "sesje", "sesji")] == [e.forms for e in made.file.entries if e.obsolete]
    assert made.file == updated(made.file, message("a", "Sessions")).file


def test_entries_stand_in_the_order_of_the_messages_and_the_unused_last() -> None:
    held = file("pl", entry("x", "X", "Iks"), entry("b", "B", "Be"), entry("a", "A", "A!"))
    made = updated(held, message("a", "A"), message("b", "B"))
    assert ["a", "b", "x"] == [entry.id for entry in made.file.entries]


def test_notes_and_flags_follow_the_message_and_a_translators_flags_stay() -> None:
    held = entry("a", "{count} session", "{count} sesja").changed(flags=("no-wrap",), notes=("old",))
    made = live(updated(file("pl", held), message("a", "{count} session")))["a"]
    assert (("{count}: for example 6.",), ("no-wrap", "python-brace-format")) == (made.notes, made.flags)


def test_only_what_is_wanted_gets_a_new_entry_and_what_is_there_stays() -> None:
    made = update(file("pl", WORDS), (STAY, GO, message("own", "Our own.")), count=3, wanted={"own"})
    assert [("stay", True), ("own", False)] == [(entry.id, entry.has_words) for entry in made.file.live]


def test_another_projects_entries_go_out_of_use_with_their_words() -> None:
    made = updated(file("pl", WORDS, Entry(None, ("Save", None), ("Zapisz",))), STAY)
    assert [("Save", "Zapisz")] == [(e.source[0], e.forms[0]) for e in made.file.entries if e.obsolete]


@pytest.mark.skipif(not shutil.which("msgmerge"), reason="GNU gettext is not on this machine")
def test_what_msgmerge_guessed_is_never_taken_for_a_translation(tmp_path: Path) -> None:
    old = file("pl", entry("old", "This is not talking therapy.", "To nie jest terapia rozmową."))
    new = (message("new", "This is talking therapy."), message("old", "This is a workbook."))
    (tmp_path / "pl.po").write_bytes(write_po(old))
    (tmp_path / "new.pot").write_bytes(write_po(update(empty("pl.po", "pl"), new, count=3).file))
    ran = subprocess.run(
        ["msgmerge", "--previous", tmp_path / "pl.po", tmp_path / "new.pot"], check=True, capture_output=True
    )
    merged, findings = read_po(ran.stdout, "pl.po")
    assert merged
    assert [] == findings
    made = updated(merged, *new)
    guessed = made.file.translations()["new"]
    assert guessed.empty or guessed.fuzzy
    words = {form for entry in made.file.entries for form in entry.forms}
    assert "To nie jest terapia rozmową." in words


def test_the_shipped_messages_update_to_the_same_bytes() -> None:
    data = catalogues.po("pl", {"opening.choice": "To Ty decydujesz."})
    held, _ = read_po(data, "pl.po")
    assert held
    assert data == write_po(update(held, catalogues.messages(), count=3).file)
