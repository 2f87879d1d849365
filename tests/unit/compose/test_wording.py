"""The wording: shipped templates, with a project's own in front of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.compose.wording import MAX_TEMPLATE_BYTES, Wording
from consentgen.errors import BadWording
from tests import starter

TEXT = '{% text "own.one" %}Words.{% endtext %}'


def test_the_shipped_templates_are_found() -> None:
    assert {"base.md.j2", "guided_self_help.md.j2", "furniture.md.j2", "units.md.j2"} <= set(
        Wording().names()
    )


def test_a_project_adds_templates_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "own.md.j2").write_text(TEXT, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a template", encoding="utf-8")
    names = Wording(tmp_path).names()
    assert "own.md.j2" in names
    assert "notes.txt" not in names


def test_a_project_without_templates_has_the_shipped_ones(tmp_path: Path) -> None:
    assert Wording().names() == Wording(tmp_path / "templates").names()


def test_every_statement_is_declared_with_its_path_and_line() -> None:
    [title] = [m for m in starter.wording().declared() if m.id == "title"]
    assert ("templates/leaflet/base.md.j2", 2) == (title.path, title.line)


def test_a_unit_has_its_two_forms() -> None:
    assert ("{count} minute", "{count} minutes") == starter.wording().unit("unit.minute").source


def test_a_template_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(TEXT, encoding="utf-8")
    own = tmp_path / "templates"
    own.mkdir()
    (own / "own.md.j2").symlink_to(tmp_path / "secret")
    with pytest.raises(BadWording, match=r"own\.md\.j2:1: the template is a link"):
        Wording(own).template("own.md.j2")


@pytest.mark.parametrize(
    ("data", "fault"),
    [(b"#" * (MAX_TEMPLATE_BYTES + 1), "too large"), (b"caf\xe9", "not UTF-8 text")],
    ids=["too-large", "not-utf-8"],
)
def test_a_template_that_is_no_text_is_refused(tmp_path: Path, data: bytes, fault: str) -> None:
    (tmp_path / "own.md.j2").write_bytes(data)
    with pytest.raises(BadWording, match=fault):
        Wording(tmp_path).template("own.md.j2")


def test_a_template_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(BadWording, match="there is no such template") as caught:
        Wording().template("nobody.md.j2")
    assert "base.md.j2" in caught.value.help_text
