"""What the documents say is true: commands, examples, links and the refusal that is shown."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from consentgen.catalogue import load_catalogue
from consentgen.cli.main import VERBS, group
from consentgen.compose import Wording
from consentgen.evidence import read_records
from consentgen.localise.glossary import read_glossary
from tests import starter
from tests.architecture.places import ROOT
from tests.unit.build.conftest import put

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
RECIPES = [ROOT / ".pre-commit-hooks.yaml", *sorted((ROOT / "docs" / "workflows").glob("*.yml"))]
IN_A_RECIPE = re.compile(r"^ *(?:run: |entry: )?consentgen (?!-)([^|>\n]+)", re.MULTILINE)
NAMED = re.compile(r"(?:^|&& )consentgen (?!-)([^&>\n]+)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)]+)\)")
each = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)


def blocks(document: Path, kind: str) -> list[str]:
    return [body for name, body in BLOCK.findall(document.read_text("utf-8")) if name == kind]


def named() -> list[tuple[str, list[str]]]:
    """Every command named in a document, in a block or between backticks, with its arguments."""
    found = []
    for file in DOCUMENTS:
        text = file.read_text("utf-8")
        for code in (*blocks(file, "sh"), *SPAN.findall(BLOCK.sub("", text))):
            found += [(file.name, shlex.split(command)) for command in NAMED.findall(code)]
    for file in RECIPES:
        found += [
            (file.name, shlex.split(command)) for command in IN_A_RECIPE.findall(file.read_text("utf-8"))
        ]
    return found


def test_every_verb_is_named_in_the_readme() -> None:
    assert set(VERBS) == {arguments[0] for name, arguments in named() if name == "README.md"}


@pytest.mark.parametrize(("document", "arguments"), named(), ids=lambda value: str(value)[:60])
def test_a_command_that_is_named_is_there_with_its_options(document: str, arguments: list[str]) -> None:
    verb, *rest = arguments
    command = group.get_command(click.Context(group), verb)
    while isinstance(command, click.Group) and rest:
        command = command.get_command(click.Context(command), rest.pop(0))
    assert command, document
    options = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    assert [] == [word for word in rest if word.startswith("-") and word not in options]


@each
def test_a_link_leads_somewhere(document: Path) -> None:
    assert [] == [
        link for link in LINK.findall(document.read_text("utf-8")) if not (document.parent / link).exists()
    ]


@each
def test_commands_stand_in_blocks_marked_as_shell(document: Path) -> None:
    marked = {
        kind
        for kind, body in BLOCK.findall(document.read_text("utf-8"))
        if re.match(r"consentgen |python3? ", body)
    }
    assert marked <= {"sh"}


def test_the_first_command_of_the_readme_makes_the_leaflet_it_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = blocks(ROOT / "README.md", "sh")[0]
    for text in NAMED.findall(first):
        assert 0 == CliRunner().invoke(group, shlex.split(text)).exit_code
    assert (tmp_path / "my-leaflets" / "leaflets" / "workbook-by-phone.DRAFT.pdf").is_file()


def test_the_refusal_the_readme_shows_is_the_one_a_service_gets(project: Path) -> None:
    [shown] = blocks(ROOT / "README.md", "text")
    source = re.sub(r"(?m)^  modality: .*", "  modality: low intensity telephone CBT", starter.text())
    put(
        project,
        starter.WORKBOOK,
        re.sub(r"(?m)^  expected: .*", "  expected: PHQ-9 drop of 6 points", source),
    )
    said = CliRunner().invoke(group, ["check", str(project)]).stdout
    assert shown.strip() == said.strip()


def test_the_record_that_is_shown_can_be_used() -> None:
    [record] = [b for b in blocks(ROOT / "docs" / "evidence.md", "yaml") if b.startswith("consentgen: 1")]
    records, findings = read_records(starter.document(record), catalogue=load_catalogue())
    assert ([], 1) == (findings, len(records))


def test_the_lines_of_a_descriptor_that_are_shown_can_be_used(tmp_path: Path) -> None:
    [lines] = [b for b in blocks(ROOT / "docs" / "evidence.md", "yaml") if b.startswith("outcome:")]
    assert [] == starter.codes(tmp_path, starter.with_lines(lines))


def test_the_template_that_is_shown_can_be_used(tmp_path: Path) -> None:
    [source] = [b for b in blocks(ROOT / "docs" / "wording.md", "jinja") if b.startswith("{% extends")]
    (tmp_path / "guided_self_help.md.j2").write_text(source, encoding="utf-8")
    leaflet = starter.compose(starter.service(), own=Wording(tmp_path))
    assert "northtown.help_to_read" in starter.ids(leaflet)


def test_the_statement_that_is_shown_is_a_shipped_one() -> None:
    [shown] = [b for b in blocks(ROOT / "docs" / "wording.md", "jinja") if b.startswith("{% text")]
    base = (ROOT / "templates" / "leaflet" / "base.md.j2").read_text("utf-8")
    assert shown in base


def test_the_commands_for_translators_run_in_the_order_they_stand_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for block in blocks(ROOT / "docs" / "translating.md", "sh"):
        for text in NAMED.findall(block):
            ran = CliRunner().invoke(group, shlex.split(text), catch_exceptions=False)
            assert (text, 0) == (text, ran.exit_code), ran.output
    assert (tmp_path / "my-leaflets" / "leaflets" / "cs" / "workbook-by-phone.DRAFT.pdf").is_file()
    assert (tmp_path / "my-leaflets" / "locales" / "pl" / "reviews.jsonl").is_file()


def test_the_message_that_is_shown_is_a_shipped_one() -> None:
    [shown] = blocks(ROOT / "docs" / "translating.md", "po")
    template = (ROOT / "locales" / "consentgen.pot").read_text("utf-8")
    assert re.sub(r'msgstr ".*"', 'msgstr ""', shown) in template


def test_the_glossary_that_is_shown_can_be_used(tmp_path: Path) -> None:
    [shown] = blocks(ROOT / "docs" / "translating.md", "toml")
    file = tmp_path / "glossary.toml"
    file.write_text(shown, encoding="utf-8")
    glossary, findings = read_glossary(file, "locales/cs/glossary.toml")
    assert ([], ["guided self-help"]) == (findings, [term.english for term in glossary.terms])
