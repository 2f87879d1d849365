"""The record of an edition is read back as it was written, and a change made by hand is seen."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from consentgen.review.edition import (
    BadRecord,
    Edition,
    Figures,
    Kept,
    Signature,
    edition_of,
    possible_numbers,
    record,
    successor,
)

DAY = date(2026, 11, 23)


def edition(**more: Any) -> Edition:
    fields: dict[str, Any] = {
        "edition": 1, "leaflet": "workbook", "language": "en-GB", "title": "Self-help", "service": "Northtown",
        "version": "1.0", "written": DAY, "review_by": DAY, "issued": DAY, "words_hash": "0" * 64, "statements": (),
        "code": "https://service.example", "around": (), "evidence": (Figures(id="a", review_by=DAY),),
        "approvals": (Signature(who="A. Example", role="lead", on=DAY),), "consentgen": "0.1.0",
        "files": (Kept(path="a.html", sha256="1" * 64, bytes=1, media_type="text/html"),),
    }  # fmt: skip
    fields |= more
    fields.setdefault(
        "number",
        possible_numbers(*(fields[n] for n in ("leaflet", "language", "words_hash", "version", "issued")))[0],
    )
    return Edition(**fields).sealed


EDITION = edition()


def test_a_record_is_read_back_as_it_was_written() -> None:
    assert EDITION == edition_of(record(EDITION))
    assert (True, True) == (EDITION.whole, EDITION.numbered_rightly)


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "Therapy"), ("approvals", []), ("review_by", "2099-01-01"), ("edition", 7), ("files", [])],
)
def test_a_field_that_was_changed_breaks_the_seal(field: str, value: object) -> None:
    held = json.loads(record(EDITION))
    assert not edition_of(json.dumps(held | {field: value}).encode()).whole


@pytest.mark.parametrize("field", [{"version": "2.0"}, {"leaflet": "other"}, {"words_hash": "2" * 64}])
def test_the_number_follows_from_what_the_edition_is(field: dict[str, Any]) -> None:
    assert not edition(number=EDITION.number, **field).numbered_rightly


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"record": 2}',
        b"[" * 100_000,
        record(EDITION).replace(b'"edition": 1', b'"edition": "1"'),
        record(EDITION).replace(b'"a.html"', b'"../a.html"'),
        record(EDITION).replace(b'"title"', b'"heading"'),
        record(EDITION).replace(b"2026-11-23", b"2026-13-23"),
        b"\xff\xfe",
    ],
)
def test_a_record_that_is_none_says_where(data: bytes) -> None:
    with pytest.raises(BadRecord, match=r"."):
        edition_of(data)


def test_the_newest_edition_of_the_same_leaflet_in_the_same_language_supersedes() -> None:
    second = edition(edition=2, words_hash="2" * 64)
    third = edition(edition=3, words_hash="3" * 64, issued=date(2026, 12, 1))
    others = [edition(language="pl", issued=date(2027, 1, 1)), edition(leaflet="b", issued=date(2027, 1, 1))]
    every = [third, EDITION, second, *others]
    assert [third, third, None] == [successor(one, every) for one in (EDITION, second, third)]
