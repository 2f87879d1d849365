"""The planted faults and the sound translations, read from their YAML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from consentgen.localise.checks import check_translation
from consentgen.localise.checks.expected import Expected, expected_of
from consentgen.localise.glossary import Glossary, GlossaryTerm
from consentgen.localise.message import SourceMessage, Translation
from consentgen.model.finding import Finding, Place

_FILE = Path(__file__).parent / "faults.yaml"


@dataclass(frozen=True, slots=True)
class Case:
    """One translation of one message, and what has to be found in it."""

    name: str
    language: str
    english: str
    plural: str | None
    forms: tuple[str, ...]
    code: str = ""
    """Empty where nothing may be found."""

    @property
    def message(self) -> SourceMessage:
        """The English message."""
        return SourceMessage("planted", self.english, self.plural, (), "", critical=False, place=Place("en"))

    @property
    def translation(self) -> Translation:
        """What the catalogue has for it."""
        source = (self.english, self.plural)
        return Translation("planted", source, self.forms, False, None, Place("planted.po"))

    def findings(self) -> list[Finding]:
        """What our check finds."""
        return check_translation(self.message, self.translation, expected(self.language))


@cache
def expected(language: str) -> Expected:
    """What is expected of a language, with the glossary of the table."""
    terms = _data()["glossary"].get(language, [])
    glossary = Glossary(tuple(GlossaryTerm(t["english"], tuple(t["use"]), tuple(t["avoid"])) for t in terms))
    return replace(expected_of(language), glossary=glossary)


def faults() -> tuple[Case, ...]:
    """Translations with one fault each."""
    return tuple(_case(entry) for entry in _data()["faults"])


def sound() -> tuple[Case, ...]:
    """Translations with none."""
    return tuple(_case(entry) for entry in _data()["sound"])


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = YAML(typ="safe").load(_FILE)
    return data


def _case(entry: dict[str, Any]) -> Case:
    words = entry["translation"]
    forms = tuple(words) if isinstance(words, list) else (words,)
    return Case(
        entry["name"], entry["language"], entry["english"], entry.get("plural"), forms, entry.get("code", "")
    )
