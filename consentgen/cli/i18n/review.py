"""consentgen i18n review"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from consentgen.cli.i18n.desk import by, desk_options, open_desk, person_options, state_word, stop_on
from consentgen.cli.options import date_option
from consentgen.localise.standing import Standing, needed
from consentgen.model.finding import Finding, Place, Severity
from consentgen.source.yaml import INVISIBLE
from consentgen.tongue import counted, said


@click.command("review")
@click.argument("locale")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@person_options
@date_option
@desk_options
@click.option("--yes", is_flag=True, help="Do not ask: you have read the words already.")
def command(
    locale: str, ids: tuple[str, ...], who: str, role: str, as_of: date,
    project: Path, locales: Path | None, yes: bool,
) -> None:  # fmt: skip
    """Sign the translations ID into LOCALE: you have read them beside the English, and they say the same.

    A signature holds for exactly these words; when either changes, it is void. What is critical needs two
    people. On a terminal it asks first. Exit code 3, and nothing signed, where one is missing or stale.

    \b
    Example:
      consentgen i18n review pl opening.purpose --who "Your Name" --role clinician
    """
    from consentgen.build.languages import sign

    desk = open_desk(project, locales)
    chosen = desk.called(ids)
    language = desk.language(locale)
    stop_on(language.findings)
    standings = [one for one in language.standings(desk.messages) if one.message.id in chosen]
    stop_on(_unsignable(language.locale, standings), 3)
    _show(standings)
    if (
        not yes
        and sys.stdin.isatty()
        and not click.confirm(said("Sign as {who}, {role}?", who=who, role=role))
    ):
        raise click.Abort
    folder = desk.folder(locale)
    made, findings = sign(folder, standings, by=by(who, role), day=as_of)
    stop_on(findings)
    after = [one for one in desk.language(locale).standings(desk.messages) if one.message.id in chosen]
    again = ", " + said("needs another person")
    for one in after:
        short = needed(one.message) - one.signed_by
        click.echo(f"{one.message.id}: {state_word(one.state)}{again if short > 0 else ''}")
    told = counted(
        "{file}: {count} signed by {who}.", "{file}: {count} signed by {who}.",
        len(made), file=folder.reviews, who=who,
    )  # fmt: skip
    click.echo(told)


def _unsignable(locale: str, standings: Iterable[Standing]) -> list[Finding]:
    return [_refused(locale, one, why, way_out) for one in standings for why, way_out in _reasons(one)]


def _reasons(one: Standing) -> Iterator[tuple[str, str]]:
    """Why a translation cannot be signed, and the way out; none where it can."""
    if not one.usable:
        yield (
            said("a translation that is {state} cannot be signed", state=state_word(one.state)),
            said("Translate it from the English there is now."),
        )
    elif one.translation and INVISIBLE.search("".join(one.translation.forms).replace("\n", "")):
        yield (
            said("nobody can sign characters that nobody can see"),
            said("Take them out: consentgen sets direction itself."),
        )


def _refused(locale: str, one: Standing, why: str, way_out: str) -> Finding:
    place = one.translation.place if one.translation else Place(locale, field=one.message.id)
    return Finding("RV003", Severity.ERROR, place, why, help=way_out)


def _show(standings: Sequence[Standing]) -> None:
    for one in standings:
        message = one.message
        click.echo(f"{message.id}{'  (' + said('critical') + ')' if message.critical else ''}")
        for text in (message.text, message.plural):
            click.echo(f"  en  {text}") if text else None
        for form in one.translation.forms if one.translation else ():
            click.echo(f"      {form}")
