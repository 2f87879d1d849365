"""Which way words run, and what keeps them apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consentgen.model.leaflet import Run
from consentgen.render.bidi import (
    direction_of,
    direction_of_words,
    figures_apart,
    isolates_closed,
    statement_direction,
    turned,
)
from tests.unit.render.parts import Part, say, value
from tests.unit.render.sample import sample_leaflet


@pytest.mark.parametrize("language", ["ar", "ur", "AR", "ar-EG", "fa", "he", "pa-Arab", "az-Arab-IR", "ps"])
def test_these_languages_run_from_the_right(language: str) -> None:
    assert "rtl" == direction_of(language)


@pytest.mark.parametrize("language", ["en-GB", "cy", "pa", "bn", "gu", "zh-Hans", "uk", "ur-Latn", "so", ""])
def test_these_run_from_the_left(language: str) -> None:
    assert "ltr" == direction_of(language)


@pytest.mark.parametrize(
    ("words", "direction"),
    [("116 123", ""), ("(مركز) x", "rtl"), ("9 am", "ltr"), ("٦", ""), ("שלום", "rtl"), ("", "")],
)
def test_words_run_as_their_first_letter_does(words: str, direction: str) -> None:
    assert direction == direction_of_words(words)


@pytest.mark.parametrize(
    ("figures", "inside"),
    [
        ("116 123", True), ("6–8", True), ("9:00-17:00", True), ("24/7", True), ("1,5", True),
        ("116\u00a0123", True), ("٦–٨", True), ("+44 20 7946", True), ("111", False), ("اثنان", False),
    ],
)  # fmt: skip
def test_rows_of_figures_are_values(figures: str, inside: bool) -> None:
    runs = [*figures_apart([Run(f"اتصل {figures} الآن")])]
    assert f"اتصل {figures} الآن" == "".join(run.text for run in runs)
    assert ([figures] if inside else []) == [run.text for run in runs if run.kind == "number"]


def test_values_and_links_stay_as_they_are() -> None:
    runs = [value("116 123"), Run("116 123", href="tel:116123"), Run("116 123", "phone")]
    assert runs == [*figures_apart(runs)]


@pytest.mark.parametrize(
    ("parts", "direction"),
    [
        (("نعم.",), "rtl"),
        (("نعم ", value("Living Well", "name")), "rtl"),
        ((value("Nobody sees it."),), "ltr"),
        ((value("6"), " – ", value("8")), "rtl"),
        ((".",), "rtl"),
    ],
)
def test_a_statement_runs_as_its_letters_do(parts: tuple[Part, ...], direction: str) -> None:
    arabic = replace(sample_leaflet(), language="ar", direction="rtl")
    assert direction == statement_direction(say("a", *parts), arabic)


def test_a_statement_of_another_language_runs_as_that_does() -> None:
    leaflet = sample_leaflet()
    assert "rtl" == statement_direction(replace(say("a", "116 123"), language="ar"), leaflet)
    assert "ltr" == statement_direction(say("a", "116 123 ", value("مركز", "name"), " x"), leaflet)
    assert "rtl" == statement_direction(say("a", value("مركز")), leaflet)


def test_an_isolate_ends_with_its_line_and_begins_again() -> None:
    lines = ["a \u2068b \u2066c", "  d\u2069 e", "f\u2069 g"]
    assert ["a \u2068b \u2066c\u2069\u2069", "  \u2068\u2066d\u2069 e\u2069", "\u2068f\u2069 g"] == [
        *isolates_closed(lines)
    ]


def test_a_stray_end_of_an_isolate_does_no_harm() -> None:
    assert ["a\u2069", "b"] == [*isolates_closed(["a\u2069", "b"])]


def test_a_line_that_does_not_begin_from_the_right_is_turned() -> None:
    assert "\u200fNHS" == turned("NHS")
    assert "\u200f- 111" == turned("- 111")
    assert "- نعم" == turned("- نعم")
