"""Languages on their way to a translator and back, as a test wants them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from consentgen.localise.checks.expected import expected_of
from consentgen.localise.exchange import Arrived, Row, arrive, pack, rows_of
from consentgen.localise.exchange.fault import Received
from consentgen.localise.exchange.formats import received
from consentgen.localise.folder import LocaleFolder, locales_in, read_language
from consentgen.localise.standing import Standing
from consentgen.places import shipped
from tests import catalogues

LOCALES = tuple(folder.locale for folder in locales_in(shipped("locales")))


@cache
def standings(locale: str) -> tuple[Standing, ...]:
    """How the shipped messages stand in a shipped language."""
    known = {message.id for message in catalogues.messages()}
    return read_language(LocaleFolder(shipped("locales"), locale), known).standings(catalogues.messages())


@cache
def rows(locale: str) -> tuple[Row, ...]:
    """The rows of a shipped language."""
    return rows_of(standings(locale), locale)


def row(locale: str, name: str) -> Row:
    """One of them, by its name: `title`, `dose.count:few`."""
    return next(one for one in rows(locale) if one.name == name)


def put(locale: str, name: str, **changes: object) -> tuple[Row, ...]:
    """The rows of a language with one of them changed."""
    return tuple(changed(one, **changes) if one.name == name else one for one in rows(locale))


def changed(one: Row, **changes: object) -> Row:
    """A row with other fields."""
    return replace(one, **changes)  # type: ignore[arg-type] # a row's fields


def taken(sent: Iterable[Row], locale: str) -> Arrived:
    """What becomes of rows that come back."""
    return arrive(Received(tuple(sent)), standings(locale), expected_of(locale))


def sent(sent_rows: Iterable[Row], locale: str, form: str) -> Received:
    """What is read of a file that was written in one of the formats."""
    return received(pack(sent_rows, locale, form), f"consentgen-{locale}")


def codes(arrived: Arrived | Received) -> list[str]:
    """The codes of what was found."""
    return [finding.code for finding in arrived.findings]
