"""consentgen i18n update"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.cli.i18n.desk import desk_options, open_desk, tell
from consentgen.tongue import counted, said


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
            click.echo(said("{file}: left as it is.", file=folder.po), err=True)
            continue
        told = (
            counted("{count} new", "{count} new", len(made.new)) if made.new else "",
            counted("{count} stale", "{count} stale", len(made.stale)) if made.stale else "",
            counted("{count} back", "{count} back", len(made.back)) if made.back else "",
            counted("{count} removed", "{count} removed", len(made.removed)) if made.removed else "",
        )
        click.echo(f"{folder.po}: {', '.join(filter(None, told)) or said('up to date')}.")
        for key in made.stale:
            click.echo(f"  {said('stale')}  {key}")
    raise click.exceptions.Exit(int(failed))
