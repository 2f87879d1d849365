"""Files appear whole or not at all."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from consentgen.build.write import set_aside, write_whole
from consentgen.errors import CannotWrite


@contextmanager
def full_disk() -> Iterator[None]:
    """A limit of 100 bytes a file, as if the disk were full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "c.txt", b"words")
    assert b"words" == (tmp_path / "a" / "b" / "c.txt").read_bytes()


def test_a_file_can_be_read_by_everybody(tmp_path: Path) -> None:
    write_whole(tmp_path / "c.txt", b"words")
    assert 0o644 == (tmp_path / "c.txt").stat().st_mode & 0o777


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    write_whole(tmp_path / "c.txt", b"old")
    write_whole(tmp_path / "c.txt", b"new")
    assert b"new" == (tmp_path / "c.txt").read_bytes()


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "c.txt", b"old")
    with full_disk(), pytest.raises(CannotWrite, match=r"c\.txt could not be written: "):
        write_whole(tmp_path / "c.txt", b"new" * 1000)
    assert b"old" == (tmp_path / "c.txt").read_bytes()
    assert ["c.txt"] == [file.name for file in tmp_path.iterdir()]


def test_a_folder_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "c.txt" / "inside").mkdir(parents=True)
    with pytest.raises(CannotWrite):
        write_whole(tmp_path / "c.txt", b"new")
    assert ["c.txt"] == [file.name for file in tmp_path.iterdir()]


def test_a_file_where_a_folder_should_be_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "leaflets").write_bytes(b"mine")
    with pytest.raises(CannotWrite):
        write_whole(tmp_path / "leaflets" / "c.txt", b"new")
    assert b"mine" == (tmp_path / "leaflets").read_bytes()


def test_what_is_no_longer_true_is_moved_and_not_lost(tmp_path: Path) -> None:
    write_whole(tmp_path / "c.txt", b"old")
    set_aside(tmp_path / "c.txt", tmp_path / "out-of-date")
    assert b"old" == (tmp_path / "out-of-date" / "c.txt").read_bytes()
    assert not (tmp_path / "c.txt").exists()


def test_what_cannot_be_moved_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        set_aside(tmp_path / "nothing.txt", tmp_path / "out-of-date")
