"""Pseudo-languages: dressed English that keeps every fact, and shows what a translation would break."""

from __future__ import annotations

import re

import pytest

from consentgen.localise.checks import check_catalogue
from consentgen.localise.facts import locale_toml
from consentgen.localise.locale_file import facts_in
from consentgen.localise.plurals import plural_forms
from consentgen.localise.po import read_catalogue, write_po
from consentgen.localise.pseudo import PSEUDO, accented, mirrored, pseudo_facts, pseudo_file, pseudo_forms
from tests import catalogues

each = pytest.mark.parametrize("locale", PSEUDO)
LABEL = "locales/en_XA/LC_MESSAGES/consentgen.po"
KEPT = (
    "{count}", "{low} to {high}", "https://www.nhs.uk/talk", "hello@northtown.example", "[words]({web})", "**not**",
    "9.30", "1,641", "&amp;", "<b>",
)  # fmt: skip


@each
def test_the_checks_find_nothing_at_all(locale: str) -> None:
    data = write_po(pseudo_file(locale, catalogues.messages(), label=LABEL))
    file, faults = read_catalogue(data, LABEL, locale=locale, known={m.id for m in catalogues.messages()})
    assert file
    assert [] == faults
    assert [] == check_catalogue(catalogues.messages(), file.translations().values(), locale)


@each
def test_the_same_messages_give_the_same_bytes(locale: str) -> None:
    made = [write_po(pseudo_file(locale, catalogues.messages(), label=LABEL)) for _ in range(2)]
    assert made[0] == made[1]


@each
def test_every_counted_message_has_the_forms_of_its_language(locale: str) -> None:
    counted = next(m for m in catalogues.messages() if m.plural)
    forms = pseudo_forms(locale, counted)
    assert plural_forms(locale).count == len(forms) == len(set(forms))


@pytest.mark.parametrize("kept", KEPT)
@pytest.mark.parametrize("dress", [accented, mirrored])
def test_what_is_no_word_stays_as_it_is(dress: object, kept: str) -> None:
    assert callable(dress)
    parts = re.split(r"\b(?:words|to|not)\b", kept)
    made = dress(f"See {kept} here.")
    assert [] == [part for part in parts if part.strip() not in made]


def test_english_words_are_accented_a_third_longer_and_in_brackets() -> None:
    for message in catalogues.messages():
        made, words = accented(message.text), re.sub(r"\{\w+\}|\d|\]\(.*?\)", "", message.text)
        if not any(map(str.isalpha, words)):
            assert message.text == made
            continue
        assert made.startswith("[")
        assert made.endswith("]")
        assert len(made) - 2 >= len(message.text) + len(words) / 3 - 1
        assert not re.search(r"[A-Za-z]", re.sub(r"\{\w+\}|\]\(.*?\)", "", made))


def test_arabic_letters_run_from_right_to_left_without_controls() -> None:
    made = mirrored("You can say no, or ask {person}?")
    assert "{person}" in made
    assert re.search("[\u0600-\u06ff]", made)
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", made)
    assert not re.search("[A-Za-z]", made.replace("{person}", ""))
    assert "؟" in made


@each
def test_its_facts_can_be_read(locale: str) -> None:
    facts, findings = facts_in(locale_toml(pseudo_facts(locale)).encode(), locale, label="locale.toml")
    assert (pseudo_facts(locale), []) == (facts, findings)


def test_one_runs_from_each_side() -> None:
    assert ["ltr", "rtl"] == [pseudo_facts(locale).direction for locale in PSEUDO]


def test_none_is_shipped() -> None:
    from consentgen.places import shipped

    assert [] == [locale for locale in PSEUDO if (shipped("locales") / locale).exists()]
