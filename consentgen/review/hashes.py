"""Hashes of what a client reads: the words, what they are, where links lead; nothing of how a page looks."""

from __future__ import annotations

import json
import unicodedata
from hashlib import sha256

from consentgen.model.reading import Passage, Reading

_FOLDED = {
    **dict.fromkeys(map(ord, "‘’‚‛′"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), None),
    ord("…"): "...",
}


def fold(text: str) -> str:
    """The words without what only sets them: NFC, one kind of quote, dash and space, no soft hyphens."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())


def passage_hash(passage: Passage) -> str:
    """64 hex digits for one passage: its id, kind, words, links and language."""
    links = [[fold(link.words), link.target] for link in passage.links]
    return _hash([passage.id, passage.kind, fold(passage.text), links, passage.language])


def shape_hash(reading: Reading) -> str:
    """64 hex digits for which passages stand in which order and section, whatever their words."""
    return _hash([[p.id, p.kind, p.section] for p in reading.passages])


def words_hash(reading: Reading) -> str:
    """64 hex digits for all a client reads in one text: every passage in its order."""
    return _hash([reading.language, shape_hash(reading), *map(passage_hash, reading.passages)])


def _hash(value: object) -> str:
    return sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
