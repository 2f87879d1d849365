"""Babel asks our checks about our catalogues, and nobody else's."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, TranslationError
from babel.messages.checkers import checkers
from babel.messages.pofile import read_po

from consentgen.localise.babel_checker import check

ENTRY = 'msgctxt "contact.phone"\nmsgid "Phone: {phone}"\nmsgstr "Telefon: {telefon}"\n'
COUNTED = (
    'msgctxt "unit.week"\nmsgid "{count} week"\nmsgid_plural "{count} weeks"\n'
    'msgstr[0] "{count} tydzień"\nmsgstr[1] "tygodnie"\nmsgstr[2] "{count} tygodni"\n'
)


def catalog(entry: str, project: str = "consentgen", locale: str | None = "pl") -> Catalog:
    head = f'msgid ""\nmsgstr ""\n"Project-Id-Version: {project}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    return read_po(BytesIO((head + entry).encode()), locale=locale)


def complaints(held: Catalog) -> list[str]:
    found = []
    for message in held:
        try:
            check(held, message)
        except TranslationError as error:
            found.append(str(error))
    return found


def test_babel_knows_the_checker() -> None:
    assert check in checkers


@pytest.mark.parametrize("project", ["consentgen", "consentgen 1.0"])
def test_a_fault_in_our_catalogue_is_an_error(project: str) -> None:
    [complaint] = complaints(catalog(ENTRY, project))
    assert (
        "contact.phone: a placeholder that the English does not have; expected {phone} [LO102]" == complaint
    )


def test_a_fault_in_one_plural_form_is_an_error() -> None:
    [complaint] = complaints(catalog(COUNTED))
    assert (
        "unit.week: the placeholder {count} is left out, in the form for few; expected {count} [LO101]"
        == complaint
    )


@pytest.mark.parametrize(
    "held",
    [
        catalog(ENTRY, "Django"),
        catalog(ENTRY, locale=None),
        catalog(ENTRY.replace('msgctxt "contact.phone"\n', "")),
        catalog(ENTRY.replace("{telefon}", "{phone}")),
        catalog(ENTRY.replace("Telefon: {telefon}", "")),
        catalog(ENTRY.replace("Telefon: {telefon}", "Telefon numer {phone}.")),
    ],
    ids=["another project", "no language", "no id", "sound", "not translated", "only a warning"],
)
def test_there_is_no_error_where_it_is_not_ours_to_say(held: Catalog) -> None:
    assert [] == complaints(held)


def test_without_a_catalogue_nothing_is_said() -> None:
    for message in catalog(ENTRY):
        check(None, message)
