"""The glossary: the words a language has agreed on, and the name a client must be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from consentgen.localise.checks.expected import LETTER, Expected
from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import Pair, each_form
from consentgen.localise.glossary import NAMED, GlossaryTerm
from consentgen.tongue import either, said

_MUTATED = {
    "ll": "l", "rh": "r", "p": "b|mh|ph", "t": "d|nh|th", "c": "g|ngh|ch", "b": "f|m", "d": "dd|n", "g": "ng|",
    "m": "f",
}  # fmt: skip
"""Initial consonants of Welsh words and what they become: https://en.wikipedia.org/wiki/Consonant_mutation."""
_ENDINGS = ((4, 1), (6, 2), (8, 3), (10_000, 4))
"""Words up to so many letters, and how many of their last ones may change."""
_MORE_THAN_SELF_HELP = re.compile(r"\b(?:therap\w+|treatment|counsel\w+|CBT|psych\w+)", re.IGNORECASE)
"""An English message that speaks of both may need the words that self-help must not be called by."""
_LETTERS = re.compile(rf"(?:{LETTER}|[’'])+")


@each_form
def glossary_terms(pair: Pair, language: Expected) -> Iterator[Fault]:
    """A term that no word of the glossary carries, and help that is called therapy though it is self-help."""
    english, form = pair.against.plain, pair.form.plain
    for term in language.glossary.by_length:
        english, times = _english(term.english).subn(" ", english)
        if not times:
            continue
        avoided = next((word for word in term.avoid if _exact(word).search(form)), "")
        if term.english.casefold() == NAMED:
            yield from _named(term, pair, language.locale, avoided)
        elif not _carried(term, form, language.locale):
            yield _unused(term, pair, avoided)


def _carried(term: GlossaryTerm, form: str, locale: str) -> bool:
    """Whether a word of the glossary stands in the form."""
    parts = {
        word for phrase in term.use for word in _LETTERS.findall(phrase) if len(word) > 3 or word.isupper()
    }
    return any(stem(word, locale).search(form) for word in (*term.use, *parts))


def _unused(term: GlossaryTerm, pair: Pair, avoided: str) -> Fault:
    what = said('"{term}" is not carried by a word of the glossary', term=term.english)
    if avoided:
        what = said(
            '"{term}" is not carried by a word of the glossary, and the glossary says not to use "{word}"',
            term=term.english, word=avoided,
        )  # fmt: skip
    return Fault(
        "LO136", what, pair.form.raw, either(term.use),
        said("Use the same words for it everywhere, or add yours to the glossary."),
    )  # fmt: skip


def _named(term: GlossaryTerm, pair: Pair, locale: str, avoided: str) -> Iterator[Fault]:
    """The rule of the name: guided self-help is called so, and nothing that it is not."""
    told, english = either(term.use), pair.against.plain
    if not any(stem(word, locale).search(pair.form.plain) for word in term.use):
        yield Fault(
            "LO118", said("the help is not called guided self-help"), pair.form.raw, told,
            said("Name it as the glossary does. People must know that they are offered self-help."),
        )  # fmt: skip
    elif avoided and not _MORE_THAN_SELF_HELP.search(english):
        yield Fault(
            "LO118", said('the help is also called "{word}", which it is not', word=avoided), pair.form.raw, told,
            said("Take the word out. The English does not have it."),
        )  # fmt: skip


@lru_cache(maxsize=1024)
def _exact(phrase: str) -> re.Pattern[str]:
    """A pattern that finds a phrase as it stands, the last letters of a long one aside."""
    kept = phrase[:-1] if len(phrase) > 5 else phrase
    start = f"(?<!{LETTER})" if phrase[:1].isascii() or len(phrase) > 2 else ""
    return re.compile(f"{start}{re.escape(kept)}", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _english(term: str) -> re.Pattern[str]:
    """An English term, in its plural too."""
    return re.compile(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def stem(phrase: str, locale: str) -> re.Pattern[str]:
    """A pattern that finds a phrase with other endings, and in Welsh with other beginnings.

    Where a language joins its words, they may stand inside others.
    """
    words = _LETTERS.findall(phrase)
    between = rf"(?:(?!{LETTER}).)+(?:{LETTER}+(?:(?!{LETTER}).)+){{0,2}}?"
    pattern = between.join(_one(word, locale) for word in words) or re.escape(phrase)
    start = "" if locale.startswith(("zh", "ar")) else f"(?<!{LETTER})"
    return re.compile(start + pattern, re.IGNORECASE)


def _one(word: str, locale: str) -> str:
    if locale.startswith("zh"):
        return re.escape(word)
    if word.isupper():
        return re.escape(word)
    kept = max(3, len(word) - next(cut for longest, cut in _ENDINGS if len(word) <= longest))
    if locale.startswith("ar"):
        return f"[وفبلك]{{0,2}}(?:ال|لل)?{re.escape(word.removeprefix('ال')[:kept])}{LETTER}*"
    if locale != "cy":
        return re.escape(word[:kept]) + f"{LETTER}*"
    own = re.match("ch|dd|ff|ng|ph|th", word, re.IGNORECASE)  # letters of their own, which do not change
    first = "" if own else next((begin for begin in _MUTATED if word.lower().startswith(begin)), "")
    begins = f"(?:{first}|{_MUTATED[first]})" if first else "h?"
    return begins + re.escape(word[len(first) : kept]) + f"{LETTER}*"
