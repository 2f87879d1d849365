"""consentgen i18n update"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.cli.i18n.desk import desk_options, open_desk, tell


@click.command("update")
@click.argument("locales_", metavar="[LOCALE]...", nargs=-1)
@desk_options
def command(locales_: tuple[str, ...], project: Path, locales: Path | None) -> None:
    """Bring languages up to date with the English; all that are begun where none is named.

    A translation is carried by its id alone. Where the English changed it is marked fuzzy, with the English it
    was made of; a message that is gone keeps its words at the end of the file, and gets them back if it returns.
    A file that cannot be read whole is left as it is. Exit code 1 where there was one.

    \b
    Example:
      consentgen i18n update
      consentgen i18n update pl uk
    """
    from consentgen.build.languages import bring_up_to_date

    desk = open_desk(project, locales)
    failed = False
    for locale in locales_ or desk.locales():
        folder = desk.folder(locale)
        made, findings = bring_up_to_date(folder, desk.work(folder.locale))
        tell(findings)
        if made is None:
            failed = True
            click.echo(f"{folder.po}: left as it is.", err=True)
            continue
        parts = ("new", "stale", "back", "removed")
        told = [f"{len(getattr(made, part))} {part}" for part in parts if getattr(made, part)]
        click.echo(f"{folder.po}: {', '.join(told) or 'up to date'}.")
        for key in made.stale:
            click.echo(f"  stale  {key}")
    raise click.exceptions.Exit(int(failed))
