"""The manifest says what was built from what, with the hash of every file."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from consentgen import __version__
from consentgen.build.manifest import Before, digest
from consentgen.rules.disclosures import disclosures
from tests import starter
from tests.unit.build.conftest import Build, manifest, put


def test_a_digest_names_its_kind() -> None:
    # The published test vector of FIPS 180-2.
    expected = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert expected == digest(b"abc")


def test_every_file_is_listed_with_its_hash_and_size(project: Path, make: Build) -> None:
    make("html", "md", "txt")
    files = [file for entry in manifest(project)["leaflets"] for file in entry["files"]]
    assert 12 == len(files)
    for file in files:
        data = (project / "leaflets" / file["path"]).read_bytes()
        assert ("sha256:" + sha256(data).hexdigest(), len(data)) == (file["sha256"], file["bytes"])


def test_every_descriptor_is_listed_with_its_hash(project: Path, make: Build) -> None:
    make("txt")
    for entry in manifest(project)["leaflets"]:
        data = (project / entry["descriptor"]["path"]).read_bytes()
        assert "sha256:" + sha256(data).hexdigest() == entry["descriptor"]["sha256"]


def test_every_leaflet_is_listed_with_its_proof(project: Path, make: Build) -> None:
    make("txt")
    entry = next(e for e in manifest(project)["leaflets"] if e["id"] == starter.WORKBOOK)
    assert ("en-GB", "1.0", ["draft"]) == (entry["language"], entry["version"], entry["stamps"])
    assert {d.id: "told" for d in disclosures()} == entry["disclosures"]
    assert "england-2024-25.guided-self-help-workbook.depression.change" in entry["evidence"]


def test_what_is_only_told_in_part_says_so(project: Path, make: Build) -> None:
    put(project, "a", starter.without("costs.fee"))
    make("txt")
    [entry] = [e for e in manifest(project)["leaflets"] if e["id"] == "a"]
    assert "partly" == entry["disclosures"]["costs-practical"]


def test_a_refused_descriptor_is_listed_with_its_faults(project: Path, make: Build) -> None:
    put(project, "a", starter.with_lines("problems: [gloom]\nauthor: ''\n"))
    make("txt")
    expected = [{"descriptor": "services/a.yaml", "findings": ["DE004", "DE005"]}]
    assert expected == manifest(project)["refused"]


def test_the_build_says_with_what_and_for_which_day_it_was_made(project: Path, make: Build) -> None:
    make("txt")
    assert (__version__, "2026-11-23") == (manifest(project)["consentgen"], manifest(project)["date"])


def test_the_projects_own_inputs_are_listed(project: Path, make: Build) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "own.md.j2").write_text("", encoding="utf-8")
    (project / "consentgen.yaml").write_text("expired: refuse\n", encoding="utf-8")
    make("txt")
    assert ["wording", "data", "consentgen.yaml", "templates/own.md.j2"] == list(manifest(project)["inputs"])


def test_old_files_are_read_from_the_manifest(project: Path, make: Build) -> None:
    make("txt")
    assert [f"{name}.DRAFT.txt" for name in starter.NAMES] == Before(project / "leaflets").names()


def test_a_manifest_that_cannot_be_read_lists_nothing(tmp_path: Path) -> None:
    for held in ("", "[]", '{"leaflets": 3}', '{"leaflets": [{"id": "a"}]}', '{"leaflets": [3]}'):
        (tmp_path / "manifest.json").write_text(held, encoding="utf-8")
        assert [] == Before(tmp_path).names()


def listed(project: Path) -> set[str]:
    return {file["path"] for entry in manifest(project)["leaflets"] for file in entry["files"]}


def test_a_format_that_is_still_true_stays_when_another_is_made(project: Path, make: Build) -> None:
    make("txt")
    assert [] == make("md").set_aside
    assert {f"{name}.DRAFT.{form}" for name in starter.NAMES for form in ("txt", "md")} == listed(project)


def test_a_format_of_changed_words_does_not_stay_when_another_is_made(project: Path, make: Build) -> None:
    make("txt")
    put(project, starter.WORKBOOK, starter.without("costs.fee"))
    assert [f"{starter.WORKBOOK}.DRAFT.txt"] == make("md").set_aside


def test_a_file_that_somebody_edited_does_not_stay_when_another_format_is_made(
    project: Path, make: Build
) -> None:
    make("txt")
    (project / "leaflets" / f"{starter.WORKBOOK}.DRAFT.txt").write_text(
        "We cure everybody.", encoding="utf-8"
    )
    assert [f"{starter.WORKBOOK}.DRAFT.txt"] == make("md").set_aside
