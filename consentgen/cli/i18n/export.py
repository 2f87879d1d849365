"""consentgen i18n export"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.cli.i18n.desk import desk_options, open_desk, stop_on, stop_unless_begun
from consentgen.tongue import counted, said

FORMATS = ("xliff", "xliff2", "xlsx", "csv")
"""A test compares them with the formats there are; to load those takes too long for a help text."""


@click.command("export")
@click.argument("locale")
@desk_options
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="xliff",
    show_default=True,
    help="xliff is XLIFF 1.2, xliff2 is 2.0; xlsx and csv are for translators without tools.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write. Default: consentgen-LOCALE with the format's ending, here.",
)
@click.option("--todo", is_flag=True, help="Only what is missing or stale.")
@click.option(
    "--fill", is_flag=True, help="Put the English where there is no translation: OmegaT 3 shows nothing else."
)
def command(
    locale: str, project: Path, locales: Path | None, form: str, output: Path | None, todo: bool, fill: bool
) -> None:  # fmt: skip
    """Write the messages of LOCALE into a file for a translator.

    Each text carries its id, notes, and what it was made of, so that `i18n import` knows when the English has
    changed meanwhile. A counted message has one text for each plural form of the language. A stale translation
    is shown as a note, never as a translation. A file that is there already is not written over. English put in
    with --fill is no translation: what comes back as it went out changes nothing.

    \b
    Example:
      consentgen i18n export pl
      consentgen i18n export pl --format xlsx
      consentgen i18n export uk --format csv --todo
    """
    from consentgen.build.exchange import put_export
    from consentgen.localise.exchange import FORMATS as KNOWN
    from consentgen.localise.exchange import filled, pack, rows_of
    from consentgen.localise.state import State

    desk = open_desk(project, locales)
    stop_unless_begun(desk, desk.folder(locale))
    language = desk.language(locale)
    stop_on(language.findings, 2)
    standings = language.standings(desk.messages)
    if todo:
        standings = tuple(one for one in standings if one.state in (State.MISSING, State.STALE))
    rows = rows_of(standings, language.locale)
    if fill:
        rows = filled(rows)
    path = output or Path(f"consentgen-{language.locale}{KNOWN[form].suffix}")
    changed = put_export(path, pack(rows, language.locale, form))
    told = {
        "file": path,
        "messages": counted("{count} message", "{count} messages", len(standings)),
        "texts": counted("{count} text", "{count} texts", len(rows)),
    }
    same = said("{file}: {messages}, {texts}, nothing new.", **told)
    click.echo(said("{file}: {messages}, {texts}.", **told) if changed else same)
