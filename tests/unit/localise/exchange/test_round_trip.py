"""Every shipped language comes back from every format as it went, and an edit is that edit alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consentgen.cli.i18n.export import FORMATS as OFFERED
from consentgen.localise.checks.expected import expected_of
from consentgen.localise.exchange import FORMATS, Row, arrive, pack, rows_of
from consentgen.localise.standing import standing
from consentgen.model.finding import Place
from tests import travel

each_format = pytest.mark.parametrize("form", FORMATS)
PURPOSE = "opening.purpose"


def bare(row: Row) -> Row:
    """What a reader gives back of a row: notes and marks are for people."""
    return Row(row.id, row.category, row.source, row.target, row.language, row.fingerprint)


def test_there_are_twelve_languages_and_the_formats_the_help_names() -> None:
    assert 12 == len(travel.LOCALES)
    assert tuple(FORMATS) == OFFERED


@each_format
@pytest.mark.parametrize("locale", travel.LOCALES)
def test_what_comes_back_unchanged_changes_nothing(locale: str, form: str) -> None:
    got = travel.sent(travel.rows(locale), locale, form)
    assert (list(map(bare, travel.rows(locale))), ()) == (list(map(bare, got.rows)), got.findings)
    arrived = arrive(got, travel.standings(locale), expected_of(locale))
    assert ((), (), 0) == (arrived.drafts, arrived.findings, arrived.refused)
    assert len(travel.standings(locale)) == arrived.same + arrived.empty


@each_format
@pytest.mark.parametrize("locale", travel.LOCALES)
def test_an_edited_cell_is_exactly_that_draft(locale: str, form: str) -> None:
    words = travel.row(locale, PURPOSE).target
    got = travel.sent(travel.put(locale, PURPOSE, target=f"{words} {words}"), locale, form)
    arrived = arrive(got, travel.standings(locale), expected_of(locale))
    assert [(PURPOSE, (f"{words} {words}",))] == [(d.message.id, d.forms) for d in arrived.drafts]
    assert len(travel.standings(locale)) - 1 == arrived.same


@each_format
def test_the_same_rows_give_the_same_bytes(form: str) -> None:
    assert pack(travel.rows("pl"), "pl", form) == pack(travel.rows("pl"), "pl", form)


@each_format
def test_a_counted_message_has_one_row_for_each_form_of_the_language(form: str) -> None:
    got = travel.sent(travel.rows("cy"), "cy", form)
    names = [row.category for row in got.rows if row.id == "facts.sessions.count"]
    assert ["zero", "one", "two", "few", "many", "other"] == names


@each_format
def test_a_stale_translation_is_a_note_and_never_a_translation(form: str) -> None:
    one = next(one for one in travel.standings("pl") if one.message.id == PURPOSE)
    assert one.translation
    old = replace(one.translation, source=("This leaflet helps.", None))
    [row] = rows_of([standing(one.message, old, ())], "pl")
    assert "" == row.target
    assert f"Former translation: {old.forms[0]}" in row.notes
    assert "It was made of: This leaflet helps." in row.notes
    assert [""] == [got.target for got in travel.sent([row], "pl", form).rows]


def test_a_form_for_one_number_alone_shows_the_english_singular() -> None:
    assert "{count} session" == travel.row("pl", "facts.sessions.count:one").source
    assert "{count} sessions" == travel.row("uk", "facts.sessions.count:one").source
    assert (
        "Plural form one: for 1, 21, 31, 41, 51, and so on."
        in travel.row("uk", "facts.sessions.count:one").notes
    )


@each_format
def test_every_row_has_a_place_where_it_can_be_found(form: str) -> None:
    places = [row.place for row in travel.sent(travel.rows("pl"), "pl", form).rows]
    assert len(places) == len(set(places))
    assert Place("consentgen-pl") not in places
