"""The command line in Welsh and Polish, and in English wherever a translation cannot be had."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from consentgen.cli.formatter import paragraphs
from consentgen.cli.language import tongue
from consentgen.cli.main import group
from consentgen.errors import UnknownName
from consentgen.places import shipped
from consentgen.tongue import ENGLISH, counted, said, speak
from tests.command import consentgen_command
from tests.unit.build.conftest import put
from tests.unit.cli.test_help import EVERY, command_of

POLISH = (shipped("locales") / "pl" / "LC_MESSAGES" / "consentgen-tool.po").read_bytes()


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(ENGLISH)


def run(language: str, *arguments: str | Path) -> tuple[int, str]:
    """How a command ends and what it prints, in a language."""
    ran = CliRunner().invoke(group, [*map(str, arguments)], env={"CONSENTGEN_LANGUAGE": language})
    assert isinstance(ran.exception, SystemExit | None)
    return ran.exit_code, ran.output


def test_help_is_welsh() -> None:
    code, shown = run("cy", "--help")
    assert 0 == code
    assert shown.startswith("Defnydd: ")
    assert "Creu taflenni gonest am therapïau." in shown
    assert "  build      Creu taflenni prosiect.\n" in shown
    assert "Dangos y neges hon a gadael." in shown


def test_help_of_a_verb_is_polish_but_for_its_commands_and_options() -> None:
    _, shown = run("pl", "i18n", "review", "--help")
    assert "Użycie: " in shown
    assert "Przykład:\n    consentgen i18n review pl opening.purpose --who" in shown
    assert "--who NAME" in shown
    assert "[wymagane]" in shown
    assert "[domyślnie: text]" in run("pl", "check", "--help")[1]


@pytest.mark.parametrize("verb", EVERY)
def test_every_paragraph_and_every_option_of_a_help_text_is_translated(verb: str) -> None:
    command = command_of(verb)
    options = [one.help or "" for one in command.params if isinstance(one, click.Option)]
    parts = [part for part in paragraphs(command.help or "") if not part.startswith("\b")]
    sentences = tongue(shipped("locales"), {"LANG": "pl"}).sentences
    assert [] == [text for text in (*parts, *options) if text not in sentences]


def test_a_language_is_spoken_once() -> None:
    run("pl", "--help")
    assert "Make honest leaflets about therapies." in run("", "--help")[1]


def test_a_refusal_is_polish_and_so_is_its_finding(project: Path) -> None:
    code, shown = run("pl", "build", project, "--locale", "pl", "--format", "txt")
    assert 3 == code
    assert "Nie utworzono: " in shown
    assert "0 ulotek w " in shown
    assert "  rada       " in shown
    assert "błąd[LO153]: " in shown
    assert "w tej ulotce nie" in shown
    assert "not reviewed" not in shown


def test_an_error_ends_in_the_language_of_its_reader(tmp_path: Path) -> None:
    ran = consentgen_command("check", "nowhere", cwd=tmp_path, LANG="pl_PL.UTF-8")
    assert (2, "") == (ran.returncode, ran.stdout)
    assert ran.stderr == (
        "consentgen: nowhere nie jest projektem ulotek: nie ma w nim folderu services/.\n"
        "  Utwórz projekt poleceniem: consentgen new nowhere\n"
    )


def test_a_call_that_is_wrong_is_shown_in_a_polish_frame(tmp_path: Path) -> None:
    english, polish = (
        consentgen_command("buld", cwd=tmp_path, CONSENTGEN_LANGUAGE=language) for language in ("en", "pl")
    )
    assert 2 == english.returncode == polish.returncode
    assert english.stderr == (
        "Usage: consentgen [OPTIONS] COMMAND [ARGS]...\nTry 'consentgen --help' for help.\n\n"
        "Error: There is no command 'buld'. Did you mean build?\n"
    )
    assert polish.stderr == (
        "Użycie: consentgen [OPTIONS] COMMAND [ARGS]...\nPomoc: 'consentgen --help'.\n\n"
        "Błąd: Nie ma polecenia 'buld'. Czy chodziło o build?\n"
    )


def test_an_error_stays_english_for_what_is_no_reader() -> None:
    run("pl", "--help")
    error = UnknownName("rule", "HO01", ["HO001"])
    assert ("There is no rule called 'HO01'.", "Did you mean HO001?") == (str(error), error.help_text)
    assert ("Nie ma reguły o nazwie 'HO01'.", "Czy chodziło o HO001?") == error.told()


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_what_a_program_reads_has_the_same_shape_and_polish_sentences(project: Path, form: str) -> None:
    put(project, "a", "service: [open\n")
    (code, english), (other, polish) = (
        run(language, "check", project, "--format", form) for language in ("", "pl")
    )
    assert (1, 1) == (code, other)
    assert "this line cannot be read as YAML: " in english
    assert "tego wiersza nie można odczytać jako YAML: " in polish
    assert re.findall(r"YA004|services/a\.yaml|\berror\b|^ *\"\w+\":", english, re.MULTILINE) == re.findall(
        r"YA004|services/a\.yaml|\berror\b|^ *\"\w+\":", polish, re.MULTILINE
    )


def test_a_date_that_cannot_be_read_is_told_in_polish(project: Path) -> None:
    code, shown = run("pl", "check", project, "--date", "1.11.2026")
    assert 2 == code
    assert "'1.11.2026' nie jest datą; oczekiwano daty takiej jak" in shown


def test_the_lists_are_welsh_and_their_codes_are_not() -> None:
    rules, disclosures = run("cy", "rules")[1], run("cy", "rules", "--disclosures")[1]
    assert "HO001   euphemism-as-name              Dim ond enw sy'n cuddio beth ydyw" in rules
    assert "DI001   treatment-name                 enw plaen y driniaeth" in disclosures
    evidence = run("cy", "evidence", "workbook", "depression")[1]
    assert "O bob 100: 54 gwell, 36 yr un fath, 8 gwaeth, 2 anhysbys." in evidence
    assert "questionnaire-change, barnwyd gan self-report" in evidence


def test_state_names_in_data_are_english() -> None:
    assert {"missing", "stale", "draft", "reviewed"} == set(
        json.loads(run("pl", "i18n", "stats", "pl", "--format", "json")[1])["languages"][0]["states"]
    )


def test_a_terminal_that_cannot_write_the_letters_gets_english(tmp_path: Path) -> None:
    more = {"CONSENTGEN_LANGUAGE": "pl", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    ran = consentgen_command("--help", cwd=tmp_path, **more)
    assert (0, "") == (ran.returncode, ran.stderr)
    assert ran.stdout.startswith("Usage: ")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("pl", {1: "1 ulotka", 2: "2 ulotki", 5: "5 ulotek", 12: "12 ulotek", 22: "22 ulotki"}),
        ("cy", {0: "0 taflen", 1: "1 daflen", 2: "2 daflen", 3: "3 taflen", 6: "6 thaflen", 7: "7 taflen"}),
    ],
)
def test_leaflets_are_counted(language: str, expected: dict[int, str]) -> None:
    speak(tongue(shipped("locales"), {"LANG": language}))
    one, many = "{count} leaflet in {folder} ({findings}).", "{count} leaflets in {folder} ({findings})."
    told = {n: counted(one, many, n, folder="x", findings="-") for n in expected}
    assert {
        n: f"{words} w x (-)." if language == "pl" else f"{words} yn x (-)." for n, words in expected.items()
    } == told


def test_polish_and_welsh_count_errors_by_all_their_forms() -> None:
    def errors(language: str, *numbers: int) -> list[str]:
        speak(tongue(shipped("locales"), {"LANG": language}))
        return [counted("{count} error", "{count} errors", n).split()[1] for n in numbers]

    assert ["błąd", "błędy", "błędów"] == errors("pl", 1, 2, 5)
    assert ["gwall", "gwall", "wall", "gwall", "gwall", "gwall"] == errors("cy", 0, 1, 2, 3, 6, 7)


def put_polish(root: Path, data: bytes) -> None:
    file = root / "pl" / "LC_MESSAGES" / "consentgen-tool.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)


def said_in_polish(root: Path) -> str:
    speak(tongue(root, {"LANG": "pl"}))
    return said("Stopped.")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\xff\xfe",
        b'msgid "Stopped.',
        POLISH.replace(b'msgid "Stopped."', b'msgid Stopped."'),
        POLISH.decode().encode("utf-16"),
        POLISH.replace(b'"Zatrzymano."', b'"Zatrzymano\xff."'),
        POLISH.replace(b'"Zatrzymano."', b'"\x1b[31mZatrzymano."'),
        POLISH.replace(b'"Zatrzymano."', b'"{__import__} Zatrzymano."'),
        POLISH.replace(b'"Zatrzymano."', '"\u202eZatrzymano."'.encode()),
        POLISH.replace(b'msgid "Stopped."', b'#, fuzzy\nmsgid "Stopped."'),
        POLISH.replace(b'"Zatrzymano."', b'""'),
        POLISH + b"#" * 50_000_000,
        b'msgid "a"\nmsgstr "b"\n\n' * 200_000,
    ],
    ids=range(13),
)
def test_a_file_that_is_broken_or_hostile_gives_english(tmp_path: Path, data: bytes) -> None:
    put_polish(tmp_path, data)
    assert "Stopped." == said_in_polish(tmp_path)


def test_the_rule_of_a_file_for_counting_is_never_run(tmp_path: Path) -> None:
    put_polish(tmp_path, POLISH.replace(b"nplurals=3; plural=", b"nplurals=3; plural=n/0+9**9**9+"))
    assert "Zatrzymano." == said_in_polish(tmp_path)
    assert "5 błędów" == counted("{count} error", "{count} errors", 5)


def test_a_counted_sentence_that_lacks_a_form_is_english(tmp_path: Path) -> None:
    put_polish(tmp_path, POLISH.replace('msgstr[2] "{count} błędów"\n'.encode(), b""))
    assert "Zatrzymano." == said_in_polish(tmp_path)
    assert "5 errors" == counted("{count} error", "{count} errors", 5)


def test_a_folder_or_a_link_in_place_of_the_file_gives_english(tmp_path: Path) -> None:
    (tmp_path / "a" / "pl" / "LC_MESSAGES" / "consentgen-tool.po").mkdir(parents=True)
    assert "Stopped." == said_in_polish(tmp_path / "a")
    put_polish(tmp_path / "b", POLISH)
    file = tmp_path / "b" / "pl" / "LC_MESSAGES" / "consentgen-tool.po"
    file.rename(tmp_path / "elsewhere.po")
    file.symlink_to(tmp_path / "elsewhere.po")
    assert "Stopped." == said_in_polish(tmp_path / "b")
