"""consentgen i18n check"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from consentgen.build.project import Project
from consentgen.cli.i18n.desk import Desk, desk_options, open_desk
from consentgen.cli.options import date_option, fail_on_option
from consentgen.cli.report import FORMATS, report, summary, use_colour, worst
from consentgen.localise.checks.expected import Expected
from consentgen.model.finding import Finding, Severity
from consentgen.places import shipped


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
    if text := report(findings, form):
        click.echo(text, color=use_colour())
    if form == "text":
        click.echo(f"{len(chosen)} languages: {summary(findings)}.", err=True)
    raise click.exceptions.Exit(worst(findings, fail_on))


def check(desk: Desk, locale: str, project: Project, as_of: date) -> list[Finding]:
    """Everything that is wrong with one language: its files, its translations, its leaflets."""
    from consentgen.build.alike import Words, facts_alike
    from consentgen.localise import read_facts
    from consentgen.localise.checks import check_catalogue
    from consentgen.localise.facts import facts_by_cldr

    language = desk.language(locale)
    expected, findings = expected_here(desk, language.locale)
    facts = facts_by_cldr(language.locale)
    file = next((f for f in desk.files(language.locale, "locale.toml") if f.is_file()), None)
    if file:
        read, faults = read_facts(file, desk.label(file))
        facts, findings = read or facts, [*findings, *faults]
    words = language.translations()
    findings += [*language.findings, *check_catalogue(desk.messages, words.values(), expected)]
    faulty = {f.place.field for f in findings if f.severity is Severity.ERROR}
    sound = {key: one for key, one in words.items() if key not in faulty}
    return [*findings, *facts_alike(project, Words(facts, sound), as_of)]


def expected_here(desk: Desk, locale: str) -> tuple[Expected, list[Finding]]:
    """What is expected of a language, by the project's glossary with the shipped one behind it."""
    from consentgen.localise.checks.expected import expected_of
    from consentgen.localise.glossary import Glossary, read_glossary

    glossary = Glossary()
    findings: list[Finding] = []
    for file in desk.files(locale, "glossary.toml"):
        read, faults = read_glossary(file, desk.label(file))
        glossary, findings = glossary.over(read), [*findings, *faults]
    return replace(expected_of(locale), glossary=glossary), findings
