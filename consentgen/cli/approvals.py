"""consentgen approvals"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from consentgen.cli.build import languages_of
from consentgen.cli.options import date_option, expired_option, project_argument
from consentgen.cli.report import report, use_colour
from consentgen.cli.standing import state_data, state_lines


@click.command("approvals")
@project_argument
@click.option("--leaflet", "leaflets", multiple=True, metavar="LEAFLET",
              help="Only this leaflet; may be given more than once.")  # fmt: skip
@click.option("--locale", "locales", multiple=True, metavar="LOCALE",
              help="In this language, or in `all`; may be given more than once. Default: English.")  # fmt: skip
@date_option
@expired_option
@click.option("--as", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Sentences, or JSON.")  # fmt: skip
def command(
    project: Path, leaflets: tuple[str, ...], locales: tuple[str, ...], as_of: date, expired: bool | None, form: str
) -> None:  # fmt: skip
    """Say who still has to sign what: for each leaflet and language, every role.

    It also says what lapsed and why, and which records do not count, and why not. Nothing is stored: it is
    worked out from the words there are now and the decisions under approvals/.

    Exit code 0 when every leaflet is approved, 1 when one cannot be made, 3 when a signature is missing.

    \b
    Example:
      consentgen approvals my-leaflets
      consentgen approvals my-leaflets --leaflet workbook-by-phone --as json
    """
    from consentgen.build.project import open_project
    from consentgen.build.release import standing
    from consentgen.errors import UnknownName

    opened = open_project(project).with_expired(expired)
    found = standing(opened, as_of, languages_of(opened, locales, draft=True), leaflets=leaflets)
    known = {state.leaflet for state in found.states}
    for name in leaflets:
        if name not in known and not found.refused:
            raise UnknownName("leaflet", name, sorted(file.stem for file in opened.descriptors))
    if form == "json":
        states = [state_data(state) for state in found.states]
        told = {"version": 1, "approved": found.approved, "leaflets": states, "refused": found.refused}
        click.echo(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        for state in found.states:
            click.echo("\n".join(state_lines(state)))
    if errors := [f for f in found.findings if f.severity == "error"]:
        click.echo(report(errors, "text"), err=True, color=use_colour())
    if not found.approved:
        raise click.exceptions.Exit(1 if found.broken else 3)
