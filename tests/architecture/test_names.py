"""Names are nouns of the field; nothing is put off, nothing is skipped without a word."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.places import SOURCES, TESTS, functions, label

DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared", "base", "core"}
PUT_OFF = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")


@pytest.mark.parametrize("file", [*SOURCES, *TESTS], ids=label)
def test_no_module_is_a_drawer(file: Path) -> None:
    assert {*file.parts, file.stem}.isdisjoint(DRAWERS)


def test_nothing_is_put_off() -> None:
    files = [*SOURCES, *TESTS]
    assert [] == [label(f) for f in files if PUT_OFF.search(f.read_text("utf-8"))]


def test_a_check_that_is_silenced_says_why() -> None:
    silenced = re.compile(r"# (?:noqa|type: ignore)(?!: [A-Z0-9, ]+ - \w|\[[a-z-]+\] # \w)")
    found = [
        label(file, number)
        for file in SOURCES
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if silenced.search(line)
    ]
    assert [] == found


def test_a_test_that_is_skipped_says_why() -> None:
    skips = [
        (label(file, node.lineno), node)
        for file in TESTS
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("pytest.skip", "pytest.mark.skip")
    ]
    assert [] == [place for place, call in skips if not (call.args or call.keywords)]


def test_the_names_of_tests_read_as_sentences() -> None:
    names = [(label(f, t.lineno), t.name) for f in TESTS for t in functions(f) if t.name.startswith("test_")]
    assert len(names) > 300
    assert [] == [place for place, name in names if name.count("_") < 2]
