"""YAML from strangers: text stays text, every value has its place, every fault its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.model.finding import Finding, Place
from consentgen.source import Document, read_file, read_yaml
from consentgen.source.read import MAX_BYTES
from consentgen.source.yaml import MAX_EVENTS, dotted


def value_of(source: str) -> object:
    document, findings = read_yaml(source.encode(), "a.yaml")
    assert document, findings
    return document.value


def faults(source: str | bytes) -> list[tuple[str, int, int]]:
    data = source if isinstance(source, bytes) else source.encode()
    return [(f.code, f.place.line, f.place.column) for f in read_yaml(data, "a.yaml")[1]]


@pytest.mark.parametrize("word", ["0800 111", "no", "yes", "on", "1e3", "0o17", "1.10", "2026-11-01", "6:30"])
def test_nothing_is_guessed_so_every_value_stays_the_text_that_was_written(word: str) -> None:
    assert {"a": word} == value_of(f"a: {word}\n")


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_field_left_empty_holds_nothing(nothing: str) -> None:
    assert {"a": None, "b": "1"} == value_of(f"a: {nothing}\nb: 1\n")


def test_a_quoted_empty_text_is_a_text() -> None:
    assert {"a": "", "b": "null"} == value_of("a: ''\nb: 'null'\n")


def test_white_space_in_a_text_becomes_single_spaces() -> None:
    assert {"a": "one two three"} == value_of("a: >-\n  one  two\n  three\n")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    document, findings = read_yaml(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "a.yaml")
    assert document
    assert ({"a": "1", "b": "2"}, []) == (document.value, findings)


@pytest.fixture
def document() -> Document:
    document, _ = read_yaml(
        b"# a service\nservice:\n  name: Northtown\nlist:\n  - one\n  - two: 2\n", "s.yaml"
    )
    assert document
    return document


def test_every_value_has_its_line_and_column(document: Document) -> None:
    assert Place("s.yaml", 3, 9, "service.name") == document.place(("service", "name"))
    assert Place("s.yaml", 6, 10, "list[2].two") == document.place(("list", 1, "two"))


def test_every_field_name_has_its_own_place(document: Document) -> None:
    assert Place("s.yaml", 3, 3, "service.name") == document.place(("service", "name"), key=True)


def test_what_is_not_there_stands_where_it_would_belong(document: Document) -> None:
    assert Place("s.yaml", 3, 3, "service.provider") == document.place(("service", "provider"))


def test_paths_are_written_as_authors_count() -> None:
    assert "alternatives.options[2].wait" == dotted(("alternatives", "options", 1, "wait"))


FAULTS = {
    "a-bracket-left-open": ("a: 1\nb: [2\n", "YA004", 3, 1),
    "a-tab-at-the-start": ("a:\n\tb: 1\n", "YA004", 2, 1),
    "a-quote-left-open": ("a: 'one\n", "YA004", 2, 1),
    "a-colon-in-a-text": ("a: one: two\n", "YA004", 1, 7),
    "a-list-as-a-field-name": ("[a, b]: 1\n", "YA004", 1, 1),
    "an-anchor": ("a: &x 1\n", "YA005", 1, 4),
    "an-alias": ("a: 1\nb: *x\n", "YA005", 2, 4),
    "a-merge": ("<<: *x\n", "YA005", 1, 5),
    "a-field-twice": ("a: 1\nb: 2\na: 3\n", "YA006", 3, 1),
    "too-deep": ("a: " + "[" * 13 + "]" * 13 + "\n", "YA007", 1, 16),
    "nothing": ("", "YA008", 1, 1),
    "only-a-comment": ("# nothing\n", "YA008", 1, 1),
    "an-empty-mapping": ("{}\n", "YA008", 1, 1),
    "a-tag": ("a: 1\nb: !!python/name:os.system\n", "YA010", 2, 4),
    "a-tag-of-our-own": ("a: !include x.yaml\n", "YA010", 1, 4),
    "two-documents": ("a: 1\n---\na: 2\n", "YA011", 2, 1),
    "a-turned-direction": ('a: 1\nb: "north\\u202enwot"\n', "YA012", 2, 4),
    "an-escape-sequence": ('a: "\\e[31m"\n', "YA012", 1, 4),
    "a-private-use-character": ('a: "\\ue000"\n', "YA012", 1, 4),
}


@pytest.mark.parametrize(("source", "code", "line", "column"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_at_its_line_and_column(source: str, code: str, line: int, column: int) -> None:
    assert [(code, line, column)] == faults(source)


BYTES = {
    "not-utf-8": (b"a: 1\nb: caf\xe9\n", "YA002", 2),
    "utf-16": ("a: 1\n".encode("utf-16"), "YA002", 1),
    "a-nul": (b"a: 1\0\n", "YA002", 1),
    "a-picture": (b"\x89PNG\r\n\x1a\n\0\0", "YA002", 1),
    "too-large": (b"#" * (MAX_BYTES + 1), "YA003", 1),
    "too-many-values": (b"a: [" + b"1," * MAX_EVENTS + b"1]\n", "YA007", 1),
}


@pytest.mark.parametrize(("data", "code", "line"), BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_descriptor_are_refused(data: bytes, code: str, line: int) -> None:
    [(found, where, _)] = faults(data)
    assert (code, line) == (found, where)


def test_a_file_may_be_as_large_as_the_limit() -> None:
    assert ["YA008"] == [code for code, *_ in faults(b"#" * MAX_BYTES)]


def test_a_text_with_hidden_characters_is_named_by_its_code_points() -> None:
    _, [finding] = read_yaml(b'a: "x\\u200e\\u202ey"\n', "a.yaml")
    assert "U+200E, U+202E" == finding.found


def test_two_faults_that_can_both_be_read_are_both_told() -> None:
    assert ["YA006", "YA012"] == sorted(code for code, _, _ in faults('a: 1\na: "\\u202e"\n'))


def test_every_fault_has_a_way_out() -> None:
    sources = [source for source, *_ in FAULTS.values()]
    findings: list[Finding] = [f for source in sources for f in read_yaml(source.encode(), "a.yaml")[1]]
    assert len(FAULTS) == len(findings)
    assert [] == [f for f in findings if not f.help or f.what.endswith(".")]


def test_a_file_is_read_under_its_label(tmp_path: Path) -> None:
    file = tmp_path / "northtown.yaml"
    file.write_text("a: &x 1\n", encoding="utf-8")
    _, [finding] = read_file(file, "services/northtown.yaml")
    assert "services/northtown.yaml" == finding.place.path


def test_what_is_not_a_file_is_not_opened(tmp_path: Path) -> None:
    assert [(None, "YA001")] * 2 == [
        (document, finding.code)
        for document, [finding] in (
            read_file(tmp_path, "a.yaml"),
            read_file(tmp_path / "none.yaml", "none.yaml"),
        )
    ]


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    file = tmp_path / "huge.yaml"
    with file.open("wb") as opened:
        opened.truncate(100_000_000)
    assert ["YA003"] == [finding.code for finding in read_file(file, "huge.yaml")[1]]
