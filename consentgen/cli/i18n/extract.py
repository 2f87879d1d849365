"""consentgen i18n extract"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.cli.i18n.desk import desk_options, open_desk
from consentgen.tongue import counted, said


@click.command("extract")
@desk_options
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where the template is out of date.")
def command(project: Path, locales: Path | None, check: bool) -> None:
    """Write the template for translators: every message in the order of the leaflet, with its notes.

    The same wording gives the same bytes. `pybabel extract` gives the same messages through the method
    `consentgen`, but for the terms, which stand in no template.

    \b
    Example:
      consentgen i18n extract
      consentgen i18n extract --check
    """
    from consentgen.build.languages import put_template
    from consentgen.localise.folder import template_path
    from consentgen.localise.template import template

    desk = open_desk(project, locales)
    path, data = template_path(desk.root), template(desk.messages)
    if check:
        fresh = path.is_file() and path.read_bytes() == data
        run = "consentgen i18n extract"
        stale = said("{file} is out of date; run: {command}.", file=path, command=run)
        click.echo(said("{file} is up to date.", file=path) if fresh else stale)
        raise click.exceptions.Exit(0 if fresh else 1)
    changed = put_template(path, data)
    count = len(desk.messages)
    same = counted(
        "{file}: {count} message, nothing new.", "{file}: {count} messages, nothing new.", count, file=path
    )
    click.echo(
        counted("{file}: {count} message.", "{file}: {count} messages.", count, file=path)
        if changed
        else same
    )
