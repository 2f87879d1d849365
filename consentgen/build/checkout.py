"""A project as a revision of its repository holds it, in a folder that is gone afterwards."""

from __future__ import annotations

import posixpath
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from consentgen.build.repository import Blob, Repository
from consentgen.build.settings import SETTINGS
from consentgen.errors import CannotRead, NotAProject
from consentgen.tongue import later

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
    if not any(_is_descriptor(path) for path in kept):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="consentgen-") as made:
        root = Path(made) / "project"
        root.mkdir()
        links: dict[PurePosixPath, str] = {}
        there: dict[PurePosixPath, bytes] = {}
        paths = {blob.path.relative_to(folder): blob for blob in kept.values()}
        for blob, data in repository.contents([*paths.values()]):
            path = blob.path.relative_to(folder)
            if blob.link:
                links[path] = data.decode("utf-8", "surrogateescape")
            else:
                there[path] = data
        for path, data in (*there.items(), *_followed(links, there)):
            _put(root, path, data)
        yield root


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
        raise CannotRead(
            wanted,
            later("this folder is not in the repository"),
            later("Give the folder of the project with --project."),
        ) from None
    if named or (wanted / "services").is_dir():
        return folder
    for commit in commits:
        found = _projects(repository.blobs(commit, folder))
        if folder in found or len(found) == 1:
            return folder if folder in found else found[0]
        if found:
            raise CannotRead(
                wanted,
                later("there are several projects here: {found}"),
                later("Say which with --project."),
                found=", ".join(map(str, found[:8])),
            )
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


def _followed(
    links: Mapping[PurePosixPath, str], there: Mapping[PurePosixPath, bytes]
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Links to a file of the project, as that file; no other link is followed."""
    for path, target in links.items():
        led = PurePosixPath(posixpath.normpath(str(path.parent / target)))
        if led in there:
            yield path, there[led]


def _put(root: Path, path: PurePosixPath, data: bytes) -> None:
    file = root.joinpath(*path.parts)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    except OSError as error:
        raise CannotRead(
            path,
            later("this file of the revision could not be put down: {why}"),
            later("Check that there is room in the folder for temporary files."),
            why=error.strerror or str(error),
        ) from None
