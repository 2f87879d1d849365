"""The linter, the formatter and the type checker find nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.places import ROOT

TOOLS = {
    "ruff": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy", "--strict", "--cache-dir", ".mypy_cache"],
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_a_tool_finds_nothing(command: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert 0 == ran.returncode, ran.stdout + ran.stderr
