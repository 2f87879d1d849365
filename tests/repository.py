"""A git repository with the starter project in it, as a service would keep one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests import starter

WHO = {
    "GIT_AUTHOR_NAME": "A. Example", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": "2026-11-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "A. Example", "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_COMMITTER_DATE": "2026-11-01T00:00:00Z", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull,
}  # fmt: skip
TEMPLATE = "templates/guided_self_help.md.j2"
OWN = """{% extends "leaflet/guided_self_help.md.j2" %}
{% block not_help %}
{{ super() }}

{% text "northtown.ask" %}
You can ask us about your next step.
{% endtext %}
{% endblock %}
"""


def git(folder: Path, *words: str) -> str:
    """What git says."""
    ran = subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **WHO}, check=True, capture_output=True, text=True
    )
    return ran.stdout.strip()


def commit(folder: Path, message: str = "change") -> str:
    """Commit everything; the commit's name."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path, *names: str) -> Path:
    """A project in `leaflets/` of a repository, committed once; the folder of the repository."""
    folder.mkdir(parents=True)
    starter.project(folder / "leaflets", *(names or (starter.WORKBOOK, "online-course")))
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "first")
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Put other words into a file that has the old ones."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
