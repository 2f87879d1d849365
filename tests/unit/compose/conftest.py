"""What the tests of the composer share: a template in a project of its own, run by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from consentgen.compose.blocks import Blocks
from consentgen.compose.fill import Filler
from consentgen.compose.page import Page
from consentgen.compose.tags import PAGE
from consentgen.compose.wording import Wording
from consentgen.localise import SourceCatalog
from consentgen.model.leaflet import Block, Section, Statement

NAME = "own.md.j2"
TITLE = '# {% text "title" %}Title{% endtext %}\n\n'


@dataclass(frozen=True, slots=True)
class Ran:
    """What one template gave."""

    title: Statement
    sections: tuple[Section, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the only section."""
        [section] = self.sections
        return section.blocks


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a template's source under a title, with the names it may use."""

    def run_template(source: str, *, title: str = TITLE, **names: object) -> Ran:
        (tmp_path / NAME).write_text(title + source, encoding="utf-8")
        wording = Wording(tmp_path)
        page = Page(Filler(wording, SourceCatalog()), Blocks(wording.names_read(NAME, names)), names)
        skeleton = "".join(wording.template(NAME).generate({**names, PAGE: page}))
        return Ran(*page.sections(skeleton, NAME))

    return run_template


@pytest.fixture
def say(run: Run) -> Callable[..., Statement]:
    """The one statement a text tag gives."""

    def said(tag: str, **names: object) -> Statement:
        return run(tag, title="# ", **names).title

    return said
