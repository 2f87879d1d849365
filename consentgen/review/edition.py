"""The record of an issued leaflet: what was given out, under which number, and who stood for it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, ValidationError

from consentgen.model.finding import shorten
from consentgen.model.reading import Reading
from consentgen.review.hashes import passage_hash
from consentgen.review.number import number_of
from consentgen.tongue import said

ATTEMPTS = 16
"""Numbers that are tried for one edition before it is given up."""

Name = Annotated[StrictStr, Field(max_length=1_000)]
Words = Annotated[StrictStr, Field(max_length=20_000)]
Hash = Annotated[StrictStr, Field(pattern=r"^[0-9a-f]{64}$")]
Day = Annotated[date, Field(strict=False)]


class BadRecord(ValueError):
    """A record that cannot be read; its text says where and why."""


class _Part(BaseModel):
    """Holds its fields and no other."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kept(_Part):
    """A file that is kept as it was given out."""

    path: Annotated[StrictStr, Field(max_length=200, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    """Its name; it lies beside the record."""
    sha256: Hash
    bytes: Annotated[StrictInt, Field(ge=0)]
    media_type: Name


class Signature(_Part):
    """Somebody who had approved the words on the day they were issued."""

    who: Name
    role: Name
    on: Day
    until: Day | None = None
    """The last day the approval held for."""
    comment: Words = ""
    signed: bool = False
    """Whether it carries a good signature made with a key."""
    record: Name = ""
    """Id of the decision, which lies under approvals/."""


class Figures(_Part):
    """An evidence record that gave the leaflet figures."""

    id: Name
    review_by: Day


class Told(_Part):
    """A statement with the hash of what it says."""

    id: Name
    hash: Hash


class Edition(_Part):
    """One leaflet in one language, as it was given out."""

    record: Literal[1] = 1
    """The version of this form of record."""
    number: Annotated[StrictStr, Field(pattern=r"^[0-9A-Z]{4}-[0-9A-Z]{4}$")]
    edition: Annotated[StrictInt, Field(ge=1)]
    """1 for the first of this leaflet in this language."""
    leaflet: Name
    language: Annotated[StrictStr, Field(pattern=r"^[A-Za-z0-9-]{2,35}$")]
    """BCP 47."""
    title: Words
    service: Words
    version: Name
    """As the service counts."""
    written: Day
    review_by: Day
    issued: Day
    words_hash: Hash
    """Of all a client reads: every statement in its order."""
    statements: tuple[Told, ...]
    code: Words
    """What the square code on it holds."""
    around: tuple[Words, ...]
    """What is printed around the text on every page, with `{page}` and `{pages}` for numbers."""
    approvals: tuple[Signature, ...]
    """Those that stood on the day."""
    evidence: tuple[Figures, ...]
    files: tuple[Kept, ...]
    consentgen: Name
    """The version of consentgen that made it."""
    seal: Name = ""
    """Hash of all the rest, so that a change made by hand is seen."""

    @property
    def sealed(self) -> Edition:
        """The same with its seal."""
        return self.model_copy(update={"seal": _seal(self)})

    @property
    def whole(self) -> bool:
        """Whether nothing was changed since it was sealed."""
        return self.seal == _seal(self)

    @property
    def order(self) -> tuple[date, int, str]:
        """What editions of one leaflet are sorted by, oldest first."""
        return self.issued, self.edition, self.number

    @property
    def numbered_rightly(self) -> bool:
        """Whether the number follows from what the record says."""
        return self.number in possible_numbers(
            self.leaflet, self.language, self.words_hash, self.version, self.issued
        )


def possible_numbers(leaflet: str, language: str, words_hash: str, version: str, on: date) -> list[str]:
    """The numbers an edition may have, best first: each other one only where those before it are taken."""
    parts = leaflet, language, words_hash, version, on.isoformat()
    return [number_of(*parts, *([str(attempt)] if attempt else [])) for attempt in range(ATTEMPTS)]


def statements_of(reading: Reading) -> tuple[Told, ...]:
    """Every statement of a leaflet with the hash of what it says, in reading order."""
    return tuple(Told(id=passage.id, hash=passage_hash(passage)) for passage in reading.passages)


def successor(edition: Edition, editions: Iterable[Edition]) -> Edition | None:
    """The newest edition of the same leaflet in the same language, None where this is the newest."""
    same = (e for e in editions if (e.leaflet, e.language) == (edition.leaflet, edition.language))
    newest = max(same, key=lambda e: e.order, default=edition)
    return newest if newest.order > edition.order else None


def record(edition: Edition) -> bytes:
    """The edition as JSON; the same edition gives the same bytes."""
    return (json.dumps(edition.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode()


def _seal(edition: Edition) -> str:
    rest = edition.model_dump(mode="json", exclude={"seal"})
    return sha256(json.dumps(rest, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def edition_of(data: bytes) -> Edition:
    """The edition a record holds, which anybody may have written.

    Raises:
        BadRecord: it is no JSON, or a field is missing, unknown or of another kind.
    """
    try:
        return Edition.model_validate(json.loads(data))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise BadRecord(shorten(f"{'.'.join(map(str, first['loc']))}: {first['msg']}", 200)) from None
    except (ValueError, RecursionError):
        raise BadRecord(said("it is not JSON, or it was cut short")) from None
