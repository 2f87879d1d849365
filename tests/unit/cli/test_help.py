"""Help texts carry examples, and the examples work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import docx
import pytest
from click.testing import CliRunner

from consentgen.cli.i18n import VERBS as I18N
from consentgen.cli.main import VERBS, group
from tests import approved, catalogues, repository, starter

EVERY = [*VERBS, *(f"i18n {verb}" for verb in I18N)]
"""Verbs, and the verbs of the group `i18n`."""
each_verb = pytest.mark.parametrize("verb", EVERY)
EXAMPLE = re.compile(r"^    (consentgen .+)$", re.MULTILINE)
SIGNED = ("approve", "approvals", "issue", "verify", "history")
"""Verbs that need a project whose leaflets are signed."""
DIFFERS = ("diff", "verify")
"""Verbs that end with 1 where something differs, or is unknown, as was asked."""


def help_of(*arguments: str) -> str:
    ran = CliRunner().invoke(group, [*arguments, "--help"], terminal_width=100)
    assert 0 == ran.exit_code
    return ran.output


def examples(verb: str) -> list[str]:
    told = re.sub(r" \\\n\s+", " ", help_of(*verb.split()).partition("Example:")[2])
    return EXAMPLE.findall(told)


def commands(example: str) -> list[str]:
    """The arguments of an example, less where its output goes."""
    return shlex.split(example.partition(">")[0])[1:]


@each_verb
def test_every_verb_has_an_example_of_itself(verb: str) -> None:
    assert examples(verb)
    words = verb.split()
    assert [] == [example for example in examples(verb) if commands(example)[: len(words)] != words]


@each_verb
def test_no_mark_of_click_is_left_in_a_help_text(verb: str) -> None:
    assert "\\b" not in help_of(*verb.split())


def test_the_help_lists_every_verb_with_a_line() -> None:
    for verb, line in VERBS.items():
        assert re.search(rf"^  {verb} +{re.escape(line)}$", help_of(), re.MULTILINE)


def command_of(verb: str) -> click.Command:
    """The command behind a verb, or behind the verb of a group."""
    command: click.Command | None = group
    for word in verb.split():
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), word)
    assert command
    return command


@each_verb
def test_the_line_of_a_verb_is_not_at_odds_with_its_help(verb: str) -> None:
    command = command_of(verb)
    assert verb.split()[-1] == command.name
    assert command.help


@each_verb
def test_every_option_says_what_it_does(verb: str) -> None:
    options = [p for p in command_of(verb).params if isinstance(p, click.Option)]
    assert [] == [option.name for option in options if not option.help or not option.help.endswith(".")]


def test_h_is_short_for_help() -> None:
    assert help_of() == CliRunner().invoke(group, ["-h"], terminal_width=100).output


def languages(root: Path) -> None:
    """Polish with a draft and a translation whose English was edited, Ukrainian, and a fresh template."""
    words = {"opening.purpose": "Ta ulotka pomaga zdecydować.", "contact.heading": "Kontakt"}
    catalogues.put(root, "pl", words, was={"contact.heading": "Contact"})
    catalogues.put(root, "uk", {})
    catalogues.put_template(root)
    exported = ["i18n", "export", "pl", "--locales", str(root), "--format", "xlsx"]
    assert 0 == CliRunner().invoke(group, exported).exit_code


def versions(root: Path) -> None:
    """A project in a repository, and a letter that says other words."""
    starter.project(root / "my-leaflets", *starter.NAMES)
    repository.git(root, "init", "-q", "-b", "main")
    repository.commit(root)
    word = docx.Document()
    word.add_paragraph("You will have 12 sessions.")
    word.save(str(root / "letter.docx"))


def signed(root: Path, verb: str) -> None:
    """A project in which everybody has signed one leaflet; it is issued where the verb asks for that."""
    folder = approved.project(root / "my-leaflets")
    approved.approve(folder)
    if verb in ("verify", "history"):
        given = approved.give(folder)
        (root / "leaflet.pdf").write_bytes(given.data("pdf"))


# The id of a change comes out of a review, so an example that names one works in no other project.
@pytest.mark.parametrize("example", [e for v in EVERY for e in examples(v) if "--change" not in e])
def test_the_examples_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str) -> None:
    monkeypatch.chdir(tmp_path)
    verb = commands(example)[0]
    if verb == "i18n":
        languages(tmp_path / "locales")
    elif verb == "diff":
        versions(tmp_path)
    elif verb in SIGNED or "--require-approved" in example:
        signed(tmp_path, verb)
    elif verb != "new":
        starter.project(tmp_path / "my-leaflets", *starter.NAMES)
    ran = CliRunner().invoke(group, commands(example))
    assert ran.exit_code in ((0, 1) if verb in DIFFERS else (0,))
    assert ran.exception is None or isinstance(ran.exception, SystemExit)
    assert ran.output
