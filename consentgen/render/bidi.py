"""Right to left and left to right in one sentence: which way words run, and how they are kept apart.

A bare `116 123` behind an Arabic word prints as `123 116`: numbers joined by a space or a dash change
places (Unicode Standard Annex #9, rules W2 and N1). So every value and every row of figures is isolated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Protocol
from unicodedata import bidirectional

from consentgen.model.leaflet import Run, Statement

LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, END = "\u2066", "\u2067", "\u2068", "\u2069"
"""The isolates of Unicode: what stands between one of the first three and the last turns nothing around it."""
RIGHT_MARK = "\u200f"
"""A mark without width that counts as a right-to-left letter."""

_RTL_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_RTL_SCRIPTS = frozenset({"arab", "aran", "hebr", "syrc", "thaa"})
_RTL_LETTER = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_SPACE = "[ \u00a0\u2009\u202f]"
_FIGURES = re.compile(rf"\+?\d+(?:(?:{_SPACE}?[-–—/:.,×]{_SPACE}?|{_SPACE})\d+)+")
"""Figures in a row: a number to ring, a time, a range; one group alone needs no help."""


class Directed(Protocol):
    """What has a language and a direction: a leaflet, or what is known of one."""

    @property
    def language(self) -> str:
        """BCP 47."""

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""


@lru_cache(maxsize=64)
def direction_of(language: str) -> str:
    """`rtl` or `ltr`: the way a language is written, by its script where the tag names one."""
    tags = language.lower().split("-")
    scripts = [tag for tag in tags[1:] if len(tag) == 4 and tag.isalpha()]
    rtl = scripts[0] in _RTL_SCRIPTS if scripts else tags[0] in _RTL_LANGUAGES
    return "rtl" if rtl else "ltr"


def has_rtl_letter(text: str) -> bool:
    """Whether a letter in it is written from the right."""
    return not text.isascii() and _RTL_LETTER.search(text) is not None


def statement_direction(statement: Statement, leaflet: Directed) -> str:
    """The direction of a statement: its own language's, else its letters' if they agree, else the leaflet's.

    A statement may hold nothing but what the service wrote, in English, in an Arabic leaflet.
    """
    return direction_of_text(statement.text, statement.language, leaflet.direction)


def direction_of_text(text: str, language: str, around: str) -> str:
    """The direction of words in a text that runs `around`; their own language may be empty."""
    if language:
        return direction_of(language)
    from_the_right = has_rtl_letter(text)
    if from_the_right == (around == "rtl"):
        return around
    other = any(letter.isalpha() and not _RTL_LETTER.match(letter) for letter in text)
    return "ltr" if other else "rtl" if from_the_right else around


def reads_left_to_right(run: Run) -> bool:
    """Whether a value is read from the left in every language: an address, a number to type, figures alone."""
    return run.kind in ("phone", "email", "url", "code") or not any(map(str.isalpha, run.text))


def direction_of_words(text: str) -> str:
    """The direction of the first letter, as UAX #9 finds it; empty where there is none."""
    for character in text:
        match bidirectional(character):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return ""


def figures_apart(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, with rows of figures in the wording as values of their own."""
    for run in runs:
        if run.kind != "text" or run.href or not _FIGURES.search(run.text):
            yield run
            continue
        end = 0
        for found in _FIGURES.finditer(run.text):
            if before := run.text[end : found.start()]:
                yield replace(run, text=before)
            yield replace(run, text=found[0], kind="number")
            end = found.end()
        if after := run.text[end:]:
            yield replace(run, text=after)


def figure_rows(text: str) -> tuple[tuple[int, int], ...]:
    """Where figures stand in a row: the start and the end of each."""
    return tuple(found.span() for found in _FIGURES.finditer(text))


def isolated(words: str, mark: str) -> str:
    """`words` kept from changing places with what stands around them."""
    return f"{mark}{words}{END}"


def isolate_for(run: Run) -> str:
    """The isolate that begins a value."""
    return LEFT_TO_RIGHT if reads_left_to_right(run) else FIRST_STRONG


def isolate_of(direction: str) -> str:
    """The isolate that begins words of a known direction."""
    return RIGHT_TO_LEFT if direction == "rtl" else LEFT_TO_RIGHT


def turned(line: str) -> str:
    """A right-to-left line that every program sets from the right, whatever letter it begins with."""
    return line if direction_of_words(line) == "rtl" else RIGHT_MARK + line


def isolates_closed(lines: Iterable[str]) -> Iterator[str]:
    """Lines whose isolates end on the line they begin on, and go on on the next: a line break ends them."""
    still_open: list[str] = []
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        opened = "".join(still_open)
        for character in line:
            if character in (LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG):
                still_open.append(character)
            elif character == END and still_open:
                still_open.pop()
        yield f"{indent}{opened}{line[len(indent) :]}{END * len(still_open)}"
