"""consentgen build"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import click

from consentgen.cli.options import date_option, expired_option, project_argument
from consentgen.cli.report import report, summary, use_colour

MANY = 20
"""From this number of descriptors on, a terminal shows progress."""


@click.command("build")
@project_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write. Default: PROJECT/leaflets.",
)
@date_option
@expired_option
@click.option("--format", "formats", multiple=True, type=click.Choice(["html", "pdf", "md", "txt"]),
              help="Make only this format; may be given more than once.")  # fmt: skip
@click.option("--quiet", "-q", is_flag=True, help="Show errors only.")
def command(
    project: Path, out: Path | None, as_of: date, expired: bool | None, formats: tuple[str, ...], quiet: bool
) -> None:
    """Make the leaflets of a project: HTML, PDF, Markdown and plain text.

    Exit code 0 when every leaflet was made, 1 when one was refused.

    \b
    Example:
      consentgen build my-leaflets
      consentgen build my-leaflets --format pdf --date 2026-11-23
    """
    from dataclasses import replace

    from consentgen.build.pipeline import build
    from consentgen.build.project import open_project

    opened = open_project(project)
    if formats:
        opened = replace(opened, formats=tuple(dict.fromkeys(formats)))
    target = out or project / "leaflets"
    with _progress(len(opened.descriptors)) as bar:
        built = build(opened, target, as_of, stamp_expired=expired, on_leaflet=lambda _label: bar.update(1))
    shown = [f for f in built.findings if not quiet or f.severity == "error"]
    if shown:
        click.echo(report(shown, "text") + "\n", err=True, color=use_colour())
    for name in built.set_aside:
        click.echo(f"Set aside, because it is no longer true: {target / 'out-of-date' / name}", err=True)
    _say(len(built.written), built.refused, target, summary(built.findings), quiet=quiet)
    project_faults = any(f.severity == "error" for f in opened.findings)
    if built.refused or project_faults:
        raise click.exceptions.Exit(1)


def _progress(count: int) -> AbstractContextManager[Any]:
    hidden = count < MANY or not sys.stderr.isatty()
    return click.progressbar(length=count, label="Making leaflets", file=sys.stderr, hidden=hidden)


def _say(written: int, refused: list[str], target: Path, counts: str, *, quiet: bool) -> None:
    if not quiet:
        click.echo(f"{written} leaflet{'' if written == 1 else 's'} in {target} ({counts}).")
        if written:
            click.echo("Each says DRAFT on every page: nobody has approved it yet.")
    if refused:
        click.echo(f"Not made: {', '.join(refused)}", err=True)
