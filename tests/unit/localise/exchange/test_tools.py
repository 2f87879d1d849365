"""Files that real tools wrote, kept as they wrote them: OmegaT 3.6.0, Weblate 5.14.3, Poedit 3.2.2, LibreOffice 7.4.

Five Polish texts were exported, one or two changed in the tool, and saved. OmegaT got the export with English in
the place of translations, for it shows nothing else.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.localise.checks.expected import expected_of
from consentgen.localise.entry import Entry
from consentgen.localise.exchange import Arrived, arrive, unpack
from consentgen.localise.message import Translation
from consentgen.localise.po import read_po, write_po
from consentgen.localise.standing import Standing, standing
from consentgen.localise.update import update
from consentgen.model.finding import Place
from tests.catalogues import message

TOOLS = Path(__file__).parent / "tools"
BANNER = (
    "DRAFT TRANSLATION in parts. No clinician who speaks this language has checked"
    " the sentences marked as a draft."
)
MESSAGES = (
    message("title", "{therapy}"),
    message("opening.also", "You may also hear it called {name}."),
    message("opening.choice", "You choose whether to have it."),
    message("opening.purpose", "This leaflet is here to help you decide."),
    message("facts.sessions.count", "{count} session", "{count} sessions"),
)
WORDS = {
    "title": ("{therapy}",),
    "opening.also": ("Możesz też usłyszeć inną nazwę: {name}.",),
    "opening.choice": ("To Ty decydujesz, czy chcesz z tego skorzystać.",),
    "opening.purpose": ("Ta ulotka ma Ci pomóc podjąć decyzję.",),
    "facts.sessions.count": ("{count} sesja", "{count} sesje", "{count} sesji"),
}
"""What went out."""
NEW = {"opening.purpose": ("Ta ulotka pomaga podjąć decyzję.",)}


def standings(words: dict[str, tuple[str, ...]]) -> list[Standing]:
    """How the five messages stand with these translations."""
    made = {
        one.id: Translation(
            one.id, (one.text, one.plural), words[one.id], fuzzy=False, previous=None, place=Place("pl")
        )
        for one in MESSAGES
        if one.id in words
    }
    return [standing(one, made.get(one.id), ()) for one in MESSAGES]


def arrived(name: str, words: dict[str, tuple[str, ...]]) -> Arrived:
    """What a tool's file brings."""
    return arrive(unpack(TOOLS / name, name), standings(words), expected_of("pl"))


def drafts(came: Arrived) -> dict[str, tuple[str, ...]]:
    return {draft.message.id: draft.forms for draft in came.drafts}


@pytest.mark.parametrize("name", ["weblate.xlf", "libreoffice.xlsx", "libreoffice.csv"])
def test_the_one_text_that_was_changed_is_the_one_draft(name: str) -> None:
    came = arrived(name, WORDS)
    assert (NEW, 4, 0, ()) == (drafts(came), came.same, came.refused, came.findings)


@pytest.mark.parametrize(
    ("name", "more"),
    [("omegat.xlf", {"opening.also": ("Inna nazwa: {name}.",)}), ("omegat.xliff", {})],
)
def test_english_that_went_out_in_the_place_of_a_translation_does_not_come_back_as_one(
    name: str, more: dict[str, tuple[str, ...]]
) -> None:
    came = arrived(name, {})
    assert {"title": ("{therapy}",), **NEW, **more} == drafts(came)
    assert (len(MESSAGES) - len(came.drafts), 0, 0) == (came.empty, came.same, came.refused)
    assert () == came.findings


def test_nor_where_somebody_has_translated_it_meanwhile() -> None:
    came = arrived("omegat.xlf", WORDS)
    assert ({}, ["EX012", "EX012"]) == (drafts(came), [f.code for f in came.findings])


def carried(name: str) -> dict[str | None, Entry]:
    """The entries of a tool's catalogue after an update, which finds nothing to change."""
    held, findings = read_po((TOOLS / name).read_bytes(), name)
    assert held
    made = update(held, (*MESSAGES, message("furniture.translation_parts", BANNER)), count=3)
    assert ([], (), (), ()) == (findings, made.new, made.stale, made.removed)
    again, _ = read_po(write_po(made.file), name)
    assert again
    return {entry.id: entry for entry in again.live}


@pytest.mark.parametrize(
    ("name", "changed", "fuzzy"),
    [
        ("weblate.po", NEW, []),
        ("poedit.po", {"opening.choice": ("To jest zmiana z Poedit.",)}, ["opening.also"]),
    ],
)
def test_a_catalogue_a_tool_saved_holds_what_was_changed_and_nothing_else(
    name: str, changed: dict[str, tuple[str, ...]], fuzzy: list[str]
) -> None:
    found = carried(name)
    assert {**WORDS, **changed} == {key: found[key].forms for key in WORDS}
    assert fuzzy == [key for key, entry in found.items() if entry.fuzzy]
    assert (BANNER, None) == found["furniture.translation_parts"].source
