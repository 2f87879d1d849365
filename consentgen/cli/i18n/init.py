"""consentgen i18n init"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.cli.i18n.desk import desk_options, open_desk
from consentgen.tongue import counted


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
    told = counted(
        "{file}: {count} message to translate.", "{file}: {count} messages to translate.",
        len(made.new), file=folder.po,
    )  # fmt: skip
    click.echo(told)
