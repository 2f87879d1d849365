"""consentgen diff"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from consentgen.cli.options import date_option
from consentgen.cli.redline import FORMS, put
from consentgen.cli.report import report, use_colour
from consentgen.tongue import said

if TYPE_CHECKING:
    from consentgen.build.side import Asked
    from consentgen.build.sides import Sides
    from consentgen.review.change import WordingDiff

WEIGHTS = ("block", "major", "minor", "info")
MANY = 40
"""From this number of texts on, a terminal shows progress."""


@click.command("diff")
@click.argument("old", required=False, metavar="[A]")
@click.argument("new", required=False, metavar="[B]")
@click.option(
    "--as", "form", type=click.Choice(FORMS), default="text", show_default=True,
    help="For the terminal, as an HTML page, as Markdown for a pull request, as JSON, "
    "or as a Word file with tracked changes.",
)  # fmt: skip
@click.option(
    "--out", type=click.Path(path_type=Path),
    help="File to write. For several leaflets as docx: a folder, with a file for each that changed.",
)  # fmt: skip
@click.option(
    "--leaflet",
    "leaflets",
    multiple=True,
    metavar="ID",
    help="Only this leaflet; may be given more than once.",
)
@click.option(
    "--locale", "locales", multiple=True, metavar="LOCALE",
    help="Compare this language too, or `all`, as drafts; may be given more than once.",
)  # fmt: skip
@click.option(
    "--between",
    nargs=2,
    metavar="LOCALE LOCALE",
    help="Compare two languages of one project: statements and facts.",
)
@click.option(
    "--fail-on", type=click.Choice(WEIGHTS),
    help="Exit with 1 only when a change weighs so much or more. Default: when anything differs.",
)  # fmt: skip
@click.option(
    "--project", type=click.Path(path_type=Path, file_okay=False),
    help="The project whose revisions are compared. Default: the current folder, or the one project below it.",
)  # fmt: skip
@click.option(
    "--width", type=click.IntRange(min=20, max=500), help="Columns of the text. Default: the terminal's."
)
@date_option
def command(
    old: str | None, new: str | None, form: str, out: Path | None, leaflets: tuple[str, ...],
    locales: tuple[str, ...], between: tuple[str, str] | None, fail_on: str | None, project: Path | None,
    width: int | None, as_of: date,
) -> None:  # fmt: skip
    """Show every change in the words a client reads, and what it means.

    A and B are each a git revision, a project folder, a descriptor, a template, a built leaflet, or a leaflet
    from elsewhere: HTML, Word, PDF, Markdown or text. One revision alone is compared with the files as they
    are now, and nothing at all with the last commit. REVISION:FILE is a file as it was. Both sides are made
    with the shipped wording and evidence of this version, for the same day.

    Exit code 0 when a client reads the same, 1 when something differs, 2 when a leaflet cannot be read.

    \b
    Example:
      consentgen diff main..HEAD
      consentgen diff HEAD --locale all
      consentgen diff my-leaflets letter.docx --leaflet workbook-by-phone
      consentgen diff my-leaflets --between en pl --leaflet workbook-by-phone
      consentgen diff main HEAD --as page --out review.html
    """
    from consentgen.build.side import Asked

    if old and new is None and not between and (saved := _saved(old)):
        put(saved, form, out, width)
        raise click.exceptions.Exit(_code(saved, fail_on))
    found = _sides(old, new, between, Asked(as_of, leaflets, locales, project, dict(os.environ)))
    diff = _difference(found)
    if found.pairs or found.added or found.removed:
        put(diff, form, out, width)
    _tell(found)
    raise click.exceptions.Exit(_code(diff, fail_on) if found.whole else 2)


def _saved(name: str) -> WordingDiff | None:
    """A review that was saved as JSON; None where the name stands for something else."""
    path = Path(name)
    if path.suffix.lower() != ".json" or not path.is_file():
        return None
    from consentgen.build.sides import read_bytes
    from consentgen.review.data_reader import MAX_BYTES, from_json

    return from_json(read_bytes(path, MAX_BYTES))


def _sides(old: str | None, new: str | None, languages: tuple[str, str] | None, asked: Asked) -> Sides:
    if not languages:
        from consentgen.build.sides import sides

        return sides(old or "HEAD", new, asked)
    if new is not None:
        raise click.UsageError(said("--between compares two languages of one side: give at most one."))
    from consentgen.build.difference import between

    return between(old, languages, asked)


def _difference(found: Sides) -> WordingDiff:
    from consentgen.build.difference import difference

    hidden = len(found.pairs) < MANY or not sys.stderr.isatty()
    label = said("Comparing leaflets")
    with click.progressbar(length=len(found.pairs), label=label, file=sys.stderr, hidden=hidden) as bar:
        return difference(found, on_text=lambda: bar.update(1))


def _tell(found: Sides) -> None:
    """Say what could not be compared, and why."""
    refused = {one.leaflet: one for one in reversed(found.refused)}
    findings = [*found.faults, *(f for one in refused.values() for f in one.findings)]
    if findings:
        click.echo(report(list(dict.fromkeys(findings)), "text") + "\n", err=True, color=use_colour())
    for leaflet in sorted(refused):
        click.echo(said("Not compared, because it cannot be made: {leaflet}", leaflet=leaflet), err=True)
    for leaflet in sorted({one.leaflet for one in found.before} - {*refused}):
        told = said("It could not be made before, so all of it counts as new: {leaflet}", leaflet=leaflet)
        click.echo(told, err=True)


def _code(diff: WordingDiff, fail_on: str | None) -> int:
    """1 where something differs, or weighs as much as is asked for; a leaflet that came or went weighs `major`."""
    from consentgen.review.change import Weight

    least = Weight(fail_on or "info").rank
    weights = [change.weight for change in diff.changes]
    weights += [Weight.MAJOR] if diff.added or diff.removed else []
    return int(any(weight.rank <= least for weight in weights))
