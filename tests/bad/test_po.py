"""Every bad catalogue is told its faults at their lines, is left as it is, and stops nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.build.languages import Work, bring_up_to_date
from consentgen.localise.folder import LocaleFolder
from consentgen.localise.po import MAX_BYTES, read_catalogue, read_file, read_po
from consentgen.localise.reviews import read_reviews
from consentgen.model.finding import Finding, Severity
from consentgen.rules import rule_called
from tests import catalogues
from tests.bad.cases import expected, files, named
from tests.bad.hostile import HOSTILE

LABEL = "locales/pl/LC_MESSAGES/consentgen.po"
KNOWN = {message.id for message in catalogues.messages()}


def found_in(data: bytes) -> list[Finding]:
    return read_catalogue(data, LABEL, locale="pl", known=KNOWN)[1]


@pytest.mark.parametrize("file", files("po"), ids=named)
def test_a_bad_catalogue_is_told_its_faults_and_no_others(file: Path) -> None:
    found = found_in(file.read_bytes())
    words = {f"{f.code}:{f.place.line}": f"{f.what} {f.found} {f.expected} {f.help}" for f in found}

    wanted = expected(file)
    assert [(w.code, w.field, w.line) for w in wanted] == sorted(
        (f.code, f.place.field, f.place.line) for f in found
    )
    assert [] == [w for w in wanted if w.text not in words[f"{w.code}:{w.line}"]]
    assert [] == [f for f in found if not f.help or LABEL != f.place.path]
    assert [] == [f.code for f in found if not rule_called(f.code).why]


@pytest.mark.parametrize("file", files("po"), ids=named)
def test_a_bad_catalogue_is_left_as_it_is(file: Path, tmp_path: Path) -> None:
    folder = LocaleFolder(tmp_path / "locales", "pl")
    folder.po.parent.mkdir(parents=True)
    folder.po.write_bytes(file.read_bytes())
    made, findings = bring_up_to_date(folder, Work(catalogues.messages()))

    assert made is None
    assert findings
    assert file.read_bytes() == folder.po.read_bytes()
    assert [folder.po] == [path for path in tmp_path.rglob("*") if path.is_file()]


NO_TEXT = {
    "latin-2": ('msgid "a"\nmsgstr "wyb\xf3r"\n'.encode("iso-8859-2"), 2),
    "utf-16": ('msgid "a"\n'.encode("utf-16"), 1),
    "cut-in-a-letter": ('msgid "a"\nmsgstr "wybó'.encode()[:-1], 2),
    "nul": (b'msgid "a"\nmsgstr "\0"\n', 2),
    "escape": (b'msgid "a"\n\nmsgstr "\x1b[31m"\n', 3),
    "a-compiled-catalogue": (b"\xde\x12\x04\x95\0\0\0\0", 1),
}


@pytest.mark.parametrize("name", NO_TEXT)
def test_what_is_no_text_is_one_finding_at_its_line(name: str) -> None:
    data, line = NO_TEXT[name]
    assert [("PO002", line)] == [(f.code, f.place.line) for f in found_in(data)]


def test_a_file_of_50_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "consentgen.po"
    with file.open("wb") as opened:
        opened.truncate(50_000_000)
    assert ["PO003"] == [f.code for f in read_file(file, LABEL)[1]]
    assert ["PO003"] == [f.code for f in read_po(b" " * (MAX_BYTES + 1), LABEL)[1]]


@pytest.mark.parametrize("kind", ["nothing", "a folder", "a link", "a link to itself"])
def test_what_is_no_file_is_not_read(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "consentgen.po"
    if kind == "a folder":
        file.mkdir()
    if kind == "a link":
        (tmp_path / "other").write_text('msgid "a"\nmsgstr "b"\n', encoding="utf-8")
        file.symlink_to("other")
    if kind == "a link to itself":
        file.symlink_to("consentgen.po")
    assert ["PO001"] == [f.code for f in read_file(file, LABEL)[1]]


def test_a_file_of_lines_that_cannot_be_read_is_not_told_line_by_line_for_ever() -> None:
    assert 50 == len(read_po(b"msgid words\n\n" * 10_000, LABEL)[1])


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_read_as_words_or_refused(text: str) -> None:
    written = catalogues.entry("title", "{therapy}", text)
    data = b"\n".join(line.encode("utf-8", "replace") for line in _lines(written))
    file, findings = read_po(data, LABEL)
    assert findings or (file and file.entries[0].forms == (text,))


def _lines(entry: object) -> tuple[str, ...]:
    from consentgen.localise.entry import Entry
    from consentgen.localise.po import lines

    assert isinstance(entry, Entry)
    return lines(entry)


BAD_LINES = {
    "words": b"signed by me",
    "a-list": b"[]",
    "brackets-without-end": b"[" * 100_000,
    "no-name": b'{"id": "a", "source": "b", "target": "c", "role": "d", "date": "2026-11-23"}',
    "empty-name": b'{"id": "a", "source": "b", "target": "c", "who": " ", "role": "d", "date": "2026-11-23"}',
    "name-without-a-letter": b'{"id": "a", "source": "b", "target": "c", "who": "...", "role": "d", "date": "2026-11-23"}',
    "turned-name": '{"id": "a", "source": "b", "target": "c", "who": "A\u202eB", "role": "d", "date": "2026-11-23"}'.encode(),
    "number-for-a-name": b'{"id": "a", "source": "b", "target": "c", "who": 7, "role": "d", "date": "2026-11-23"}',
    "no-day": b'{"id": "a", "source": "b", "target": "c", "who": "A", "role": "d", "date": "yesterday"}',
    "a-field-more": b'{"id": "a", "source": "b", "target": "c", "who": "A", "role": "d", "date": "2026-11-23", "status": "final"}',
    "not-utf-8": b'{"id": "\xff"}',
}


@pytest.mark.parametrize("line", BAD_LINES.values(), ids=BAD_LINES)
def test_a_line_that_is_no_sign_off_counts_for_nothing(line: bytes) -> None:
    good = b'{"id": "a", "source": "b", "target": "c", "who": "A", "role": "d", "date": "2026-11-23"}'
    reviews, findings = read_reviews(b"\n".join([good, line, good]), "locales/pl/reviews.jsonl")
    assert 2 == len(reviews)
    assert [("RV001", 2, Severity.ERROR)] == [(f.code, f.place.line, f.severity) for f in findings]


def test_sign_offs_of_50_megabytes_are_not_read() -> None:
    assert ["RV001"] == [f.code for f in read_reviews(b"\n" * (MAX_BYTES + 1), "reviews.jsonl")[1]]
