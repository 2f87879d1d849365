"""The facts of the shipped languages, and of those somebody starts."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace

import pytest
from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from consentgen.errors import UnknownLocale
from consentgen.localise.date_pattern import pattern_fault
from consentgen.localise.facts import LocaleFacts, facts_by_cldr, locale_toml
from consentgen.localise.locale_file import read_facts, read_locale
from consentgen.localise.plurals import PINNED
from consentgen.places import shipped

LOCALES = sorted(set(PINNED) - {"en"})
LANGUAGES = [name for name in localedata.locale_identifiers() if "_" not in name]
LABEL = "locales/pl/locale.toml"


def facts_of(locale: str) -> LocaleFacts:
    facts, found = read_locale(shipped("locales") / locale / "locale.toml", f"locales/{locale}/locale.toml")
    assert [] == found
    assert facts is not None
    return facts


@pytest.mark.parametrize("locale", LOCALES)
def test_a_shipped_language_has_its_facts(locale: str) -> None:
    facts = facts_of(locale)
    assert (locale, locale.replace("_", "-")) == (facts.code, facts.tag)
    assert facts.fonts
    assert "latn" == facts.digits


def test_arabic_and_urdu_run_from_right_to_left() -> None:
    assert ["ar", "ur"] == [locale for locale in LOCALES if facts_of(locale).direction == "rtl"]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_shipped_file_stands_as_the_tool_writes_it(locale: str) -> None:
    file = shipped("locales") / locale / "locale.toml"
    assert file.read_text(encoding="utf-8") == locale_toml(facts_of(locale))


@pytest.mark.parametrize("locale", [*LANGUAGES, "en_XA", "ar_XB", "pt_PT", "zh_Hant"])
def test_what_cldr_says_of_a_language_is_a_file_without_faults(locale: str) -> None:
    facts = facts_by_cldr(locale)
    assert (facts, []) == read_facts(locale_toml(facts).encode(), locale, label=LABEL)
    assert "" == pattern_fault(facts.date_pattern)


def test_a_language_of_another_script_gets_its_fonts() -> None:
    assert [("Vazirmatn",), ("Noto Sans",), ()] == [facts_by_cldr(name).fonts for name in ("fa", "hi", "ti")]


def test_a_tag_may_say_more_than_its_folder() -> None:
    facts = replace(facts_by_cldr("pt"), tag="pt-PT")
    assert (facts, []) == read_facts(locale_toml(facts).encode(), "pt", label=LABEL)


def test_a_file_saved_by_windows_is_read() -> None:
    facts = facts_by_cldr("pl")
    data = b"\xef\xbb\xbf" + locale_toml(facts).replace("\n", "\r\n").encode()
    assert (facts, []) == read_facts(data, "pl", label=LABEL)


def test_a_language_cldr_does_not_know_has_no_facts() -> None:
    with pytest.raises(UnknownLocale):
        facts_by_cldr("xx")


values = st.recursive(
    st.text(max_size=80) | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=10) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


def written(value: object) -> str:
    """A value as TOML, more or less: what is not quite TOML is hostile too."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


@given(st.dictionaries(st.sampled_from([f.name for f in fields(LocaleFacts)]) | st.text(max_size=8), values))
def test_no_value_makes_a_traceback_or_reaches_a_leaflet_unchecked(settings: dict[str, object]) -> None:
    data = "\n".join(f"{name} = {written(value)}" for name, value in settings.items()).encode(
        "utf-8", "replace"
    )
    check(data)


@given(st.binary(max_size=400))
def test_no_bytes_make_a_traceback(data: bytes) -> None:
    check(data)


def check(data: bytes) -> None:
    facts, found = read_facts(data, "pl", label=LABEL)
    assert facts is not None
    assert found
    assert len(found) < 20
    assert [] == [f for f in found if len(f.what) > 250 or "\n" in f.what or f.place.line < 1]
    assert (facts, []) == read_facts(locale_toml(facts).encode(), "pl", label=LABEL)
    assert {"direction": "ltr", "digits": "latn"} == {"direction": facts.direction, "digits": facts.digits}
    assert tomllib.loads(locale_toml(facts))["name"] == facts.name
    assert "pl" == Locale.parse(facts.tag, sep="-").language
