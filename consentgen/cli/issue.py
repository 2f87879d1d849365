"""consentgen issue"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from consentgen.cli.options import date_option
from consentgen.cli.report import report, use_colour
from consentgen.tongue import said


@click.command("issue")
@click.argument("project", type=click.Path(path_type=Path, file_okay=False))
@click.argument("leaflet")
@date_option
@click.option("--locale", metavar="LOCALE", help="In this language; English where none is given.")
def command(project: Path, leaflet: str, as_of: date, locale: str | None) -> None:
    """Give out a leaflet that everybody has approved, under a number of its own.

    The number and a square code (QR) are printed on it. All its files are kept under issued/ in the project, as
    they were given out: they are never made again and never written over. Where the newest edition says the
    same words, it stays the newest, and its number is shown.

    Exit code 0 when it is issued, 1 when it has errors, 3 when an approval or a review is missing.

    \b
    Example:
      consentgen issue my-leaflets workbook-by-phone
      consentgen issue my-leaflets workbook-by-phone --date 2026-11-23
    """
    from consentgen.build.issued import issue
    from consentgen.build.project import open_project
    from consentgen.cli.chosen import choose_leaflet

    opened = open_project(project)
    preparer, prepared = choose_leaflet(opened, leaflet, as_of, locale, draft=False)
    faults = [f for f in (*opened.findings, *prepared.findings) if f.severity == "error"]
    if faults or not prepared.leaflet:
        click.echo(report(faults, "text"), err=True, color=use_colour())
        raise click.exceptions.Exit(3 if prepared.gated else 1)
    issued = issue(preparer, prepared)
    edition = issued.edition
    if issued.new:
        told = said(
            "{leaflet} is issued as {number}, edition {edition}.",
            leaflet=leaflet, number=edition.number, edition=edition.edition,
        )  # fmt: skip
    else:
        told = said(
            "{leaflet} is issued already, with the same words: {number} of {day}. Nothing was written.",
            leaflet=leaflet, number=edition.number, day=edition.issued,
        )  # fmt: skip
    click.echo(told)
    click.echo(said("Give out the files in {folder}.", folder=project / "issued" / edition.number))
