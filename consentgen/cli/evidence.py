"""consentgen evidence"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.catalogue import load_catalogue
from consentgen.compose.claims import claim
from consentgen.evidence import Ledger, load_shipped
from consentgen.model.evidence import EvidenceRecord
from consentgen.tongue import later, said


@click.command("evidence")
@click.argument("words", nargs=-1)
@click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False),
    help="Also list this project's own records.",
)
@click.option(
    "--all", "everything", is_flag=True, help="Also list background records, which are never printed."
)
def command(words: tuple[str, ...], project: Path | None, everything: bool) -> None:
    """List evidence records whose id holds all the WORDS. Name them under outcome.evidence.

    \b
    Example:
      consentgen evidence workbook depression
    """
    ledger: Ledger = load_shipped()
    if project:
        from consentgen.build.project import open_project

        ledger = open_project(project).ledger
    for key in ledger.ids():
        record = ledger.get(key)
        if record and all(word.lower() in key for word in words) and (everything or record.printable):
            click.echo(_entry(record))


_PARTS = {
    "better": later("better"),
    "same": later("same"),
    "worse": later("worse"),
    "yes": later("yes"),
    "no": later("no"),
    "unknown": later("unknown"),
}
"""The parts of a figure, as they are listed."""


def _entry(record: EvidenceRecord) -> str:
    source = record.source
    about = said(
        "{outcome}, judged by {assessor}, compared with {comparator}; {source}, {year}; check by {day}",
        outcome=record.outcome, assessor=record.assessor.value, comparator=record.comparator.value,
        source=source.title, year=source.year, day=record.review_by,
    )  # fmt: skip
    return f"{record.id}\n    {_figures(record)}{record.population.text}\n    {about}"


def _figures(record: EvidenceRecord) -> str:
    """The shares as a leaflet would print them; empty for a record that is never printed."""
    if not record.printable:
        return ""
    whole = claim(record, load_catalogue()).whole
    told = [f"{part.shown} {said(_PARTS[name])}" for name, part in zip(whole.names, whole.parts, strict=True)]
    figures = said("Out of {people}: {parts}.", people=whole.denominator, parts=", ".join(told))
    return f"{figures}\n    "
