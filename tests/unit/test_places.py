"""The shipped templates are found wherever consentgen was started."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.places import shipped


def test_the_templates_are_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (shipped("templates") / "leaflet" / "base.md.j2").is_file()
