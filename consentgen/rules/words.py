"""Word lists: YAML beside the rules, so that a person who does not program can add a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from consentgen.source import shipped_values

FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Word:
    """A pattern with what to write instead, and examples that are tests."""

    pattern: re.Pattern[str]
    instead: str | tuple[str, ...]
    source: str
    hits: tuple[str, ...]
    passes: tuple[str, ...]


@cache
def word_list(name: str) -> tuple[Word, ...]:
    """The words of `words/NAME.yaml`.

    Raises:
        ValueError: the shipped list has a fault.
    """
    return tuple(_word(entry) for entry in shipped_values(FOLDER / f"{name}.yaml")["words"])


def _word(entry: dict[str, Any]) -> Word:
    instead = entry["instead"]
    pattern = re.compile(rf"(?<!\w)(?:{entry['pattern']})(?!\w)", re.IGNORECASE)
    return Word(
        pattern, tuple(instead) if isinstance(instead, list) else instead, entry["source"],
        tuple(entry["hits"]), tuple(entry["passes"]),
    )  # fmt: skip
