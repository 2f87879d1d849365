"""What the tests of the build share: a build of one project, as fast as the formats allow."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from consentgen.build.pipeline import Built, build
from consentgen.build.project import open_project
from tests import starter

Build = Callable[..., Built]


def manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a project that was built."""
    held: dict[str, Any] = json.loads((folder / "leaflets" / "manifest.json").read_text("utf-8"))
    return held


def names(folder: Path) -> list[str]:
    """Names of the files a build left, less the manifest."""
    return sorted(
        f.name for f in (folder / "leaflets").iterdir() if f.is_file() and f.name != "manifest.json"
    )


@pytest.fixture
def make(project: Path) -> Build:
    """Builds the starter project, to HTML and text unless another set of formats is given."""

    def built(
        *formats: str, as_of: date = starter.AS_OF, stamp_expired: bool | None = None, **more: Any
    ) -> Built:
        opened = open_project(project)
        if formats != ("as set",):
            opened = replace(opened, formats=formats or ("html", "txt"))
        return build(opened.with_expired(stamp_expired), project / "leaflets", as_of, **more)

    return built


def put(folder: Path, name: str, source: str) -> None:
    """Write one descriptor into a project."""
    (folder / "services" / f"{name}.yaml").write_text(source, encoding="utf-8")
