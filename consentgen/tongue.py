"""What the tool itself says, in the language of who runs it: gettext's functions, filled with care.

English stands in the code. A translation is used where it holds the same placeholders, else the English is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from typing import NamedTuple

VARIABLES = ("CONSENTGEN_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a language is asked for; the first that says something counts. The last four are gettext's own."""
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_NAME = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]{2,8})*")


class Tongue(NamedTuple):
    """The sentences of one language, and how it counts."""

    sentences: Mapping[str, tuple[str, ...]]
    """By the English, for a counted one by its singular: the translation, or one for each plural form."""
    form: Callable[[int], int]
    """Which form a number takes, from 0."""
    language: str = "en"
    """Its BCP 47 tag."""


ENGLISH = Tongue({}, lambda _count: 0)
_spoken = ENGLISH


def speak(tongue: Tongue) -> None:
    """Say everything from here on in this language: a process speaks one, chosen at its edge."""
    global _spoken
    _spoken = tongue


def spoken() -> Tongue:
    """The language that is spoken, for what keeps sentences."""
    return _spoken


def said(sentence: str, /, **values: object) -> str:
    """A sentence in the language that is spoken, with its values put in."""
    return filled(_translation(sentence, sentence, 0), values)


def counted(one: str, many: str, count: int, /, **values: object) -> str:
    """A sentence in the form its number takes; the number itself stands at `{count}`."""
    form = _spoken.form(count) if one in _spoken.sentences else 0
    return filled(_translation(one, one if count == 1 else many, form), {"count": count, **values})


def either(choices: Iterable[str]) -> str:
    """Choices as one phrase: `a or b or c`; empty where there is none."""
    return reduce(lambda some, one: said("{one} or {other}", one=some, other=one), [*choices] or [""])


def both(parts: Iterable[str]) -> str:
    """Parts as one phrase: `a and b and c`; empty where there is none."""
    return reduce(lambda some, one: said("{one} and {other}", one=some, other=one), [*parts] or [""])


def later(sentence: str) -> str:
    """The English of a sentence that is said elsewhere, marked for translators."""
    return sentence


def filled(sentence: str, values: Mapping[str, object]) -> str:
    """A sentence with its values at its placeholders; whatever else stands in braces stays as it is."""
    return _PLACEHOLDER.sub(lambda found: str(values.get(found[0][1:-1], found[0])), sentence)


def placeholders(sentence: str) -> set[str]:
    """The placeholders of a sentence, with their braces."""
    return set(_PLACEHOLDER.findall(sentence))


def wished(variables: Mapping[str, str]) -> Iterator[str]:
    """The folders in which a language may lie, best first; none where English is asked for.

    `pl_PL.UTF-8` gives `pl_PL` and `pl`. What is no name of a language is passed over.
    """
    asked = next((variables[name] for name in VARIABLES if variables.get(name)), "")
    for wish in asked.split(":"):
        language, *parts = re.split("[-_]", wish.partition(".")[0].partition("@")[0])
        language = language.lower()
        if language in ("c", "posix", "en"):
            return
        names = ["_".join((language, *parts[:end])) for end in range(len(parts), -1, -1)]
        yield from filter(_NAME.fullmatch, names)


def _translation(key: str, english: str, form: int) -> str:
    forms = _spoken.sentences.get(key, ())
    told = forms[form] if form < len(forms) else ""
    return told if told and placeholders(told) == placeholders(english) else english
