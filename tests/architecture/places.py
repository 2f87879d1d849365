"""Where the checkout is, and the modules in it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import consentgen

PACKAGE = Path(consentgen.__file__).parent
ROOT = PACKAGE.parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(file: Path) -> list[Function]:
    """Every function and method of a module, inner ones too."""
    return [node for node in ast.walk(tree(file)) if isinstance(node, Function)]


def label(file: Path, line: int = 1) -> str:
    """A place in the checkout, as an editor opens it."""
    return f"{file.relative_to(ROOT).as_posix()}:{line}"
