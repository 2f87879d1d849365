"""Modules, functions and parameters stay small enough to read."""

from __future__ import annotations

import ast
from statistics import median, quantiles

from tests.architecture.places import SOURCES, TESTS, Function, functions, label, tree

LINES = {label(file): len(file.read_text("utf-8").splitlines()) for file in SOURCES}
FUNCTIONS = {label(file, f.lineno): f for file in SOURCES for f in functions(file)}
LENGTHS = {place: (f.end_lineno or f.lineno) - f.lineno + 1 for place, f in FUNCTIONS.items()}


def ninth_tenth(numbers: list[int]) -> float:
    return quantiles(numbers, n=10)[-1]


def is_command(function: Function) -> bool:
    """Whether click hands the function its parameters."""
    return any("click.command" in ast.unparse(decorator) for decorator in function.decorator_list)


def parameters(function: Function) -> int:
    given = function.args
    names = [a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def test_modules_are_short() -> None:
    lines = list(LINES.values())
    assert len(lines) > 60
    assert median(lines) <= 120
    assert ninth_tenth(lines) <= 300
    assert [] == [place for place, count in LINES.items() if count > 400]


def test_functions_are_short() -> None:
    assert len(LENGTHS) > 300
    assert median(LENGTHS.values()) <= 6
    assert ninth_tenth(list(LENGTHS.values())) <= 20
    assert [] == [place for place, length in LENGTHS.items() if length > 60]


def test_functions_take_few_parameters() -> None:
    counts = {place: parameters(f) for place, f in FUNCTIONS.items() if not is_command(f)}
    assert ninth_tenth(list(counts.values())) <= 3
    assert [] == [place for place, count in counts.items() if count > 5]


def test_tests_are_short_too() -> None:
    long = [label(file) for file in TESTS if len(file.read_text("utf-8").splitlines()) > 400]
    assert [] == long
    assert [] == [
        label(file, f.lineno)
        for file in TESTS
        for f in functions(file)
        if (f.end_lineno or 0) - f.lineno >= 60
    ]


def test_every_function_says_what_it_takes_and_gives() -> None:
    bare = []
    for place, function in FUNCTIONS.items():
        given = function.args
        every = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
        untyped = [a for a in every if a and not a.annotation and a.arg not in ("self", "cls")]
        if untyped or function.returns is None:
            bare.append(place)
    assert [] == bare


def _undocumented(node: ast.AST, inside: str) -> list[str]:
    """Public classes and functions of a module or class that have no docstring."""
    missing = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_"):
            name = f"{inside}:{child.name}"
            missing += [] if ast.get_docstring(child) else [name]
            missing += _undocumented(child, name) if isinstance(child, ast.ClassDef) else []
    return missing


def test_every_public_name_says_what_comes_out() -> None:
    assert [] == [label(file) for file in SOURCES if not ast.get_docstring(tree(file))]
    assert [] == [name for file in SOURCES for name in _undocumented(tree(file), label(file))]
