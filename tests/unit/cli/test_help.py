"""Help texts carry examples, and the examples work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from consentgen.cli.main import VERBS, group
from tests import starter

each_verb = pytest.mark.parametrize("verb", VERBS)
EXAMPLE = re.compile(r"^    (consentgen .+)$", re.MULTILINE)


def help_of(*arguments: str) -> str:
    ran = CliRunner().invoke(group, [*arguments, "--help"], terminal_width=100)
    assert 0 == ran.exit_code
    return ran.output


def examples(verb: str) -> list[str]:
    return EXAMPLE.findall(help_of(verb).partition("Example:")[2])


def commands(example: str) -> list[str]:
    """The arguments of an example, less where its output goes."""
    return shlex.split(example.partition(">")[0])[1:]


@each_verb
def test_every_verb_has_an_example_of_itself(verb: str) -> None:
    assert examples(verb)
    assert {verb} == {commands(example)[0] for example in examples(verb)}


@each_verb
def test_no_mark_of_click_is_left_in_a_help_text(verb: str) -> None:
    assert "\\b" not in help_of(verb)


def test_the_help_lists_every_verb_with_a_line() -> None:
    for verb, line in VERBS.items():
        assert re.search(rf"^  {verb} +{re.escape(line)}$", help_of(), re.MULTILINE)


@each_verb
def test_the_line_of_a_verb_is_not_at_odds_with_its_help(verb: str) -> None:
    command = group.get_command(click.Context(group), verb)
    assert command
    assert verb == command.name
    assert command.help


@each_verb
def test_every_option_says_what_it_does(verb: str) -> None:
    command = group.get_command(click.Context(group), verb)
    assert command
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert [] == [option.name for option in options if not option.help or not option.help.endswith(".")]


def test_h_is_short_for_help() -> None:
    assert help_of() == CliRunner().invoke(group, ["-h"], terminal_width=100).output


@pytest.mark.parametrize("example", [e for verb in VERBS for e in examples(verb)])
def test_the_examples_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str) -> None:
    monkeypatch.chdir(tmp_path)
    if commands(example)[0] != "new":
        starter.project(tmp_path / "my-leaflets", *starter.NAMES)
    ran = CliRunner().invoke(group, commands(example))
    assert (0, None) == (ran.exit_code, ran.exception)
    assert ran.output
