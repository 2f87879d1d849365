"""The Markdown around the statements becomes sections and blocks; words of its own are refused."""

from __future__ import annotations

import pytest

from consentgen.errors import BadWording
from consentgen.model.leaflet import Bullets, Definitions, Heading, Paragraph
from tests.unit.compose.conftest import Run


def text(key: str) -> str:
    return f'{{% text "{key}" %}}{key}{{% endtext %}}'


def test_a_leaflet_begins_with_its_title(run: Run) -> None:
    assert "Title" == run(text("a")).title.text


@pytest.mark.parametrize("start", ["", "## "])
def test_a_leaflet_without_a_title_is_refused(run: Run, start: str) -> None:
    with pytest.raises(BadWording, match="does not begin with its title"):
        run(text("a"), title=start)


def test_a_template_that_gives_nothing_is_refused(run: Run) -> None:
    with pytest.raises(BadWording, match="does not begin with its title"):
        run("", title="")


def test_headings_of_the_second_level_begin_sections(run: Run) -> None:
    ran = run(f"{text('a')}\n\n## {text('b.heading')}\n\n{text('c')}\n\n## {text('d.e.heading')}\n")
    assert ["opening", "b", "d-e"] == [section.id for section in ran.sections]
    assert [None, "b.heading", "d.e.heading"] == [s.heading and s.heading.id for s in ran.sections]


def test_headings_of_the_third_level_stand_in_their_section(run: Run) -> None:
    [heading, paragraph] = run(f"### {text('a')}\n\n{text('b')}").blocks
    assert isinstance(heading, Heading)
    assert isinstance(paragraph, Paragraph)


def test_statements_without_a_blank_line_between_them_are_one_paragraph(run: Run) -> None:
    blocks = run(f"{text('a')}\n{text('b')}\n\n{text('c')}").blocks
    assert [["a", "b"], ["c"]] == [[s.id for s in b.statements] for b in blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize(("mark", "ordered"), [("-", False), ("1.", True)])
def test_items_are_one_or_more_statements(run: Run, mark: str, ordered: bool) -> None:
    [bullets] = run(f"{mark} {text('a')}\n  {text('b')}\n{mark} {text('c')}\n").blocks
    assert isinstance(bullets, Bullets)
    assert ([["a", "b"], ["c"]], ordered) == ([[s.id for s in i] for i in bullets.items], bullets.ordered)


def test_labels_stand_with_what_they_stand_for(run: Run) -> None:
    [definitions] = run(f"{text('a')}\n:   {text('b')}\n\n{text('c')}\n:   {text('d')}\n").blocks
    assert isinstance(definitions, Definitions)
    assert [("a", ["b"]), ("c", ["d"])] == [(k.id, [s.id for s in told]) for k, told in definitions.rows]


def test_words_outside_a_statement_are_refused_with_path_and_line(run: Run) -> None:
    with pytest.raises(BadWording, match=r"^templates/own\.md\.j2:6: words .*: 'Ring us\.'"):
        run(f"{text('a')}\n\n\nRing us.")


def test_a_shape_a_leaflet_does_not_have_is_refused(run: Run) -> None:
    with pytest.raises(BadWording, match="<hr> is not used"):
        run(f"{text('a')}\n\n---\n\n{text('b')}")


def test_a_leaflet_has_an_end(run: Run) -> None:
    with pytest.raises(BadWording, match="more than 600 statements"):
        run("{% for n in many %}\n" + text("a") + "{% endfor %}", many=range(601))
