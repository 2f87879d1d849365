"""Counts and ranges take the form ICU gives them."""

from gettext import c2py

import pytest
from babel import localedata

from consentgen.errors import UnknownLocale
from consentgen.localise.plurals import (
    CATEGORIES,
    COUNTED_TO,
    PINNED,
    plural_forms,
    range_category,
    range_index,
)
from consentgen.localise.tags import cldr
from tests.unit.localise.icu import ICU, LAST, MADE_WITH, category, range_exceptions

LANGUAGES = sorted(
    {name for name in localedata.locale_identifiers() if "_" not in name} | {"pt_PT", "zh_Hant", "es_419"}
)


def read(header: str) -> tuple[int, str]:
    count, plural = header.split(";")[:2]
    return int(count.removeprefix("nplurals=")), plural.strip().removeprefix("plural=")


def test_the_oracle_says_which_icu_it_is_and_knows_every_pinned_language() -> None:
    assert "ICU 78" in MADE_WITH
    assert set(PINNED) == set(ICU)


@pytest.mark.parametrize("locale", ICU)
def test_every_count_agrees_with_icu(locale: str) -> None:
    forms = plural_forms(locale)
    assert [category(locale, n) for n in range(LAST + 1)] == [forms.category(n) for n in range(LAST + 1)]


@pytest.mark.parametrize("locale", ICU)
def test_every_range_agrees_with_icu(locale: str) -> None:
    forms, exceptions = plural_forms(locale), range_exceptions(locale)
    for high in range(LAST + 1):
        for low in range(high):
            expected = exceptions.get((low, high), forms.category(high))
            assert expected == range_category(locale, low, high), (low, high)


@pytest.mark.parametrize("locale", [*PINNED, *LANGUAGES])
def test_the_header_is_gettexts_and_agrees_with_cldr(locale: str) -> None:
    forms, rule = plural_forms(locale), cldr(locale).plural_form
    count, expression = read(forms.header)
    choose = c2py(expression)
    assert count == forms.count == len(forms.categories)
    assert list(forms.categories) == [name for name in CATEGORIES if name in forms.categories]
    numbers = range(COUNTED_TO + 1)
    assert [rule(n) for n in numbers] == [forms.categories[choose(n)] for n in numbers]
    assert set(forms.categories) == {rule(n) for n in numbers}


def test_a_form_nobody_counts_to_takes_the_one_for_large_numbers() -> None:
    assert "other" == plural_forms("pt").category(1_000_000)
    assert "other" == plural_forms("fr").category(2_000_000)


def test_a_pseudo_locale_counts_as_its_language() -> None:
    assert plural_forms("en") == plural_forms("en_XA")
    assert plural_forms("ar") == plural_forms("ar_XB")
    assert "zero" == range_category("ar_XB", 0, 1)


def test_a_language_goes_by_its_folder_or_its_tag() -> None:
    assert plural_forms("zh_Hans") == plural_forms("zh-Hans")


def test_a_range_takes_the_form_of_its_last_number_but_for_the_exceptions() -> None:
    assert 1 == range_index("pl", 6, 22)
    assert 1 == range_index("ro", 0, 1)


@pytest.mark.parametrize("name", ["", "xx", "PL", "../pl", "pl\n", "a" * 10_000, "pl.UTF-8", "zh_Hans_CN_x"])
def test_what_is_no_language_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(UnknownLocale, match="There is no language called") as refused:
        plural_forms(name)
    assert len(str(refused.value)) < 100
