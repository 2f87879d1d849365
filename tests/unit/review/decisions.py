"""Decisions about a small made-up leaflet, for the tests of sign-off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from consentgen.model.reading import Kind, Passage, Reading
from consentgen.model.values import Duration
from consentgen.review.approval import Role, State, state
from consentgen.review.hashes import passage_hash, shape_hash, words_hash
from consentgen.review.record import Decision, Record
from consentgen.review.sign_off import SignOff
from consentgen.review.validity import Held

WRITTEN, TODAY = date(2026, 11, 1), date(2026, 11, 23)
LEAD, PATIENT = "clinical lead", "patient representative"
BOTH = SignOff((LEAD, PATIENT), Duration(12, 12, "month"))
WHO = {LEAD: "A. Example", PATIENT: "B. Example"}


def text(*words: str, author: str = "C. Example", **more: Any) -> Reading:
    """A leaflet with a title and a statement `a`, `b`, ... for each of the words."""
    passages = [Passage("Workbook", Kind.TITLE, "title", critical=True)]
    passages += [Passage(w, id=chr(97 + n), block=n + 1, section="s") for n, w in enumerate(words)]
    whole = Reading("workbook", "en-GB", tuple(passages), leaflet="workbook", author=author)
    return replace(whole, **more)


def record(about: Reading, role: str = LEAD, *, order: bool = True, of: str = "", **more: Any) -> Record:
    """A decision about a text, about the statements with these ids where some are given."""
    chosen = [p for p in about.passages if not of or p.id in of.split()]
    return Record(
        **{
            "leaflet": about.leaflet, "language": about.language, "words": words_hash(about), "text": "0" * 64,
            "written": WRITTEN, "reviewer": WHO.get(role, "D. Example"), "role": role,
            "decision": Decision.APPROVED, "date": TODAY, "expires": date(2027, 11, 23),
            "shape": shape_hash(about) if order else "",
            "statements": {passage_hash(p): p.id for p in chosen}, **more,
        }
    )  # fmt: skip


def after(*records: Record) -> dict[str, tuple[str, str]]:
    """What a record says that was made after these."""
    return {one.id: (one.decision.value, one.role) for one in records}


def stands(
    about: Reading, records: Sequence[Record | Held], *, sign_off: SignOff = BOTH, as_of: date = TODAY,
    written: date = WRITTEN,
) -> State:  # fmt: skip
    """Where a text stands with some records."""
    held = [r if isinstance(r, Held) else Held(r.file_name, r) for r in records]
    return state(about, held, sign_off=sign_off, as_of=as_of, written=written)


def lead(about: Reading, records: Sequence[Record | Held], **more: Any) -> Role:
    """How far the clinical lead is."""
    return stands(about, records, **more).roles[0]


def lacks(about: Reading, records: Sequence[Record | Held], **more: Any) -> list[tuple[str, str]]:
    """What the clinical lead has not signed, and why."""
    return [(one.id, one.lack.value) for one in lead(about, records, **more).open]


def because(about: Reading, records: Sequence[Record | Held], **more: Any) -> list[str]:
    """Why records do not count."""
    return [one.because for one in stands(about, records, **more).invalid]
