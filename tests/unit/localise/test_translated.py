"""A translated catalogue gives the right form, date and number, and English where it has no words to trust."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consentgen.localise import State, TranslatedCatalog
from consentgen.localise.facts import facts_by_cldr
from consentgen.localise.locale_file import read_facts
from consentgen.localise.message import Translation
from consentgen.localise.plurals import plural_forms
from consentgen.model.finding import Place
from consentgen.places import shipped
from tests.unit.localise.icu import ICU, LAST, NUMBERS, category, range_exceptions

LOCALES = [locale for locale in ICU if locale != "en"]
WEEKS = ("{count} week", "{count} weeks")
SPAN = ("{low} to {high} week", "{low} to {high} weeks")
HELLO = ("Hello.", None)


def translation(source: tuple[str, str | None], *forms: str, fuzzy: bool = False) -> Translation:
    return Translation("a", source, forms, fuzzy, None, Place("consentgen.po"))


def catalog(locale: str, *known: Translation, reviewed: tuple[str, ...] = ()) -> TranslatedCatalog:
    facts, _ = read_facts(shipped("locales") / locale / "locale.toml", "locale.toml")
    assert facts is not None
    return TranslatedCatalog(facts, {one.id: one for one in known}, reviewed=reviewed)


def of_categories(locale: str, source: tuple[str, str], marks: str) -> TranslatedCatalog:
    """A catalogue that answers with the category it was asked for."""
    names = plural_forms(locale).categories
    return catalog(locale, translation(source, *(f"{name} {marks}" for name in names)))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_count_takes_the_form_icu_gives_it(locale: str) -> None:
    words = of_categories(locale, WEEKS, "{count}")
    for n in range(LAST + 1):
        assert f"{category(locale, n)} {{count}}" == words.message("a", WEEKS, n), n


@pytest.mark.parametrize("locale", LOCALES)
def test_every_range_takes_the_form_icu_gives_it(locale: str) -> None:
    words, exceptions = of_categories(locale, SPAN, "{low} {high}"), range_exceptions(locale)
    for high in range(1, LAST + 1):
        for low in {0, 1 % high, 2 % high, high // 2, high - 1}:
            expected = exceptions.get((low, high), category(locale, high))
            assert f"{expected} {{low}} {{high}}" == words.message("a", SPAN, (low, high)), (low, high)


SPELT_ANEW = {"জানুয়ারি": "জানুয়ারী", "ফেব্রুয়ারি": "ফেব্রুয়ারী"}
"""Months CLDR 48 spells by the rules of 2012; Babel 2.18 has CLDR 47."""


@pytest.mark.parametrize("locale", LOCALES)
def test_a_date_has_its_month_as_icu_puts_it_in_a_date(locale: str) -> None:
    days = [catalog(locale).day(date(2026, month, 23)) for month in range(1, 13)]
    assert 12 == len(set(days))
    for day, month in zip(days, ICU[locale]["months"], strict=True):
        assert [1, 1] == [day.count("23"), day.count("2026")], day
        assert month in day or SPELT_ANEW[month] in day


DAYS = {
    "cy": "1 Mawrth 2026", "pl": "1 marca 2026", "ro": "1 martie 2026", "ur": "1 مارچ 2026", "pa": "1 ਮਾਰਚ 2026",
    "bn": "1 মার্চ 2026", "gu": "1 માર્ચ, 2026", "ar": "1 مارس 2026", "so": "1 Maarso 2026", "uk": "1 березня 2026 року",
    "zh_Hans": "2026年3月1日", "pt": "1 de março de 2026",
}  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
def test_a_date_reads_as_people_write_it(locale: str) -> None:
    assert DAYS[locale] == catalog(locale).day(date(2026, 3, 1))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_number_is_grouped_as_icu_groups_it(locale: str) -> None:
    assert ICU[locale]["numbers"] == [catalog(locale).number(n) for n in NUMBERS]


@pytest.mark.parametrize("locale", ["ar", "fa", "my", "ne", "mr"])
def test_every_language_has_the_digits_0_to_9(locale: str) -> None:
    words = TranslatedCatalog(facts_by_cldr(locale), {})
    assert "1234567" == "".join(c for c in words.number(1_234_567) if c.isdigit())
    assert (words.number(12) + words.day(date(2026, 3, 12))).isprintable()
    assert {"2026", "12"} <= {
        "".join(c for c in part if c.isascii()) for part in words.day(date(2026, 3, 12)).split()
    }


def test_a_language_says_its_tag_and_its_direction() -> None:
    assert [("zh-Hans", "ltr"), ("ur", "rtl")] == [
        (words.language, words.direction) for words in (catalog("zh_Hans"), catalog("ur"))
    ]


GOOD = translation(HELLO, "Witaj.")
CASES = {
    "missing": (State.MISSING, ()),
    "empty": (State.MISSING, (translation(HELLO, " "),)),
    "forms-for-a-message-that-counts-nothing": (State.MISSING, (translation(HELLO, "Witaj.", "Witaj."),)),
    "a-value-there-is-not": (State.MISSING, (translation(HELLO, "Witaj {name}."),)),
    "an-attribute": (State.MISSING, (translation(HELLO, "Witaj {phone.__class__}."),)),
    "stale": (State.STALE, (translation(("Hello!", None), "Witaj."),)),
    "stale-by-its-previous-words": (State.STALE, (replace(GOOD, previous=("Hello!", None)),)),
    "fuzzy": (State.STALE, (replace(GOOD, fuzzy=True),)),
    "draft": (State.DRAFT, (GOOD,)),
}


@pytest.mark.parametrize("case", CASES)
def test_only_words_made_of_this_english_are_shown(case: str) -> None:
    state, known = CASES[case]
    words = catalog("pl", *known)
    assert state is words.state("a", HELLO)
    assert ("Witaj." if state.shown else "Hello.") == words.message("a", HELLO, None)


def test_signed_words_are_reviewed_until_the_english_changes() -> None:
    words = catalog("pl", GOOD, reviewed=("a",))
    assert State.REVIEWED is words.state("a", HELLO)
    assert State.STALE is words.state("a", ("Hello there.", None))
    assert State.DRAFT is catalog("pl", GOOD).state("a", HELLO)


@pytest.mark.parametrize(
    "forms", [("a {count}",), ("a {count}", "b {count}"), ("a {count}", "b {count}", ""), ("a", "b", "c")]
)
def test_a_message_with_a_form_too_few_or_a_number_lost_is_in_english(forms: tuple[str, ...]) -> None:
    words = catalog("pl", translation(WEEKS, *forms))
    assert State.MISSING is words.state("a", WEEKS)
    assert ["{count} week", "{count} weeks"] == [words.message("a", WEEKS, n) for n in (1, 5)]


def test_a_value_only_one_english_form_has_may_stand_in_each() -> None:
    source = ("one week", "{count} weeks")
    words = catalog("ar", translation(source, "0 {count}", "1", "2", "3 {count}", "4 {count}", "5 {count}"))
    assert ["1", "2", "3 {count}"] == [words.message("a", source, n) for n in (1, 2, 3)]


def test_where_nothing_is_counted_the_form_is_that_of_large_numbers() -> None:
    words = of_categories("pl", WEEKS, "{count}")
    assert "many {count}" == words.message("a", WEEKS, None)
