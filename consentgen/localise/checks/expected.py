"""What the checks know of a language: its plurals, script, marks, usual length, negators and glossary."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from consentgen.localise.glossary import Glossary, read_glossary
from consentgen.localise.plurals import COUNTED_TO, PluralForms, plural_forms
from consentgen.localise.tags import code
from consentgen.places import shipped
from consentgen.source import shipped_values

_DATA = Path(__file__).parent / "data"
_DEFAULT = {"script": "", "stops": "", "length": "0.3 3.5", "foreign": ""}
"""For a language somebody starts: nothing that only a known script could tell."""


@dataclass(frozen=True, slots=True)
class Example:
    """An English text and a translation of it."""

    english: str
    translation: str


@dataclass(frozen=True, slots=True)
class Negators:
    """How a language says no."""

    any: re.Pattern[str]
    """Whatever can carry an English "not"; a translation without any of them has lost it."""
    sure: re.Pattern[str] | None
    """What says no and nothing else; beside an English without a "not" it has been added. None: not known."""
    source: str
    hits: tuple[Example, ...]
    passes: tuple[Example, ...]


@dataclass(frozen=True)
class Expected:
    """One language as the checks see it."""

    locale: str
    """The folder's name, `zh_Hans`."""
    plurals: PluralForms
    script: str
    """How Unicode's names of its letters begin, `GURMUKHI`; empty where it is not known."""
    stops: str
    """The marks that end a sentence; empty where any may."""
    length: tuple[float, float]
    """Shortest and longest a translation usually is, as a part of the English."""
    foreign: str
    """Letters of a neighbour that are often typed by mistake."""
    glossary: Glossary = field(default_factory=Glossary)
    negators: Negators | None = None

    @cached_property
    def single_forms(self) -> frozenset[int]:
        """The plural forms that stand for one number alone."""
        numbers = [self.plurals.index(n) for n in range(COUNTED_TO + 1)]
        return frozenset(form for form in range(self.plurals.count) if numbers.count(form) == 1)


@cache
def expected_of(locale: str) -> Expected:
    """What is known of a language, with the glossary that ships for it.

    Args:
        locale: `pl`, `zh_Hans` or `zh-Hans`.

    Raises:
        UnknownLocale: CLDR has never heard of the language.
    """
    name = code(locale)
    known = {**_DEFAULT, **_data("languages")["languages"].get(name, {})}
    shortest, longest = known["length"].split()
    glossary, _ = read_glossary(shipped("locales") / name / "glossary.toml", f"locales/{name}/glossary.toml")
    return Expected(
        name, plural_forms(name), known["script"], known["stops"], (float(shortest), float(longest)),
        known["foreign"], glossary=glossary, negators=negators().get(name),
    )  # fmt: skip


def _data(name: str) -> dict[str, Any]:
    """A YAML file of `data/`.

    Raises:
        ValueError: the shipped file has a fault.
    """
    return shipped_values(_DATA / f"{name}.yaml")


@cache
def negators() -> dict[str, Negators]:
    """How each language says no, where a list of words can tell."""
    return {name: _negators(entry) for name, entry in _data("negators")["languages"].items()}


@cache
def english_negation() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says no in English, and what may become a no in another language."""
    english = _data("negators")["english"]
    return whole_words(english["sure"]), whole_words(english["possible"])


LETTER = r"[\w\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d]"
"""A letter or what is written on it: Python's `\\w` leaves the vowel signs of Indian scripts out."""


def whole_words(pattern: str) -> re.Pattern[str]:
    """A pattern that holds for whole words, in capitals or not."""
    return re.compile(rf"(?<!{LETTER})(?:{pattern})(?!{LETTER})", re.IGNORECASE)


def _negators(entry: dict[str, Any]) -> Negators:
    find = re.compile if entry.get("inside_words") else whole_words
    hits, passes = (tuple(Example(**example) for example in entry[name]) for name in ("hits", "passes"))
    sure = entry.get("sure")
    return Negators(find(entry["any"]), find(sure) if sure else None, entry["source"], hits, passes)
