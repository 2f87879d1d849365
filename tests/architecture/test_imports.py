"""Imports point one way, and only the command line knows click."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

from tests.architecture.places import PACKAGE, ROOT, SOURCES

LINT = (
    "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True, no_logo=True))"
)
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]


def test_the_contracts_are_kept() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert 0 == ran.returncode, ran.stdout + ran.stderr
    assert f"{len(CONTRACTS)} kept, 0 broken" in ran.stdout


def test_every_package_has_its_layer() -> None:
    [layers] = [contract["layers"] for contract in CONTRACTS if contract["type"] == "layers"]
    placed = {name.strip().removeprefix("consentgen.") for layer in layers for name in layer.split("|")}
    there = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in SOURCES}
    assert placed == there - {"__init__", "__main__"}


def test_only_the_command_line_reads_the_clock_or_the_environment() -> None:
    asks = re.compile(r"\.now\(|\.today\(|time\.time|os\.environ|getenv")
    found = {path.parent.name for path in SOURCES if asks.search(path.read_text("utf-8"))}
    assert {"cli"} == found


def test_only_the_build_writes() -> None:
    writes = re.compile(
        r"(?<!def )(?<!super\(\)\.)write_(?:text|bytes|whole)|open\([^)]*[\"'][wax]|\.mkdir\(|\.unlink\(|\.replace\(folder"
    )
    found = {path.parent.name for path in SOURCES if writes.search(path.read_text("utf-8"))}
    assert {"build"} == found
