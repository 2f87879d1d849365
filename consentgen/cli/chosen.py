"""The leaflet a command is about."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consentgen.build.prepare import Prepared, Preparer


def choose_leaflet(folder: Path, leaflet: str, as_of: date, locale: str | None) -> tuple[Preparer, Prepared]:
    """A leaflet of a project, prepared in one language, and what prepared it.

    Raises:
        NotAProject: the folder is none.
        UnknownName: it has no such leaflet, or nobody has begun that language.
    """
    from consentgen.build.desk import desk_of
    from consentgen.build.prepare import Into, Preparer
    from consentgen.build.project import open_project
    from consentgen.build.translation import translated
    from consentgen.errors import UnknownName

    opened = open_project(folder)
    into = Into(translated(desk_of(opened), locale), draft=False) if locale else None
    preparer = Preparer(opened, as_of, into)
    found = next((prepared for prepared in preparer.all() if prepared.id == leaflet), None)
    if found is None:
        raise UnknownName("leaflet", leaflet, sorted(file.stem for file in opened.descriptors))
    found.findings.extend(opened.findings)
    return preparer, found
