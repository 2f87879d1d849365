"""The tool's own messages: the shipped template holds what the code says, and the drafts lose nothing of it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from consentgen.localise.plurals import plural_forms
from consentgen.places import shipped
from consentgen.tongue import placeholders
from tests.architecture.places import ROOT
from tests.command import environment

LOCALES = shipped("locales")
TEMPLATE = LOCALES / "consentgen-tool.pot"
DOCUMENT = (ROOT / "docs" / "translating-tool.md").read_text("utf-8")
FIXED = re.compile(
    r"(?<![\w-])--?[a-z-]+|`[^`]+`|\b[A-Z_]{2,}\b|\b\w+\.(?:jsonl|evidence)|services/|locales/|\d[\d-]*"
)
"""Options, commands, arguments, files and numbers."""
each = pytest.mark.parametrize("locale", ["cy", "pl"])


def messages(file: Path) -> list[tuple[str, str]]:
    return [(entry.msgid, entry.msgid_plural) for entry in polib.pofile(str(file))]


def catalogue(locale: str) -> polib.POFile:
    return polib.pofile(str(LOCALES / locale / "LC_MESSAGES" / "consentgen-tool.po"))


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def extracted(folder: Path) -> Path:
    """The template made by the command that is documented."""
    [command] = re.findall(r"^(pybabel extract .*) -o \S+ \.$", DOCUMENT, re.MULTILINE)
    babel, *arguments = shlex.split(command)
    assert "pybabel" == babel
    ran = subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", *arguments, "-o", str(folder / "new.pot"), "."],
        cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert 0 == ran.returncode, ran.stderr
    return folder / "new.pot"


def test_the_template_holds_exactly_what_the_code_says(tmp_path: Path) -> None:
    made = extracted(tmp_path)
    assert messages(TEMPLATE) == messages(made)
    assert 150 < len(messages(made))


def test_the_template_names_no_day_and_no_line() -> None:
    assert [] == re.findall(r"(?m)^#:.*|POT-Creation-Date", TEMPLATE.read_text("utf-8"))


@each
def test_a_draft_holds_every_message_in_every_form(locale: str) -> None:
    held = catalogue(locale)
    assert messages(TEMPLATE) == [(entry.msgid, entry.msgid_plural) for entry in held]
    count = plural_forms(locale).count
    wrong = [e.msgid for e in held if len(forms(e)) != (count if e.msgid_plural else 1) or not all(forms(e))]
    assert [] == wrong


@each
def test_a_draft_keeps_every_placeholder(locale: str) -> None:
    assert [] == [
        form for e in catalogue(locale) for form in forms(e) if placeholders(form) != placeholders(e.msgid)
    ]


@each
def test_a_draft_keeps_options_commands_and_numbers(locale: str) -> None:
    lost = [
        (found, entry.msgid)
        for entry in catalogue(locale)
        for found in FIXED.findall(entry.msgid)
        if found != "MISSING" and not all(found in form for form in forms(entry))
    ]
    assert [] == lost


@each
def test_a_draft_has_the_pinned_forms_and_says_that_it_is_one(locale: str) -> None:
    held = catalogue(locale)
    assert plural_forms(locale).header == held.metadata["Plural-Forms"]
    assert "A draft: no native speaker has reviewed it." in held.header
    assert [] == [name for name in held.metadata if "Translator" in name or "Team" in name]
