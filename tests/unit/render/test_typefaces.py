"""Every language that ships has its typeface, with its licence."""

from __future__ import annotations

import pytest

from consentgen.render.typefaces import FONTS, LAST, LATIN, TYPEFACES, typeface_of

MEGABYTES = 1_000_000


@pytest.mark.parametrize(("language", "family"), [
    ("ar", "Vazirmatn"), ("ur-PK", "Noto Nastaliq Urdu"), ("pa", "Noto Sans Gurmukhi"), ("bn", "Hind Siliguri"),
    ("gu", "Noto Sans Gujarati"), ("zh-Hans", "Noto Sans SC"), ("uk", "Noto Sans"),
])  # fmt: skip
def test_a_language_is_set_in_its_family(language: str, family: str) -> None:
    assert family == typeface_of(language).families[0]


@pytest.mark.parametrize("language", ["en-GB", "cy", "pl", "ro", "so", "pt", "xx"])
def test_every_other_language_is_set_as_english_is(language: str) -> None:
    assert LATIN == typeface_of(language)


def test_every_family_ships_in_two_weights_with_its_licence() -> None:
    families = {family for face in TYPEFACES.values() for family in face.families} | {*LAST}
    for family in ("Atkinson Hyperlegible Next", *families):
        name = family.replace(" ", "")
        assert (FONTS / f"{name}-Regular.ttf").is_file()
        assert (FONTS / f"{name}-Bold.ttf").is_file()
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"OFL-{name}.txt").read_text(encoding="utf-8")


def test_no_font_ships_without_a_line_about_it() -> None:
    told = (FONTS / "README.md").read_text(encoding="utf-8").replace(" ", "")
    assert {file.name for file in FONTS.glob("*.ttf")} <= {
        f"{line.split('|')[1]}-{weight}.ttf"
        for line in told.splitlines()
        if "|" in line
        for weight in ("Regular", "Bold")
    }


def test_the_fonts_stay_small_enough_for_the_package() -> None:
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < 9 * MEGABYTES
