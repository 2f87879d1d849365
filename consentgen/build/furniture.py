"""What the wording knows of every leaflet: its banners and footers, and which statements are critical."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from consentgen.build.desk import Desk, desk_of
from consentgen.build.project import open_project
from consentgen.catalogue import load_catalogue
from consentgen.compose import Wording
from consentgen.compose.messages import source_messages
from consentgen.errors import ConsentgenError
from consentgen.evidence import load_shipped
from consentgen.places import shipped
from consentgen.review.foreign.level import Marks
from consentgen.review.hashes import fold

_FURNITURE = "furniture."
_PLACEHOLDER = re.compile(r"\\\{\w+\\\}")


def furniture_and_marks(folder: Path) -> tuple[tuple[re.Pattern[str], ...], dict[str, Marks]]:
    """What banners and footers say in every language, and the marks of each statement.

    Args:
        folder: of a project, whose own wording stands before the shipped one; any other folder does no harm.
    """
    wording, desk = _wording(folder)
    declared = wording.declared()
    marks = {m.id: Marks(m.critical, m.tells, m.unknown) for m in reversed(declared)}
    english = [m.body for m in declared if m.id.startswith(_FURNITURE)]
    words = dict.fromkeys(fold(text) for text in (*english, *_translated(desk)))
    return tuple(map(_pattern, words)), marks


def _wording(folder: Path) -> tuple[Wording, Desk]:
    """The wording of a project with its languages; the shipped one where there is none that can be used."""
    if (folder / "services").is_dir():
        try:
            opened = open_project(folder)
            return opened.wording, desk_of(opened)
        except ConsentgenError:
            pass
    wording = Wording()
    messages = source_messages(wording, load_catalogue(), load_shipped())
    return wording, Desk(shipped("locales"), None, messages, messages)


def _translated(desk: Desk) -> Iterator[str]:
    for locale in desk.all_locales():
        for name, one in desk.language(locale).translations().items():
            if name.startswith(_FURNITURE):
                yield from one.forms


def _pattern(words: str) -> re.Pattern[str]:
    """The words with anything short at their placeholders."""
    return re.compile(_PLACEHOLDER.sub(".{1,200}?", re.escape(words)))
