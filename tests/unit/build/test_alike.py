"""The leaflets of a project are made in two languages and compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.build.alike import facts_alike
from consentgen.build.project import Project, open_project
from consentgen.catalogue import load_catalogue
from consentgen.compose.messages import source_messages
from consentgen.localise import TranslatedCatalog
from consentgen.localise.facts import facts_by_cldr
from consentgen.localise.message import SourceMessage, Translation
from consentgen.localise.plurals import PINNED
from tests import starter


@pytest.fixture(scope="module")
def opened() -> Project:
    return open_project(starter.FOLDER)


def words(project: Project, locale: str, **changed: str) -> TranslatedCatalog:
    """A language whose every message is the English one with a word in front."""
    told = {name.replace("__", "."): text for name, text in changed.items()}

    def translation(message: SourceMessage) -> Translation:
        text = told.get(message.id, f"Ż {message.plural or message.text}")
        count = len(PINNED[locale].categories) if message.plural else 1
        source = (message.text, message.plural)
        return Translation(message.id, source, (text,) * count, False, None, message.place)

    messages = source_messages(project.wording, load_catalogue(), project.ledger)
    return TranslatedCatalog(facts_by_cldr(locale), {m.id: translation(m) for m in messages})


@pytest.mark.parametrize("locale", sorted(set(PINNED) - {"en"}))
def test_words_that_keep_everything_tell_the_same_facts_in_every_language(
    opened: Project, locale: str
) -> None:
    assert [] == facts_alike(opened, words(opened, locale), starter.AS_OF)


def test_a_number_that_differs_is_told_for_the_leaflets_it_stands_in(opened: Project) -> None:
    other = words(opened, "pl", completion__national__meaning="Co najmniej 3 sesje.")
    found = facts_alike(opened, other, starter.AS_OF)
    assert {("LO119", "completion.national.meaning", "3", "2")} == {
        (f.code, f.place.field, f.found, f.expected) for f in found
    }
    assert "workbook-by-phone (pl)" in {f.place.path for f in found}


def test_markup_that_no_statement_may_hold_is_told_and_makes_no_traceback(opened: Project) -> None:
    other = words(opened, "pl", dose__heading="# Ile?")
    assert {"WO001"} == {f.code for f in facts_alike(opened, other, starter.AS_OF)}


def test_a_descriptor_that_cannot_be_read_is_left_out(tmp_path: Path, opened: Project) -> None:
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "one.yaml").write_text("service: [", encoding="utf-8")
    project = open_project(tmp_path)
    assert [] == facts_alike(project, words(opened, "pl"), starter.AS_OF)
