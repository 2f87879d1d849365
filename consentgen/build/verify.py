"""Verify: whether a number or a file is that of an issued leaflet, and whether that is still the newest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from consentgen.build.register import Found, Register, digest
from consentgen.errors import MistypedNumber, NoFileNoNumber, NothingIssued
from consentgen.model.finding import shorten
from consentgen.model.reading import Reading
from consentgen.review.change import Compared
from consentgen.review.compare import compare
from consentgen.review.drawn import behind, drawn_letters, is_pdf
from consentgen.review.edition import Edition, Figures, successor
from consentgen.review.foreign import read_foreign
from consentgen.review.foreign.read import MAX_BYTES, too_large
from consentgen.review.hashes import fold
from consentgen.review.number import BadNumber, numbers_in, typed
from consentgen.review.same_words import (
    drawn_in_shapes,
    excerpts,
    likeness,
    says_the_same,
    stretches_changed,
    targets,
)
from consentgen.tongue import said

LIKE = 0.5
"""The share of words a file without a known number has to share with an issue to be taken for a copy of it."""
MANY = 20
"""Places in which nobody edits a text by hand."""
FORMATS = ("html", "pdf", "md", "txt")


class Verdict(StrEnum):
    """What a file or number turned out to be."""

    FILE = "file"
    """Exactly the bytes that were issued."""
    WORDS = "words"
    """Other bytes, but the same words and links."""
    NUMBER = "number"
    """The number of an issue; no file was given."""
    EDITED = "edited"
    """A copy that says something else."""
    UNSURE = "unsure"
    """A copy whose words cannot be read back from how they are drawn."""
    UNKNOWN = "unknown"
    """Nothing that was issued here."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A verdict with all that stands behind it."""

    verdict: Verdict
    found: Found | None = None
    """What stands in the register; None where nothing does."""
    newer: Edition | None = None
    """The newest edition, where it is not this one."""
    compared: Compared | None = None
    """What was issued and the copy, where they differ."""
    elsewhere: tuple[str, ...] = ()
    """Where links of the copy lead that none of the issued leaflet does."""
    number: str = ""
    """The number that was given or read, whether it is known or not."""
    day: date = date.min
    """The day it was verified for."""

    @property
    def edition(self) -> Edition | None:
        """The record of what was issued."""
        return self.found.edition if self.found else None

    @property
    def places(self) -> int:
        """In how many places the copy says something else."""
        return (_stretches(self.compared) if self.compared else 0) + len(self.elsewhere)

    @property
    def tampered(self) -> tuple[str, ...]:
        """What in the register is not as it was issued."""
        return self.found.faults if self.found else ()

    @property
    def good(self) -> bool:
        """Whether it is genuine, the newest, and all that was kept of it is as it was."""
        known = self.verdict in (Verdict.FILE, Verdict.WORDS, Verdict.NUMBER)
        return known and self.edition is not None and not self.newer and not self.tampered

    @property
    def exit_code(self) -> int:
        """0 when it is good, 2 when its words cannot be read, else 1."""
        return 2 if self.verdict is Verdict.UNSURE else int(not self.good)

    @property
    def past(self) -> tuple[Figures, ...]:
        """The evidence that is past its check date."""
        return tuple(f for f in (self.edition.evidence if self.edition else ()) if f.review_by < self.day)


def verify(register: Register, what: str, as_of: date) -> Verified:
    """What a file or a number is: a file where there is one of that name.

    Raises:
        NothingIssued: the project has never issued a leaflet.
        NoFileNoNumber: it is neither.
        MistypedNumber: it is a number with a typing mistake.
        CannotRead: it is a file whose words cannot be read.
    """
    if not register.folder.is_dir():
        raise NothingIssued(register.folder.parent)
    label = shorten(what, 200)
    try:
        file = Path(what)
        if file.is_file():
            if file.stat().st_size > MAX_BYTES:
                raise too_large(label)
            return verify_file(register, file.read_bytes(), label, as_of)
        return verify_number(register, typed(what), as_of)
    except BadNumber as fault:
        raise MistypedNumber(label) if fault.mistyped else NoFileNoNumber(label) from None
    except (OSError, ValueError):
        raise NoFileNoNumber(label) from None


def verify_number(register: Register, number: str, as_of: date) -> Verified:
    """What stands under a number."""
    found = register.find(number)
    if not found:
        return Verified(Verdict.UNKNOWN, number=number, day=as_of)
    return _verified(register, found, as_of, Verdict.NUMBER)


def verify_file(register: Register, data: bytes, name: str, as_of: date) -> Verified:
    """What a file is: what was issued, the same words, an edited copy, or nothing that is known here.

    Raises:
        CannotRead: its words cannot be read.
    """
    editions = register.editions()
    key = digest(data)
    for edition in editions:
        if any(kept.sha256 == key for kept in edition.files):
            found = register.find(edition.number)
            return _verified(register, found, as_of, Verdict.FILE) if found else Verified(Verdict.UNKNOWN)
    copy = read_foreign(data, name, own=False)
    named = [*numbers_in("\n".join(passage.text for passage in copy.passages))]
    found = _likest(register, copy, named)
    if not found:
        return Verified(Verdict.UNKNOWN, number=named[0] if named else "", day=as_of)
    return _judged(_Copy(data, copy), _Given(found), _verified(register, found, as_of, Verdict.EDITED))


@dataclass(frozen=True, slots=True)
class _Copy:
    """A file that claims to be an issued leaflet."""

    data: bytes
    words: Reading


class _Given:
    """What was given out under one number, less what is not as it was."""

    def __init__(self, found: Found) -> None:
        self.around = found.edition.around if found.edition else ()
        self.pdf = found.file("pdf")
        files = ((ending, found.file(ending)) for ending in FORMATS)
        self.kept = [
            read_foreign(data, f"{found.number}.{ending}", own=False) for ending, data in files if data
        ]

    def says_the_same(self, copy: _Copy) -> bool:
        """Whether any format says the words of the copy.

        A PDF may spell words beside its shapes that are not those it draws, so both are compared.
        """
        told = any(says_the_same(reading, copy.words, self.around) for reading in self.kept)
        if not (self.pdf and is_pdf(copy.data)):
            return told
        return drawn_letters(copy.data) == drawn_letters(self.pdf) or (told and not behind(copy.data).spelled)

    def elsewhere(self, copy: _Copy) -> tuple[str, ...]:
        """Where links of the copy lead and no format does."""
        ours = frozenset[str]().union(*map(targets, self.kept), behind(self.pdf).links if self.pdf else ())
        theirs = targets(copy.words) | (behind(copy.data).links if is_pdf(copy.data) else frozenset())
        return tuple(sorted(theirs - ours))

    def compared(self, copy: _Copy) -> Compared | None:
        """Passage by passage where the copy has kept its paragraphs; else the places that differ, with words around."""
        if not self.kept:
            return None
        nearest = min(self.kept, key=lambda kept: _distance(kept, copy.words))
        compared, apart = compare(nearest, copy.words), excerpts(nearest, copy.words, self.around)
        return compared if _stretches(compared) <= _stretches(apart) else apart


def _not_borne_out(found: Found) -> Iterator[str]:
    """Kept files that do not say the words of the record, though every hash in it was made to fit."""
    words, page = found.words(), found.file("html")
    if not (found.edition and words and page):
        return
    read = read_foreign(page, "x.html").passages
    if [(p.id, fold(p.text)) for p in read] != [(p.id, fold(p.text)) for p in words.passages]:
        yield said("The {format} file does not say what the record says.", format="html")
    whole = read_foreign(page, "x.html", own=False)
    for ending in ("md", "txt"):
        data = found.file(ending)
        if data and not says_the_same(whole, read_foreign(data, f"x.{ending}"), found.edition.around):
            yield said("The {format} file does not say what the record says.", format=ending)


def _judged(copy: _Copy, given: _Given, edited: Verified) -> Verified:
    """The verdict on a copy of what was given out."""
    elsewhere = given.elsewhere(copy)
    if not elsewhere and given.says_the_same(copy):
        return replace(edited, verdict=Verdict.WORDS)
    compared = given.compared(copy)
    if not elsewhere and compared and _garbled(copy, compared):
        return replace(edited, verdict=Verdict.UNSURE)
    return replace(edited, compared=compared, elsewhere=elsewhere)


def _garbled(copy: _Copy, compared: Compared) -> bool:
    """Whether a copy differs because its words were taken out of a PDF that does not spell them."""
    if not drawn_in_shapes(copy.words):
        return False
    if is_pdf(copy.data):
        return not behind(copy.data).spelled
    return copy.words.label.lower().endswith(".txt") and _stretches(compared) > MANY


def _distance(kept: Reading, copy: Reading) -> tuple[bool, float]:
    """What kept readings are sorted by: the copy's own format first, then the likest words."""
    ending = copy.label.rpartition(".")[2].lower()
    return kept.stream != copy.stream or not kept.label.endswith(f".{ending}"), -likeness(kept, copy)


def _stretches(compared: Compared) -> int:
    return sum(stretches_changed(edit.pieces) for edit in compared.changed)


def _verified(register: Register, found: Found, as_of: date, verdict: Verdict) -> Verified:
    newer = successor(found.edition, register.editions()) if found.edition else None
    found = replace(found, faults=(*found.faults, *_not_borne_out(found)))
    return Verified(verdict, found, newer, number=found.number, day=as_of)


def _likest(register: Register, copy: Reading, named: list[str]) -> Found | None:
    """The issue whose number stands in the copy; where none does, the one with the likest words."""
    known = register.numbers()
    numbered = [number for number in named if number in known]
    best, share = None, 0.0 if numbered else LIKE
    for number in numbered or known:
        found = register.find(number)
        words = found.words() if found else None
        like = likeness(words, copy) if words else 0.0
        if found and (like > share or (numbered and not best)):
            best, share = found, like
    return best
