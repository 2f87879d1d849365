"""The language whose word lists hold for an edit."""

from __future__ import annotations

import re
from functools import cache

from consentgen.model.reading import Reading
from consentgen.once import once
from consentgen.review.meaning.lists import data
from consentgen.review.meaning.view import View

_WORD = re.compile(r"[^\W\d_]+")
_MOST_CHARACTERS = 20_000
_LEAST_WORDS = 4
"""So many common words must stand in a text that does not say its language."""


def spoken(view: View) -> str:
    """The language of both sides as folders are named, `zh_Hans`; empty where they differ or nobody knows."""
    found = {
        _listed(p.language) if p.language else _language(reading)
        for reading, passages in ((view.old, view.edit.old), (view.new, view.edit.new))
        for p in passages
    }
    return found.pop() if len(found) == 1 else ""


@once
def _language(reading: Reading) -> str:
    if reading.language != "und":
        return _listed(reading.language)
    text = " ".join(p.text for p in reading.passages)[:_MOST_CHARACTERS].casefold()
    shares = {name: _share(text, pattern) for name, pattern in _common().items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= 0.1 else ""


def _share(text: str, pattern: re.Pattern[str]) -> float:
    """What part of a text's words, or of its signs, are common ones of a language."""
    common = len(pattern.findall(text))
    return common / max(1, len(_WORD.findall(text))) if common >= _LEAST_WORDS else 0.0


@cache
def _common() -> dict[str, re.Pattern[str]]:
    entries = data("languages")["languages"]
    return {
        name: re.compile(entry["common"] if entry.get("inside_words") else rf"\b(?:{entry['common']})\b")
        for name, entry in entries.items()
    }


@cache
def _listed(language: str) -> str:
    """The language the lists know it by: `en` for `en-GB`, `zh_Hans` for `zh`."""
    name = language.replace("-", "_")
    base = name.partition("_")[0]
    return "zh_Hans" if name in ("zh", "zh_CN", "zh_Hans_CN") else name if name.startswith("zh") else base
