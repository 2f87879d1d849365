"""consentgen i18n init"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.cli.i18n.desk import desk_options, open_desk


@click.command("init")
@click.argument("locale")
@desk_options
def command(locale: str, project: Path, locales: Path | None) -> None:
    """Start the language LOCALE, for instance cs, pt_BR or zh_Hans: an empty catalogue for Poedit or Weblate.

    Never writes over a language somebody has begun.

    \b
    Example:
      consentgen i18n init cs
      consentgen i18n init cs --locales my-locales
    """
    from consentgen.build.languages import start

    desk = open_desk(project, locales)
    folder = desk.folder(locale)
    made = start(folder, desk.work(folder.locale))
    click.echo(f"{folder.po}: {len(made.new)} messages to translate.")
