"""The text a reviewer looked at, kept whole, so that later ones can be compared with it."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from hashlib import sha256
from typing import Any

from consentgen.model.reading import Kind, Link, Passage, Reading

MAX_BYTES = 4_000_000
"""A leaflet of 120 statements takes 40,000 bytes."""
_DEFAULTS = {name: value for name, value in asdict(Passage("")).items() if name != "text"}
_OF_THE_TEXT = ("language", "direction", "leaflet", "author", "version")
_NAMES = {one.name for one in fields(Passage)}


def text_data(reading: Reading) -> bytes:
    """A text as the bytes it is kept as; what is empty in a passage is left out."""
    passages = [
        {name: value for name, value in asdict(passage).items() if value != _DEFAULTS.get(name)}
        for passage in reading.passages
    ]
    kept = {
        "consentgen": 1,
        "leaflet": reading.leaflet,
        "language": reading.language,
        "direction": reading.direction,
        "author": reading.author,
        "version": reading.version,
        "passages": passages,
    }
    return (json.dumps(kept, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n").encode()


def text_id(data: bytes) -> str:
    """64 hex digits: the hash of the bytes a text is kept as, whatever line ends a copy gave them."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def read_text(data: bytes, label: str) -> Reading | None:
    """The text that some bytes keep; None where they keep none."""
    try:
        value: Any = json.loads(data)
        passages = tuple(map(_passage, value["passages"]))
        language, direction, leaflet, author, version = (str(value[name]) for name in _OF_THE_TEXT)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Reading(label, language, passages, direction, leaflet, author=author, version=version)


def _passage(value: dict[str, Any]) -> Passage:
    if set(value) - _NAMES:
        raise ValueError
    links = tuple(Link(str(link["words"]), str(link["target"])) for link in value.get("links", ()))
    several = {name: tuple(map(str, value.get(name, ()))) for name in ("evidence", "tells")}
    kind = Kind(value.get("kind", Kind.PARAGRAPH))
    passage = Passage(**value | several | {"links": links, "kind": kind})
    if not all(isinstance(getattr(passage, n), type(_DEFAULTS.get(n, ""))) for n in _NAMES - {"kind"}):
        raise TypeError
    return passage
