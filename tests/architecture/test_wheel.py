"""The wheel holds what it needs, and works where there is no checkout."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.places import ROOT
from tests.command import environment


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert 0 == ran.returncode, ran.stdout + ran.stderr
    [made] = folder.glob("*.whl")
    return made


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def test_everything_in_the_package_is_in_the_wheel(wheel: Path) -> None:
    kinds = (".py", ".yaml", ".csv", ".ttf", ".txt", ".typed")
    package = [f.relative_to(ROOT).as_posix() for f in (ROOT / "consentgen").rglob("*") if f.suffix in kinds]
    assert {"consentgen/py.typed", "consentgen/evidence/data/records.yaml"} < set(package)
    assert [] == [name for name in package if name not in names(wheel)]


@pytest.mark.parametrize("folder", ["templates", "locales"])
def test_templates_and_locales_are_in_the_wheel(wheel: Path, folder: str) -> None:
    files = [f.relative_to(ROOT).as_posix() for f in (ROOT / folder).rglob("*") if f.is_file()]
    assert [] == [
        f for f in files if f"consentgen/{f}" not in names(wheel) and not Path(f).name.startswith(".")
    ]
    assert "consentgen/templates/leaflet/base.md.j2" in names(wheel)


def test_no_test_is_in_the_wheel(wheel: Path) -> None:
    assert [] == [name for name in names(wheel) if "test" in name.lower()]


@pytest.fixture
def alone(wheel: Path, tmp_path: Path) -> Path:
    """A folder that holds what the wheel does, and nothing else."""
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "alone")
    return tmp_path / "alone"


def python(alone: Path, *arguments: str) -> str:
    """What Python says when it knows only what was in the wheel."""
    ran = subprocess.run(
        [sys.executable, *arguments], cwd=alone.parent, env=environment(PYTHONPATH=str(alone)),
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert 0 == ran.returncode, ran.stderr
    return ran.stdout


def test_it_works_where_there_is_no_checkout(alone: Path) -> None:
    place = python(alone, "-c", "import consentgen; print(consentgen.__file__)")
    assert alone in Path(place.strip()).parents
    for arguments in (["new", "p"], ["check", "p"], ["build", "p"]):
        python(alone, "-m", "consentgen", *arguments)
    assert 17 == len(list((alone.parent / "p" / "leaflets").iterdir()))


def test_the_wheel_says_what_it_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        [metadata] = [name for name in opened.namelist() if name.endswith("METADATA")]
        [entry] = [name for name in opened.namelist() if name.endswith("entry_points.txt")]
        about, entries = opened.read(metadata).decode(), opened.read(entry).decode()
    assert "consentgen = consentgen.cli.main:main" in entries
    needs = set(re.findall(r"^Requires-Dist: ([\w.-]+)", about, re.MULTILINE))
    assert {"babel", "click", "jinja2", "markdown", "pydantic", "typst"} < {name.lower() for name in needs}
