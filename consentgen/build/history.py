"""History: the editions of a leaflet, and how the words changed from each to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from consentgen.build.register import Found, Register
from consentgen.errors import NothingIssued, UnknownName
from consentgen.localise import SourceCatalog
from consentgen.localise.tags import tag
from consentgen.review.change import WordingDiff
from consentgen.review.compare import compare
from consentgen.review.edition import Edition
from consentgen.review.group import grouped


@dataclass(frozen=True, slots=True)
class Step:
    """One edition, and what came with it."""

    edition: Edition
    faults: tuple[str, ...]
    """What of it is not as it was issued."""
    since: WordingDiff | None
    """What changed from the one before; None for the first, and where the words of one cannot be read."""


@dataclass(frozen=True, slots=True)
class History:
    """Every edition of one leaflet in one language, oldest first."""

    leaflet: str
    language: str
    """BCP 47."""
    steps: tuple[Step, ...]


def history(register: Register, leaflet: str, locale: str | None) -> History:
    """The editions of a leaflet, from what was kept alone.

    Raises:
        NothingIssued: the project has never issued a leaflet.
        UnknownName: it has never issued this one.
    """
    if not register.folder.is_dir():
        raise NothingIssued(register.folder.parent)
    editions = register.editions()
    if leaflet not in {edition.leaflet for edition in editions}:
        raise UnknownName("edition", leaflet, sorted({edition.leaflet for edition in editions}))
    language = tag(locale) if locale else SourceCatalog.language
    chosen = [edition for edition in editions if (edition.leaflet, edition.language) == (leaflet, language)]
    if not chosen:
        known = sorted({edition.language for edition in editions if edition.leaflet == leaflet})
        raise UnknownName("edition", f"{leaflet}, {language}", known)
    return History(leaflet, language, tuple(_steps(register, chosen)))


def _steps(register: Register, editions: list[Edition]) -> Iterator[Step]:
    found = [register.find(edition.number) for edition in editions]
    for edition, (before, now) in zip(editions, pairwise([None, *found]), strict=True):
        yield Step(edition, now.faults if now else (), _since(before, now))


def _since(before: Found | None, now: Found | None) -> WordingDiff | None:
    old, new = (found.words() if found else None for found in (before, now))
    if not (before and now and old and new):
        return None
    return grouped([compare(old, new)], old=before.number, new=now.number)
