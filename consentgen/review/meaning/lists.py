"""Word lists: YAML beside the code, so that a person who does not program can add a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from consentgen.localise.checks.expected import whole_words
from consentgen.source import shipped_values

FOLDER = Path(__file__).parent / "words"


class Example(NamedTuple):
    """One sentence then and now."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of one class of hint in one language."""

    words: dict[str, re.Pattern[str]]
    """What a word means, with the words that mean it; in a scale the weakest first."""
    opposites: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    prefixes: tuple[str, ...]
    """Beginnings that turn a word round."""
    source: str
    hits: tuple[Example, ...]
    passes: tuple[Example, ...]


@cache
def word_lists(name: str) -> dict[str, WordList]:
    """The lists of `words/NAME.yaml` by language, `zh_Hans` as folders are named.

    Raises:
        ValueError: the shipped file has a fault.
    """
    return {language: _list(entry) for language, entry in data(name)["languages"].items()}


def data(name: str) -> dict[str, Any]:
    """A YAML file of `words/`.

    Raises:
        ValueError: the shipped file has a fault.
    """
    return shipped_values(FOLDER / f"{name}.yaml")


def _list(entry: dict[str, Any]) -> WordList:
    find = _inside if entry.get("inside_words") else whole_words
    hits, passes = (tuple(Example(**example) for example in entry[name]) for name in ("hits", "passes"))
    return WordList(
        {meant: find(pattern) for meant, pattern in entry.get("words", {}).items()},
        tuple((find(one), find(other)) for one, other in entry.get("opposites", [])),
        tuple(entry.get("prefixes", [])),
        entry["source"], hits, passes,
    )  # fmt: skip


def _inside(pattern: str) -> re.Pattern[str]:
    """A pattern for a language that does not part its words."""
    return re.compile(pattern, re.IGNORECASE)


def languages(*names: str) -> tuple[str, ...]:
    """The languages that lists hold for, as `lang` attributes name them."""
    return tuple(sorted({language.replace("_", "-") for name in names for language in word_lists(name)}))
