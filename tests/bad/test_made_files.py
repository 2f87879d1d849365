"""Files too large, too strange or too broken to lie in a folder, made here and refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from consentgen.source import read_file
from consentgen.source.read import MAX_BYTES
from consentgen.source.yaml import MAX_EVENTS
from tests import starter
from tests.bad.cases import alone

WHOLE = starter.text()
MADE = {
    "empty": (b"", "YA008"),
    "white-space": (b"\n  \n\n", "YA008"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "YA002"),
    "word-document": (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xdf\xa4", "YA002"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "YA002"),
    "utf-16": (WHOLE.encode("utf-16"), "YA002"),
    "utf-16-without-its-mark": (WHOLE.encode("utf-16-be"), "YA002"),
    "utf-32": (WHOLE.encode("utf-32"), "YA002"),
    "latin-1": ("author: Café\n".encode("latin-1"), "YA002"),
    "cut-off-inside-a-character": ("author: Café".encode()[:-1], "YA002"),
    "character-written-too-long": (b"author: \xc0\xafetc\n", "YA002"),
    "half-of-a-pair": (b"author: \xed\xa0\xbd\n", "YA002"),
    "byte-beyond-utf-8": (b"author: \xff\xfe\n", "YA002"),
    "nul": (WHOLE.replace("Northtown", "North\0town").encode(), "YA002"),
    "one-byte-too-large": (b"#" * (MAX_BYTES + 1), "YA003"),
    "half-a-million-values": (b"a: [" + b"1," * 490_000 + b"1]\n", "YA007"),
    "one-value-too-many": (b"a:\n" + b"- 1\n" * (MAX_EVENTS + 1), "YA007"),
    "one-value-too-many-in-a-broken-file": (b"a:\n" + b"- 1\n" * (MAX_EVENTS + 1) + b"]", "YA007"),
    "twenty-thousand-fields": (b"".join(b"field%d: 1\n" % n for n in range(20_001)), "YA007"),
    "brackets-without-end": (b"[" * 900_000, "YA007"),
    "braces-without-end": (b"{" * 900_000, "YA004"),
    "groups-without-end": (b"{a: " * 200_000, "YA007"),
    "hyphens-without-end": (b"- " * 400_000, "YA007"),
    "question-marks-without-end": (b"? " * 400_000, "YA004"),
    "anchors-without-end": (b"&a " * 300_000, "YA005"),
    "tags-without-end": (b"!a " * 300_000, "YA010"),
    "indents-without-end": (b"".join(b" " * n + b"a:\n" for n in range(1300)), "YA007"),
    "aliases-of-a-million-values": (
        b"a: &a [" + b"1," * 999 + b"1]\nb: [" + b"*a," * 999 + b"*a]\n", "YA005"
    ),
    "quote-without-end": (b"author: '" + b"words " * 150_000, "YA004"),
    "name-without-end": (b"a" * 900_000 + b": words\n", "YA004"),
    "line-without-end": (b"author: " + b"words " * 150_000, "DE006"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code"), MADE.values(), ids=MADE)
def test_a_file_that_is_no_descriptor_is_refused_with_a_way_out(
    tmp_path: Path, data: bytes, code: str
) -> None:
    prepared = alone(tmp_path, data)

    assert None is prepared.leaflet
    assert code in {f.code for f in prepared.findings}
    assert all(f.help and len(f.what + f.found) < 200 for f in prepared.findings)


def test_a_file_of_100_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    file = tmp_path / "huge.yaml"
    file.touch()
    os.truncate(file, 100_000_000)

    assert [(None, "YA003")] == [(document, f.code) for document, [f] in [read_file(file, "huge.yaml")]]


def test_a_line_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    [finding] = alone(tmp_path, b"consentgen: 1\nversion: 1\nauthor: Caf\xe9\n").findings
    assert ("YA002", 3) == (finding.code, finding.place.line)


def test_no_fault_is_too_far_in_to_be_found(tmp_path: Path) -> None:
    lines = b"# words\n" * 100_000
    [finding] = alone(tmp_path, lines + b"author: *lead\n").findings
    assert ("YA005", 100_001) == (finding.code, finding.place.line)
