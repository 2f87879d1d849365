"""What stands around the descriptors: links, names, folders, old manifests, places that cannot be written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from consentgen.build.pipeline import ASIDE, Built, build
from consentgen.build.project import open_project
from consentgen.errors import CannotWrite, NotAProject
from tests import starter
from tests.bad.cases import errors, prepared

WORKBOOK = f"{starter.WORKBOOK}.yaml"
needs_rights = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read and write everywhere"
)


@pytest.fixture
def northtown(tmp_path: Path) -> Path:
    """A project with one descriptor, which makes only Markdown."""
    project = starter.project(tmp_path / "northtown", starter.WORKBOOK)
    (project / "consentgen.yaml").write_text("consentgen: 1\nformats: md\n", encoding="utf-8")
    return project


def built(project: Path) -> Built:
    return build(open_project(project), project / "leaflets", starter.AS_OF)


def everything(folder: Path) -> set[str]:
    """The path of every file in a folder, hidden ones too."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def found_in(project: Path) -> set[tuple[str, str]]:
    return {(f.code, f.place.path) for f in prepared(project)[0]}


def a_link_out(file: Path) -> None:
    outside = file.parents[2] / "outside.yaml"
    outside.write_text(starter.text(), encoding="utf-8")
    file.symlink_to(outside)


def a_link_out_and_up(file: Path) -> None:
    a_link_out(file)
    file.unlink()
    file.symlink_to("../../outside.yaml")


def a_link_to_itself(file: Path) -> None:
    file.symlink_to(file.name)


def a_link_to_nothing(file: Path) -> None:
    file.symlink_to("nothing.yaml")


def a_folder(file: Path) -> None:
    file.mkdir()


def a_pipe(file: Path) -> None:
    os.mkfifo(file)


STRANGE = [a_link_out, a_link_out_and_up, a_link_to_itself, a_link_to_nothing, a_folder, a_pipe]


@pytest.mark.parametrize("make", STRANGE, ids=lambda make: make.__name__)
@pytest.mark.parametrize("folder", ["services", "evidence"])
def test_what_is_no_file_of_the_project_is_not_read(northtown: Path, folder: str, make: object) -> None:
    (northtown / folder).mkdir(exist_ok=True)
    assert callable(make)
    make(northtown / folder / "strange.yaml")

    code = "PR001" if make in (a_link_out, a_link_out_and_up, a_link_to_itself) else "YA001"
    assert {(code, f"{folder}/strange.yaml")} == found_in(northtown)
    assert [starter.WORKBOOK] == built(northtown).written


@pytest.mark.parametrize("make", [a_link_to_itself, a_folder, a_pipe], ids=lambda make: make.__name__)
def test_settings_that_are_no_file_are_not_passed_over(northtown: Path, make: object) -> None:
    (northtown / "consentgen.yaml").unlink()
    assert callable(make)
    make(northtown / "consentgen.yaml")

    assert {"consentgen.yaml"} == {path for _, path in found_in(northtown)}


def test_a_link_inside_the_project_is_a_file_like_any_other(northtown: Path) -> None:
    (northtown / "services" / WORKBOOK).rename(northtown / "shared.yaml")
    (northtown / "services" / WORKBOOK).symlink_to("../shared.yaml")

    assert [starter.WORKBOOK] == built(northtown).written


NAMES = {
    "capitals": b"Workbook.yaml", "spaces": b"work book.yaml", "accents": "caf\u00e9.yaml".encode(), "dots": b"a.b.yaml",
    "only-a-dot": b".yaml.yaml", "markup": b"<script>.yaml", "jinja": b"{{ 7*7 }}.yaml", "escape": b"\x1b[31mred.yaml",
    "two-lines": b"a\n::error::b.yaml", "not-utf-8": b"caf\xe9.yaml", "turned": "a\u202eb.yaml".encode(),
    "kept-by-windows": b"con.yaml", "too-long": b"a" * 65 + b".yaml",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_file_with_a_name_no_leaflet_can_have_is_refused(northtown: Path, name: bytes) -> None:
    services = os.fsencode(northtown / "services")
    os.rename(os.path.join(services, WORKBOOK.encode()), os.path.join(services, name))  # noqa: PTH104, PTH118 - pathlib takes no bytes
    made = built(northtown)

    assert ["DE012"] == [f.code for f in errors(made.findings)]
    assert all(label.isprintable() for label in made.refused)
    assert {"manifest.json"} == everything(northtown / "leaflets")


def test_a_descriptor_whose_ending_is_in_capitals_is_read(northtown: Path) -> None:
    (northtown / "services" / WORKBOOK).rename(northtown / "services" / "workbook.YAML")

    assert ["workbook"] == built(northtown).written


@pytest.mark.parametrize("lines", ["id: stress-class", "id: workbook-by-phone"])
def test_of_two_files_with_one_id_the_second_is_refused(northtown: Path, lines: str) -> None:
    for name in ("stress-class", "twin"):
        source = starter.with_lines(lines) if name == "twin" else starter.text(name)
        (northtown / "services" / f"{name}.yaml").write_text(source, encoding="utf-8")
    made = built(northtown)

    refused = {"id: stress-class": "services/twin.yaml", "id: workbook-by-phone": f"services/{WORKBOOK}"}[
        lines
    ]
    assert [("DE013", refused)] == [(f.code, f.place.path) for f in errors(made.findings)]
    assert 2 == len(made.written) == len(everything(northtown / "leaflets")) - 1


def test_a_project_without_a_descriptor_says_so(northtown: Path) -> None:
    (northtown / "services" / WORKBOOK).unlink()

    assert {("PR001", "services")} == found_in(northtown)


@pytest.mark.parametrize("services", ["nothing", "a file"])
def test_a_folder_without_services_is_no_project(tmp_path: Path, services: str) -> None:
    if services == "a file":
        (tmp_path / "services").write_text("words", encoding="utf-8")
    with pytest.raises(NotAProject, match="services"):
        open_project(tmp_path)


def listing(*names: object) -> str:
    return json.dumps({"leaflets": [{"id": "x", "files": [{"path": name} for name in names]}]})


MANIFESTS = {
    "garbage": b"{nope", "no-text": b"\xff\xfe\0", "empty": b"", "a-list": b"[]", "a-word": b'"words"',
    "a-number": b"9" * 10_000, "brackets-without-end": b"[" * 200_000, "other-fields": b'{"leaflets": 5}',
    "id-that-is-a-list": b'{"leaflets": [{"id": [1], "files": []}]}',
    "path-that-is-a-number": listing(5).encode(), "path-that-is-nothing": listing(None).encode(),
    "outside": listing("../../outside.md", "../services/workbook-by-phone.yaml", "/etc/passwd", "..", ".").encode(),
    "backslashes": listing("..\\..\\outside.md", "c:outside.md").encode(),
    "no-file-of-ours": listing("notes.docx", ".hidden.md", "Notes.md", "a.b.md").encode(),
    "impossible-names": listing("a\0.md", "\ud800.md", "a" * 5000 + ".md", "").encode(),
}  # fmt: skip


@pytest.mark.parametrize("manifest", MANIFESTS.values(), ids=MANIFESTS)
def test_a_manifest_from_elsewhere_moves_nothing(northtown: Path, manifest: bytes) -> None:
    (northtown / "leaflets").mkdir()
    (northtown / "leaflets" / "manifest.json").write_bytes(manifest)
    for name in (
        "leaflets/notes.docx",
        "leaflets/.hidden.md",
        "leaflets/Notes.md",
        "leaflets/a.b.md",
        "../outside.md",
    ):
        (northtown / name).write_text("words", encoding="utf-8")
    before = everything(northtown.parent)

    assert [] == built(northtown).set_aside
    assert {f"northtown/leaflets/{starter.WORKBOOK}.DRAFT.md"} == everything(northtown.parent) - before
    assert set() == before - everything(northtown.parent)


@pytest.mark.parametrize("manifest", [MANIFESTS["garbage"], MANIFESTS["brackets-without-end"], None])
def test_an_old_leaflet_never_looks_new_even_when_the_manifest_is_lost(
    northtown: Path, manifest: bytes | None
) -> None:
    built(northtown)
    (northtown / "leaflets" / "manifest.json").unlink()
    if manifest:
        (northtown / "leaflets" / "manifest.json").write_bytes(manifest)
    (northtown / "services" / WORKBOOK).write_text("consentgen: 1\n", encoding="utf-8")

    assert [f"{starter.WORKBOOK}.DRAFT.md"] == built(northtown).set_aside
    assert {"manifest.json", f"{ASIDE}/{starter.WORKBOOK}.DRAFT.md"} == everything(northtown / "leaflets")


@pytest.mark.parametrize("inside", ["", "manifest.json", f"{starter.WORKBOOK}.DRAFT.md"])
def test_what_stands_in_the_way_stays_and_nothing_is_half_written(northtown: Path, inside: str) -> None:
    if inside:
        (northtown / "leaflets" / inside / "folder").mkdir(parents=True)
    else:
        (northtown / "leaflets").write_text("a file of mine", encoding="utf-8")
    with pytest.raises(CannotWrite, match="leaflets"):
        built(northtown)

    assert inside or "a file of mine" == (northtown / "leaflets").read_text(encoding="utf-8")
    assert not [name for name in everything(northtown) if ".consentgen-" in name]


def test_a_character_that_no_font_has_stops_one_leaflet_and_leaves_none_of_its_files(tmp_path: Path) -> None:
    project = starter.project(tmp_path / "northtown", starter.WORKBOOK, "stress-class")
    built(project)
    emoji = starter.with_fields({"service.name": "Northtown \U0001f600"})
    (project / "services" / WORKBOOK).write_text(emoji, encoding="utf-8")
    made = built(project)

    [finding] = errors(made.findings)
    assert ("RE001", f"services/{WORKBOOK}") == (finding.code, finding.place.path)
    assert "U+1F600" in finding.what
    assert ["stress-class"] == made.written
    aside = {name for name in everything(project / "leaflets") if starter.WORKBOOK in name}
    assert {f"{ASIDE}/{starter.WORKBOOK}.DRAFT.{form}" for form in ("html", "pdf", "md", "txt")} == aside


def test_a_build_writes_nothing_outside_its_folder(northtown: Path) -> None:
    before = everything(northtown.parent)
    built(northtown)

    new = everything(northtown.parent) - before
    assert new
    assert {"northtown/leaflets"} == {name.rpartition("/")[0] for name in new}


@needs_rights
def test_a_folder_that_may_not_be_written_is_named(northtown: Path) -> None:
    (northtown / "leaflets").mkdir(mode=0o500)
    with pytest.raises(CannotWrite, match="leaflets"):
        built(northtown)


@needs_rights
@pytest.mark.parametrize("place", ["services/closed.yaml", "evidence/closed.yaml", "templates/cbt.md.j2"])
def test_a_file_that_may_not_be_read_is_named_and_stops_no_other(northtown: Path, place: str) -> None:
    (northtown / place).parent.mkdir(exist_ok=True)
    (northtown / place).touch(mode=0o000)
    made = built(northtown)

    assert [starter.WORKBOOK] == made.written
    assert [place] == [f.place.path for f in errors(made.findings)]
