"""Exit codes: 0 clean, 1 findings, 2 unusable input; one sentence and the way out, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from consentgen import __version__
from tests import starter
from tests.command import consentgen_command, environment
from tests.unit.build.conftest import put


def test_a_clean_project_ends_with_nought(project: Path) -> None:
    ran = consentgen_command("check", project, cwd=project)
    assert (0, "") == (ran.returncode, ran.stdout)


def test_a_build_says_what_it_made_and_that_nobody_approved_it(project: Path) -> None:
    ran = consentgen_command("build", project, cwd=project)
    assert (0, "") == (ran.returncode, ran.stderr)
    assert "4 leaflets in" in ran.stdout
    assert "DRAFT" in ran.stdout


@pytest.mark.parametrize("verb", ["check", "build"])
def test_an_error_ends_with_one(project: Path, verb: str) -> None:
    put(project, "a", "service: [open\n")
    ran = consentgen_command(verb, project, "--date", "2026-11-23", cwd=project)
    assert 1 == ran.returncode
    assert "services/a.yaml:2:1" in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(("draft", "expected"), [((), 3), (("--draft",), 0)])
def test_a_leaflet_that_only_lacks_reviews_ends_with_three(
    project: Path, draft: tuple[str, ...], expected: int
) -> None:
    ran = consentgen_command("build", project, "--locale", "pl", "--format", "txt", *draft, cwd=project)
    assert (expected, expected == 3) == (ran.returncode, "error[LO153]" in ran.stderr)
    assert expected == 3 or "4 leaflets in" in ran.stdout


def test_a_catalogue_that_cannot_be_read_ends_with_one_though_leaflets_are_made(project: Path) -> None:
    po = project / "locales" / "pl" / "LC_MESSAGES" / "consentgen.po"
    po.parent.mkdir(parents=True)
    po.write_bytes(b'msgid "half')
    ran = consentgen_command("build", project, "--locale", "pl", "--draft", "--format", "txt", cwd=project)
    assert (1, True) == (ran.returncode, "locales/pl/LC_MESSAGES/consentgen.po:1:" in ran.stderr)
    assert "4 leaflets in" in ran.stdout


@pytest.mark.parametrize("locale", ["xx", "../x", "PL", ""])
def test_a_language_nobody_has_begun_is_unusable_input(project: Path, locale: str) -> None:
    ran = consentgen_command("build", project, "--locale", locale, "--draft", cwd=project)
    assert (2, False) == (ran.returncode, "Traceback" in ran.stderr)
    assert not (project / "leaflets").exists()


@pytest.mark.parametrize(("fail_on", "expected"), [("error", 0), ("warning", 1), ("info", 1)])
def test_a_warning_ends_with_one_only_when_it_is_asked_for(
    project: Path, fail_on: str, expected: int
) -> None:
    put(project, "a", starter.without("costs.fee"))
    assert expected == consentgen_command("check", ".", "--fail-on", fail_on, cwd=project).returncode


def test_a_leaflet_that_cannot_be_shown_ends_with_one(project: Path) -> None:
    put(project, "a", starter.with_lines("problems: [gloom]\n"))
    ran = consentgen_command("show", ".", "a", cwd=project)
    assert (1, "") == (ran.returncode, ran.stdout)
    assert "DE004" in ran.stderr


UNUSABLE = {
    "a-verb-that-is-misspelt": (["bild"], "Did you mean build?"),
    "a-verb-of-another-kind": (["frobnicate"], "See: consentgen --help"),
    "an-option-that-is-not-there": (["check", "--colour"], "No such option"),
    "an-argument-too-many": (["check", ".", "."], "unexpected extra argument"),
    "a-folder-that-is-no-project": (["check", "nowhere"], "consentgen new nowhere"),
    "a-file-for-a-folder": (["build", "consentgen.yaml"], "is a file"),
    "a-rule-that-is-misspelt": (["explain", "HO0001"], "Did you mean HO001?"),
    "no-rule": (["explain"], "Missing argument"),
    "a-leaflet-that-is-misspelt": (["show", ".", "stress-clas"], "Did you mean stress-class?"),
    "a-date-that-is-none": (["check", "--date", "tomorrow"], "2026-11-01"),
    "a-format-that-is-none": (["build", "--format", "word"], "'html'"),
    "a-folder-that-holds-files": (["new", "services"], "already holds files"),
    "an-answer-that-cannot-stand": (["new", "other", "--phone", "call us"], "nothing was written"),
    "no-folder-and-nobody-to-ask": (["new"], "consentgen new my-leaflets"),
}


@pytest.mark.parametrize(("arguments", "hint"), UNUSABLE.values(), ids=UNUSABLE)
def test_unusable_input_ends_with_two_and_a_way_out(project: Path, arguments: list[str], hint: str) -> None:
    (project / "consentgen.yaml").write_text("expired: refuse\n", encoding="utf-8")
    ran = consentgen_command(*arguments, cwd=project)
    assert (2, "") == (ran.returncode, ran.stdout)
    assert hint in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_day_from_the_environment_that_is_none_ends_with_two(project: Path) -> None:
    ran = consentgen_command("check", ".", cwd=project, SOURCE_DATE_EPOCH="yesterday")
    assert 2 == ran.returncode
    assert "seconds since 1970" in ran.stderr


def test_a_place_that_cannot_be_written_to_ends_with_two(project: Path) -> None:
    (project / "leaflets").write_text("mine", encoding="utf-8")
    ran = consentgen_command("build", ".", "--format", "txt", cwd=project)
    assert 2 == ran.returncode
    assert "could not be written" in ran.stderr


def test_a_refused_leaflet_is_named_even_when_quiet(project: Path) -> None:
    put(project, "a", starter.with_lines("problems: [gloom]\n"))
    put(project, "b", starter.without("costs.fee"))
    ran = consentgen_command("build", ".", "--quiet", "--format", "txt", cwd=project)
    assert (1, "") == (ran.returncode, ran.stdout)
    assert "Not made: services/a.yaml" in ran.stderr
    assert "DI019" not in ran.stderr


def test_a_build_can_go_elsewhere(project: Path, tmp_path: Path) -> None:
    ran = consentgen_command("build", project, "--out", "out", "--format", "txt", cwd=tmp_path)
    assert 0 == ran.returncode
    assert 5 == len(list((tmp_path / "out").iterdir()))
    assert not (project / "leaflets").exists()


def test_the_version_is_told(tmp_path: Path) -> None:
    assert f"consentgen, version {__version__}\n" == consentgen_command("--version", cwd=tmp_path).stdout


def test_a_reader_who_has_seen_enough_gets_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "consentgen", "evidence", "--all"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert b"" == process.stderr.read()
