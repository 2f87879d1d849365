"""Letters of another script or of a neighbour's alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from consentgen.localise.checks.expected import Expected
from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import LONG_NAME, Pair, each_form
from consentgen.tongue import said

_ALIKE = {"LATIN", "CYRILLIC", "GREEK"}
"""Scripts whose letters look the same; a word never mixes them."""
_TAG = re.compile(r"<[^<>]*>|(?:https?://|www\.)\S+|\S+@\S+")
_GLOSS = re.compile(r"[(（]([A-Za-z][A-Za-z -]{0,60})[)）]")
"""English in brackets behind its translation."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(r"[A-Za-z]*[A-Z][A-Za-z]*")


@each_form
def mixed_script(pair: Pair, language: Expected) -> Iterator[Fault]:
    """A letter of another script inside a word, or a word of another script that is no name."""
    names = {name for text in pair.english for name in _ENGLISH.findall(text.raw)}
    english = pair.against.plain.casefold()
    words = _TAG.sub(" ", pair.form.plain)
    words = _GLOSS.sub(lambda gloss: " " if gloss[1].casefold() in english else gloss[0], words)
    for name in LONG_NAME.findall(pair.against.raw):
        words = words.replace(name, " ")
    for word in _LETTERS.findall(words):
        if foreign := [letter for letter in word if letter in language.foreign]:
            told = f"{word} ({_told(foreign[0])})"
            yield Fault(
                "LO134", said("a letter that this language does not have"), told,
                help=said("Type the word again with the keyboard of this language."),
            )  # fmt: skip
        elif what := _mixed(word, language.script, names):
            yield Fault(
                "LO134", what, word, said("letters of one script"),
                said("Type the word again; letters of two scripts can look the same."),
            )  # fmt: skip


def _mixed(word: str, script: str, names: set[str]) -> str:
    """What is wrong with the scripts of a word, if anything."""
    found = {script_of(letter) for letter in word} - {""}
    if len(found & _ALIKE) > 1:
        return said("a word with letters of two scripts")
    others = found - {script}
    if not script or not others:
        return ""
    if others == {"LATIN"}:
        latin = "".join(letter for letter in word if script_of(letter) == "LATIN")
        return (
            ""
            if latin in names or latin.isupper()
            else said("a word in Latin letters that is no name in the English")
        )
    return said("a word in letters of another script")


@cache
def script_of(letter: str) -> str:
    """The script in Unicode's name of a letter, `BENGALI`; empty for letters of every script."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return "" if name in ("MODIFIER", "FEMININE", "MASCULINE", "") else name.partition("-")[0]


def _told(letter: str) -> str:
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '').capitalize()}"
