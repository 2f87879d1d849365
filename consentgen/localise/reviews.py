"""Who has read which words: one line of JSON for each sign-off, never changed, only added to."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from consentgen.localise.message import SourceMessage, Translation
from consentgen.localise.po import MAX_BYTES
from consentgen.model.finding import Finding, Place, Severity, shorten
from consentgen.tongue import said

NAME = "reviews.jsonl"
MAX_CHARACTERS = 200
"""Of a name or a role."""
_KEYS = {"id", "source", "target", "who", "role", "date"}


@dataclass(frozen=True, slots=True)
class Person:
    """Who signs: as they gave their name, and what they are."""

    who: str
    role: str


@dataclass(frozen=True, slots=True)
class Review:
    """One person answers for one translation of one English wording."""

    id: str
    source: str
    """`SourceMessage.hash` of the English they compared it with."""
    target: str
    """`Translation.hash` of the words they read."""
    who: str
    role: str
    date: str
    """ISO 8601."""
    was: str = ""
    """Set where an edit of the English was accepted: the hash of the English before it."""

    def line(self) -> str:
        """The line of the file."""
        told = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(told, ensure_ascii=False) + "\n"


def signed(message: SourceMessage, translation: Translation, by: Person, day: date) -> Review:
    """The sign-off of one translation."""
    return Review(message.id, message.hash, translation.hash, by.who, by.role, day.isoformat())


def read_reviews(data: bytes, label: str) -> tuple[list[Review], list[Finding]]:
    """Every sign-off that can be read, and every line that cannot: such a line counts for nothing."""
    reviews: list[Review] = []
    findings: list[Finding] = []
    if len(data) > MAX_BYTES:
        return [], [_fault(label, 1, said("the file is larger than {size} bytes", size=f"{MAX_BYTES:,}"))]
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            review = _review(line)
            if review:
                reviews.append(review)
            else:
                findings.append(_fault(label, number, said("this line is no sign-off")))
    return reviews, findings


def _review(line: bytes) -> Review | None:
    try:
        value: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not set(value) >= _KEYS or set(value) - _KEYS - {"was"}:
        return None
    if not all(isinstance(text, str) and text.strip() for text in value.values()):
        return None
    review = Review(**value)
    return review if _is_day(review.date) and is_name(review.who) and is_name(review.role) else None


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_name(text: str) -> bool:
    """Whether this can be a person's name or role: some letters, all of them to be seen."""
    return (
        len(text) <= MAX_CHARACTERS and text == shorten(text, MAX_CHARACTERS) and any(map(str.isalpha, text))
    )


def person(name: str) -> str:
    """What stays the same when a person writes their name in another way: case, spaces, composed letters."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def signers(message: SourceMessage, translation: Translation, reviews: Iterable[Review]) -> frozenset[str]:
    """The people who answer for exactly these words under exactly this English.

    A sign-off of an earlier English counts where the edit since then was accepted for these very words.
    """
    mine = [r for r in reviews if r.id == message.id and r.target == translation.hash]
    sources = _accepted(message.hash, mine)
    return frozenset(person(r.who) for r in mine if r.source in sources and not r.was)


def _accepted(source: str, reviews: list[Review]) -> set[str]:
    """The English wordings that were found to mean the same as this one."""
    found, left = set(), [source]
    while left:
        found.add(here := left.pop())
        left += [r.was for r in reviews if r.source == here and r.was and r.was not in found]
    return found


def by_id(reviews: Iterable[Review]) -> dict[str, list[Review]]:
    """Sign-offs by the id they are for."""
    found: dict[str, list[Review]] = {}
    for review in reviews:
        found.setdefault(review.id, []).append(review)
    return found


def added(data: bytes, reviews: Iterator[Review] | Iterable[Review]) -> bytes:
    """The file with more lines at its end."""
    start = data if not data or data.endswith(b"\n") else data + b"\n"
    return start + "".join(review.line() for review in reviews).encode()


def _fault(label: str, line: int, what: str) -> Finding:
    expected = '{"id": ..., "source": ..., "target": ..., "who": ..., "role": ..., "date": "2026-11-23"}'
    way_out = said("Take the line out, and sign again with: {command}", command="consentgen i18n review")
    return Finding("RV001", Severity.ERROR, Place(label, line), what, expected=expected, help=way_out)
