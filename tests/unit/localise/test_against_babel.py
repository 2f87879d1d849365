"""Where Babel's `Catalog.update` loses the truth, and ours does not: the reason why we carry by id."""

from __future__ import annotations

import io

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po as babel_read
from babel.messages.pofile import write_po as babel_write

from consentgen.localise.entry import Entry
from consentgen.localise.message import SourceMessage
from consentgen.localise.po import read_po, write_po
from consentgen.localise.update import empty, update
from tests.catalogues import entry, file, message

NOT_THERAPY = entry("opening.not", "This is not talking therapy.", "To nie jest terapia rozmową.")


def by_babel(held: tuple[Entry, ...], there: tuple[SourceMessage, ...]) -> tuple[Catalog, str]:
    """The catalogue after Babel's own update, and as Babel writes it."""
    catalog = babel_read(io.BytesIO(write_po(file("pl", *held))), locale="pl")
    pot = babel_read(io.BytesIO(write_po(update(empty("new.pot", "pl"), there, count=3).file)))
    catalog.update(pot)
    out = io.BytesIO()
    babel_write(out, catalog, include_previous=True)
    return catalog, out.getvalue().decode()


def by_us(held: tuple[Entry, ...], there: tuple[SourceMessage, ...]) -> dict[str | None, Entry]:
    return {entry.id: entry for entry in update(file("pl", *held), there, count=3).file.live}


def test_words_of_a_statement_that_is_gone_are_not_given_to_one_that_says_the_opposite() -> None:
    there = (message("cbt.opening", "This is talking therapy."),)
    theirs, _ = by_babel((NOT_THERAPY,), there)
    assert "To nie jest terapia rozmową." == str(theirs.get("This is talking therapy.", "cbt.opening").string)  # type: ignore[union-attr] # it is there
    assert ("",) == by_us((NOT_THERAPY,), there)["cbt.opening"].forms


def test_rewritten_english_keeps_its_own_words_however_little_it_is_like_before() -> None:
    there = (message("opening.not", "You will not be seeing a therapist, and no one will talk with you."),)
    theirs, _ = by_babel((NOT_THERAPY,), there)
    assert not theirs.get(there[0].text, "opening.not").string  # type: ignore[union-attr] # it is there
    ours = by_us((NOT_THERAPY,), there)["opening.not"]
    assert (NOT_THERAPY.forms, True, NOT_THERAPY.source) == (ours.forms, ours.fuzzy, ours.previous)


def test_the_english_a_translation_was_made_of_survives_being_read() -> None:
    fuzzy = NOT_THERAPY.changed(source=("This is no talking therapy.", None)).marked(
        fuzzy=True, previous=NOT_THERAPY.source
    )
    there = (message("opening.not", "This is no talking therapy."),)
    _, written = by_babel((fuzzy,), there)
    assert "#| msgid" not in written
    ours, _ = read_po(write_po(update(file("pl", fuzzy), there, count=3).file), "pl.po")
    assert ours
    assert NOT_THERAPY.source == ours.entries[0].previous


def test_words_that_were_taken_elsewhere_are_still_there_when_their_statement_returns() -> None:
    gone = (message("cbt.opening", "This is talking therapy."),)
    back = (*gone, message("opening.not", "This is not talking therapy."))
    theirs, written = by_babel((NOT_THERAPY,), gone)
    assert 1 == written.count("To nie jest terapia rozmową.")
    assert not theirs.obsolete
    aside = update(file("pl", NOT_THERAPY), gone, count=3).file
    found = {entry.id: entry for entry in update(aside, back, count=3).file.live}
    assert (NOT_THERAPY.forms, False) == (found["opening.not"].forms, found["opening.not"].fuzzy)
