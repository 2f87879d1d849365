"""consentgen i18n pseudo"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.cli.i18n.desk import desk_options, open_desk
from consentgen.tongue import counted


@click.command("pseudo")
@desk_options
def command(project: Path, locales: Path | None) -> None:
    """Write two languages nobody reads, to see what a translation would break.

    en_XA is English with accents, a third longer and in brackets: words without accents are in no catalogue,
    and a bracket that is missing was cut off. ar_XB is the same in Arabic letters, from right to left.
    Placeholders, numbers, links and markup stay as they are. Neither is ever shipped; run it again after
    the wording has changed.

    \b
    Example:
      consentgen i18n pseudo
    """
    from consentgen.build.languages import put_pseudo
    from consentgen.errors import NotShipped
    from consentgen.localise.pseudo import PSEUDO

    desk = open_desk(project, locales)
    if desk.behind is None:
        raise NotShipped(desk.root)
    for locale in PSEUDO:
        folder = desk.folder(locale)
        changed = put_pseudo(folder, desk.messages)
        count = len(desk.messages)
        same = counted(
            "{file}: {count} message, nothing new.",
            "{file}: {count} messages, nothing new.",
            count,
            file=folder.po,
        )
        made = counted("{file}: {count} message.", "{file}: {count} messages.", count, file=folder.po)
        click.echo(made if changed else same)
