"""Templates come from other people: they cannot hang, reach or smuggle, and one bad one stops only its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.compose.wording import MAX_TEMPLATE_BYTES
from consentgen.model.leaflet import Leaflet
from tests import starter
from tests.bad.cases import prepared
from tests.bad.hostile import HOSTILE, shapes, solid

OWN = "guided_self_help.md.j2"
EXTENDS = '{% extends "leaflet/guided_self_help.md.j2" %}\n'


def own_words(words: str) -> str:
    """A template that adds one statement to the shipped wording."""
    return EXTENDS + (
        '{% block costs %}\n{{ super() }}\n{% text "own.words" %}' + words + "{% endtext %}\n{% endblock %}\n"
    )


def with_templates(folder: Path, templates: dict[str, str | bytes], *names: str) -> Path:
    """A project with templates of its own."""
    project = starter.project(folder / "northtown", *(names or (starter.WORKBOOK,)))
    (project / "templates").mkdir()
    for name, text in templates.items():
        (project / "templates" / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return project


def faults(project: Path) -> set[tuple[str, str]]:
    """The code and file of every error in a project."""
    return {(f.code, f.place.path) for f in prepared(project)[0]}


def leaflet(project: Path) -> Leaflet:
    found, [made] = prepared(project)
    assert made.leaflet, found
    return made.leaflet


ENDLESS: dict[str, dict[str, str]] = {
    "two-that-extend-each-other": {
        OWN: '{% extends "other.md.j2" %}', "other.md.j2": f'{{% extends "{OWN}" %}}'
    },
    "two-that-include-each-other": {
        OWN: EXTENDS + '{% block costs %}{% include "other.md.j2" %}{% endblock %}',
        "other.md.j2": f'{{% include "{OWN}" %}}',
    },
    "includes-that-double-forty-times": {
        OWN: EXTENDS + '{% block costs %}{% include "n0.md.j2" %}{% endblock %}',
        **{f"n{n}.md.j2": f'{{% include "n{n + 1}.md.j2" %}}\n' * 2 for n in range(40)},
        "n40.md.j2": "{# nothing #}",
    },
    "includes-in-loops-in-includes": {
        OWN: EXTENDS + '{% block costs %}{% include "n0.md.j2" %}{% endblock %}',
        **{
            f"n{n}.md.j2": "{% for a in service.formats %}{% for b in service.formats %}"
            f'{{% include "n{n + 1}.md.j2" %}}{{% endfor %}}{{% endfor %}}' for n in range(9)
        },
        "n9.md.j2": "{# nothing #}",
    },
}  # fmt: skip


@pytest.mark.parametrize("templates", ENDLESS.values(), ids=ENDLESS)
def test_templates_that_would_work_without_end_are_stopped(tmp_path: Path, templates: dict[str, str]) -> None:
    project = with_templates(tmp_path, {**templates})

    assert {"WO001"} == {code for code, _ in faults(project)}


UNREADABLE: dict[str, bytes] = {
    "a-megabyte": own_words("words " * 200_000).encode(),
    "one-byte-too-many": b"{#" + b" " * (MAX_TEMPLATE_BYTES - 3) + b"#}",
    "latin-1": own_words("Café").encode("latin-1"),
    "utf-16": own_words("Words.").encode("utf-16"),
    "picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_a_template_that_cannot_be_read_is_refused_by_its_name(tmp_path: Path, data: bytes) -> None:
    assert {("WO001", f"templates/{OWN}")} == faults(with_templates(tmp_path, {OWN: data}))


def test_a_template_that_is_a_link_or_a_folder_is_not_passed_over(tmp_path: Path) -> None:
    project = with_templates(tmp_path, {"linked.md.j2": ""}, "stress-class")
    (project / "templates" / OWN).symlink_to("linked.md.j2")
    (project / "templates" / "cbt.md.j2").symlink_to("cbt.md.j2")
    (project / "templates" / "counselling.md.j2").mkdir()

    refused = [OWN, "cbt.md.j2", "counselling.md.j2"]
    assert {("WO001", f"templates/{name}") for name in refused} == faults(project)


def test_a_folder_of_templates_outside_the_project_is_not_used(tmp_path: Path) -> None:
    project = starter.project(tmp_path / "northtown", starter.WORKBOOK)
    outside = with_templates(tmp_path / "elsewhere", {OWN: "# No leaflet"})
    (project / "templates").symlink_to(outside / "templates")

    assert {("PR001", "templates")} == faults(project)
    assert "gsh.title.workbook.telephone" == leaflet(project).title.id


HIDDEN = {
    "override": "\u202e", "escape": "\x1b[31m", "statement-token": "\ue0000\ue001", "block-token": "\ue002end\ue001",
    "value-token": "\ue010service\ue011", "markdown-token": "\x02klzzwxh:0000\x03", "zero-width-space": "\u200b",
}  # fmt: skip


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN)
def test_characters_nobody_can_see_are_found_in_a_statement(tmp_path: Path, hidden: str) -> None:
    project = with_templates(tmp_path, {OWN: own_words(f"Words {hidden} of our own.")})

    assert {("WO001", f"templates/{OWN}")} == faults(project)


def test_a_finding_holds_no_colour_that_a_template_put_there(tmp_path: Path) -> None:
    source = EXTENDS + '{% block costs %}{% include "\x1b[31mred\u202e" %}{% endblock %}'
    [finding] = prepared(with_templates(tmp_path, {OWN: source}))[0]

    assert "red" in finding.what
    assert finding.what.isprintable()
    assert "\u202e" not in finding.what


MARKUP = ["script", "image-with-a-handler", "comment", "entity", "iframe", "end-of-an-attribute", "quotes"]


@pytest.mark.parametrize("name", MARKUP)
def test_markup_of_a_page_stays_words_in_a_statement(tmp_path: Path, name: str) -> None:
    plain = shapes(leaflet(with_templates(tmp_path / "plain", {OWN: own_words("Words.")})))
    words = HOSTILE[name]
    for form, (shape, text) in shapes(
        leaflet(with_templates(tmp_path / "hostile", {OWN: own_words(words)}))
    ).items():
        assert plain[form][0] == shape, form
        assert solid(words) in text, form


LINKS = ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,words", "http://evil.example", "//evil.example",
         "vbscript:words", "file:///etc/passwd", " javascript:alert(1)"]  # fmt: skip


@pytest.mark.parametrize("target", LINKS)
def test_a_link_that_nobody_should_follow_is_words(tmp_path: Path, target: str) -> None:
    made = leaflet(with_templates(tmp_path, {OWN: own_words(f"Read [more]({target}).")}))

    assert {""} == {run.link for run in starter.by_id(made, "own.words").runs}
    assert not any(target.strip() in tag for shape, _ in shapes(made).values() for tag in shape)


def test_a_link_by_a_value_that_is_no_address_is_words(tmp_path: Path) -> None:
    source = own_words("Read [more]({words}).").replace('"own.words"', '"own.words", words=service.author')
    made = leaflet(with_templates(tmp_path, {OWN: source}))

    assert {""} == {run.link for run in starter.by_id(made, "own.words").runs}


def test_a_unit_that_every_leaflet_needs_cannot_be_left_out(tmp_path: Path) -> None:
    [finding] = prepared(with_templates(tmp_path, {"units.md.j2": ""}))[0]

    assert ("WO001", "templates/units.md.j2") == (finding.code, finding.place.path)
    assert "unit." in finding.what


def test_a_bad_template_stops_only_the_leaflets_it_words(tmp_path: Path) -> None:
    project = with_templates(tmp_path, {"class.md.j2": "{{ service }}"}, *starter.NAMES)
    _, made = prepared(project)

    assert ["stress-class"] == [one.id for one in made if not one.leaflet]
    assert 4 == len(made)
