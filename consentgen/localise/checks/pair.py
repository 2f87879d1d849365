"""One plural form beside its English, and what both hold besides words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, wraps

from consentgen.localise.checks.expected import LETTER, Expected
from consentgen.localise.checks.fault import Check, Fault
from consentgen.localise.message import SourceMessage, Translation

MAX_CHARACTERS = 5_000
"""No statement comes near; beyond it nothing else is looked at, so that no check takes long."""

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
LINK = re.compile(r"(!?)\[([^\[\]]*)\]\(((?:[^()\n]|\([^()\n]*\))*)\)")
"""Markdown's image mark, words and target."""
BRACED = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[^{}]*\}|%\([^()]*\)[A-Za-z]")
"""A placeholder, or what was meant to be one."""
LONG_NAME = re.compile(r"[A-Z][A-Za-z]*(?:(?: (?:and|for|in|of|the))* [A-Z][A-Za-z]*)+")
"""A name of several words in English, small ones inside: Health and Care Professions Council."""
TEMPLATE = re.compile(r"\{\{|\{%|%\}|\{#|#\}|\$\{|<%|%>")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}([.,٫٬'’ \u00a0\u202f\u2009])(?:\d{2,3}\1)*\d{3}(?!\d)")
"""A number in thousands, or in lakhs (1,64,041), whatever parts them; a decimal point parts two numbers."""
_NUMBER = re.compile(r"\d+")
_SEPARATOR = re.compile(r"\D")


@dataclass(frozen=True)
class Text:
    """A text as it stands in the catalogue."""

    raw: str

    @cached_property
    def placeholders(self) -> Counter[str]:
        """Each placeholder, with how often it stands there."""
        return Counter(PLACEHOLDER.findall(self.raw))

    @cached_property
    def links(self) -> tuple[tuple[str, str, str], ...]:
        """Each link: `!` for an image, its words, its target."""
        return tuple(LINK.findall(self.raw)) if "](" in self.raw else ()

    @cached_property
    def plain(self) -> str:
        """The text with links as their words and a space for whatever stands in braces."""
        text = LINK.sub(r"\2", self.raw) if "](" in self.raw else self.raw
        return BRACED.sub(" ", text)

    @cached_property
    def numbers(self) -> Counter[str]:
        """Each number in the words, in ASCII digits without separators."""
        return numbers(self.plain)


_WORD = re.compile(rf"[^\W\d_](?:{LETTER}|[’'])*")


def words_of(text: str) -> list[str]:
    """The words of a text, without numbers."""
    return _WORD.findall(text)


def numbers(text: str) -> Counter[str]:
    """Each number in `text`, in ASCII digits, with how often it stands there; 1.50 and 1,50 are 1 and 50."""
    if not any(map(str.isdecimal, text)):
        return Counter()
    joined = _GROUPED.sub(lambda group: _SEPARATOR.sub("", group[0]), text)
    return Counter(map(folded, _NUMBER.findall(joined)))


def folded(digits: str) -> str:
    """The same number in ASCII digits."""
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)


@lru_cache(maxsize=8192)
def text_of(raw: str) -> Text:
    """The text, looked through once only."""
    return Text(raw)


@dataclass(frozen=True, slots=True)
class Pair:
    """One form and the English it may stand for."""

    form: Text
    english: tuple[Text, ...]
    """The English plural first; the singular too where the form is for one number alone."""
    category: str = ""
    """CLDR's name of the plural form; empty where nothing is counted."""

    @property
    def against(self) -> Text:
        """The English that a finding shows."""
        return self.english[0]

    def differs(self, part: Callable[[Text], object]) -> bool:
        """Whether a part of the form is that of none of its English."""
        own = part(self.form)
        return all(part(text) != own for text in self.english)


def pairs(source: SourceMessage, translation: Translation, language: Expected) -> tuple[Pair, ...]:
    """Each form beside its English; an empty one too, for the forms keep their numbers."""
    names = language.plurals.categories if source.plural is not None else ()
    categories = (*names, *("",) * len(translation.forms))
    return tuple(
        Pair(text_of(form), _english(source, index, language), categories[index])
        for index, form in enumerate(translation.forms)
    )


def _english(source: SourceMessage, index: int, language: Expected) -> tuple[Text, ...]:
    if source.plural is None:
        return (text_of(source.text),)
    every = (text_of(source.plural), text_of(source.text))
    return every if index in language.single_forms else every[:1]


FormCheck = Callable[[Pair, Expected], Iterator[Fault]]


def each_form(check: FormCheck) -> Check:
    """A check of every form that has words, made of a check of one."""

    @wraps(check)
    def every(source: SourceMessage, translation: Translation, language: Expected) -> Iterator[Fault]:
        for index, pair in enumerate(pairs(source, translation, language)):
            if pair.form.raw.strip():
                for fault in check(pair, language):
                    yield replace(fault, form=index)

    return every
