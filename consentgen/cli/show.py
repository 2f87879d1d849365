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
@click.option("--locale", metavar="LOCALE", help="In this language, as a draft.")
@click.option(
    "--as", "form", type=click.Choice(["text", "ids", "json", "page"]), default="text", show_default=True,
    help="The words; each statement's id beside its words; all statements with their facts as JSON; "
    "or an HTML page of ids, English and translation.",
)  # fmt: skip
def command(
    project: Path, leaflet: str, as_of: date, expired: bool | None, form: str, locale: str | None
) -> None:
    """Show one leaflet in the terminal. LEAFLET is its id: the descriptor's file name without .yaml.

    \b
    Example:
      consentgen show my-leaflets workbook-by-phone
      consentgen show my-leaflets workbook-by-phone --as ids
      consentgen show my-leaflets workbook-by-phone --locale pl --as page > pl.html
    """
    from consentgen.build.approvals import approvals_of, stamped
    from consentgen.build.prepare import Preparer
    from consentgen.build.project import open_project
    from consentgen.cli.chosen import choose_leaflet
    from consentgen.render.data import render_data
    from consentgen.render.text import render_text

    opened = open_project(project).with_expired(expired)
    preparer, prepared = choose_leaflet(opened, leaflet, as_of, locale, draft=True)
    into = preparer.into
    made = prepared.leaflet and stamped(prepared.leaflet, approvals_of(opened, as_of))
    if not made:
        click.echo(report(prepared.findings, "text"), err=True, color=use_colour())
        raise click.exceptions.Exit(1)
    if form == "ids":
        for statement in made.statements():
            click.echo(f"{statement.id:<36} {statement.text}")
        return
    if form == "page":
        from consentgen.render.side_by_side import render_side_by_side

        english = Preparer(opened, as_of).prepare(prepared.file).leaflet if into else prepared.leaflet
        if english:
            name = into.language.facts.name if into else ""
            page = render_side_by_side(english, prepared.leaflet if into else None, name=name)
            # Bytes, for the page says that it is UTF-8 whatever the terminal speaks.
            click.echo(page.data, nl=False)
        return
    artifact = render_data(made) if form == "json" else render_text(made)
    click.echo(artifact.data.decode(), nl=False)
