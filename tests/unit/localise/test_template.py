"""The template for translators: every message, its notes, and nothing that changes by itself."""

from __future__ import annotations

import re

from consentgen.localise.po import read_po, write_po
from consentgen.localise.template import CRITICAL, entry_of, notes_of, template
from tests import catalogues

POT = template(catalogues.messages())
BY_ID = {message.id: message for message in catalogues.messages()}


def test_every_message_is_there_in_the_order_of_the_leaflet() -> None:
    file, findings = read_po(POT, "consentgen.pot")
    assert file
    assert [] == findings
    assert [message.id for message in catalogues.messages()] == [entry.id for entry in file.entries]
    assert [message.text for message in catalogues.messages()] == [entry.source[0] for entry in file.entries]


def test_nothing_in_it_changes_by_itself() -> None:
    text = POT.decode()
    assert [] == re.findall(r"\d{4}-\d\d-\d\d|Creation-Date|\.j2:\d+", text)
    assert POT == template(reversed(tuple(reversed(catalogues.messages()))))


def test_it_reads_back_as_it_was_meant() -> None:
    file, _ = read_po(POT, "consentgen.pot")
    assert file
    assert tuple(entry_of(message, 2) for message in catalogues.messages()) == file.entries
    assert POT == write_po(file)


def test_every_placeholder_is_told_with_its_meaning_and_an_example() -> None:
    for message in catalogues.messages():
        notes = notes_of(message)
        for mark in message.placeholders:
            [told] = [note for note in notes if note.startswith(f"{{{mark.name}}}: ")]
            assert "for example" in told, message.id


def test_what_is_critical_says_so() -> None:
    assert CRITICAL in notes_of(BY_ID["opening.choice"])
    assert CRITICAL not in notes_of(BY_ID["opening.purpose"])


def test_a_note_that_names_no_placeholder_is_kept_whole() -> None:
    assert ("A range, for example 6 to 8.", "{low}: for example 6", "{high}: for example 8") == notes_of(
        BY_ID["dose.range"]
    )


def test_gettexts_own_flag_for_placeholders_is_set() -> None:
    assert ("python-brace-format",) == entry_of(BY_ID["dose.range"], 2).flags
    assert () == entry_of(BY_ID["opening.choice"], 2).flags
