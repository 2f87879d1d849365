"""Revisions that cannot be read: each is told why, with a way out, and git runs nothing that a name says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from consentgen.build.side import Asked
from consentgen.build.sides import sides
from consentgen.errors import CannotRead, ConsentgenError
from tests import starter
from tests.command import consentgen_command
from tests.repository import change, commit, git, repository


def refusal(first: str, second: str | None = None, **variables: str) -> str:
    """What is said of two names that cannot be compared."""
    with pytest.raises(ConsentgenError) as refused:
        sides(first, second, Asked(starter.AS_OF, environment={**os.environ, **variables}))
    assert 2 == refused.value.exit_code
    return " ".join(refused.value.told())


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = repository(tmp_path / "repo", starter.WORKBOOK)
    monkeypatch.chdir(made)
    return made


@pytest.mark.parametrize(
    "name", ["--upload-pack=touch bad", "-c", "--output=bad", "HEAD --output=bad", "HEAD\n", "$(touch bad)", "a" * 300, "\0"]
)  # fmt: skip
def test_a_name_that_is_no_name_of_a_revision_never_reaches_git(repo: Path, name: str) -> None:
    assert "no name of a revision" in refusal(name)
    assert "no name of a revision" in refusal("HEAD", name)
    assert not (repo / "bad").exists()


def test_the_command_line_takes_such_a_name_for_an_option_or_refuses_it(repo: Path) -> None:
    for words in (["--upload-pack=x", "HEAD"], ["--", "--upload-pack=x", "HEAD"]):
        ran = consentgen_command("diff", *words, cwd=repo)
        assert (2, False) == (ran.returncode, "Traceback" in ran.stderr)


def test_a_revision_that_is_not_there(repo: Path) -> None:
    told = refusal("no-such-branch..HEAD")
    assert "no-such-branch: this is no file, no folder, and no revision" in told
    assert "git log" in told


def test_a_file_that_is_not_there_at_a_revision(repo: Path) -> None:
    assert "no such file at this revision" in refusal("HEAD:nothing.html", "leaflets")


def test_no_git_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starter.project(tmp_path / "leaflets", starter.WORKBOOK)
    monkeypatch.chdir(tmp_path)
    assert "not in a git repository" in refusal("HEAD", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))


def test_a_repository_without_a_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    monkeypatch.chdir(tmp_path)
    assert "no commit yet" in refusal("HEAD")


def test_a_shallow_clone_is_told_how_to_fetch_the_rest(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = git(repo, "rev-parse", "HEAD")
    change(
        repo / "leaflets" / "services" / f"{starter.WORKBOOK}.yaml",
        "length: 30 minutes",
        "length: 45 minutes",
    )
    commit(repo)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    for name in (first, "HEAD~1"):
        assert "git fetch --unshallow" in refusal(f"{name}..HEAD")
    assert 1 == len(sides("HEAD", None, Asked(starter.AS_OF, environment=dict(os.environ))).pairs)


def test_git_is_not_installed(repo: Path, tmp_path: Path) -> None:
    assert "git is not installed" in refusal("HEAD", PATH=str(tmp_path))


def test_one_file_alone_has_nothing_to_be_compared_with(repo: Path) -> None:
    assert "nothing to compare it with" in refusal("leaflets")


def test_a_damaged_repository_is_said_to_be_one(repo: Path) -> None:
    tree = git(repo, "rev-parse", "HEAD:leaflets")
    (repo / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    assert "git does not have all of it" in refusal("HEAD")


def test_settings_of_the_repository_run_nothing(repo: Path) -> None:
    for name in ("core.fsmonitor", "core.pager", "core.sshCommand", "tar.tar.command", "core.editor"):
        git(repo, "config", name, "touch bad")
    hook = repo / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\ntouch bad\n")
    hook.chmod(0o755)
    assert sides("HEAD", None, Asked(starter.AS_OF, environment=dict(os.environ))).pairs
    assert [] == list(repo.rglob("bad"))


def test_a_project_past_the_bounds_is_refused(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consentgen.build.repository.MAX_BYTES", 100)
    with pytest.raises(CannotRead, match="more than"):
        sides("HEAD", None, Asked(starter.AS_OF, environment=dict(os.environ)))
