"""The register of issued leaflets: one folder for each number, written once and never again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from consentgen.build.together import locked
from consentgen.errors import CannotRead, CannotWrite
from consentgen.model.artifact import Artifact
from consentgen.model.reading import Reading
from consentgen.review.edition import BadRecord, Edition, edition_of, record, statements_of
from consentgen.review.foreign.data import read_data
from consentgen.review.hashes import words_hash
from consentgen.review.number import BadNumber, typed
from consentgen.tongue import said

FOLDER = "issued"
RECORD = "issue.json"
"""The record of an edition."""
MOST_BYTES = 50_000_000
"""Of a kept file; a leaflet's PDF has about 60,000."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the register under one number."""

    number: str
    folder: Path
    edition: Edition | None
    """None where the record cannot be read."""
    faults: tuple[str, ...]
    """What is not as it was issued, each in one sentence; empty where all is."""

    def file(self, ending: str) -> bytes | None:
        """The bytes that were given out in one format, None where they are not there any more."""
        for kept in self.edition.files if self.edition else ():
            data = _bytes(self.folder / kept.path) if kept.path.endswith(f".{ending}") else None
            if data is not None and digest(data) == kept.sha256:
                return data
        return None

    def words(self) -> Reading | None:
        """Every passage of it, out of the leaflet's data; None where they cannot be read."""
        files = self.edition.files if self.edition else ()
        data = next((_bytes(self.folder / kept.path) for kept in files if kept.path.endswith(".json")), None)
        try:
            return None if data is None else read_data(data.decode(), self.number)
        except (CannotRead, UnicodeDecodeError):
            return None


class Register:
    """What one project has issued."""

    def __init__(self, project: Path) -> None:
        """Look into a project, which need not have issued anything."""
        self.folder = project / FOLDER

    def numbers(self) -> list[str]:
        """Every number that was issued, sorted."""
        if not self.folder.is_dir():
            return []
        return sorted(entry.name for entry in self.folder.iterdir() if _is_number(entry.name))

    def editions(self) -> list[Edition]:
        """Every edition whose record can be read, oldest first."""
        records = (self._record(number)[0] for number in self.numbers())
        return sorted((edition for edition in records if edition), key=lambda edition: edition.order)

    def of(self, leaflet: str, language: str) -> list[Edition]:
        """The editions of one leaflet in one language, oldest first."""
        return [e for e in self.editions() if (e.leaflet, e.language) == (leaflet, language)]

    def find(self, number: str) -> Found | None:
        """What stands under a number, with all that is not as it was issued; None where nothing does."""
        folder = self.folder / number
        if not _is_number(number) or not folder.is_dir():
            return None
        edition, fault = self._record(number)
        faults = [fault] if fault else []
        if edition:
            faults += [
                *_changed(folder, edition),
                *_other_words(Found(number, folder, edition, ()).words(), edition),
            ]
        return Found(number, folder, edition, tuple(faults))

    def locked(self) -> AbstractContextManager[None]:
        """Keep other copies of consentgen from issuing meanwhile."""
        return locked(self.folder / "register")

    def keep(self, edition: Edition, artifacts: Sequence[Artifact]) -> None:
        """Put an edition with its files into the register, whole or not at all.

        Raises:
            CannotWrite: it cannot be written, or the number is taken.
        """
        target = self.folder / edition.number
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary = Path(tempfile.mkdtemp(prefix=".consentgen-", dir=self.folder))
            try:
                for artifact in (*artifacts, Artifact(RECORD, "application/json", record(edition))):
                    (temporary / artifact.name).write_bytes(artifact.data)
                temporary.chmod(0o755)
                if target.exists():
                    raise FileExistsError(said("the number is taken"))
                temporary.rename(target)
            except BaseException:
                rmtree(temporary, ignore_errors=True)
                raise
        except OSError as error:
            raise CannotWrite(target, error.strerror or str(error)) from None

    def _record(self, number: str) -> tuple[Edition | None, str]:
        """The edition under a number, and what is wrong with its record; empty where nothing is."""
        data = _bytes(self.folder / number / RECORD)
        if data is None:
            return None, said("{file} is missing or cannot be read.", file=RECORD)
        try:
            edition = edition_of(data)
        except BadRecord as fault:
            return None, said("{file} was changed: {fault}.", file=RECORD, fault=fault)
        if edition.number != number:
            return None, said("{file} was changed: it is the record of another number.", file=RECORD)
        if not edition.numbered_rightly:
            return edition, said(
                "{file} was changed: the number does not follow from what it says.", file=RECORD
            )
        return edition, "" if edition.whole else said("{file} was changed after it was issued.", file=RECORD)


def digest(data: bytes) -> str:
    """64 hex digits for some bytes."""
    return sha256(data).hexdigest()


def _changed(folder: Path, edition: Edition) -> Iterator[str]:
    """Files that do not hold the bytes that were issued, or that were put in later."""
    for kept in edition.files:
        data = _bytes(folder / kept.path)
        if data is None:
            yield said("{file} is missing or cannot be read.", file=kept.path)
        elif (len(data), digest(data)) != (kept.bytes, kept.sha256):
            yield said("{file} was changed after it was issued.", file=kept.path)
    ours = {RECORD, *(kept.path for kept in edition.files)}
    for entry in sorted(folder.iterdir()):
        if entry.name not in ours:
            yield said("{file} was put there later.", file=ascii(entry.name)[1:-1])


def _other_words(words: Reading | None, edition: Edition) -> Iterator[str]:
    """What the record says of the words that they do not bear out."""
    if words is None:
        yield said("{file} cannot be read.", file=f"{edition.leaflet}.json")
    elif words_hash(words) != edition.words_hash or statements_of(words) != edition.statements:
        yield said("{file} was changed: its hashes are not those of the words.", file=RECORD)


def _bytes(file: Path) -> bytes | None:
    """The bytes of a plain file of no unusual size, None where there is none."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > MOST_BYTES:
            return None
        return file.read_bytes()
    except OSError:
        return None


def _is_number(name: str) -> bool:
    try:
        return typed(name) == name
    except BadNumber:
        return False
