"""A project's own files stand in front of the shipped ones."""

from __future__ import annotations

from pathlib import Path

from consentgen.build.desk import Desk
from consentgen.localise.folder import locale_folder, locales_in
from consentgen.localise.state import State
from tests import catalogues, starter
from tests.catalogues import message

CHOICE, PURPOSE, HEADING = "opening.choice", "opening.purpose", "contact.heading"
OWN = message("northtown.read", "We can read it with you.")


def desk(folder: Path) -> Desk:
    """A project with one statement of its own and one reworded; Polish is shipped, and begun here too."""
    shipped = catalogues.messages()
    reworded = [message(HEADING, "How to reach us") if one.id == HEADING else one for one in shipped]
    catalogues.put(folder / "shipped", "pl", {CHOICE: "Wybór", PURPOSE: "Cel", HEADING: "Kontakt"})
    catalogues.put(folder / "locales", "pl", {CHOICE: "Nasz wybór"})
    return Desk(folder / "locales", folder / "shipped", (*reworded, OWN), shipped)


def states(desk: Desk) -> dict[str, tuple[State, str]]:
    found = desk.language("pl").standings(desk.messages)
    return {one.message.id: (one.state, one.translation.forms[0] if one.translation else "") for one in found}


def test_an_entry_with_words_stands_in_front_and_an_empty_one_does_not(tmp_path: Path) -> None:
    found = states(desk(tmp_path))
    assert (State.DRAFT, "Nasz wybór") == found[CHOICE]
    assert (State.DRAFT, "Cel") == found[PURPOSE]


def test_a_reworded_statement_is_stale_in_the_shipped_language(tmp_path: Path) -> None:
    assert State.STALE is states(desk(tmp_path))[HEADING][0]


def test_a_shipped_language_needs_only_what_the_project_changed(tmp_path: Path) -> None:
    assert frozenset({HEADING, "northtown.read"}) == desk(tmp_path).work("pl").wanted
    assert desk(tmp_path).work("cs").wanted is None


def test_languages_are_listed_by_their_names(tmp_path: Path) -> None:
    made = desk(tmp_path)
    catalogues.put(tmp_path / "shipped", "cy", {})
    (tmp_path / "locales" / "notes").mkdir()
    assert (("pl",), ("cy", "pl")) == (made.locales(), made.all_locales())
    assert ["pl"] == [folder.locale for folder in locales_in(tmp_path / "locales")]


def test_a_path_is_printed_from_the_folder_that_holds_the_languages() -> None:
    folder = locale_folder(Path("northtown") / "locales", "pl")
    assert "locales/pl/LC_MESSAGES/consentgen.po" == folder.label(folder.po)


def test_a_sign_off_here_counts_for_a_shipped_translation(tmp_path: Path) -> None:
    from consentgen.build.languages import sign
    from consentgen.localise.reviews import Person

    made = desk(tmp_path)
    chosen = [one for one in made.language("pl").standings(made.messages) if one.message.id == PURPOSE]
    sign(made.folder("pl"), chosen, by=Person("Ann Example", "clinician"), day=starter.AS_OF)
    assert State.REVIEWED is states(made)[PURPOSE][0]
    assert not locale_folder(tmp_path / "shipped", "pl").reviews.exists()
