"""A git repository, looked at and never touched: the program `git` reads, and runs nothing for us.

No shell, no hooks, no settings of the caller's environment, no fetching; a name that could be an option is refused.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from consentgen.build.refusals import (
    NO_ANSWER,
    NO_COMMIT,
    NO_GIT,
    NO_NAME,
    NO_REPOSITORY,
    NO_REVISION,
    NOT_WHOLE,
    SHALLOW,
    SOMEBODY_ELSES,
    TOO_LARGE_PROJECT,
)
from consentgen.errors import CannotRead

_TOP = PurePosixPath()
TIMEOUT_SECONDS = 120
MAX_FILES = 20_000
MAX_BYTES = 200_000_000
"""Of all files of a project at one revision."""
_REVISION = re.compile(r"(?!-)[\w./@{}^~+=#,%-]{1,250}")
_QUIET = ("-c", "protocol.allow=never", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
_PASSED_ON = ("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "XDG_CONFIG_HOME", "TMPDIR", "TEMP")
_SET = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
}


@dataclass(frozen=True, slots=True)
class Blob:
    """A file as a revision holds it."""

    path: PurePosixPath
    """From the top of the repository."""
    name: str
    """Its name in git's store."""
    size: int
    link: bool
    """Whether it is a symbolic link, whose content is its target."""


class Repository:
    """The repository a folder lies in."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        """Find it.

        Args:
            folder: any folder in it.
            environment: the variables git may need; those that would change what it does are left out.

        Raises:
            CannotRead: there is no git, or no repository.
        """
        self.folder = folder
        self._variables = {name: environment[name] for name in _PASSED_ON if name in environment} | _SET
        found = self._run("rev-parse", "--show-toplevel")
        if found.returncode:
            raise self._no_repository(found.stderr)
        self.top = Path(found.stdout.decode("utf-8", "surrogateescape").rstrip("\n"))

    def commit(self, revision: str) -> str:
        """The full name of the commit that a revision stands for.

        Raises:
            CannotRead: there is none, with what may help.
        """
        if not _REVISION.fullmatch(revision):
            raise CannotRead(repr(revision[:80]), *NO_NAME)
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        name = found.stdout.decode("ascii", "replace").strip()
        if found.returncode or not re.fullmatch(r"[0-9a-f]{40,64}", name):
            raise self._no_commit(revision)
        return name

    def fork(self, old: str, new: str) -> str:
        """The last commit that two commits have in common.

        Raises:
            CannotRead: they have none, or it lies outside a shallow clone.
        """
        found = self._run("merge-base", old, new)
        name = found.stdout.decode("ascii", "replace").split("\n")[0]
        if found.returncode or not name:
            raise self._no_commit(f"{old[:10]}...{new[:10]}")
        return name

    def blobs(self, commit: str, folder: PurePosixPath = _TOP) -> list[Blob]:
        """Every file of a commit below a folder, with links and without what belongs to another repository.

        Raises:
            CannotRead: there are too many, or the commit is not whole.
        """
        below = [] if folder == _TOP else ["--", f"{folder}/"]
        found = self._run("--literal-pathspecs", "ls-tree", "-r", "-z", "-l", "--full-tree", commit, *below)
        if found.returncode:
            raise self._not_whole(commit)
        return list(_entries(found.stdout))

    def contents(self, blobs: list[Blob]) -> Iterator[tuple[Blob, bytes]]:
        """What the files hold.

        Raises:
            CannotRead: they are too large, or not all there.
        """
        if len(blobs) > MAX_FILES or sum(blob.size for blob in blobs) > MAX_BYTES:
            raise CannotRead(self.folder, *TOO_LARGE_PROJECT, files=f"{MAX_FILES:,}", most=f"{MAX_BYTES:,}")  # fmt: skip
        if not blobs:
            return
        asked = "".join(f"{blob.name}\n" for blob in blobs).encode()
        found = self._run("cat-file", "--batch", asked=asked)
        at = 0
        for blob in blobs:
            end = found.stdout.find(b"\n", at)
            head = found.stdout[at:end].split()
            if found.returncode or end < 0 or head[1:2] != [b"blob"]:
                raise self._not_whole(str(blob.path))
            size = int(head[2])
            yield blob, found.stdout[end + 1 : end + 1 + size]
            at = end + 2 + size

    def _run(self, *words: str, asked: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603 - a list of words, no shell, and nothing that could be an option
                ["git", "--no-pager", *_QUIET, "-C", str(self.folder), *words],  # noqa: S607 - git from the PATH
                env=self._variables, input=asked, capture_output=True, timeout=TIMEOUT_SECONDS, check=False,
            )  # fmt: skip
        except FileNotFoundError:
            raise CannotRead("git", *NO_GIT) from None
        except (subprocess.TimeoutExpired, OSError, ValueError):
            raise CannotRead(self.folder, *NO_ANSWER) from None

    def _no_repository(self, said: bytes) -> CannotRead:
        if b"dubious ownership" in said:
            return CannotRead(
                self.folder,
                *SOMEBODY_ELSES,
                command=f"git config --global --add safe.directory {self.folder.resolve()}",
            )
        return CannotRead(self.folder, *NO_REPOSITORY)

    def _no_commit(self, revision: str) -> CannotRead:
        shallow = self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        if shallow:
            return CannotRead(revision, *SHALLOW, command="git fetch --unshallow")
        if self._run("rev-parse", "--verify", "--quiet", "HEAD").returncode:
            return CannotRead(revision, *NO_COMMIT)
        return CannotRead(revision, *NO_REVISION, command="git log --oneline --all")

    def _not_whole(self, name: str) -> CannotRead:
        return CannotRead(name, *NOT_WHOLE, command="git fetch")


def _entries(listed: bytes) -> Iterator[Blob]:
    """The files in what `git ls-tree -l -z` lists: mode, type, name, size, a tab, the path."""
    for entry in listed.split(b"\0"):
        about, _, path = entry.partition(b"\t")
        mode, _, rest = about.partition(b" ")
        kind, name, size, *_ = (*rest.split(), b"", b"", b"")
        if kind == b"blob" and size.isdigit():
            where = PurePosixPath(path.decode("utf-8", "surrogateescape"))
            yield Blob(where, name.decode(), int(size), mode == b"120000")
