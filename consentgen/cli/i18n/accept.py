"""consentgen i18n accept"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from consentgen.cli.i18n.desk import by, desk_options, open_desk, person_options, stop_on
from consentgen.cli.options import date_option
from consentgen.tongue import counted


@click.command("accept")
@click.argument("locale")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@person_options
@date_option
@desk_options
def command(
    locale: str, ids: tuple[str, ...], who: str, role: str, as_of: date, project: Path, locales: Path | None
) -> None:
    """Carry the translations ID into LOCALE over an edit of the English that does not change what is said.

    Refused, with exit code 3 and nothing written, for critical statements and where the edit changes a number,
    a link, a placeholder, markup, a negation, or how sure or necessary something is. What was signed stays
    signed. Only you can say that the meaning is the same, so your name is kept in reviews.jsonl.

    \b
    Example:
      consentgen i18n accept pl contact.heading --who "Your Name" --role translator
    """
    from consentgen.build.languages import accept

    desk = open_desk(project, locales)
    chosen = desk.called(ids)
    folder = desk.folder(locale)
    carried, findings = accept(folder, desk.work(folder.locale), chosen, by=by(who, role), day=as_of)
    stop_on(findings, 3 if any(f.code == "RV002" for f in findings) else 1)
    click.echo(
        counted(
            "{file}: {count} carried over.", "{file}: {count} carried over.", len(carried), file=folder.po
        )
    )
