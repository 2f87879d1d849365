"""consentgen evidence"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.catalogue import load_catalogue
from consentgen.compose.claims import claim
from consentgen.evidence import Ledger, load_shipped
from consentgen.model.evidence import EvidenceRecord


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


def _entry(record: EvidenceRecord) -> str:
    source = record.source
    return (
        f"{record.id}\n    {_figures(record)}{record.population.text}\n"
        f"    {record.outcome}, judged by {record.assessor.value}, compared with {record.comparator.value}; "
        f"{source.title}, {source.year}; check by {record.review_by}"
    )


def _figures(record: EvidenceRecord) -> str:
    """The shares as a leaflet would print them; empty for a record that is never printed."""
    if not record.printable:
        return ""
    whole = claim(record, load_catalogue()).whole
    told = [f"{part.shown} {name}" for name, part in zip(whole.names, whole.parts, strict=True)]
    return f"Out of {whole.denominator}: {', '.join(told)}.\n    "
