"""English as it is written: plurals, dates and numbers."""

from __future__ import annotations

from datetime import date

import pytest

from consentgen.localise import SourceCatalog

ENGLISH = SourceCatalog()


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "sessions"), (1, "session"), (2, "sessions"), (None, "sessions")]
)
def test_only_one_is_singular(number: int | None, expected: str) -> None:
    assert expected == ENGLISH.message("a", ("session", "sessions"), number)


def test_a_statement_without_a_plural_has_one_form() -> None:
    assert "session" == ENGLISH.message("a", ("session", None), 6)


def test_a_date_has_its_month_in_words() -> None:
    assert "1 November 2026" == ENGLISH.day(date(2026, 11, 1))


def test_large_numbers_are_grouped() -> None:
    assert ["999", "164,041"] == [ENGLISH.number(999), ENGLISH.number(164041)]


def test_it_says_its_language_and_direction() -> None:
    assert ("en-GB", "ltr") == (ENGLISH.language, ENGLISH.direction)
