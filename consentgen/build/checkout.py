"""A project as a revision of its repository holds it, in a folder that is gone afterwards."""

from __future__ import annotations

import posixpath
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from consentgen.build.refusals import NOT_IN_REPOSITORY, SEVERAL_PROJECTS
from consentgen.build.repository import Blob, Repository
from consentgen.build.settings import SETTINGS
from consentgen.build.write import write_whole
from consentgen.errors import CannotRead, NotAProject

_KEPT = ("services", "evidence", "templates", "locales")
"""Folders of a project that its leaflets are made from."""
_DESCRIPTORS = (".yaml", ".yml")


@contextmanager
def checkout(repository: Repository, commit: str, folder: PurePosixPath) -> Iterator[Path | None]:
    """A folder with the project at a commit; None where it was not there.

    Args:
        repository: where it lies.
        commit: the commit's full name.
        folder: the project's folder, from the top of the repository.
    """
    blobs = {blob.path.relative_to(folder): blob for blob in repository.blobs(commit, folder)}
    kept = {path: blob for path, blob in blobs.items() if _is_kept(path)}
    if not any(map(_is_descriptor, kept)):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="consentgen-") as made:
        root = Path(made) / "project"
        for path, data in _files(repository, kept):
            write_whole(root.joinpath(*path.parts), data)
        yield root


def _files(
    repository: Repository, kept: Mapping[PurePosixPath, Blob]
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """What is put down; a link to a file of the project as that file, and no other link."""
    there: dict[PurePosixPath, bytes] = {}
    for path, (blob, data) in zip(kept, repository.contents([*kept.values()]), strict=True):
        there[path] = data
        if not blob.link:
            yield path, data
    for path in (path for path, blob in kept.items() if blob.link):
        target = posixpath.normpath(path.parent / there[path].decode("utf-8", "replace"))
        led = PurePosixPath(target)
        if led in kept and not kept[led].link:
            yield path, there[led]


def project_folder(
    repository: Repository, commits: Sequence[str], wanted: Path, *, named: bool
) -> PurePosixPath:
    """The folder of the project from the top of its repository.

    Args:
        repository: where it lies.
        commits: those that are compared, newest first.
        wanted: the folder that was named, or the current one.
        named: whether it was named; else a project below it will do if there is one alone.

    Raises:
        NotAProject: there is none.
        CannotRead: there are several, or the folder lies elsewhere.
    """
    try:
        folder = PurePosixPath(wanted.resolve().relative_to(repository.top.resolve()).as_posix())
    except ValueError:
        raise CannotRead(wanted, *NOT_IN_REPOSITORY) from None
    if named or (wanted / "services").is_dir():
        return folder
    for commit in commits:
        found = _projects(repository.blobs(commit, folder))
        if folder in found or len(found) == 1:
            return folder if folder in found else found[0]
        if found:
            raise CannotRead(wanted, *SEVERAL_PROJECTS, found=", ".join(map(str, found[:8])))
    raise NotAProject(wanted)


def _projects(blobs: Sequence[Blob]) -> list[PurePosixPath]:
    """Folders that hold descriptors."""
    services = (blob.path.parent for blob in blobs if blob.path.suffix.lower() in _DESCRIPTORS)
    return sorted({folder.parent for folder in services if folder.name == "services"})


def _is_kept(path: PurePosixPath) -> bool:
    strange = any(part in ("..", ".git") or "\\" in part or ":" in part for part in path.parts)
    return not strange and (path.parts[0] in _KEPT or str(path) == SETTINGS)


def _is_descriptor(path: PurePosixPath) -> bool:
    return path.parts[0] == "services" and path.suffix.lower() in _DESCRIPTORS
