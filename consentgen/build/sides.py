"""What is compared: two names a person types -> pairs of readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from consentgen.build.checkout import checkout, project_folder
from consentgen.build.furniture import furniture_and_marks
from consentgen.build.refusals import (
    ALONE,
    NO_FILE,
    NO_FILE_THERE,
    NOT_OPENED,
    TEMPLATE_ENCODING,
    WHICH_LEAFLET,
)
from consentgen.build.repository import Repository
from consentgen.build.side import Asked, Maker, Refused, Side, file_side, template_side
from consentgen.errors import CannotRead, NotAProject, UnknownName
from consentgen.model.finding import Finding
from consentgen.model.reading import Reading
from consentgen.review.foreign.level import levelled, without_furniture
from consentgen.review.foreign.read import MAX_BYTES, too_large
from consentgen.tongue import said

_DESCRIPTORS = (".yaml", ".yml")
Pair = tuple[Reading, Reading]


@dataclass(frozen=True, slots=True)
class Sides:
    """Everything that is compared, and what cannot be."""

    old: str
    """What the old side is called."""
    new: str
    pairs: tuple[Pair, ...] = ()
    added: tuple[Reading, ...] = ()
    """Leaflets that are only on the new side."""
    removed: tuple[Reading, ...] = ()
    refused: tuple[Refused, ...] = ()
    """Leaflets that the new side does not give."""
    before: tuple[Refused, ...] = ()
    """Leaflets that the old side did not give."""
    faults: tuple[Finding, ...] = ()
    """Errors of the new side's project."""
    languages: bool = False
    """Whether the sides are two languages of the same leaflets."""

    @property
    def whole(self) -> bool:
        """Whether all of the new side could be read."""
        return not (self.refused or self.faults)


def sides(first: str, second: str | None, asked: Asked) -> Sides:
    """The two sides of a comparison, leaflet by leaflet.

    Args:
        first: a file, a folder, a revision, `OLD..NEW`, `OLD...NEW` (since they parted) or `REVISION:FILE`.
        second: the same; None for the project as it lies in its folder.
        asked: what is compared of them.

    Raises:
        CannotRead: one of them cannot be read at all.
        NotAProject: a folder holds no project.
        UnknownName: neither side has a leaflet that is asked for.
    """
    old, new = _Resolver(asked).both(first, second)
    if old.project and new.project:
        return _projects(old, new, asked)
    if old.project or new.project:
        old, new = _chosen(old, new, asked), _chosen(new, old, asked)
    return _pair(old, new, asked)


def project_side(name: str | None, asked: Asked) -> Side:
    """All leaflets of one project: of a folder, of a revision, or of the folder as it is for None."""
    resolver = _Resolver(asked)
    if name is None:
        return resolver.maker.project(asked.folder, said("the files as they are now"))
    return resolver.project(name)


class _Resolver:
    """Finds out what a name stands for."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.maker = Maker(asked)
        self._repository: Repository | None = None
        self._folder: PurePosixPath | None = None

    def both(self, first: str, second: str | None) -> tuple[Side, Side]:
        """The old and the new side."""
        if second is None and not _lies_there(first) and ".." in first:
            return self._range(first)
        if second is None:
            if _lies_there(first):
                raise CannotRead(first, *ALONE)
            commit = self._commit(first)
            folder = self._place((commit,))
            return self._revision(first, commit), self._working(folder)
        # What stands alone first: its language may decide in which a project is read.
        alone = {name: self._alone(name) for name in (first, second)}
        self._speak(side for side in alone.values() if side)
        commits = tuple(
            self._commit(name) for name in (second, first) if not alone[name] and not _lies_there(name)
        )
        if commits:
            self._place(commits)
        old, new = (alone[name] or self.project(name) for name in (first, second))
        return old, new

    def _range(self, name: str) -> tuple[Side, Side]:
        dots = "..." if "..." in name else ".."
        was, _, now = name.partition(dots)
        was, now = was or "HEAD", now or "HEAD"
        old, new = self._commit(was), self._commit(now)
        if dots == "...":
            old = self.repository.fork(old, new)
        self._place((new, old))
        return self._revision(was, old), self._revision(now, new)

    @property
    def repository(self) -> Repository:
        """The repository around the project."""
        if self._repository is None:
            folder = self.asked.folder
            there = next((f for f in (folder, *folder.resolve().parents) if f.is_dir()), Path())
            self._repository = Repository(there, self.asked.environment)
        return self._repository

    def _commit(self, name: str) -> str:
        return self.repository.commit(name.partition(":")[0])

    def _place(self, commits: Sequence[str]) -> PurePosixPath:
        """The project's folder from the top of the repository."""
        if self._folder is None:
            named = self.asked.project is not None
            self._folder = project_folder(self.repository, commits, self.asked.folder, named=named)
        return self._folder

    def _alone(self, name: str) -> Side | None:
        """A single text; None where the name stands for a project."""
        path = Path(name)
        if _lies_there(name):
            if path.is_dir():
                return None
            if path.suffix.lower() in _DESCRIPTORS:
                return self.maker.descriptor(path, name)
            return _of_bytes(read_bytes(path), name)
        if ":" in name and not name.startswith(":"):
            return self._file_of(name)
        return None

    def _file_of(self, name: str) -> Side:
        """`REVISION:FILE`, the file named from the top of the repository or from the current folder."""
        revision, _, file = name.partition(":")
        commit = self.repository.commit(revision)
        blobs = {blob.path: blob for blob in self.repository.blobs(commit)}
        here = Path().resolve()
        top = self.repository.top.resolve()
        inner = (
            PurePosixPath((here / file).relative_to(top).as_posix())
            if here.is_relative_to(top) and ".." not in file
            else None
        )
        path = next((p for p in (PurePosixPath(file), inner) if p in blobs and not blobs[p].link), None)
        if path is None:
            raise CannotRead(name, *NO_FILE_THERE)
        if path.suffix.lower() in _DESCRIPTORS and path.parent.name == "services":
            with checkout(self.repository, commit, path.parent.parent) as folder:
                if folder:
                    return self.maker.descriptor(folder / "services" / path.name, name)
        [(_, data)] = self.repository.contents([blobs[path]])
        return _of_bytes(data, name)

    def project(self, name: str) -> Side:
        """The project in a folder or at a revision."""
        if _lies_there(name):
            return self.maker.project(Path(name), name)
        return self._revision(name, self._commit(name))

    def _revision(self, name: str, commit: str) -> Side:
        """The project at a commit; empty where it was not there yet."""
        label = name if commit.startswith(name) else f"{name} ({commit[:10]})"
        with checkout(self.repository, commit, self._place((commit,))) as folder:
            return self.maker.project(folder, label) if folder else Side(label, project=True)

    def _working(self, folder: PurePosixPath) -> Side:
        """The project as it lies in its folder, committed or not."""
        there = self.repository.top / folder
        name = said("the files as they are now")
        return self.maker.project(there, name) if (there / "services").is_dir() else Side(name, project=True)

    def _speak(self, alone: Iterable[Side]) -> None:
        """Read a project in the language of the text it is compared with, where nothing else is asked for."""
        tags = {r.language for side in alone for r in side.readings} - {"und"}
        if not self.asked.locales and len(tags) == 1:
            locales = tuple(name for tag in tags for name in (tag.replace("-", "_"), tag.partition("-")[0]))
            self.asked = self.maker.asked = replace(self.asked, locales=locales)


def _lies_there(name: str) -> bool:
    """Whether there is a file or folder of this name; what cannot be a name is none."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """What a file holds.

    Raises:
        CannotRead: it is no file, too large, or may not be opened.
    """
    try:
        if not path.is_file():
            raise CannotRead(path, *NO_FILE)
        if path.stat().st_size > most:
            raise too_large(str(path), most)
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(path, *NOT_OPENED, why=error.strerror or str(error)) from None


def _of_bytes(data: bytes, name: str) -> Side:
    if name.lower().endswith(".j2"):
        try:
            return template_side(data.decode("utf-8-sig"), name)
        except UnicodeDecodeError:
            raise CannotRead(name, *TEMPLATE_ENCODING) from None
    return file_side(data, name)


def _projects(old: Side, new: Side, asked: Asked) -> Sides:
    """All leaflets of two projects by their ids and languages."""
    was, now = _by_key(old), _by_key(new)
    gone = {(r.leaflet, r.language) for r in new.refused}
    known = {key[0] for key in (*was, *now, *gone)} | {r.leaflet for r in old.refused}
    for name in asked.leaflets:
        if name not in known:
            raise UnknownName("leaflet", name, sorted(known))
    if not known and not (old.faults or new.faults):
        raise NotAProject(asked.folder)
    return Sides(
        old.name,
        new.name,
        tuple((was[key], now[key]) for key in now if key in was),
        tuple(now[key] for key in now if key not in was),
        tuple(was[key] for key in was if key not in now and key not in gone),
        new.refused,
        old.refused,
        new.faults,
    )


def _by_key(side: Side) -> dict[tuple[str, str], Reading]:
    return {(r.leaflet, r.language): r for r in side.readings}


def _chosen(side: Side, other: Side, asked: Asked) -> Side:
    """Of a project, the leaflet that the other side is to be compared with."""
    if not side.project:
        return side
    [told] = [r.leaflet or _stem(r.label) for r in other.readings[:1]] or [""]
    ids = sorted({r.leaflet for r in side.readings} | {r.leaflet for r in side.refused})
    wanted = next((name for name in (*asked.leaflets, told) if name in ids), ids[0] if len(ids) == 1 else "")
    if not wanted:
        if asked.leaflets:
            raise UnknownName("leaflet", asked.leaflets[0], ids)
        raise CannotRead(side.name, *WHICH_LEAFLET, known=", ".join(ids[:20]))
    readings = [r for r in side.readings if r.leaflet == wanted]
    return replace(
        side,
        readings=tuple(_in_language(readings, other)),
        refused=tuple(r for r in side.refused if r.leaflet == wanted),
    )


def _in_language(readings: Sequence[Reading], other: Side) -> Iterator[Reading]:
    """The reading in the language of the other side; else in the last that was asked for."""
    tags = {r.language.partition("-")[0] for r in other.readings}
    alike = [r for r in readings if r.language.partition("-")[0] in tags]
    yield from (alike or readings)[-1:]


def _stem(label: str) -> str:
    return label.replace("\\", "/").rpartition("/")[2].partition(".")[0]


def _pair(old: Side, new: Side, asked: Asked) -> Sides:
    """Two texts, brought to what both can tell."""
    if not (old.readings and new.readings):
        return Sides(
            old.name, new.name, refused=(*old.refused, *new.refused), faults=(*old.faults, *new.faults)
        )
    was, now = old.readings[0], new.readings[0]
    plain = [r for r in (was, now) if not r.identified]
    if plain or not (was.passages[0].facts or now.passages[0].facts):
        furniture, marks = furniture_and_marks(asked.folder)
        was, now = (r if r.identified else without_furniture(r, furniture) for r in (was, now))
        was, now = levelled(was, now, marks)
    return Sides(old.name, new.name, ((was, now),), refused=new.refused, faults=new.faults)
