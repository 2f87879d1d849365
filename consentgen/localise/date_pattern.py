"""Date patterns: which of CLDR's patterns may stand in a leaflet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from consentgen.tongue import later, said

MOST_CHARACTERS = 40
EXPECTED = later("d, MMMM and y, each once, for instance d MMMM y")
_TOKEN = re.compile(r"'(?P<quoted>(?:[^']|'')*)'|(?P<field>([A-Za-z])\3*)|(?P<literal>.)", re.DOTALL)
_DAY, _MONTH, _YEAR = ("d", "dd"), ("MMMM",), ("y", "yyyy")
_MONTH_BY_NUMBER = ("M", "MM")
_ONCE = {
    "d": later("it does not hold the day exactly once"),
    "M": later("it does not hold the month exactly once"),
    "y": later("it does not hold the year exactly once"),
}


def pattern_fault(pattern: str) -> str:
    """What is wrong with a date pattern, in one clause; empty when it can be used.

    A day, a month in words and a year are wanted: `3/4/2026` is a day in March to one reader and in April
    to another. A month may be a number where its word follows, as in `y年M月d日`. `LLLL` is the month as
    it stands alone, the wrong case in Polish and Ukrainian.

    Source: UTS #35, part 4, section 8, date field symbols.
    """
    if len(pattern) > MOST_CHARACTERS:
        return said("it is longer than {most} characters", most=MOST_CHARACTERS)
    if re.sub(r"'[^']*'", "", pattern).count("'"):
        return said("a quote is left open")
    tokens = list(_tokens(pattern))
    for (kind, text), (_, after) in zip(tokens, [*tokens, ("", "")][1:], strict=True):
        if fault := _field_fault(text, after) if kind == "field" else _literal_fault(text):
            return fault
    fields = [text for kind, text in tokens if kind == "field"]
    for letter, fault in _ONCE.items():
        if [field[0] for field in fields].count(letter) != 1:
            return said(fault)
    if tokens[-1][1].endswith("."):
        return said("it ends with a full stop, and so may the sentence it stands in")
    return ""


def _tokens(pattern: str) -> Iterator[tuple[str, str]]:
    for mark in _TOKEN.finditer(pattern):
        if mark["field"]:
            yield "field", mark["field"]
        else:
            yield "literal", (mark["literal"] or mark["quoted"] or "'").replace("''", "'")


def _field_fault(field: str, after: str) -> str:
    if field in (*_DAY, *_MONTH, *_YEAR):
        return ""
    if field in _MONTH_BY_NUMBER:
        return "" if after[:1].isalpha() else said("the month is a number, which readers take for the day")
    match field[0]:
        case "L":
            return said("the month stands as it does alone; inside a date it is MMMM")
        case "E":
            return said("it holds the day of the week")
        case "Y":
            return said("Y is the year a week belongs to; the year is y")
        case _:
            return said("it holds {field}, which is no day, month in words or year", field=field[:8])


def _literal_fault(text: str) -> str:
    wrong = [c for c in text if unicodedata.category(c)[0] not in "LM" and c not in " ,.،-'’"]
    if not wrong:
        return ""
    return said("the character {character} does not belong in a date", character=f"U+{ord(wrong[0]):04X}")
