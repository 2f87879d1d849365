"""A catalogue of messages in one language."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Protocol

from babel import Locale
from babel.dates import format_date


class Catalog(Protocol):
    """The words of one language, looked up by statement id."""

    language: str
    """BCP 47."""
    direction: str
    """`ltr` or `rtl`."""

    def message(self, statement_id: str, source: tuple[str, str | None], number: int | None) -> str:
        """The wording of a statement, with its placeholders.

        Args:
            statement_id: the statement's id, its msgctxt.
            source: the English wording, and its plural where it has one.
            number: the counted number, None where nothing is counted.
        """

    def term(self, term_id: str, source: str) -> str:
        """A term of the catalogue or the ledger in this language."""

    def day(self, value: date) -> str:
        """A date with the month in words."""

    def number(self, value: int) -> str:
        """A whole number with this language's digits and grouping."""


class SourceCatalog:
    """English as it is written in the templates."""

    language = "en-GB"
    direction = "ltr"

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.language, sep="-")

    def message(self, statement_id: str, source: tuple[str, str | None], number: int | None) -> str:
        """The English wording: its plural unless exactly one is counted."""
        singular, plural = source
        return singular if plural is None or number == 1 else plural

    def term(self, term_id: str, source: str) -> str:
        """The English term."""
        return source

    def day(self, value: date) -> str:
        """For instance `23 November 2026`."""
        return format_date(value, format="d MMMM y", locale=self._locale)

    def number(self, value: int) -> str:
        """For instance `164,041`."""
        return f"{value:,}"
