"""Pseudo-languages: the English dressed so that a tester sees what a translation would break.

`en_XA` is accented, a third longer and stands in brackets: words without accents come from outside the
catalogue, a bracket that is missing has been cut off. `ar_XB` is written in Arabic letters, from right to left.
Nobody reads either; they are made for tests and are never shipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from consentgen.localise.checks.links import BARE, EMAIL
from consentgen.localise.checks.markup import HTML
from consentgen.localise.checks.pair import BRACED
from consentgen.localise.entry import PoFile
from consentgen.localise.facts import LocaleFacts, facts_by_cldr
from consentgen.localise.header import header
from consentgen.localise.message import SourceMessage
from consentgen.localise.plurals import plural_forms
from consentgen.localise.template import entry_of

ACCENTED, MIRRORED = "en_XA", "ar_XB"
PSEUDO = (ACCENTED, MIRRORED)
"""CLDR's names: https://www.unicode.org/reports/tr35/#unicode_region_subtag, private use XA and XB."""
REMARK = "# Made by: consentgen i18n pseudo. It is no language; what is changed here is lost the next time."
LONGER = 3
"""One character more for each so many."""

_KEPT = re.compile(
    rf"\]\((?:[^()\n]|\([^()\n]*\))*\)|{BRACED.pattern}|{BARE.pattern}|{EMAIL.pattern}|{HTML.pattern}"
    r"|\d+(?:[.,:]\d+)*|[*_`\\\[\]]+",
    re.IGNORECASE,
)
"""What is no word: link targets, placeholders, addresses, HTML, numbers, marks of Markdown."""
_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ",
)
_VOWELS = frozenset("aeiouAEIOU")
_ARABIC = str.maketrans(
    {letter: arabic for pair in ["aا", "bب", "cچ", "dد", "eه", "fف", "gغ", "hح", "iي", "jج", "kك", "lل", "mم", "nن", "oو", "pپ", "qق", "rر", "sس", "tت", "uع", "vڤ", "wث", "xخ", "yی", "zز"] for letter, arabic in ((pair[0], pair[1:]), (pair[0].upper(), pair[1:]))}
    | {"?": "؟", ",": "،", ";": "؛"}
)  # fmt: skip


def pseudo_file(locale: str, messages: Iterable[SourceMessage], *, label: str) -> PoFile:
    """The catalogue of a pseudo-language: the same messages give the same file.

    Args:
        locale: one of `PSEUDO`.
        messages: every message.
        label: path to print in findings.
    """
    categories = plural_forms(locale).categories
    entries = tuple(
        entry_of(one, len(categories)).changed(forms=pseudo_forms(locale, one)) for one in messages
    )
    return PoFile(label, replace(header(locale), comments=(REMARK,)), entries)


def pseudo_forms(locale: str, message: SourceMessage) -> tuple[str, ...]:
    """The text of a message in a pseudo-language, or one for each of its plural forms.

    Where a language has more than two forms each names itself, so that a tester sees which one was taken.
    """
    dress = _DRESSES[locale]
    if message.plural is None:
        return (dress(message.text),)
    names = plural_forms(locale).categories
    texts = (message.text if name == "one" else message.plural for name in names)
    if len(names) == 2:
        return tuple(map(dress, texts))
    return tuple(dress(_named(text, name)) for text, name in zip(texts, names, strict=True))


def pseudo_facts(locale: str) -> LocaleFacts:
    """What `locale.toml` says of a pseudo-language."""
    known = facts_by_cldr(locale)
    english = "accented" if locale == ACCENTED else "right to left"
    name = _DRESSES[locale](known.english_name).strip("[]")
    return replace(known, name=name, english_name=f"{known.english_name} ({english} - for tests)")


def accented(text: str) -> str:
    """The words of a text accented, a third longer and in brackets; a text without words as it is."""
    parts = _parts(text)
    words = [part for part, kept in parts if not kept]
    if not any(map(str.isalpha, "".join(words))):
        return text
    lengths = iter(_lengths("".join(words)))
    made = (
        part if kept else "".join(c.translate(_ACCENTS) * next(lengths) for c in part) for part, kept in parts
    )
    return f"[{''.join(made)}]"


def mirrored(text: str) -> str:
    """The words of a text in Arabic letters, in brackets; a text without words as it is.

    Letters, not controls: U+202E would print the words backwards and hide what a real language shows.
    """
    parts = _parts(text)
    if not any(character.isalpha() for part, kept in parts if not kept for character in part):
        return text
    return f"[{''.join(part if kept else part.translate(_ARABIC) for part, kept in parts)}]"


_DRESSES: dict[str, Callable[[str], str]] = {ACCENTED: accented, MIRRORED: mirrored}


def _parts(text: str) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is kept as it stands."""
    found: list[tuple[str, bool]] = []
    end = 0
    for mark in _KEPT.finditer(text):
        found += [(text[end : mark.start()], False), (mark[0], True)]
        end = mark.end()
    return [*found, (text[end:], False)]


def _lengths(words: str) -> list[int]:
    """How often each character is written, so that the whole is a third longer: vowels more often, evenly."""
    stretched = [n for n, c in enumerate(words) if c in _VOWELS]
    stretched = stretched or [n for n, c in enumerate(words) if c.isalpha()]
    missing = -(-len(words) // LONGER)
    lengths = [1] * len(words)
    for number, place in enumerate(stretched):
        lengths[place] += missing * (number + 1) // len(stretched) - missing * number // len(stretched)
    return lengths


def _named(text: str, category: str) -> str:
    """A plural form with its name, before the mark that ends the sentence."""
    words = text.rstrip(".?!:")
    return f"{words} ({category}){text[len(words) :]}"
