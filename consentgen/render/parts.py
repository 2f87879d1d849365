"""Statements side by side, and the parts of one: links, bold words, and the words between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from unicodedata import category

from consentgen.model.leaflet import Leaflet, Run, Section, Statement, section_statements
from consentgen.once import once
from consentgen.render.bidi import Directed, figures_apart, has_rtl_letter, statement_direction

_WITHOUT_SPACES = frozenset({"ja", "zh"})
"""Languages whose sentences follow each other without a space."""


def service_name(leaflet: Leaflet) -> Statement:
    """The name of the service, as it stands over the title."""
    return Statement("service", (Run(leaflet.service_name, "name"),))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Statements of one paragraph that run in one direction and belong side by side."""

    direction: str
    statements: tuple[tuple[Statement, str], ...]
    """Each with what stands behind it, which is nothing at the end."""
    gap: str
    """What stands behind all of them."""


@dataclass(frozen=True, slots=True)
class Way:
    """Which way a leaflet is read."""

    language: str
    direction: str
    one: bool
    """Whether every word runs from the left in one language with spaces, as in an English leaflet.

    Asked once for a leaflet, it spares the question for each of its statements.
    """


def way_of(leaflet: Leaflet) -> Way:
    """Which way a leaflet is read."""
    mixed = leaflet.direction == "rtl" or not space_in(leaflet.language)
    apart = (leaflet.title, *leaflet.furniture.values())
    one = not mixed and not _turns(apart) and not any(map(_section_turns, leaflet.sections))
    return Way(leaflet.language, leaflet.direction, one)


def _turns(statements: Iterable[Statement]) -> bool:
    """Whether a letter is written from the right, or a statement has a language of its own."""
    return any(s.language or has_rtl_letter(s.text) for s in statements)


@once
def _section_turns(section: Section) -> bool:
    return _turns(section_statements(section))


def stretches(statements: Sequence[Statement], leaflet: Directed) -> Iterator[Stretch]:
    """A paragraph by direction: two English sentences in an Arabic one are read as two, one after the other."""
    pairs = zip(statements, _gaps(statements, leaflet), strict=True)
    for direction, group in groupby(pairs, key=lambda pair: statement_direction(pair[0], leaflet)):
        *before, (last, gap) = group
        yield Stretch(direction, (*before, (last, "")), gap)


def space_in(language: str) -> str:
    """What stands between two sentences of a language."""
    return "" if language.split("-")[0] in _WITHOUT_SPACES else " "


def _gaps(statements: Sequence[Statement], leaflet: Directed) -> Iterator[str]:
    """What stands behind each statement."""
    yield from (gap(a, b) for a, b in pairwise(s.language or leaflet.language for s in statements))
    yield from ("" for _ in statements[-1:])


def gap(before: str, after: str) -> str:
    """What stands between two sentences, by their languages: a space, but none where both are in Chinese."""
    return space_in(before) or space_in(after)


def parts_of(statement: Statement, direction: str, gap: str = "") -> list[list[Run]]:
    """The runs of a statement and what stands behind it: each link and each bold run alone, the others together."""
    parts: list[list[Run]] = []
    alone = True
    runs = figures_apart(statement.runs) if direction == "rtl" else statement.runs
    for run in (*runs, Run(gap)) if gap else runs:
        if alone or run.strong or run.link:
            parts.append([])
        parts[-1].append(run)
        alone = bool(run.strong or run.link)
    return parts


def seen(part: Sequence[Run]) -> str:
    """The words of a part; empty where it has nothing but spaces and marks without a width."""
    words = "".join(run.text for run in part)
    return words if any(category(letter)[0] not in "ZC" for letter in words) else ""
