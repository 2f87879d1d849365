"""Sentences in the language that is spoken: filled strictly, counted by its rule, English where in doubt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from consentgen.tongue import ENGLISH, Tongue, counted, filled, said, speak, wished


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(ENGLISH)


def told(translation: str) -> str:
    """What is said where `{file} is full.` has this translation."""
    speak(Tongue({"{file} is full.": (translation,)}, lambda _count: 0))
    return said("{file} is full.", file="a{file}b")


def test_a_translation_is_filled_once() -> None:
    assert "Pełny: a{file}b." == told("Pełny: {file}.")


def test_a_stray_brace_stays_as_it_is() -> None:
    assert "Pełny} {: a{file}b." == told("Pełny} {: {file}.")


@pytest.mark.parametrize(
    "translation",
    ["", "Pełny.", "{plik} pełny.", "{file} {file.__class__}", "{file!r}", "{} {file}", "{0}", "%(file)s"],
)
def test_english_stands_in_where_placeholders_differ(translation: str) -> None:
    assert "a{file}b is full." == told(translation)


def test_english_stands_in_where_nothing_is_translated() -> None:
    assert "Stopped." == said("Stopped.")
    assert ["1 error", "2 errors", "0 errors"] == [
        counted("{count} error", "{count} errors", n) for n in (1, 2, 0)
    ]


@pytest.mark.parametrize("form", [-2, 1, 7])
def test_english_stands_in_where_a_form_is_lacking(form: int) -> None:
    speak(Tongue({"{count} error": ("{count} błąd",)}, lambda _count: abs(form)))
    assert "3 errors" == counted("{count} error", "{count} errors", 3)


def test_what_has_no_value_stays_as_it_is() -> None:
    assert "{a} 1" == filled("{a} {b}", {"b": 1})


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, []),
        ({"LANG": "pl_PL.UTF-8"}, ["pl_PL", "pl"]),
        ({"LANG": "cy_GB@euro", "LANGUAGE": ""}, ["cy_GB", "cy"]),
        ({"LANGUAGE": "de:pl:en:cy", "LANG": "cy"}, ["de", "pl"]),
        ({"LC_ALL": "C", "LANG": "pl"}, []),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "pl"}, []),
        ({"LANG": "C.UTF-8"}, []),
        ({"LANG": "POSIX"}, []),
        ({"CONSENTGEN_LANGUAGE": "en", "LANGUAGE": "pl"}, []),
        ({"CONSENTGEN_LANGUAGE": "PL", "LANG": "C"}, ["pl"]),
        ({"CONSENTGEN_LANGUAGE": "zh-Hans-CN"}, ["zh_Hans_CN", "zh_Hans", "zh"]),
        ({"CONSENTGEN_LANGUAGE": "../../secret"}, []),
        ({"CONSENTGEN_LANGUAGE": "pl/../cy:/:\0:pl_\n"}, ["pl"]),
    ],
)
def test_the_first_variable_that_says_something_counts(
    variables: dict[str, str], expected: list[str]
) -> None:
    assert expected == list(wished(variables))
