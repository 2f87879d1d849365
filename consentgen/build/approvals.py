"""The folder `approvals`: a file for every decision, written whole, never changed, read with suspicion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from consentgen.build.project import Project
from consentgen.build.signing import ENDING, CannotSign, check, sign
from consentgen.build.signing import MAX_BYTES as MAX_SIGNATURE
from consentgen.build.write import write_whole
from consentgen.errors import CannotRead, CannotWrite
from consentgen.model.finding import shorten
from consentgen.model.leaflet import Leaflet
from consentgen.model.reading import Reading
from consentgen.render.data import render_data
from consentgen.review.approval import State, state
from consentgen.review.foreign.data import read_data
from consentgen.review.leaflet_reading import reading
from consentgen.review.record import MAX_BYTES, BadRecord, Record, read_record
from consentgen.review.sign_off import Signer, SignOff
from consentgen.review.validity import Held, Signature
from consentgen.tongue import said

FOLDER = "approvals"
TEXTS = "texts"
MAX_TEXT = 4_000_000
"""Bytes; a leaflet of 190 statements takes 90,000."""
MOST = 5_000
"""Files for one leaflet in one language; two roles that sign a new leaflet make about sixty."""


@dataclass(frozen=True, slots=True)
class Approvals:
    """The decisions about the leaflets of one project."""

    project: Path
    sign_off: SignOff
    as_of: date

    @property
    def begun(self) -> bool:
        """Whether anybody has decided anything."""
        return (self.project / FOLDER).is_dir()

    def state(self, leaflet: Leaflet) -> State:
        """Where a leaflet stands."""
        return self.state_of(reading(leaflet), leaflet.written)

    def state_of(self, text: Reading, written: date) -> State:
        """Where a text of a leaflet stands."""
        held = self.held(text.leaflet, text.language)
        return state(text, held, sign_off=self.sign_off, as_of=self.as_of, written=written)

    def folder(self, leaflet: str, language: str) -> Path:
        """Where the decisions about a leaflet in one language lie."""
        return self.project / FOLDER / leaflet / language

    def held(self, leaflet: str, language: str) -> list[Held]:
        """Every file among the decisions about a leaflet, read or with the reason why not."""
        folder = self.folder(leaflet, language)
        label = f"{FOLDER}/{leaflet}/{language}"
        if _link_on_the_way(self.project, folder):
            return [Held(label, because=said("it is a link, and decisions are kept in real folders"))]
        try:
            names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".json"))
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            return [Held(label, because=said("the folder cannot be read: {reason}", reason=_reason(error)))]
        if len(names) > MOST:
            why = said("it holds more than {most} files, so none of them is read", most=f"{MOST:,}")
            return [Held(label, because=why)]
        return [self._held(folder / name, f"{label}/{shorten(name, 120)}") for name in names]

    def _held(self, file: Path, label: str) -> Held:
        try:
            record = _read(_bounded(file, MAX_BYTES))
        except _Unreadable as fault:
            return Held(label, because=fault.sentence)
        except BadRecord as fault:
            return Held(label, because=said(fault.reason, fault=fault.fault), damaged=fault.damaged)
        return Held(label, record, signature=self._signature(record, file))

    def _signature(self, record: Record, file: Path) -> Signature:
        signers = self._signers(record)
        if not any(signer.key for signer in signers):
            return Signature.NONE
        try:
            signature = _bounded(file.with_name(file.name + ENDING), MAX_SIGNATURE)
        except FileNotFoundError:
            return Signature.NONE
        except _Unreadable:
            return Signature.BAD
        return check(record.data(), signature, signers)

    def _signers(self, record: Record) -> list[Signer]:
        """The reviewer as the project lists them in this role."""
        role = self.sign_off.role_called(record.role)
        found = self.sign_off.signers_called(record.reviewer)
        return [signer for signer in found if self.sign_off.role_called(signer.role) == role]

    def text(self, leaflet: str, language: str, name: str) -> Reading | None:
        """A text that was decided on, as it was kept; None where it is lost or was changed."""
        file = self.folder(leaflet, language) / TEXTS / f"{name}.json"
        try:
            data = _bounded(file, MAX_TEXT)
            found = read_data(data.decode(), leaflet)
        except (OSError, _Unreadable, CannotRead, UnicodeDecodeError):
            return None
        mine = text_id(data) == name and (found.leaflet, found.language) == (leaflet, language)
        return found if mine else None

    def keep_text(self, leaflet: Leaflet) -> str:
        """Keep a leaflet that is decided on, as data; the name under which it is kept.

        Raises:
            CannotWrite: it could not be written.
        """
        data = render_data(leaflet).data
        name = text_id(data)
        file = self.folder(leaflet.id, leaflet.language) / TEXTS / f"{name}.json"
        self._refuse_links(file)
        if not file.is_file() or text_id(file.read_bytes()) != name:
            write_whole(file, data)
        return name

    def add(self, record: Record, key: Path | None) -> Path:
        """Write a decision, and its signature where there is a key; where it stands then.

        Raises:
            CannotWrite: it could not be written.
            NoSshKeygen: a key is given, and nothing to sign with is installed.
            CannotSign: the key cannot be used.
        """
        file = self.folder(record.leaflet, record.language) / record.file_name
        self._refuse_links(file)
        data = record.data()
        if key:
            signature = sign(data, key)
            if (
                any(s.key for s in self._signers(record))
                and check(data, signature, self._signers(record)) is Signature.BAD
            ):
                raise CannotSign(
                    said("this is not the key that consentgen.yaml has of {who}", who=record.reviewer)
                )
            # First, so that the decision never stands there without it.
            write_whole(file.with_name(file.name + ENDING), signature)
        write_whole(file, data)
        return file

    def _refuse_links(self, file: Path) -> None:
        if _link_on_the_way(self.project, file):
            raise CannotWrite(file, said("a link stands in its way"))


def approvals_of(project: Project, as_of: date) -> Approvals | None:
    """The decisions about the leaflets of a project; None where nobody is asked to sign, or nobody has begun."""
    found = project.sign_off and Approvals(project.folder, project.sign_off, as_of)
    return found if found and found.begun else None


def stamped(leaflet: Leaflet, approvals: Approvals | None) -> Leaflet:
    """The leaflet as it may be handed out: it loses its DRAFT only where every role has signed every word."""
    if not approvals or not approvals.folder(leaflet.id, leaflet.language).is_dir():
        return leaflet
    found = approvals.state(leaflet)
    if not found.approved:
        return leaflet
    stamps = tuple(stamp for stamp in leaflet.stamps if stamp.partition(".")[0] != "draft")
    signed = tuple(f"{one.role}: {one.reviewer}, {one.date.isoformat()}" for one in found.signed_by)
    return replace(
        leaflet, draft=False, stamps=stamps, approved=max(one.date for one in found.signed_by), signed=signed
    )


def text_id(data: bytes) -> str:
    """64 hex digits: the hash of the bytes a text is kept as, whatever line ends a copy gave them."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()


_read = lru_cache(maxsize=1 << 14)(read_record)
"""A review looks at all decisions after each new one."""


class _Unreadable(Exception):
    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def _bounded(file: Path, most: int) -> bytes:
    """The bytes of a real file that is not too large.

    Raises:
        FileNotFoundError: it is not there.
        _Unreadable: it is a link or no file, too large, or may not be read.
    """
    try:
        if file.is_symlink():
            raise _Unreadable(said("it is a link, and decisions are kept in real files"))
        if not file.exists():
            raise FileNotFoundError(file)
        if not file.is_file():
            raise _Unreadable(said("it is not a file"))
        if file.stat().st_size > most:
            raise _Unreadable(said("it is larger than {most} bytes", most=f"{most:,}"))
        return file.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _Unreadable(said("it cannot be read: {reason}", reason=_reason(error))) from None


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _link_on_the_way(project: Path, path: Path) -> bool:
    """Whether a step from the project folder to a file is a link."""
    return any(step.is_symlink() for step in _steps(project, path))


def _steps(project: Path, path: Path) -> Iterator[Path]:
    for step in (path, *path.parents):
        if step == project:
            return
        yield step
