"""Terms of the glossary as hints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consentgen.localise.checks.expected import expected_of
from consentgen.localise.checks.terms import stem
from consentgen.localise.folder import locales_in
from consentgen.places import shipped
from consentgen.review.change import Meaning
from consentgen.review.meaning.hints import Words, changed


def term(words: Words) -> Iterator[Meaning]:
    """A term of the glossary that is gone or new."""
    found = _terms(words.language)
    old, new = ({t for t, pattern in found if any(side.hits(pattern))} for side in (words.old, words.new))
    held = ("en", *(locale.replace("_", "-") for locale in _locales()))
    yield from changed("term", sorted(old - new), sorted(new - old), tuple(sorted(held)))


@cache
def _locales() -> tuple[str, ...]:
    """The languages with a glossary."""
    found = (folder.locale for folder in locales_in(shipped("locales")))
    return tuple(locale for locale in found if expected_of(locale).glossary.terms)


@cache
def _terms(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The terms of a language with what finds them; of English those that any glossary carries."""
    if language == "en":
        english = {term.english for locale in _locales() for term in expected_of(locale).glossary.terms}
        return tuple((t, re.compile(rf"\b{re.escape(t)}(?:s|es)?\b", re.IGNORECASE)) for t in sorted(english))
    if language not in _locales():
        return ()
    terms = expected_of(language).glossary.terms
    return tuple((word, stem(word, language)) for term in terms for word in term.use)
