"""PO files: read without a loss, written the same way every time, whoever had them in hand before."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from consentgen.localise.entry import PoFile
from consentgen.localise.po import lines, read_po, write_po
from tests import catalogues

TOUCHED = """\
# Polish translation.
# SPDX-License-Identifier: MIT
msgid ""
msgstr ""
"Project-Id-Version: consentgen\\n"
"PO-Revision-Date: 2026-11-20 10:00+0000\\n"
"Last-Translator: Somebody <somebody@northtown.example>\\n"
"Language: pl\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 "
"|| n%100>14) ? 1 : 2;\\n"
"X-Generator: Weblate 5.8\\n"
"X-Poedit-SourceCharset: UTF-8\\n"

# A translator's own remark,
#   with spaces that matter.
#without a space
#. {count}: for example 6.
#: templates/a.md.j2:3 templates/b.md.j2
#, fuzzy, python-brace-format
#| msgctxt "dose.count"
#| msgid "{count} meeting"
#| msgid_plural "{count} meetings"
msgctxt "dose.count"
msgid "{count} session"
msgid_plural "{count} sessions"
msgstr[0] "{count} sesja"
msgstr[1] "{count} sesje"
msgstr[2] ""
"{count} "
"sesji"

msgctxt "opening.choice"
msgid "You choose whether to have it."
msgstr "To Ty decydujesz. \u2028\u201eTak\u201d czy \\"nie\\"?\\n\\tKoniec \\\\"

#~| msgid "An older one."
#~ msgctxt "gone"
#~ msgid "Gone."
#~ msgstr "Nie ma."

# A last remark behind everything.
"""


def read(text: str) -> PoFile:
    file, findings = read_po(text.encode(), "pl.po")
    assert [] == findings
    assert file
    return file


def test_a_file_other_tools_had_in_hand_comes_back_byte_for_byte() -> None:
    assert TOUCHED == write_po(read(TOUCHED)).decode()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_ends_of_lines_stay_as_they_are(newline: str) -> None:
    written = TOUCHED.replace("\n", newline).encode()
    file, findings = read_po(written, "pl.po")
    assert file
    assert ([], written) == (findings, write_po(file))


def test_a_byte_order_mark_is_not_part_of_the_first_line() -> None:
    file, findings = read_po(b"\xef\xbb\xbf" + TOUCHED.encode(), "pl.po")
    assert file
    assert ([], read(TOUCHED)) == (findings, file)


def test_everything_an_entry_has_is_read() -> None:
    counted, choice, gone = read(TOUCHED).entries
    assert ("dose.count", ("{count} session", "{count} sessions")) == (counted.id, counted.source)
    assert ("{count} sesja", "{count} sesje", "{count} sesji") == counted.forms
    assert ("fuzzy", "python-brace-format") == counted.flags
    assert ("{count} meeting", "{count} meetings") == counted.previous
    assert (
        "# A translator's own remark,",
        "#   with spaces that matter.",
        "#without a space",
    ) == counted.comments
    assert ("templates/a.md.j2:3", "templates/b.md.j2") == counted.references
    assert ('To Ty decydujesz. \u2028\u201eTak\u201d czy "nie"?\n\tKoniec \\',) == choice.forms
    assert (True, ("An older one.", None)) == (gone.obsolete, gone.previous)


def test_a_translation_has_its_line_and_the_hash_of_the_english_it_was_made_of() -> None:
    made = read(TOUCHED).translations()["dose.count"]
    before = catalogues.message("dose.count", "{count} meeting", "{count} meetings")
    assert (24, before.hash) == (made.place.line, made.source_hash)


def test_a_former_english_counts_only_while_the_entry_is_fuzzy() -> None:
    made = read(TOUCHED.replace("#, fuzzy, ", "#, ")).translations()["dose.count"]
    assert (None, False) == (made.previous, made.fuzzy)


def test_an_entry_taken_out_of_use_is_no_translation() -> None:
    assert {"dose.count", "opening.choice"} == set(read(TOUCHED).translations())


def test_an_entry_that_was_changed_reads_back_as_it_was_meant() -> None:
    file = read(TOUCHED)
    changed = tuple(entry.changed() for entry in file.entries)
    again = read(write_po(PoFile(file.path, file.header, changed, file.tail)).decode())
    assert file.entries == again.entries
    assert changed[0].comments == again.entries[0].comments


def test_long_texts_are_wrapped_between_words_and_nowhere_else() -> None:
    written = lines(catalogues.entry("a", "a word " * 30, "słowo" * 60))
    assert max(len(line) for line in written if "słowo" not in line) <= 79
    assert [line for line in written if "słowo" in line] == [f'"{"słowo" * 60}"']


def test_what_polib_reads_is_what_we_read() -> None:
    file = read(TOUCHED.replace("\u2028", ""))
    theirs = polib.pofile(TOUCHED.replace("\u2028", "").replace("#without", "# without"))
    ours = [(e.id, *e.source, e.forms) for e in file.entries]
    assert ours == [
        (e.msgctxt, e.msgid, e.msgid_plural or None, tuple(e.msgstr_plural.values()) or (e.msgstr,))
        for e in theirs
    ]


def test_polib_would_lose_what_we_keep() -> None:
    text = TOUCHED.replace("#without", "# without")
    assert "older one" not in str(polib.pofile(text.replace("\u2028", "")))
    assert "last remark" not in str(polib.pofile(text.replace("\u2028", "")))
    assert "Wybier" == polib.pofile('msgid "a"\nmsgstr "Wybiera\n')[0].msgstr
    with pytest.raises(OSError, match="Syntax error"):
        polib.pofile(text)


@pytest.mark.skipif(not shutil.which("msgcat"), reason="GNU gettext is not on this machine")
def test_gnu_gettext_takes_what_we_write_and_gives_back_what_we_read(tmp_path: Path) -> None:
    path = tmp_path / "consentgen.po"
    path.write_bytes(catalogues.po("pl", {"opening.choice": "To Ty decydujesz."}))
    subprocess.run(["msgfmt", "-c", "-o", tmp_path / "out.mo", path], check=True, capture_output=True)
    ran = subprocess.run(["msgcat", path], check=True, capture_output=True)
    ours, theirs = read(path.read_text("utf-8")), read(ran.stdout.decode())
    assert ours.entries == theirs.entries
