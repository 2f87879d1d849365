"""consentgen build"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consentgen.cli.options import date_option, expired_option, project_argument
from consentgen.cli.report import report, summary, use_colour
from consentgen.cli.standing import state_lines
from consentgen.tongue import counted, said

if TYPE_CHECKING:
    from consentgen.build.pipeline import Built
    from consentgen.build.prepare import Into
    from consentgen.build.project import Project

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
@click.option("--locale", "locales", multiple=True, metavar="LOCALE",
              help="Make the leaflets in this language, or in `all`; may be given more than once.")  # fmt: skip
@click.option(
    "--draft", is_flag=True, help="With --locale: show words nobody has reviewed, marked as drafts."
)
@click.option(
    "--require-approved",
    "release",
    is_flag=True,
    help="Write nothing unless every leaflet is signed by everybody who has to, in every language asked for.",
)
@click.option("--quiet", "-q", is_flag=True, help="Show errors only.")
def command(
    project: Path, out: Path | None, as_of: date, expired: bool | None, formats: tuple[str, ...],
    locales: tuple[str, ...], draft: bool, release: bool, quiet: bool,
) -> None:  # fmt: skip
    """Make the leaflets: HTML, PDF, Markdown and plain text.

    In another language they are written into a folder of its name, and refused unless every word of them is
    reviewed. With --draft they are made all the same: drafts are marked, critical statements stand there in
    both languages, and what is missing or out of date is shown in English.

    What nobody has approved says DRAFT on every page, in its file name and in its data. With
    --require-approved nothing at all is written as long as one leaflet is not signed by every role.

    Exit code 0 when every leaflet was made, 1 when one was refused, 3 when only reviews or signatures were
    missing.

    \b
    Example:
      consentgen build my-leaflets
      consentgen build my-leaflets --format pdf --date 2026-11-23
      consentgen build my-leaflets --locale pl --locale ar --draft
      consentgen build my-leaflets --require-approved
    """
    from consentgen.build.project import open_project

    if draft and not locales:
        raise click.UsageError(
            said("--draft is about translations: say which, for instance --locale pl --draft.")
        )
    opened = open_project(project).with_expired(expired)
    if formats:
        opened = replace(opened, formats=tuple(dict.fromkeys(formats)))
    target = out or project / "leaflets"
    languages = list(languages_of(opened, locales, draft=draft))
    if release:
        _stop_unless_approved(opened, as_of, languages)
        opened = replace(opened, only_approved=True)
    codes = [
        _make(opened, target / into.language.facts.tag if into else target, as_of, into=into, quiet=quiet)
        for into in languages
    ]
    if code := next((code for code in (1, 3) if code in codes), 0):
        raise click.exceptions.Exit(code)


def _stop_unless_approved(opened: Project, as_of: date, languages: list[Into | None]) -> None:
    """End with 3, or with 1 where a leaflet has a fault, before anything is written."""
    from consentgen.build.release import standing

    found = standing(opened, as_of, languages)
    if found.approved:
        return
    if errors := [f for f in found.findings if f.severity == "error"]:
        click.echo(report(errors, "text") + "\n", err=True, color=use_colour())
    for state in found.states:
        click.echo("\n".join(state_lines(state)), err=True)
    click.echo(said("Nothing was written."), err=True)
    raise click.exceptions.Exit(1 if found.broken else 3)


def languages_of(opened: Project, locales: tuple[str, ...], *, draft: bool) -> Iterator[Into | None]:
    """What to build into: English where nothing else is asked for."""
    if not locales:
        yield None
        return
    from consentgen.build.desk import desk_of
    from consentgen.build.prepare import Into
    from consentgen.build.translation import translated

    desk = desk_of(opened)
    for locale in desk.all_locales() if "all" in locales else dict.fromkeys(locales):
        yield Into(translated(desk, locale), draft)


def _make(opened: Project, target: Path, as_of: date, *, into: Into | None, quiet: bool) -> int:
    """Build in one language and say what happened; the exit code."""
    from consentgen.build.pipeline import build

    with _progress(len(opened.descriptors)) as bar:
        built = build(opened, target, as_of, into=into, on_leaflet=lambda _label: bar.update(1))
    faults = [*opened.findings, *(into.language.errors if into else ())]
    findings = [*built.findings, *(into.language.errors if into else ())]
    shown = [f for f in findings if not quiet or f.severity == "error"]
    if shown:
        click.echo(report(shown, "text") + "\n", err=True, color=use_colour())
    for name in built.set_aside:
        aside = target / "out-of-date" / name
        click.echo(said("Set aside, because it is no longer true: {file}", file=aside), err=True)
    _say(built, target, summary(findings), quiet=quiet)
    if built.refused and built.refused == built.gated:
        return 3
    return int(bool(built.refused) or any(f.severity == "error" for f in faults))


def _progress(count: int) -> AbstractContextManager[Any]:
    hidden = count < MANY or not sys.stderr.isatty()
    return click.progressbar(length=count, label=said("Making leaflets"), file=sys.stderr, hidden=hidden)


def _say(built: Built, target: Path, counts: str, *, quiet: bool) -> None:
    if not quiet:
        told = counted(
            "{count} leaflet in {folder} ({findings}).", "{count} leaflets in {folder} ({findings}).",
            len(built.written), folder=target, findings=counts,
        )  # fmt: skip
        click.echo(told)
        if built.drafts == len(built.written) > 0:
            click.echo(said("Each says DRAFT on every page: nobody has approved it yet."))
        elif built.drafts:
            told = counted(
                "{count} of them says DRAFT on every page: it is not approved.",
                "{count} of them say DRAFT on every page: they are not approved.", built.drafts,
            )  # fmt: skip
            click.echo(told)
    if built.refused:
        click.echo(said("Not made: {leaflets}", leaflets=", ".join(built.refused)), err=True)
