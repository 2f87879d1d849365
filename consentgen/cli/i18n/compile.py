"""consentgen i18n compile"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.cli.i18n.desk import desk_options, open_desk, tell
from consentgen.localise.state import State
from consentgen.model.finding import Severity
from consentgen.tongue import counted


@click.command("compile")
@click.argument("locales_", metavar="[LOCALE]...", nargs=-1)
@desk_options
@click.option("--reviewed", is_flag=True, help="Leave out drafts.")
def command(locales_: tuple[str, ...], project: Path, locales: Path | None, reviewed: bool) -> None:
    """Write a compiled catalogue (.mo) beside each catalogue, for programs that read gettext's files.

    Holds drafts and reviewed translations; never a stale or fuzzy one, nor one that lacks a plural form.
    `consentgen build` does not need it.

    \b
    Example:
      consentgen i18n compile
      consentgen i18n compile pl --reviewed
    """
    from consentgen.build.languages import put_compiled

    desk = open_desk(project, locales)
    failed = False
    for locale in locales_ or desk.locales():
        language = desk.language(locale)
        tell(language.findings)
        if any(finding.severity is Severity.ERROR for finding in language.findings):
            failed = True
            continue
        kept = [
            one
            for one in language.standings(desk.messages)
            if one.usable and (one.state is State.REVIEWED or not reviewed)
        ]
        folder = desk.folder(locale)
        put_compiled(folder, kept)
        click.echo(
            counted("{file}: {count} message.", "{file}: {count} messages.", len(kept), file=folder.mo)
        )
    raise click.exceptions.Exit(int(failed))
