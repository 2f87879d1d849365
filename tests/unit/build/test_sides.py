"""What may be compared with what, and what each of it is called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from consentgen.build.difference import between, difference
from consentgen.build.side import Asked
from consentgen.build.sides import Sides, sides
from consentgen.errors import CannotRead, NotAProject, UnknownName
from consentgen.review.change import EditKind
from tests import starter
from tests.repository import change, commit, git, repository

OTHER = "online-course"
LENGTH = ("length: 30 minutes", "length: 45 minutes")


def found(first: str | Path, second: str | Path | None = None, **asked: object) -> Sides:
    given = Asked(starter.AS_OF, environment=dict(os.environ), **asked)  # type: ignore[arg-type] # as a test names them
    return sides(str(first), None if second is None else str(second), given)


def changed(made: Sides) -> list[str]:
    """The ids of the statements that differ."""
    return sorted({p.id for text in difference(made).texts for e in text.changed for p in (e.new or e.old)})


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = repository(tmp_path / "repo")
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def workbook(repo: Path) -> Path:
    return repo / "leaflets" / "services" / f"{starter.WORKBOOK}.yaml"


TOUCHED = ["dose.contact.about", "dose.length", "facts.contact.about", "facts.length"]


def test_one_revision_is_compared_with_the_files_as_they_are(workbook: Path) -> None:
    change(workbook, *LENGTH)
    made = found("HEAD")
    assert (TOUCHED, 2, (), ()) == (changed(made), len(made.pairs), made.added, made.removed)
    assert made.old.startswith("HEAD (")
    assert changed(found("main")) == TOUCHED


def test_two_revisions_are_compared_in_each_way_of_writing_them(repo: Path, workbook: Path) -> None:
    git(repo, "tag", "v1")
    change(workbook, *LENGTH)
    commit(repo)
    change(workbook, "length: 45 minutes", "length: 60 minutes")
    for pair in (("v1..HEAD", None), ("v1", "main"), ("HEAD~1..", None), ("v1...HEAD", None)):
        assert TOUCHED == changed(found(*pair)), pair
    assert [] == changed(found("HEAD", "main"))


def test_three_dots_compare_since_the_branches_parted(repo: Path, workbook: Path) -> None:
    git(repo, "checkout", "-q", "-b", "work")
    change(workbook, *LENGTH)
    commit(repo)
    git(repo, "checkout", "-q", "main")
    change(repo / "leaflets" / "services" / f"{OTHER}.yaml", "length: 20 minutes", "length: 25 minutes")
    commit(repo)
    assert 2 == len(found("main..work").pairs)
    assert {starter.WORKBOOK} == {t.new.leaflet for t in difference(found("main...work")).texts if t.changed}
    assert 2 == len([t for t in difference(found("main..work")).texts if t.changed])


def test_leaflets_that_came_or_went_are_named(repo: Path) -> None:
    (repo / "leaflets" / "services" / f"{OTHER}.yaml").unlink()
    starter_file = starter.FOLDER / "services" / "stress-class.yaml"
    (repo / "leaflets" / "services" / "stress-class.yaml").write_bytes(starter_file.read_bytes())
    made = found("HEAD")
    assert [["stress-class"], [OTHER], [starter.WORKBOOK]] == [
        [r.leaflet for r in made.added], [r.leaflet for r in made.removed], [r.leaflet for r, _ in made.pairs]
    ]  # fmt: skip


def test_a_project_that_was_not_there_yet_is_all_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = tmp_path / "repo"
    repo.mkdir()
    git(repo, "init", "-q", "-b", "main")
    (repo / "README").write_text("x")
    commit(repo)
    starter.project(repo / "leaflets", starter.WORKBOOK)
    monkeypatch.chdir(repo)
    made = found("HEAD", project=repo / "leaflets")
    assert ([starter.WORKBOOK], ()) == ([r.leaflet for r in made.added], made.pairs)


def test_a_project_is_found_below_the_current_folder_or_named(
    repo: Path, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(workbook, *LENGTH)
    for folder in (repo, repo / "leaflets"):
        monkeypatch.chdir(folder)
        assert TOUCHED == changed(found("HEAD"))
    monkeypatch.chdir(repo.parent)
    assert TOUCHED == changed(found("HEAD", project=Path("repo/leaflets")))
    starter.project(repo / "more", OTHER)
    commit(repo)
    monkeypatch.chdir(repo)
    with pytest.raises(CannotRead, match="several projects here: leaflets, more"):
        found("HEAD")


def test_two_folders_are_compared(tmp_path: Path) -> None:
    old = starter.project(tmp_path / "old", starter.WORKBOOK)
    new = starter.project(tmp_path / "new", starter.WORKBOOK)
    change(new / "services" / f"{starter.WORKBOOK}.yaml", *LENGTH)
    made = found(old, new)
    assert (TOUCHED, str(old), str(new)) == (changed(made), made.old, made.new)


def test_two_descriptors_are_compared_whatever_their_names(workbook: Path, tmp_path: Path) -> None:
    alone = tmp_path / "former.yaml"
    alone.write_bytes(workbook.read_bytes())
    change(workbook, *LENGTH)
    assert TOUCHED == changed(found(alone, workbook))
    assert TOUCHED == changed(found(f"HEAD:leaflets/services/{starter.WORKBOOK}.yaml", workbook))


def test_two_templates_are_compared_by_id_without_values(repo: Path) -> None:
    old, new = repo / "old.md.j2", repo / "new.md.j2"
    old.write_text(
        '{% text "a.b", count=x %}\nYou have {count} session.\n{% plural %}\nYou have {count} sessions.\n{% endtext %}\n'
    )
    new.write_text(old.read_text().replace("have {count} sessions", "get {count} sessions"))
    [text] = difference(found(old, new)).texts
    assert [("a.b", "You have {count} sessions.", "You get {count} sessions.")] == [
        (e.old[0].id, e.old[0].text, e.new[0].text) for e in text.changed
    ]
    commit(repo)
    new.write_text(old.read_text())
    assert 1 == len(difference(found("HEAD:new.md.j2", "new.md.j2")).texts[0].changed)


def test_a_file_is_compared_with_the_leaflet_it_is_named_after_or_the_one_that_is_asked_for(
    repo: Path, workbook: Path
) -> None:
    file = repo / f"{starter.WORKBOOK}.txt"
    file.write_text("Guided self-help\n================\n\nYou read.\n")
    [(old, new)] = found("leaflets", file).pairs
    assert (starter.WORKBOOK, str(file)) == (old.leaflet, new.label)
    other = file.rename(repo / "letter.txt")
    [(old, _)] = found("HEAD", other, leaflets=(OTHER,)).pairs
    assert OTHER == old.leaflet
    with pytest.raises(CannotRead, match="several leaflets"):
        found("leaflets", other)
    with pytest.raises(UnknownName):
        found("leaflets", other, leaflets=("nothing",))


def test_languages_are_compared_as_drafts_where_they_are_asked_for(workbook: Path) -> None:
    change(workbook, *LENGTH)
    made = found("HEAD", locales=("pl",))
    assert ["en-GB", "en-GB", "pl", "pl"] == sorted(new.language for _, new in made.pairs)
    assert {"en-GB", "pl"} == {w.language for c in difference(made).changes for w in c.where}
    assert 14 < len({new.language for _, new in found("HEAD", locales=("all",)).pairs}) + 2


def test_a_leaflet_that_is_no_longer_made_is_told_and_not_called_removed(workbook: Path) -> None:
    change(workbook, "modality: guided-self-help-workbook", "modality: magic")
    made = found("HEAD")
    assert ([starter.WORKBOOK], (), False) == ([r.leaflet for r in made.refused], made.removed, made.whole)
    assert made.refused[0].findings


def test_a_leaflet_that_could_not_be_made_before_is_new(repo: Path, workbook: Path) -> None:
    change(workbook, "modality: guided-self-help-workbook", "modality: magic")
    commit(repo)
    change(workbook, "modality: magic", "modality: guided-self-help-workbook")
    made = found("HEAD")
    assert ([starter.WORKBOOK], [starter.WORKBOOK], True) == (
        [r.leaflet for r in made.added], [r.leaflet for r in made.before], made.whole
    )  # fmt: skip


def test_a_link_in_a_revision_is_followed_only_inside_the_project(repo: Path, workbook: Path) -> None:
    services = workbook.parent
    (services / "linked.yaml").symlink_to(f"{starter.WORKBOOK}.yaml")
    (services / "outside.yaml").symlink_to("/etc/hostname")
    commit(repo)
    (services / "linked.yaml").unlink()
    (services / "outside.yaml").unlink()
    made = found("HEAD")
    assert ["linked"] == [r.leaflet for r in made.removed]


def test_nothing_of_the_caller_changes_what_git_does(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(workbook, *LENGTH)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, "/nowhere")
    assert TOUCHED == changed(found("HEAD"))


def test_the_repository_is_left_as_it_was(repo: Path, workbook: Path) -> None:
    change(workbook, *LENGTH)

    def files() -> dict[str, int]:
        return {str(f): f.stat().st_mtime_ns for f in sorted(repo.rglob("*"))}

    before = files()
    found("HEAD")
    assert before == files()


def test_two_languages_are_compared_by_statements_and_facts(repo: Path) -> None:
    asked = Asked(starter.AS_OF, (starter.WORKBOOK,), project=repo / "leaflets", environment=dict(os.environ))
    made = difference(between(None, ("en", "pl"), asked))
    assert ("en", "pl", True) == (made.old, made.new, made.same)
    [text] = made.texts
    assert 150 < len([e for e in text.edits if e.kind is EditKind.SAME])
    with pytest.raises(UnknownName):
        between(None, ("en", "tlh"), asked)


def test_a_folder_without_a_project_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(NotAProject):
        found(tmp_path, tmp_path)
