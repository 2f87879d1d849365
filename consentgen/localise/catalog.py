"""A catalogue of messages in one language."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Protocol, TypeAlias

from babel import Locale
from babel.dates import format_date

from consentgen.localise.state import State

Source: TypeAlias = tuple[str, str | None]
"""The English wording, and its plural where it has one."""
Counted: TypeAlias = int | tuple[int, int] | None
"""The counted number; the first and last of a range; None where nothing is counted."""


class Catalog(Protocol):
    """The words of one language, looked up by statement id."""

    language: str
    """BCP 47."""
    direction: str
    """`ltr` or `rtl`."""

    def message(self, statement_id: str, source: Source, number: Counted) -> str:
        """The wording of a statement, with its placeholders.

        Args:
            statement_id: the statement's id, its msgctxt.
            source: the English wording, and its plural where it has one.
            number: what chooses the plural form.
        """

    def state(self, statement_id: str, source: Source) -> State:
        """How far the words `message` has for `source` can be trusted."""

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

    def message(self, statement_id: str, source: Source, number: Counted) -> str:
        """The English wording: its plural unless exactly one is counted."""
        singular, plural = source
        return singular if plural is None or number == 1 else plural

    def state(self, statement_id: str, source: Source) -> State:
        """Signed off with the templates themselves."""
        return State.REVIEWED

    def day(self, value: date) -> str:
        """For instance `23 November 2026`."""
        return format_date(value, format="d MMMM y", locale=self._locale)

    def number(self, value: int) -> str:
        """For instance `164,041`."""
        return f"{value:,}"
