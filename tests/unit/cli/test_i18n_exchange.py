"""`i18n pseudo`, `export` and `import`: what each prints, writes and ends with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consentgen.cli.main import group
from consentgen.errors import NotShipped, WouldReplace
from consentgen.localise.pseudo import PSEUDO
from tests import catalogues

PURPOSE = "opening.purpose"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two Polish drafts in its `locales`."""
    words = {PURPOSE: "Ta ulotka pomaga zdecydować.", "opening.choice": "To Ty decydujesz."}
    catalogues.put(tmp_path / "locales", "pl", words)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def i18n(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["i18n", *map(str, arguments)])


def edit(file: Path, old: str, new: str) -> None:
    file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))


FILES = {"xliff": "consentgen-pl.xlf", "xliff2": "consentgen-pl.xliff", "xlsx": "consentgen-pl.xlsx", "csv": "consentgen-pl.csv"}  # fmt: skip


@pytest.mark.parametrize("form", FILES)
def test_a_language_goes_out_and_comes_back(here: Path, form: str) -> None:
    said = i18n("export", "pl", "--format", form)
    assert (0, True) == (said.exit_code, said.stdout.startswith(f"{FILES[form]}: "))
    back = i18n("import", "pl", FILES[form])
    assert (0, True) == (back.exit_code, " unchanged" in back.stdout)


def test_only_what_is_to_do_goes_out_when_it_is_asked_for(here: Path) -> None:
    catalogues.put(here / "locales", "cs", {PURPOSE: "Tento leták pomáhá."})
    i18n("export", "cs", "--format", "csv", "--todo")
    held = (here / "consentgen-cs.csv").read_text("utf-8-sig")
    assert (False, True) == (f'"{PURPOSE}"' in held, '"title"' in held)


@pytest.mark.parametrize("form", FILES)
def test_english_in_the_place_of_translations_goes_out_and_is_not_taken_for_one(
    here: Path, form: str
) -> None:
    words = {PURPOSE: "Tento leták pomáhá."}
    catalogues.put(here / "locales", "cs", words)
    file = FILES[form].replace("-pl", "-cs")
    i18n("export", "cs", "--format", form, "--fill")
    back = i18n("import", "cs", file)
    assert 0 == back.exit_code
    assert {"title", "opening.what", "facts.length"} <= {line.split()[1] for line in new(back)}
    assert "opening.choice" not in back.stdout
    assert f"{len(catalogues.messages()) - len(new(back)) - 1} without words" in back.stdout
    again = i18n("import", "cs", file)
    assert (0, []) == (again.exit_code, new(again))


def new(said: Result) -> list[str]:
    """The lines that name a message which had no words."""
    return [line for line in said.stdout.splitlines() if line.startswith("  new ")]


def test_a_file_that_is_there_is_not_written_over(here: Path) -> None:
    i18n("export", "pl", "--format", "csv")
    edit(here / "consentgen-pl.csv", "pomaga", "pomoże")
    assert isinstance(i18n("export", "pl", "--format", "csv").exception, WouldReplace)
    assert "pomoże" in (here / "consentgen-pl.csv").read_text("utf-8-sig")
    assert 0 == i18n("export", "pl", "--format", "csv", "--output", "other.csv").exit_code


def test_a_dry_run_says_what_it_would_do_and_does_nothing(here: Path) -> None:
    i18n("export", "pl", "--format", "csv")
    edit(here / "consentgen-pl.csv", "pomaga", "pomoże")
    before = (here / "locales/pl/LC_MESSAGES/consentgen.po").read_bytes()
    said = i18n("import", "pl", "consentgen-pl.csv", "--dry-run")
    assert (0, True) == (said.exit_code, f"  changed  {PURPOSE}\n" in said.stdout)
    assert "Nothing was written." in said.stdout
    assert before == (here / "locales/pl/LC_MESSAGES/consentgen.po").read_bytes()


def test_a_signed_translation_that_is_edited_is_a_draft_again(here: Path) -> None:
    i18n("review", "pl", PURPOSE, "--who", "Ann Example", "--role", "clinician")
    i18n("export", "pl", "--format", "csv")
    edit(here / "consentgen-pl.csv", "pomaga", "pomoże")
    i18n("import", "pl", "consentgen-pl.csv")
    states = json.loads(i18n("stats", "pl", "--format", "json").stdout)["languages"][0]
    assert (0, True) == (states["states"]["reviewed"], PURPOSE in states["ids"]["draft"])


def test_one_row_is_refused_and_the_others_are_taken(here: Path) -> None:
    i18n("export", "pl", "--format", "csv")
    edit(here / "consentgen-pl.csv", "Ta ulotka pomaga", "Ta ulotka {phone} pomaga")
    edit(here / "consentgen-pl.csv", "To Ty decydujesz.", "Ty wybierasz.")
    said = i18n("import", "pl", "consentgen-pl.csv")
    assert (1, True) == (said.exit_code, "error[LO102]" in said.stdout)
    assert "1 taken as drafts" in said.stdout
    assert ", 1 refused" in said.stdout
    assert "Ty wybierasz." in (here / "locales/pl/LC_MESSAGES/consentgen.po").read_text("utf-8")


def test_a_file_that_cannot_be_read_ends_with_2(here: Path) -> None:
    (here / "broken.csv").write_bytes(b"\xff\xfe\xff")
    for name in ("broken.csv", "none.csv"):
        assert 2 == i18n("import", "pl", name).exit_code


def test_a_language_nobody_has_begun_is_not_imported(here: Path) -> None:
    i18n("export", "pl", "--format", "csv")
    assert 2 == i18n("import", "cs", "consentgen-pl.csv", "--locales", here / "none").exit_code
    assert 2 == i18n("import", "cs", "consentgen-pl.csv", "--dry-run").exit_code
    said = i18n("export", "cs")
    assert (2, True) == (said.exit_code, "consentgen i18n init" in said.stdout)
    assert not (here / "none").exists()


def test_pseudo_languages_are_clean_and_written_the_same_again(project: Path) -> None:
    assert 0 == i18n("pseudo", "--project", project).exit_code
    assert 2 == i18n("pseudo", "--project", project).stdout.count("nothing new")
    for locale in PSEUDO:
        assert (project / "locales" / locale / "locale.toml").is_file()
    checked = i18n("check", *PSEUDO, "--project", project, "--fail-on", "info")
    assert (0, "2 languages: no findings.\n") == (checked.exit_code, checked.output)


def test_pseudo_languages_are_never_put_among_the_shipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert isinstance(i18n("pseudo").exception, NotShipped)
