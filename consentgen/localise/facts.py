"""What the tool has to know of a language besides its words."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale
from babel.core import get_global

from consentgen.localise.date_pattern import pattern_fault
from consentgen.localise.tags import cldr, code, tag

DIGITS = "latn"
"""The digits 0 to 9, in every language.

Phone numbers are dialled on them, forms and letters of the NHS print them, and one reviewer can compare
the numbers of every language with the English ones.
"""

_NOTO = ("Noto Sans",)
_FONTS = {
    "Latn": ("Atkinson Hyperlegible Next", *_NOTO), "Cyrl": _NOTO, "Grek": _NOTO, "Deva": _NOTO, "Arab": ("Vazirmatn",),
    "Beng": ("Hind Siliguri",), "Gujr": ("Noto Sans Gujarati",), "Guru": ("Noto Sans Gurmukhi",),
    "Hans": ("Noto Sans SC",),
}  # fmt: skip
"""Families that come with the package, by ISO 15924 script."""


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """One language, as its `locale.toml` has it."""

    code: str
    """Folder name, `zh_Hans`."""
    tag: str
    """BCP 47, `zh-Hans`; stands in `lang` attributes."""
    name: str
    """The language's own name for itself, in its own script."""
    english_name: str
    direction: str
    """`ltr` or `rtl`."""
    digits: str
    """CLDR's name of the digits: always `latn`."""
    date_pattern: str
    """CLDR pattern of a day, a month in words and a year."""
    fonts: tuple[str, ...]
    """Font families, first choice first; empty where none that is shipped has the script."""


def facts_by_cldr(locale: str) -> LocaleFacts:
    """What CLDR says of a language: a start for a new `locale.toml`, and what a faulty one falls back on.

    Raises:
        UnknownLocale: CLDR has never heard of the language.
    """
    known = cldr(locale)
    name = known.get_display_name(known) or known.english_name or code(locale)
    pattern = str(known.date_formats["long"].pattern)
    return LocaleFacts(
        code=code(locale),
        tag=tag(locale),
        name=name[:1].upper() + name[1:],
        english_name=known.english_name or code(locale),
        direction="rtl" if known.character_order == "right-to-left" else "ltr",
        digits=DIGITS,
        # Readers in England expect the day first, whatever CLDR's own country does.
        date_pattern="d MMMM y" if pattern.startswith("M") or pattern_fault(pattern) else pattern,
        fonts=_FONTS.get(_script(known), ()),
    )


def locale_toml(facts: LocaleFacts) -> str:
    """The text of a `locale.toml`."""
    fonts = ", ".join(_quoted(font) for font in facts.fonts)
    return (
        "# What the tool has to know of this language; docs/translating.md explains each line.\n"
        f"name = {_quoted(facts.name)}\n"
        f"english_name = {_quoted(facts.english_name)}\n"
        f"tag = {_quoted(facts.tag)}\n"
        f"direction = {_quoted(facts.direction)}\n"
        f"digits = {_quoted(facts.digits)}\n"
        f"date_pattern = {_quoted(facts.date_pattern)}\n"
        f"fonts = [{fonts}]\n"
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _script(known: Locale) -> str:
    """The script a language is usually written in; empty where CLDR does not say."""
    likely = get_global("likely_subtags")
    names = f"{known}_{likely.get(str(known)) or likely.get(known.language) or ''}".split("_")
    return next((name for name in names if len(name) == 4 and name.isalpha()), "")
