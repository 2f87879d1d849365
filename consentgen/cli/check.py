"""consentgen check"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from consentgen.cli.options import date_option, expired_option, fail_on_option, project_argument
from consentgen.cli.report import FORMATS, report, summary, use_colour, worst
from consentgen.tongue import counted


@click.command("check")
@project_argument
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
@expired_option
@click.option("--matrix", is_flag=True, help="Show which of the 24 disclosures each leaflet makes.")
def command(project: Path, form: str, fail_on: str, as_of: date, expired: bool | None, matrix: bool) -> None:
    """Say what is missing, hidden or oversold, and what to write instead. Writes nothing.

    Exit code 0 when clean, 1 when a finding is at or above --fail-on.

    \b
    Example:
      consentgen check my-leaflets
      consentgen check my-leaflets --format sarif > findings.sarif
    """
    from consentgen.build.prepare import Preparer
    from consentgen.build.project import open_project
    from consentgen.model.finding import in_order

    opened = open_project(project)
    findings = list(opened.findings)
    tables = []
    for prepared in Preparer(opened.with_expired(expired), as_of).all():
        findings += prepared.findings
        if matrix and prepared.leaflet:
            from consentgen.cli.matrix import table

            tables.append(table(prepared.leaflet))
    findings = in_order(findings)
    if text := report(findings, form):
        click.echo(text, color=use_colour())
    for text in tables:
        click.echo(text)
    if form == "text":
        told = counted(
            "{count} descriptor: {findings}.", "{count} descriptors: {findings}.",
            len(opened.descriptors), findings=summary(findings),
        )  # fmt: skip
        click.echo(told, err=True)
    raise click.exceptions.Exit(worst(findings, fail_on))
