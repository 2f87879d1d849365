"""consentgen i18n check"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from consentgen.build.desk import Desk
from consentgen.build.project import Project
from consentgen.cli.i18n.desk import desk_options, open_desk
from consentgen.cli.options import date_option, fail_on_option
from consentgen.cli.report import FORMATS, report, summary, use_colour, worst
from consentgen.model.finding import Finding, Severity
from consentgen.places import shipped
from consentgen.tongue import counted


@click.command("check")
@click.argument("locales_", metavar="[LOCALE]...", nargs=-1)
@desk_options
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Form of the findings.",
)
@fail_on_option
@date_option
def command(
    locales_: tuple[str, ...], project: Path, locales: Path | None, form: str, fail_on: str, as_of: date
) -> None:  # fmt: skip
    """Say where translations lose a number, a link, a name, a "not", or anything else of the English.

    Looks at every language when no LOCALE is given. Then makes the leaflets of the project, or the starter
    ones, in each language, and compares their facts with the English ones. Writes nothing.

    \b
    Example:
      consentgen i18n check
      consentgen i18n check pl --fail-on warning
      consentgen i18n check --format sarif > findings.sarif
    """
    from consentgen.build.project import open_project
    from consentgen.model.finding import in_order

    desk = open_desk(project, locales)
    own = (project / "services").is_dir()
    opened = open_project(project if own else shipped("templates") / "starter")
    chosen = locales_ or desk.all_locales()
    findings = in_order([f for locale in chosen for f in check(desk, locale, opened, as_of)])
    # What is still to be translated is no fault: a reader who wants it line by line asks for it.
    quiet = form == "text" and fail_on != "info"
    shown = [f for f in findings if not (quiet and f.severity is Severity.INFO)]
    if text := report(shown, form):
        click.echo(text, color=use_colour())
    if form == "text":
        told = counted(
            "{count} language: {findings}.", "{count} languages: {findings}.",
            len(chosen), findings=summary(findings),
        )  # fmt: skip
        click.echo(told, err=True)
    raise click.exceptions.Exit(worst(findings, fail_on))


def check(desk: Desk, locale: str, project: Project, as_of: date) -> list[Finding]:
    """Everything that is wrong with one language: its files, its translations, its leaflets."""
    from consentgen.build.alike import facts_alike
    from consentgen.build.translation import translated

    language = translated(desk, locale)
    return [*language.findings, *facts_alike(project, language.catalog, as_of)]
