"""`consentgen i18n`: what each verb prints, writes and ends with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consentgen.cli.main import group
from consentgen.localise.folder import locale_folder
from tests import catalogues, starter

CHOICE, PURPOSE = "opening.choice", "opening.purpose"
WORDS = {CHOICE: "To Ty decydujesz.", PURPOSE: "Ta ulotka pomaga zdecydować."}
ANN = ("--who", "Ann Example", "--role", "clinician")
BEN = ("--who", "Ben Example", "--role", "translator")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of languages with two Polish drafts."""
    catalogues.put(tmp_path / "locales", "sk", WORDS)
    return tmp_path / "locales"


def i18n(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["i18n", *map(str, arguments)], catch_exceptions=False)


def states(root: Path, locale: str = "sk") -> dict[str, int]:
    told = json.loads(i18n("stats", locale, "--locales", root, "--format", "json").stdout)
    found: dict[str, int] = told["languages"][0]["states"]
    return found


def test_extract_writes_the_template_and_then_finds_it_up_to_date(root: Path) -> None:
    assert 1 == i18n("extract", "--check", "--locales", root).exit_code
    assert 0 == i18n("extract", "--locales", root).exit_code
    assert 0 == i18n("extract", "--check", "--locales", root).exit_code
    (root / "consentgen.pot").write_bytes(b"another")
    checked = i18n("extract", "--check", "--locales", root)
    assert (1, True) == (checked.exit_code, "consentgen i18n extract" in checked.stdout)
    assert b"another" == (root / "consentgen.pot").read_bytes()


def test_init_starts_a_language_with_what_cldr_knows_of_it(root: Path) -> None:
    assert 0 == i18n("init", "cs", "--locales", root).exit_code
    assert 'name = "Čeština"' in (root / "cs" / "locale.toml").read_text("utf-8")
    assert b"nplurals=3" in (root / "cs" / "LC_MESSAGES" / "consentgen.po").read_bytes()
    assert len(catalogues.messages()) == states(root, "cs")["missing"]


def test_init_takes_the_name_of_a_language_in_either_form(root: Path) -> None:
    i18n("init", "zh-Hant", "--locales", root)
    assert locale_folder(root, "zh_Hant").po.is_file()


def test_update_names_what_became_stale(tmp_path: Path) -> None:
    root = tmp_path / "locales"
    catalogues.put(root, "sk", WORDS, was={PURPOSE: "This leaflet helps you."})
    said = i18n("update", "--locales", root)
    assert (0, True) == (said.exit_code, f"  stale  {PURPOSE}\n" in said.stdout)
    assert "up to date" in i18n("update", "--locales", root).stdout


def test_update_leaves_a_broken_file_and_goes_on_with_the_others(root: Path) -> None:
    catalogues.put(root, "uk", {})
    locale_folder(root, "uk").po.write_bytes(b'msgid "half')
    said = i18n("update", "uk", "sk", "--locales", root)
    assert 1 == said.exit_code
    assert "uk/LC_MESSAGES/consentgen.po:1:12  error[PO005]" in said.stdout
    assert "sk/LC_MESSAGES/consentgen.po: up to date" in said.stdout
    assert b'msgid "half' == locale_folder(root, "uk").po.read_bytes()


def test_stats_counts_and_names_states(root: Path) -> None:
    said = i18n("stats", "--locales", root, "--ids").stdout
    assert f"sk       draft    {CHOICE}  critical: 0 of 2 signatures\n" in said
    assert f"sk       draft    {PURPOSE}\n" in said
    assert {"reviewed": 0, "draft": 2, "stale": 0, "missing": len(catalogues.messages()) - 2} == states(root)


def test_stats_of_no_language_says_how_to_start_one(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    told = i18n("stats", "--locales", tmp_path / "locales")
    assert 0 == told.exit_code


def test_compile_leaves_out_drafts_when_it_is_told_to(root: Path) -> None:
    assert "2 messages" in i18n("compile", "--locales", root).stdout
    assert "0 messages" in i18n("compile", "--reviewed", "--locales", root).stdout
    assert locale_folder(root, "sk").mo.is_file()


def test_a_review_shows_both_languages_and_asks_for_a_second_person(root: Path) -> None:
    said = i18n("review", "sk", CHOICE, PURPOSE, *ANN, "--locales", root).stdout
    assert "You choose whether to have it." in said
    assert "To Ty decydujesz." in said
    assert f"{CHOICE}: draft, needs another person" in said
    assert f"{PURPOSE}: reviewed" in said
    assert f"{CHOICE}: reviewed" in i18n("review", "sk", CHOICE, *BEN, "--locales", root).stdout
    assert 2 == states(root)["reviewed"]


def test_a_sign_off_holds_who_what_and_when(root: Path) -> None:
    i18n("review", "sk", PURPOSE, *ANN, "--date", "2026-11-20", "--locales", root)
    [line] = (root / "sk" / "reviews.jsonl").read_text("utf-8").splitlines()
    review = json.loads(line)
    assert ["id", "source", "target", "who", "role", "date"] == list(review)
    assert ("Ann Example", "clinician", "2026-11-20") == (review["who"], review["role"], review["date"])


def test_nothing_is_signed_when_one_is_missing(root: Path) -> None:
    said = i18n("review", "sk", PURPOSE, "title", *ANN, "--locales", root)
    assert (3, True) == (said.exit_code, "error[RV003]" in said.stdout)
    assert not (root / "sk" / "reviews.jsonl").exists()


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\u00ad"])
def test_nobody_signs_what_nobody_can_see(tmp_path: Path, hidden: str) -> None:
    catalogues.put(tmp_path / "locales", "sk", {PURPOSE: f"Ta ulotka{hidden} pomaga."})
    said = i18n("review", "sk", PURPOSE, *ANN, "--locales", tmp_path / "locales")
    assert (3, True) == (said.exit_code, "nobody can see" in said.stdout)
    assert hidden not in said.stdout


def test_stats_shows_the_faults_of_a_file_and_trusts_none_of_it(root: Path) -> None:
    po = locale_folder(root, "sk").po
    po.write_bytes(po.read_bytes() + b'\nmsgid "half')
    said = i18n("stats", "sk", "--locales", root)
    assert (1, True) == (said.exit_code, "error[PO005]" in said.stdout)
    assert said.stdout.splitlines()[1].split() == [
        "sk",
        "0",
        "0",
        "0",
        *[str(len(catalogues.messages()))] * 2,
    ]


def test_a_name_is_never_made_up(root: Path) -> None:
    assert 2 == i18n("review", "sk", PURPOSE, "--role", "clinician", "--locales", root).exit_code
    assert 2 == i18n("review", "sk", PURPOSE, "--who", " ", "--role", "x", "--locales", root).exit_code
    assert 2 == i18n("accept", "sk", PURPOSE, "--locales", root).exit_code


def test_a_changed_word_voids_exactly_its_own_sign_off(root: Path) -> None:
    i18n("review", "sk", PURPOSE, CHOICE, *ANN, "--locales", root)
    i18n("review", "sk", CHOICE, *BEN, "--locales", root)
    po = locale_folder(root, "sk").po
    po.write_bytes(po.read_bytes().replace(b"pomaga", "pomoże".encode()))
    assert (1, 1) == (states(root)["reviewed"], states(root)["draft"])


def test_a_critical_statement_is_never_accepted(tmp_path: Path) -> None:
    catalogues.put(tmp_path / "locales", "sk", WORDS, was={CHOICE: "You choose to have it."})
    said = i18n("accept", "sk", CHOICE, *ANN, "--locales", tmp_path / "locales")
    assert (3, True) == (said.exit_code, "error[RV002]" in said.stdout)


def test_a_project_has_its_own_languages_in_front_of_the_shipped(project: Path) -> None:
    own = project / "templates"
    own.mkdir()
    (own / "guided_self_help.md.j2").write_text(
        '{% extends "leaflet/guided_self_help.md.j2" %}\n{% block do_suits %}{{ super() }}\n\n'
        '{% text "northtown.read" %}We can read it with you.{% endtext %}\n{% endblock %}\n',
        encoding="utf-8",
    )
    i18n("init", "cs", "--project", project)
    assert b'msgctxt "northtown.read"' in (project / "locales/cs/LC_MESSAGES/consentgen.po").read_bytes()
    assert len(catalogues.messages()) + 1 == states_of_project(project, "cs")["missing"]


def states_of_project(project: Path, locale: str) -> dict[str, int]:
    told = json.loads(i18n("stats", locale, "--project", project, "--format", "json").stdout)
    found: dict[str, int] = told["languages"][0]["states"]
    return found


def test_a_project_whose_evidence_cannot_be_read_changes_no_language(project: Path) -> None:
    (project / "evidence").mkdir()
    (project / "evidence" / "ours.yaml").write_text("records: [open\n", encoding="utf-8")
    assert 1 == i18n("init", "cs", "--project", project).exit_code
    assert not (project / "locales").exists()


@pytest.mark.parametrize("name", ["../../x", "xx", "pl/../cs", "PL", "", "a" * 300, "pl\n", "C:"])
def test_a_name_that_is_no_language_writes_nothing(root: Path, name: str) -> None:
    before = sorted(root.parent.rglob("*"))
    ran = CliRunner().invoke(group, ["i18n", "init", name, "--locales", str(root)])
    assert 0 != ran.exit_code
    assert before == sorted(root.parent.rglob("*"))


def test_a_misspelt_verb_is_nearly_right(root: Path) -> None:
    said = i18n("upate")
    assert (2, True) == (said.exit_code, "Did you mean update?" in said.output)


def test_today_is_the_day_it_is_told(root: Path) -> None:
    i18n("review", "sk", PURPOSE, *ANN, "--locales", root)
    assert starter.AS_OF.isoformat() in (root / "sk" / "reviews.jsonl").read_text("utf-8")


def test_two_people_sign_shipped_words_in_a_project_that_has_no_catalogue_of_its_own(project: Path) -> None:
    i18n("review", "pl", CHOICE, PURPOSE, *ANN, "--project", project)
    said = i18n("review", "pl", CHOICE, *BEN, "--project", project)
    assert (0, True) == (said.exit_code, f"{CHOICE}: reviewed" in said.stdout)
    assert ["reviews.jsonl"] == [file.name for file in (project / "locales" / "pl").iterdir()]
    assert 2 == states_of_project(project, "pl")["reviewed"]
    assert 0 == i18n("check", "pl", "--project", project).exit_code


def test_sign_offs_of_a_catalogue_that_is_gone_are_told(root: Path) -> None:
    i18n("review", "sk", PURPOSE, *ANN, "--locales", root)
    locale_folder(root, "sk").po.unlink()
    said = i18n("stats", "sk", "--locales", root)
    assert (1, True) == (said.exit_code, "error[PO001]" in said.stdout)
