"""A file read field by field gives what it gives when read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.source import read_yaml
from consentgen.source.yaml import read_whole
from tests import starter

FILES = sorted((Path(__file__).parents[2] / "bad").glob("*/*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_faulty_file_gives_the_same_value_and_findings(file: Path) -> None:
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    document, findings = read_yaml(data, "a.yaml")
    whole, faults = read_whole(text, "a.yaml") if text else (None, findings)
    if "\0" not in text and [f.code for f in findings] != ["YA012"]:
        assert (whole and whole.value, faults) == (document and document.value, findings)


@pytest.mark.parametrize("name", starter.NAMES)
def test_a_starter_file_gives_the_same_places(name: str) -> None:
    document = starter.document(starter.text(name), "a.yaml")
    whole, _ = read_whole(starter.text(name), "a.yaml")
    assert whole
    assert document.parts
    assert whole.place(()) == document.place(())
    assert (whole.value, whole.places, whole.key_places) == (
        document.value,
        document.places,
        document.key_places,
    )


@pytest.mark.parametrize(
    "source",
    [
        'a: "one\nb: two"\n',
        "a: one\n---\nb: two\n",
        "a: one\n...\nb: two\n",
        "%YAML 1.2\n---\na: one\n",
        "a: |\n  one\nb: two\n",
        "a: [one,\nb: two]\n",
        "a: one\rb: two\n",
        "a: one\u2028b: two\n",
        "a: one\r\nb:\r\n  c: two\r\n",
        "# a comment\n\na:\n- one\n- two\n# another\nb: two",
        "a: one\na: two\n",
        "a: &x one\nb: *x\n",
        "- a: one\nb: two\n",
        "a: one\n b: two\n",
        "a: 'one\n\nb: it''s two'\nc: three\n",
        "a: >-\n  one\n\n  two\n\nb: three\n",
        "\ta: one\nb: two\n",
        "a:\n  b: one\n c: two\n",
    ],
)
def test_lines_that_look_like_fields_are_read_as_yaml_has_them(source: str) -> None:
    document, findings = read_yaml(source.encode(), "a.yaml")
    whole, faults = read_whole(source, "a.yaml")
    assert (whole and whole.value, faults) == (document and document.value, findings)
    if document and whole:
        assert [whole.place((key,)) for key in ("a", "b")] == [document.place((key,)) for key in ("a", "b")]


def test_a_field_that_two_files_write_alike_is_one_value() -> None:
    one, other = (starter.document(starter.text()).value for _ in range(2))
    assert isinstance(one, dict)
    assert isinstance(other, dict)
    assert one["crisis"] is other["crisis"]
