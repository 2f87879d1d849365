"""`consentgen i18n check`: every language, its files, its translations and its leaflets, in four forms."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consentgen.catalogue import load_catalogue
from consentgen.cli.main import group
from consentgen.compose import Wording
from consentgen.compose.messages import source_messages
from consentgen.evidence import load_shipped
from consentgen.localise.entry import Entry, PoFile
from consentgen.localise.header import header
from consentgen.localise.message import SourceMessage
from consentgen.localise.plurals import plural_forms
from consentgen.localise.po import write_po
from tests import starter

MESSAGES = source_messages(Wording(), load_catalogue(), load_shipped())


def entry(message: SourceMessage, locale: str) -> Entry:
    """A translation that keeps everything and means nothing."""
    count = 1 if message.plural is None else plural_forms(locale).count
    words = f"Żółw {message.plural or message.text}"
    return Entry(message.id, (message.text, message.plural), (words,) * count)


def put(folder: Path, locale: str, **changed: str) -> Path:
    """A folder of languages with one catalogue, in which some messages have other words."""
    entries = [entry(message, locale) for message in MESSAGES]
    told = {name.replace("__", "."): words for name, words in changed.items()}
    entries = [
        replace(one, forms=(told[one.id],) * len(one.forms)) if one.id in told else one for one in entries
    ]
    file = folder / "locales" / locale / "LC_MESSAGES" / "consentgen.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(write_po(PoFile(file.name, header(locale), tuple(entries))))
    return folder / "locales"


def run(locales: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        group, ["i18n", "check", "--locales", str(locales), "--date", "2026-11-23", *arguments]
    )


def findings(locales: Path, *arguments: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run(locales, "--format", "json", *arguments).stdout)["findings"]
    return found


def test_a_language_that_keeps_everything_passes(tmp_path: Path) -> None:
    ran = run(put(tmp_path, "cs"), "cs")
    assert (0, "", "1 language: no findings.\n") == (ran.exit_code, ran.stdout, ran.stderr)


def test_a_fault_is_told_at_its_line_with_the_way_out(tmp_path: Path) -> None:
    ran = run(put(tmp_path, "cs", contact__phone="Telefon: {telefon}"), "cs")
    assert 1 == ran.exit_code
    first, *_ = ran.stdout.splitlines()
    assert first.startswith("locales/cs/LC_MESSAGES/consentgen.po:")
    assert first.endswith("contact.phone  error[LO102]: a placeholder that the English does not have")
    assert "  expected {phone}" in ran.stdout


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_what_fails_is_for_the_caller_to_say(tmp_path: Path, fail_on: str, code: int) -> None:
    locales = put(tmp_path, "cs", do__heading="Żółw What will you do")
    assert code == run(locales, "cs", "--fail-on", fail_on).exit_code


def test_what_is_not_translated_is_information(tmp_path: Path) -> None:
    locales = put(tmp_path, "cs", do__heading="")
    assert [("LO151", "info", "do.heading")] == [
        (f["code"], f["severity"], f["field"]) for f in findings(locales, "cs")
    ]


def test_findings_as_sarif_name_their_rules(tmp_path: Path) -> None:
    locales = put(tmp_path, "cs", contact__phone="Telefon: {telefon}")
    told = json.loads(run(locales, "cs", "--format", "sarif").stdout)
    assert ["unknown-placeholder"] == [rule["name"] for rule in told["runs"][0]["tool"]["driver"]["rules"]]


def test_findings_on_github_stand_at_the_file(tmp_path: Path) -> None:
    locales = put(tmp_path, "cs", contact__phone="Telefon: {telefon}")
    assert run(locales, "cs", "--format", "github").stdout.startswith("::error file=locales/cs/LC_MESSAGES/")


def test_the_glossary_of_the_folder_counts(tmp_path: Path) -> None:
    locales = put(tmp_path, "cs")
    glossary = '[[term]]\nenglish = "guided self-help"\nuse = ["svépomoc s podporou"]\n'
    (locales / "cs" / "glossary.toml").write_text(glossary, encoding="utf-8")
    assert {"LO118"} == {f["code"] for f in findings(locales, "cs")}


def test_a_glossary_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    locales = put(tmp_path, "cs")
    (locales / "cs" / "glossary.toml").write_text("[[term]]\n", encoding="utf-8")
    assert [("LO140", "locales/cs/glossary.toml")] == [
        (f["code"], f["path"]) for f in findings(locales, "cs")
    ]


def test_a_fault_of_the_language_file_is_told(tmp_path: Path) -> None:
    locales = put(tmp_path, "cs")
    (locales / "cs" / "locale.toml").write_text('direction = "rtl"\n', encoding="utf-8")
    assert {"LO003", "LO004"} == {f["code"] for f in findings(locales, "cs")}


def test_a_catalogue_that_cannot_be_read_is_told_and_nothing_else_is_lost(tmp_path: Path) -> None:
    locales = put(tmp_path, "cs")
    (locales / "cs" / "LC_MESSAGES" / "consentgen.po").write_bytes(b"\xff\xfe\x00")
    assert ["PO002"] == [f["code"] for f in findings(locales, "cs")]


def test_the_leaflets_of_a_project_are_the_ones_compared(tmp_path: Path) -> None:
    locales = put(tmp_path, "cs")
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "one.yaml").write_text(starter.text(), encoding="utf-8")
    assert 0 == run(locales, "cs", "--project", str(tmp_path)).exit_code


def test_an_unknown_language_is_a_usage_error(tmp_path: Path) -> None:
    ran = run(put(tmp_path, "cs"), "../etc")
    assert "There is no language called '../etc'." == str(ran.exception)
