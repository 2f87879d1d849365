"""consentgen explain"""

from __future__ import annotations

import click

from consentgen.cli.report import severity_word
from consentgen.rules import Rule, rule_called
from consentgen.tongue import said


@click.command("explain")
@click.argument("rule")
def command(rule: str) -> None:
    """Explain one rule: what it finds, why it matters, and how to cure it. RULE is a code or a name.

    \b
    Example:
      consentgen explain HO001
      consentgen explain phone-only-contact
    """
    click.echo(page(rule_called(rule)))


def page(rule: Rule) -> str:
    """The page of a rule, as text."""
    sources = "\n".join(f"  {source.title}\n    {source.address}" for source in rule.sources)
    return (
        f"{rule.code}  {rule.name}  ({severity_word(rule.severity)})\n\n{rule.told(rule.summary)}\n\n"
        f"{said('Why')}\n  {rule.told(rule.why)}\n\n"
        f"{said('Not like this')}\n{_indented(rule.told(rule.bad))}\n\n"
        f"{said('Like this')}\n{_indented(rule.told(rule.good))}\n\n"
        f"{said('Sources')}\n{sources}"
    )


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.rstrip().splitlines())
