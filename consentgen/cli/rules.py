"""consentgen rules"""

from __future__ import annotations

import json

import click

from consentgen.rules import RULES
from consentgen.rules.disclosures import disclosures
from consentgen.tongue import said


@click.command("rules")
@click.option(
    "--disclosures", "only_disclosures", is_flag=True, help="List the 24 things a client must be told."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the list.",
)
def command(only_disclosures: bool, form: str) -> None:
    """List all rules, or the 24 disclosures with the fields that answer them.

    \b
    Example:
      consentgen rules
      consentgen rules --disclosures
    """
    if only_disclosures:
        rows = [
            {"code": d.code, "name": d.id, "summary": said(d.title), "fields": list(d.fields)}
            for d in disclosures()
        ]
    else:
        rows = [
            {"code": r.code, "name": r.name, "summary": r.told(r.summary), "severity": r.severity.value}
            for r in RULES
        ]
    if form == "json":
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    for row in rows:
        fields = f"\n{'':8}{', '.join(row['fields'])}" if "fields" in row else ""
        click.echo(f"{row['code']:<7} {row['name']:<30} {row['summary']}{fields}")
