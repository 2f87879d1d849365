"""The words of a translated language, with English where there are none to trust."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from datetime import date
from functools import cached_property

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from consentgen.localise.catalog import Catalog, Counted, Source, SourceCatalog
from consentgen.localise.facts import LocaleFacts
from consentgen.localise.message import Translation, words_hash
from consentgen.localise.plurals import plural_forms, range_index
from consentgen.localise.state import State
from consentgen.localise.tags import cldr

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_GROUPED_FROM_FIVE = frozenset(
    {"be", "bg", "es", "et", "hu", "hy", "ia", "ie", "it", "ka", "lv", "pl", "pt_PT", "sl", "sq"}
)
"""Languages that write 1641 without a gap and 16 410 with one.

Source: CLDR 48, minimumGroupingDigits, which Babel does not carry.
"""


class TranslatedCatalog:
    """The translations of one language.

    A message that is missing, stale or malformed is given in English; `state` tells.
    """

    def __init__(
        self, facts: LocaleFacts, translations: Mapping[str, Translation], *, reviewed: Container[str] = ()
    ) -> None:
        """The catalogue of one language.

        Args:
            facts: what its `locale.toml` says.
            translations: what its catalogue file holds, by id; leave out what a check has found faulty.
            reviewed: ids whose words are signed as they stand, by as many people as they need.
        """
        self.facts, self.language, self.direction = facts, facts.tag, facts.direction
        self._translations, self._reviewed = translations, reviewed
        self._forms = plural_forms(facts.code)
        self._states: dict[tuple[str, Source], State] = {}
        self._english: Catalog = SourceCatalog()

    @cached_property
    def _locale(self) -> Locale:
        return cldr(self.facts.code)

    def message(self, statement_id: str, source: Source, number: Counted) -> str:
        """The wording of a statement, in the plural form the number takes."""
        if not self._shown(statement_id, source):
            return self._english.message(statement_id, source, number)
        forms = self._translations[statement_id].forms
        return forms[self._form(number) if source[1] is not None else 0]

    def state(self, statement_id: str, source: Source) -> State:
        """How far the words for `source` can be trusted."""
        key = (statement_id, source)
        if key not in self._states:
            self._states[key] = self._state(statement_id, source)
        return self._states[key]

    def _shown(self, statement_id: str, source: Source) -> bool:
        return self.state(statement_id, source) in (State.DRAFT, State.REVIEWED)

    def day(self, value: date) -> str:
        """A date with the month in words, by the pattern of `locale.toml`."""
        return format_date(value, format=self.facts.date_pattern, locale=self._locale)

    def number(self, value: int) -> str:
        """A whole number with the digits 0 to 9, grouped as this language does."""
        if abs(value) < 10_000 and not _GROUPED_FROM_FIVE.isdisjoint(
            (str(self._locale), self._locale.language)
        ):
            return str(value)
        return format_decimal(value, locale=self._locale, numbering_system=self.facts.digits)

    def _form(self, number: Counted) -> int:
        if isinstance(number, tuple):
            return range_index(self.facts.code, *number)
        # Where nothing is counted, English takes its plural; this is the form of large numbers.
        return self._forms.count - 1 if number is None else self._forms.index(abs(number))

    def _state(self, statement_id: str, source: Source) -> State:
        translation = self._translations.get(statement_id)
        if translation is None or translation.empty or not self._fits(translation, source):
            return State.MISSING
        if translation.fuzzy or translation.source_hash != words_hash(*source):
            return State.STALE
        return State.REVIEWED if statement_id in self._reviewed else State.DRAFT

    def _fits(self, translation: Translation, source: Source) -> bool:
        """Whether there is a form for every number, and each holds the values the English has."""
        wanted = self._forms.count if source[1] is not None else 1
        one, many = _placeholders(source[0]), _placeholders(source[0] if source[1] is None else source[1])
        return len(translation.forms) == wanted and all(
            one & many <= _placeholders(form) <= one | many for form in translation.forms
        )


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))
