"""The same input gives the same bytes: on another day, in another place, in another process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import starter
from tests.command import consentgen_command


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The same project in another folder."""
    return starter.project(tmp_path / "another place", *starter.NAMES)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (folder / "leaflets").iterdir()}


def test_two_processes_give_the_same_bytes(project: Path, other: Path, tmp_path: Path) -> None:
    first = consentgen_command(
        "build",
        ".",
        "--date",
        "2026-11-23",
        cwd=project,
        PYTHONHASHSEED="1",
        TZ="Pacific/Kiritimati",
        LANG="C",
    )
    second = consentgen_command(
        "build", other, "--date", "2026-11-23", cwd=tmp_path, PYTHONHASHSEED="2", TZ="America/Adak",
        LC_ALL="de_DE.UTF-8", SOURCE_DATE_EPOCH="0",
    )  # fmt: skip
    assert (0, 0) == (first.returncode, second.returncode)
    assert 17 == len(bytes_of(project))
    assert bytes_of(project) == bytes_of(other)


def test_the_day_comes_from_the_environment_where_none_is_given(project: Path, tmp_path: Path) -> None:
    consentgen_command("build", project, "--format", "txt", cwd=tmp_path, SOURCE_DATE_EPOCH="1764547200")
    assert b'"date": "2025-12-01"' in bytes_of(project)["manifest.json"]
