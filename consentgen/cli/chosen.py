"""The leaflet a command is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consentgen.build.prepare import Prepared, Preparer
    from consentgen.build.project import Project


def choose_leaflet(
    opened: Project, leaflet: str, as_of: date, locale: str | None, *, draft: bool
) -> tuple[Preparer, Prepared]:
    """A leaflet of a project, prepared in one language, and what prepared it.

    Args:
        opened: the project.
        leaflet: its id.
        as_of: the day it is prepared for.
        locale: its language; None for English.
        draft: whether words that nobody has reviewed may stand in it.

    Raises:
        UnknownName: it has no such leaflet, or nobody has begun that language.
    """
    from consentgen.build.desk import desk_of
    from consentgen.build.prepare import Into, Preparer
    from consentgen.build.translation import translated
    from consentgen.errors import UnknownName

    into = Into(translated(desk_of(opened), locale), draft) if locale else None
    preparer = Preparer(opened, as_of, into)
    found = next((prepared for prepared in preparer.all() if prepared.id == leaflet), None)
    if found is None:
        raise UnknownName("leaflet", leaflet, sorted(file.stem for file in opened.descriptors))
    return preparer, found
