"""Localisation from one end to the other, as its users meet it: by commands and files alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import polib
import pypdfium2
import pytest
from click.testing import CliRunner, Result

from consentgen.build.desk import desk_of
from consentgen.build.prepare import Into, Preparer
from consentgen.build.project import open_project
from consentgen.build.translation import translated
from consentgen.cli.main import group
from consentgen.localise.folder import locale_folder, locales_in
from consentgen.places import shipped
from tests import starter

SHIPPED = [folder.locale for folder in locales_in(shipped("locales"))]
CHANGED, BEFORE, AFTER = (
    "rights.change",
    "You can change your mind.",
    "You may decide again whenever you like.",
)
REFUSAL = "rights.no"
BIDI = re.compile("[\u200e\u200f\u2066-\u2069]")


def say(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, [*map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one descriptor."""
    return starter.project(tmp_path / "northtown", starter.WORKBOOK)


def reword(folder: Path) -> None:
    """Override one section for one therapy, with other words in one of its statements."""
    base = (shipped("templates") / "leaflet" / "base.md.j2").read_text("utf-8")
    [block] = re.findall(r"{% block rights %}.*?{% endif %}\n{% endblock %}\n", base, re.DOTALL)
    assert 1 == block.count(BEFORE)
    own = '{% extends "leaflet/guided_self_help.md.j2" %}\n\n' + block.replace(BEFORE, AFTER)
    (folder / "templates").mkdir()
    (folder / "templates" / "guided_self_help.md.j2").write_text(own, encoding="utf-8")


def told(*arguments: str | Path) -> dict[str, Any]:
    """What `stats` says of each language."""
    held = json.loads(say("i18n", "stats", *arguments, "--format", "json").stdout)
    return {one["locale"]: one for one in held["languages"]}


def translation(locale: str, key: str) -> str:
    """The shipped translation of a message."""
    file = polib.pofile(str(locale_folder(shipped("locales"), locale).po))
    return str(next(entry.msgstr for entry in file if entry.msgctxt == key))


def page(folder: Path, locale: str) -> str:
    """The HTML leaflet in a language."""
    tag = locale.replace("_", "-")
    return (folder / "leaflets" / tag / f"{starter.WORKBOOK}.DRAFT.html").read_text("utf-8")


def test_a_changed_sentence_is_stale_in_every_language_in_stats_and_in_the_refusal(folder: Path) -> None:
    reword(folder)
    stats = told("--project", folder)
    assert SHIPPED == sorted(stats)
    assert {locale: [CHANGED] for locale in SHIPPED} == {
        locale: one["ids"]["stale"] for locale, one in stats.items()
    }

    refused = say("build", folder, "--locale", "all", "--format", "txt")
    assert 3 == refused.exit_code
    assert len(SHIPPED) == refused.stderr.count("(stale)") == refused.stderr.count(f"{CHANGED} (stale)")
    assert [] == list(folder.glob("leaflets/*/*.txt"))


def test_a_changed_sentence_stands_on_every_leaflet_in_english_and_never_as_it_was(folder: Path) -> None:
    reword(folder)
    assert 0 == say("build", folder, "--locale", "all", "--draft", "--format", "html").exit_code
    for locale in SHIPPED:
        html = page(folder, locale)
        [element] = re.findall(rf'<span [^>]*data-id="{CHANGED}"[^>]*>{AFTER}</span>', html)
        assert ('lang="en-GB"' in element, 'dir="ltr"' in element) == (True, True), locale
        assert translation(locale, CHANGED) not in html
        assert BEFORE not in html
        assert translation(locale, "furniture.translation_gaps") in html


def test_a_changed_sentence_can_be_translated_again_in_the_project(folder: Path) -> None:
    reword(folder)
    assert "1 message to translate" in say("i18n", "init", "pl", "--project", folder).stdout
    fill(folder, "pl", {CHANGED: "Możesz zdecydować ponownie, kiedy chcesz."})
    assert [] == told("pl", "--project", folder)["pl"]["ids"]["stale"]
    say("build", folder, "--locale", "pl", "--draft", "--format", "html")
    assert "Możesz zdecydować ponownie, kiedy chcesz." in page(folder, "pl")


def fill(folder: Path, locale: str, words: dict[str, str]) -> None:
    """Translate as Poedit does: read the file, fill some messages in, write it anew with lines of its own."""
    po = str(locale_folder(folder / "locales", locale).po)
    file = polib.pofile(po, wrapwidth=79)
    for entry in file:
        entry.msgstr = words.get(entry.msgctxt, entry.msgstr)
    file.metadata["X-Generator"] = "Poedit 3.4"
    file.save()


def test_a_thirteenth_language_from_init_to_a_draft_leaflet(folder: Path) -> None:
    assert 0 == say("i18n", "init", "cs", "--project", folder).exit_code
    fill(folder, "cs", {REFUSAL: "Můžete odmítnout.", "rights.heading": "Je to vaše volba"})
    assert 0 == say("i18n", "check", "cs", "--project", folder, "--fail-on", "warning").exit_code
    assert {"reviewed": 0, "draft": 2, "stale": 0} == {
        state: number
        for state, number in told("cs", "--project", folder)["cs"]["states"].items()
        if state != "missing"
    }

    assert 3 == say("build", folder, "--locale", "cs").exit_code
    assert 0 == say("build", folder, "--locale", "cs", "--draft").exit_code
    html = page(folder, "cs")
    assert html.startswith('<!doctype html>\n<html lang="cs" dir="ltr">')
    shown = re.findall(r'data-id="([^"]+)"([^>]*)>', html)
    assert {REFUSAL, "rights.heading"} == {key for key, more in shown if "lang=" not in more}
    assert {"html", "json", "md", "pdf", "txt"} == {
        file.suffix[1:] for file in (folder / "leaflets" / "cs").iterdir()
    }
    listed = say("show", folder, starter.WORKBOOK, "--locale", "cs", "--as", "page").stdout
    assert "Můžete odmítnout." in listed


def test_a_leaflet_whose_every_message_is_signed_needs_no_draft(folder: Path) -> None:
    ids = told("pl", "--project", folder)["pl"]["ids"]["draft"]
    for who in ("Test Person", "Another Person"):
        signed = say(
            "i18n", "review", "pl", *ids, "--who", who, "--role", "tester", "--yes", "--project", folder
        )
        assert 0 == signed.exit_code
    assert 0 == say("build", folder, "--locale", "pl", "--format", "html").exit_code
    html = page(folder, "pl")
    assert translation("pl", "furniture.translation") not in html
    assert translation("pl", "furniture.draft") in html
    assert "data-state=" not in html.partition("</style>")[2]

    (folder / "locales" / "pl" / "LC_MESSAGES").mkdir()
    own = locale_folder(folder / "locales", "pl").po
    own.write_bytes(locale_folder(shipped("locales"), "pl").po.read_bytes())
    fill(folder, "pl", {REFUSAL: "Zawsze możesz odmówić."})
    refused = say("build", folder, "--locale", "pl", "--format", "html")
    assert (3, f"found    {REFUSAL} (draft)") == (
        refused.exit_code,
        next(line.strip() for line in refused.stderr.splitlines() if "found" in line),
    )
    assert [REFUSAL] == told("pl", "--project", folder)["pl"]["ids"]["draft"]


def values(folder: Path, locale: str) -> set[str]:
    """What stands in the placeholders of the leaflet, and its links, in the words of the language."""
    opened = open_project(folder)
    [one] = Preparer(opened, starter.AS_OF, Into(translated(desk_of(opened), locale), draft=True)).all()
    assert one.leaflet
    runs = [run for statement in one.leaflet.statements() for run in statement.runs]
    return {run.text for run in runs if run.kind in ("phone", "email", "url", "number", "date")}


@pytest.mark.parametrize("locale", SHIPPED)
def test_every_format_tells_the_same_facts(folder: Path, locale: str) -> None:
    wanted = values(folder, locale)
    assert len(wanted) > 20
    say(
        "build",
        folder,
        "--locale",
        locale,
        "--draft",
        "--format",
        "html",
        "--format",
        "md",
        "--format",
        "txt",
    )
    for form in ("html", "md", "txt"):
        file = folder / "leaflets" / locale.replace("_", "-") / f"{starter.WORKBOOK}.DRAFT.{form}"
        words = BIDI.sub("", file.read_text("utf-8"))
        words = re.sub(r"<[^>]*>", "", words) if form == "html" else words.replace("\\", "")
        joined = "".join(words.split())
        assert [] == [value for value in wanted if "".join(value.split()) not in joined], form


@pytest.mark.parametrize("locale", ["cy", "pl", "uk", "gu"])
def test_a_pdf_tells_the_same_facts(folder: Path, locale: str) -> None:
    say("build", folder, "--locale", locale, "--draft", "--format", "pdf")
    pages = pypdfium2.PdfDocument(folder / "leaflets" / locale / f"{starter.WORKBOOK}.DRAFT.pdf")
    words = "".join(page.get_textpage().get_text_range() for page in pages)
    joined = "".join(words.split())
    assert [] == [value for value in values(folder, locale) if "".join(value.split()) not in joined]
