"""No sentence the tool says to its user stands in the code without being marked for translators."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from consentgen.tongue import ENGLISH, placeholders, said, speak
from tests.architecture.places import PACKAGE, SOURCES, label, tree

FOR_FILES = {
    "catalogue/load.py": "faults of our own data files: a bug, never shown",
    "compose/messages.py": "notes for the translators of leaflets, who read English",
    "build/settings.py": "examples of settings",
    "cli/approve.py": "answers by name",
    "cli/steps.py": "answers by name",
    "descriptor/reference.py": "a page of the documentation",
    "descriptor/schema.py": "the JSON Schema",
    "localise/checks/numbers.py": "English number words and months, looked for in leaflets",
    "localise/exchange/row.py": "notes for the translators of leaflets",
    "localise/exchange/table.py": "cells of a translator's table, the same in every language",
    "localise/exchange/xliff12.py": "XML",
    "localise/exchange/xliff20.py": "XML",
    "localise/exchange/xlsx_file.py": "the sheet that explains a translator's workbook",
    "localise/facts.py": "a comment in locale.toml",
    "localise/glossary.py": "the English term that every translation has to name",
    "localise/plurals.py": "names of plural forms",
    "localise/pseudo.py": "the files of a language nobody reads",
    "localise/template.py": "notes for the translators of leaflets, and values in their examples",
    "render/html.py": "HTML",
    "render/icons.py": "SVG",
    "review/change.py": "names of what happened to a passage, as data",
    "review/foreign/html_parts.py": "XPath",
    "review/foreign/word_body.py": "the name of a style in Word",
    "review/meaning/classes.py": "names of weights, as data",
    "review/number.py": "a fault that is said where it is caught",
    "render/redline/markdown.py": "Markdown and HTML",
    "render/redline/page.py": "HTML",
    "render/redline/terminal.py": "colours",
    "render/side_by_side.py": "an English page that shows a leaflet beside its translation",
}
"""Modules whose words no reader of the tool sees as its own, and why: those are the same whatever language the tool speaks."""
SENTENCE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}")
COMMAND = re.compile(r"(?:consentgen|git) ")
SAYING = {"said", "later", "counted"}
NOT_SAID = {"compile", "partition", "ValueError", "Source", "_entry", "_counted"}
"""Patterns and what texts are cut at, faults of our own data, names of publications, entries of a PO file."""
OF_CLICK = {"help", "short_help", "description", "examples", "metavar"}
"""Arguments the extractor reads by name; examples are commands or values, the same in every language."""
OF_EXAMPLES = {"bad", "good"}
MAKERS = {
    "BadAnswer", "BadWording", "CannotRender", "CannotWrite", "Fault", "Finding", "NoUnit", "NotAQuantity", "Refused",
    "Unfit", "_Bad", "_Refused", "fault", "finding", "hidden", "refused", "report", "too_large",
}  # fmt: skip
"""What makes a finding or an error."""
TOLD = {"what", "expected", "help", "help_text", "way_out"}


def test_every_sentence_in_the_code_is_marked_for_translators() -> None:
    found = [
        f"{label(file, node.lineno)} {node.value!r}"
        for file in SOURCES
        if name_of(file) not in FOR_FILES
        for node in unsaid(tree(file))
    ]
    assert [] == found


@pytest.mark.parametrize("name", FOR_FILES)
def test_a_module_is_left_out_only_while_it_holds_such_words(name: str) -> None:
    assert [*unsaid(tree(PACKAGE / name))]


def test_what_a_finding_or_an_error_is_made_of_is_said_or_a_value() -> None:
    assert [] == [p for file in SOURCES if name_of(file) not in FOR_FILES for p in english_told(file)]


def test_what_is_said_is_one_whole_text() -> None:
    """A sentence that is put together, or has an f-string's values, would be in no template."""
    assert [] == [
        label(file, call.lineno)
        for file in SOURCES
        for call in calls(tree(file), SAYING)
        if any(isinstance(arg, ast.JoinedStr | ast.BinOp) for arg in call.args)
    ]


@pytest.mark.parametrize(
    "code",
    [
        'Finding("A", what="the file is empty")',
        'raise CannotWrite(path, f"{name} is not here")',
        'what = "this is wrong"',
        'words = {"a": "there is nothing"}',
        'yield x, f"{len(x)} of them are missing"',
    ],
)
def test_a_sentence_that_is_not_marked_is_found(code: str) -> None:
    assert [*unsaid(ast.parse(f"def function():\n    {code}"))]


@pytest.mark.parametrize(
    "value", ["{", "}", "{value}", "{{value}}", "{other}", "a {b} c", "%s", "\\g<0>", "\\1"]
)
def test_a_value_is_put_in_whatever_it_holds(value: str) -> None:
    speak(ENGLISH)
    assert f"{value} and {value}" == said("{value} and {other}", value=value, other=value)


def test_no_sentence_has_an_empty_placeholder() -> None:
    sentences = [
        arg.value
        for file in SOURCES
        for call in calls(tree(file), SAYING)
        for arg in call.args
        if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
    ]
    assert [] == [sentence for sentence in sentences if "{}" in placeholders(sentence)]


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def unsaid(module: ast.AST) -> Iterator[ast.Constant]:
    """Texts of a module that read as a sentence and are neither marked nor a docstring."""
    return _unsaid(module, {id(node) for node in docstrings(module)})


def _unsaid(node: ast.AST, known: set[int]) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Call) and called(node) in SAYING | NOT_SAID:
        return
    if isinstance(node, ast.keyword) and node.arg in OF_CLICK | OF_EXAMPLES:
        return
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "VERBS":
        return
    if isinstance(node, ast.Constant) and id(node) not in known and reads_as_one(node.value):
        yield node
    examples = node.args[3:5] if isinstance(node, ast.Call) and called(node) == "_fault" else ()
    for child in (child for child in ast.iter_child_nodes(node) if child not in examples):
        yield from _unsaid(child, known)


def reads_as_one(value: object) -> bool:
    return isinstance(value, str) and bool(SENTENCE.search(value)) and not COMMAND.match(value)


def english_told(file: Path) -> Iterator[str]:
    for call in calls(tree(file), MAKERS):
        given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg in TOLD)]
        for value in given:
            if isinstance(value, ast.JoinedStr) and any(SENTENCE.search(text) for text in parts(value)):
                yield label(file, value.lineno)
            if (
                isinstance(value, ast.Constant)
                and isinstance(value.value, str)
                and SENTENCE.search(value.value)
            ):
                yield label(file, value.lineno)


def parts(joined: ast.JoinedStr) -> list[str]:
    return [str(part.value) for part in joined.values if isinstance(part, ast.Constant)]


def calls(module: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    return (node for node in ast.walk(module) if isinstance(node, ast.Call) and called(node) in names)


def called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def docstrings(module: ast.AST) -> Iterator[ast.expr]:
    """Docstrings, those of fields and constants too: texts that stand alone."""
    return (node.value for node in ast.walk(module) if isinstance(node, ast.Expr))
