"""All checks on one translation and on a catalogue: states, forms, order, and nothing that takes long."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consentgen.compose.inline import PLACEHOLDER as FILLED
from consentgen.localise.checks import CHECKS, check_catalogue, check_translation
from consentgen.localise.checks.expected import Example, expected_of, negators
from consentgen.localise.checks.pair import MAX_CHARACTERS, PLACEHOLDER, numbers
from consentgen.localise.message import SourceMessage, Translation
from consentgen.localise.plurals import PINNED
from consentgen.model.finding import Place
from tests.planted.cases import faults

OLD = ("You can stop.", None)


def message(text: str = "You can ask us.", plural: str | None = None, name: str = "a.b") -> SourceMessage:
    return SourceMessage(name, text, plural, (), "", critical=False, place=Place("en"))


def translation(source: SourceMessage, *forms: str) -> Translation:
    place = Place("pl.po", 7, field=source.id)
    return Translation(source.id, (source.text, source.plural), forms, False, None, place)


def codes(source: SourceMessage, *forms: str, language: str = "pl") -> list[str]:
    return [f.code for f in check_translation(source, translation(source, *forms), language)]


def test_a_placeholder_is_what_the_composer_fills() -> None:
    assert FILLED.pattern == PLACEHOLDER.pattern


def test_a_finding_stands_at_the_place_of_the_translation() -> None:
    [finding] = check_translation(message(), translation(message(), "Możesz nas %s zapytać."), "pl")
    assert ("pl.po:7:1", "a.b") == (str(finding.place), finding.place.field)


def test_the_gravest_fault_comes_first() -> None:
    assert ["LO110", "LO131"] == codes(message(), "Możesz <b>nas zapytać")


@pytest.mark.parametrize("language", ["zh_Hans", "zh-Hans"])
def test_a_language_is_known_by_its_folder_and_by_its_tag(language: str) -> None:
    assert ["LO131"] == codes(message(), "您可以问我们.", language=language)


def test_a_fault_of_several_forms_is_told_once_with_their_names() -> None:
    source = message("{count} week", "{count} weeks")
    [finding] = check_translation(source, translation(source, "{count} tydzień", "tygodnie", "tygodni"), "pl")
    assert "the placeholder {count} is left out, in the form for few, many" == finding.what


def test_a_fault_of_every_form_names_none() -> None:
    source = message("{count} week", "{count} weeks")
    [finding] = check_translation(source, translation(source, "tydzień", "tygodnie", "tygodni"), "pl")
    assert "the placeholder {count} is left out" == finding.what


@pytest.mark.parametrize(("locale", "form"), [("pl", "1 tydzień"), ("ur", "1 ہفتہ")])
def test_a_form_for_one_number_alone_may_follow_the_english_singular(locale: str, form: str) -> None:
    source = message("1 week", "{count} weeks")
    others = ["{count} x"] * (len(PINNED[locale].categories) - 1)
    assert {"LO101"}.isdisjoint(codes(source, form, *others, language=locale))


def test_a_form_for_more_numbers_than_one_may_not() -> None:
    # In Portuguese, nought takes the first form too.
    assert "LO101" in codes(message("1 week", "{count} weeks"), "1 semana", "{count} semanas", language="pt")


def test_forms_where_nothing_is_counted_are_too_many() -> None:
    assert ["LO114"] == codes(message(), "Możesz nas zapytać.", "Możesz nas zapytać.")


def test_what_is_not_translated_is_a_state_and_nothing_else() -> None:
    assert ["LO151"] == codes(message("{count} week", "{count} weeks"), "", " ", "")


def test_a_stale_translation_is_held_against_the_english_it_was_made_of() -> None:
    old = replace(translation(message(), "Możesz przerwać {phone}."), source=OLD)
    assert ["LO102", "LO152"] == [f.code for f in check_translation(message(), old, "pl")]


def test_a_fuzzy_translation_is_held_against_its_previous_english() -> None:
    fuzzy = replace(translation(message(), "Możesz przerwać."), fuzzy=True, previous=OLD)
    [finding] = check_translation(message(), fuzzy, "pl")
    assert ("LO152", "info") == (finding.code, finding.severity)


def test_a_mark_of_fuzzy_alone_is_a_state_too() -> None:
    fuzzy = replace(translation(message(), "Możesz nas zapytać."), fuzzy=True)
    [finding] = check_translation(message(), fuzzy, "pl")
    assert "it is marked fuzzy, so the leaflet shows English" == finding.what


def test_an_endless_translation_is_looked_at_no_further() -> None:
    assert ["LO117"] == codes(message(), "<b>" * MAX_CHARACTERS)


@pytest.mark.parametrize(
    "piece", ["[", "{", "<", "*", "](", "_ ", "&", "%(", "1 ", "a.", "\u2066", "`", "[a](", "ma"]
)
@pytest.mark.parametrize("language", ["so", "ar", "cy"])
def test_no_text_is_looked_at_without_end(piece: str, language: str) -> None:
    hostile = (piece * MAX_CHARACTERS)[:MAX_CHARACTERS]
    found = check_translation(message("Nobody [is]({web}) here."), translation(message(), hostile), language)
    assert found


def test_a_catalogue_is_checked_in_the_order_of_the_leaflet() -> None:
    first, second = message(name="first"), message(name="second")
    held = [translation(second, "Možesz"), translation(first, "Może <b>")]
    found = check_catalogue([first, second], held, "pl")
    assert ["first", "second"] == list(dict.fromkeys(f.place.field for f in found))


def test_an_entry_of_no_statement_is_told() -> None:
    [finding] = check_catalogue([message()], [translation(message(name="a.c"), "Może.")], "pl")
    assert ("LO139", "warning", "no statement is called a.c") == (
        finding.code,
        finding.severity,
        finding.what,
    )


def test_a_message_that_the_catalogue_does_not_have_is_no_fault() -> None:
    assert [] == check_catalogue([message()], [], "pl")


def test_a_language_nobody_has_described_is_checked_for_what_every_language_must_keep() -> None:
    assert [] == codes(message(), "Můžete se nás zeptat.", language="cs")
    assert ["LO105"] == codes(message(), "Můžete se nás zeptat 7.", language="cs")


def test_every_check_of_the_list_finds_something_that_is_planted() -> None:
    quiet = {check.__name__ for check in CHECKS}
    for case in faults():
        known = expected_of(case.language)
        quiet -= {check.__name__ for check in CHECKS if any(check(case.message, case.translation, known))}
    assert {"glossary_terms", "dangerous_words"} >= quiet


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("164,041", ["164041"]), ("164.041", ["164041"]), ("164 041", ["164041"]), ("1,64,041", ["164041"]),
        ("164\u202f041", ["164041"]), ("1.50", ["1", "50"]), ("1,50", ["1", "50"]), ("2018–2019", ["2018", "2019"]),
        ("১৯", ["19"]), ("٢٠١٨", ["2018"]), ("NHS 111", ["111"]), ("116 123", ["116123"]), ("no number", []),
    ],
)  # fmt: skip
def test_numbers_are_read_in_every_writing(text: str, expected: list[str]) -> None:
    assert expected == list(numbers(text).elements())


def test_every_shipped_language_is_described() -> None:
    for locale in sorted(set(PINNED) - {"en"}):
        known = expected_of(locale)
        assert known.script and known.stops, locale
        assert 0 < known.length[0] < 1 <= 2 * known.length[1], locale


NEGATORS = [(language, known) for language, known in negators().items()]
each_language = pytest.mark.parametrize(("language", "known"), NEGATORS, ids=[name for name, _ in NEGATORS])


def found(language: str, example: Example) -> bool:
    return "LO137" in codes(message(example.english), example.translation, language=language)


@each_language
def test_the_list_of_negators_finds_its_examples(language: str, known: object) -> None:
    assert len(negators()[language].hits) >= 2
    assert [] == [one for one in negators()[language].hits if not found(language, one)]


@each_language
def test_the_list_of_negators_passes_its_examples(language: str, known: object) -> None:
    assert len(negators()[language].passes) >= 2
    assert [] == [one for one in negators()[language].passes if found(language, one)]


@each_language
def test_the_list_of_negators_has_a_source(language: str, known: object) -> None:
    assert negators()[language].source.startswith("https://")
