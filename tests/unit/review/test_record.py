"""A file is only believed where it holds exactly what was written."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from consentgen.review.record import EDITED, NO_RECORD, NOT_JSON, BadRecord, read_record
from tests.unit.review.decisions import record, text

GIVEN = record(text("You stop when you want."))


def changed(**fields: Any) -> bytes:
    return json.dumps({**json.loads(GIVEN.data()), **fields}).encode()


def without(name: str) -> bytes:
    value = json.loads(GIVEN.data())
    del value[name]
    return json.dumps(value).encode()


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", NOT_JSON),
    "binary": (b"\x89PNG\r\n\x1a\n\0", NOT_JSON),
    "cut off": (GIVEN.data()[:-20], NOT_JSON),
    "deep": (b"[" * 200_000, NOT_JSON),
    "not a number": (changed(comment=float("nan")), NOT_JSON),
    "endless number": (b'{"consentgen": ' + b"9" * 10_000 + b"}", NOT_JSON),
    "a name twice": (GIVEN.data().replace(b'"role":', b'"role": "author",\n "role":'), NOT_JSON),
    "a list": (b"[]", NO_RECORD),
    "a field more": (changed(status="final"), NO_RECORD),
    "a field less": (without("after"), NO_RECORD),
    "of another version": (changed(consentgen=2), NO_RECORD),
    "version a truth value": (changed(consentgen=True), NO_RECORD),
    "no day": (changed(date="2026-02-30"), NO_RECORD),
    "half a surrogate": (changed(comment="\ud800"), NO_RECORD),
    "name that turns the line": (changed(reviewer="A. Example\u202e"), NO_RECORD),
    "statements a list": (changed(statements=[]), NO_RECORD),
    "no hash": (changed(statements={"a": "b"}), NO_RECORD),
    "unknown decision": (changed(decision="final"), NO_RECORD),
    "decision a list": (changed(decision=["approved"]), NO_RECORD),
    "long comment": (changed(comment="a" * 5001), NO_RECORD),
    "another name": (changed(reviewer="E. Example"), EDITED),
    "another day": (changed(expires="2099-01-01"), EDITED),
    "another decision": (changed(decision="rejected"), EDITED),
    "another id": (changed(id="a" * 64), EDITED),
}  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), BAD.values(), ids=BAD)
def test_a_file_that_was_not_written_so_is_no_record(data: bytes, reason: str) -> None:
    with pytest.raises(BadRecord) as caught:
        read_record(data)
    assert (reason, reason == EDITED) == (caught.value.reason, caught.value.damaged is not None)


@pytest.mark.parametrize(
    "change", [lambda d: d.replace(b"\n", b"\r\n"), lambda d: json.dumps(json.loads(d)).encode()]
)
def test_other_line_ends_and_spaces_leave_a_record_what_it_is(change: Callable[[bytes], bytes]) -> None:
    assert GIVEN == read_record(change(GIVEN.data()))
