"""The parts of statements that print sets apart: links, bold words, and the words between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from consentgen.model.leaflet import Run, Statement
from consentgen.render.bidi import figures_apart


def spaced(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Statements of one paragraph, each but the last with the space that follows it."""
    for statement in statements[:-1]:
        yield replace(statement, runs=(*statement.runs, Run(" ")))
    yield from statements[-1:]


def parts_of(statement: Statement, direction: str) -> list[list[Run]]:
    """The runs of a statement: each link and each bold run alone, the others together."""
    parts: list[list[Run]] = []
    alone = True
    for run in figures_apart(statement.runs) if direction == "rtl" else statement.runs:
        if alone or run.strong or run.link:
            parts.append([])
        parts[-1].append(run)
        alone = bool(run.strong or run.link)
    return parts
