"""consentgen show"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from consentgen.cli.options import date_option, expired_option
from consentgen.cli.report import report, use_colour


@click.command("show")
@click.argument("project", type=click.Path(path_type=Path, file_okay=False))
@click.argument("leaflet")
@date_option
@expired_option
@click.option("--ids", is_flag=True, help="Show each statement's id beside its words.")
def command(project: Path, leaflet: str, as_of: date, expired: str | None, ids: bool) -> None:
    """Show one leaflet in the terminal. LEAFLET is its id: the descriptor's file name without .yaml.

    \b
    Example:
      consentgen show my-leaflets workbook-by-phone
    """
    from consentgen.build.prepare import Preparer
    from consentgen.build.project import open_project
    from consentgen.errors import UnknownName
    from consentgen.render.text import render_text

    opened = open_project(project)
    found = [p for p in Preparer(opened, as_of, stamp_expired=expired == "stamp").all() if p.id == leaflet]
    if not found:
        raise UnknownName("leaflet", leaflet, sorted(f.stem for f in opened.descriptors))
    prepared = found[0]
    if not prepared.leaflet:
        click.echo(report(prepared.findings, "text"), err=True, color=use_colour())
        raise click.exceptions.Exit(1)
    if ids:
        for statement in prepared.leaflet.statements():
            click.echo(f"{statement.id:<36} {statement.text}")
        return
    click.echo(render_text(prepared.leaflet).data.decode(), nl=False)
