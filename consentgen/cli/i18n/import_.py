"""consentgen i18n import"""

from __future__ import annotations

from pathlib import Path

import click

from consentgen.build.translation import expected_here
from consentgen.cli.i18n.desk import desk_options, open_desk, stop_on, stop_unless_begun, tell
from consentgen.localise.exchange.arrive import Arrived
from consentgen.model.finding import Severity
from consentgen.tongue import counted, said


@click.command("import")
@click.argument("locale")
@click.argument("file", type=click.Path(path_type=Path))
@desk_options
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be taken.")
def command(locale: str, file: Path, project: Path, locales: Path | None, dry_run: bool) -> None:
    """Take a translator's FILE into LOCALE: XLIFF 1.2 or 2.0, a spreadsheet or CSV that `i18n export` wrote.

    What it brings arrives as a draft. Refused, each with its place, while the rest is taken: an id that is gone,
    a translation of English that has changed, one that somebody else has changed meanwhile, and one in which
    `i18n check` finds an error. An empty text never replaces a translation. Exit code 1 where something was
    refused, 2 where the file cannot be read.

    \b
    Example:
      consentgen i18n import pl consentgen-pl.xlsx --dry-run
      consentgen i18n import pl consentgen-pl.xlsx
    """
    from consentgen.build.exchange import take_in
    from consentgen.localise.exchange import arrive, unpack

    desk = open_desk(project, locales)
    folder = desk.folder(locale)
    stop_unless_begun(desk, folder)
    got = unpack(file, file.as_posix())
    if not got.rows:
        stop_on(got.findings, 2)
    expected, faults = expected_here(desk, folder.locale)
    tell(faults)

    def arrivals() -> Arrived:
        language = desk.language(folder.locale)
        stop_on(language.findings, 2)
        return arrive(got, language.standings(desk.messages), expected)

    if dry_run:
        arrived = arrivals()
    else:
        made, findings = take_in(folder, desk.work(folder.locale), arrivals, begun=desk.behind is not None)
        stop_on(findings, 2)
        arrived = made or arrivals()
    tell(arrived.findings)
    _say(folder.po, arrived, dry_run=dry_run)
    raise click.exceptions.Exit(int(any(f.severity is Severity.ERROR for f in arrived.findings)))


def _say(po: Path, arrived: Arrived, *, dry_run: bool) -> None:
    for draft in arrived.drafts:
        mark = said("doubted") if draft.doubted else said("new") if draft.new else said("changed")
        click.echo(f"  {mark:<8} {draft.message.id}")
    taken = len(arrived.drafts)
    parts = (
        counted("{count} to take", "{count} to take", taken)
        if dry_run
        else counted("{count} taken as drafts", "{count} taken as drafts", taken),
        counted("{count} unchanged", "{count} unchanged", arrived.same),
        counted("{count} without words", "{count} without words", arrived.empty),
        counted("{count} refused", "{count} refused", arrived.refused),
    )
    counts = (taken, arrived.same, arrived.empty, arrived.refused)
    told = ", ".join(part for part, count in zip(parts, counts, strict=True) if count)
    told = told or said("nothing in the file")
    if dry_run:
        click.echo(said("{file}: {told}. Nothing was written.", file=po, told=told))
    else:
        click.echo(said("{file}: {told}.", file=po, told=told))
