"""The JSON of `consentgen show --as json`: statements with their ids and facts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from consentgen.errors import CannotRead
from consentgen.model.reading import Kind, Link, Passage, Reading
from consentgen.model.values import Fact
from consentgen.review.foreign.refusals import NO_LEAFLET_DATA

Json = dict[str, Any]
Group = tuple[Kind, list[Json]]


def read_data(text: str, name: str) -> Reading:
    """The reading a leaflet's data gives.

    Raises:
        CannotRead: it is no JSON, or not that of a leaflet.
    """
    try:
        held = json.loads(text)
        return _reading(held, name)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise CannotRead(
            name, *NO_LEAFLET_DATA, command="consentgen show PROJECT LEAFLET --as json"
        ) from None


def _reading(held: Json, name: str) -> Reading:
    groups: list[tuple[str, Group]] = [("", (Kind.TITLE, [held["title"]]))]
    for section in held["sections"]:
        heading: list[Group] = [(Kind.HEADING, [section["heading"]])] if section["heading"] else []
        blocks = (group for block in section["blocks"] for group in _block(block))
        groups += [(section["id"], group) for group in (*heading, *blocks)]
    passages = tuple(
        _passage(statement, kind, block, section)
        for block, (section, (kind, statements)) in enumerate(groups)
        for statement in statements
    )
    return Reading(
        name, _words(held["language"]), passages, _words(held["direction"]), _words(held["id"]),
        author=_words(held.get("author", "")), version=_words(held.get("version", "")),
    )  # fmt: skip


def _block(block: Json) -> Iterator[Group]:
    match block["kind"]:
        case "heading":
            yield Kind.HEADING, [block["statement"]]
        case "paragraph":
            yield Kind.PARAGRAPH, block["statements"]
        case "list":
            yield from ((Kind.ITEM, item) for item in block["items"])
        case "icons":
            yield from ((Kind.LEGEND, item) for item in block["legend"])
        case "definitions":
            for row in block["rows"]:
                yield Kind.LABEL, [row["label"]]
                yield Kind.TOLD, row["told"]
        case "box":
            for inner in block["blocks"]:
                yield from _block(inner)
        case "lines":
            return
        case other:
            raise ValueError(other)


def _passage(statement: Json, kind: Kind, block: int, section: str) -> Passage:
    text = _words(statement["text"])
    links = (Link(_words(link["words"]), _words(link["target"])) for link in statement.get("links", []))
    return Passage(
        text=text,
        kind=kind,
        id=_words(statement["id"]),
        block=block,
        section=_words(section),
        links=tuple(links),
        language=_words(statement.get("language", "")),
        pattern=_words(statement.get("pattern", text)),
        wording=_words(statement.get("wording", "")),
        facts={name: _fact(value) for name, value in statement.get("facts", {}).items()},
        evidence=tuple(map(_words, statement.get("evidence", ()))),
        tells=tuple(map(_words, statement.get("tells", ()))),
        critical=bool(statement.get("critical")),
        unknown=bool(statement.get("unknown")),
        state=_words(statement.get("state", "")),
    )


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError


def _fact(value: object) -> Fact:
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list) and all(isinstance(number, int) for number in value):
        return value
    raise TypeError
