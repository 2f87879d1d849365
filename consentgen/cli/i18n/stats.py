"""consentgen i18n stats"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from consentgen.cli.i18n.desk import desk_options, open_desk, state_word, tell
from consentgen.localise.standing import Standing, counts, needed
from consentgen.localise.state import State
from consentgen.localise.tags import tag
from consentgen.model.finding import Severity
from consentgen.tongue import said

_BEST_FIRST = tuple(reversed(State))


@click.command("stats")
@click.argument("locales_", metavar="[LOCALE]...", nargs=-1)
@desk_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the figures.",
)
@click.option("--ids", is_flag=True, help="Name every message that is not reviewed, with its state.")
def command(locales_: tuple[str, ...], project: Path, locales: Path | None, form: str, ids: bool) -> None:
    """Say how many messages of each language are reviewed, draft, stale or missing.

    Reviewed: enough people have signed exactly these words. Draft: complete, not signed. Stale: the English has
    changed since; never shown. All is worked out of the words themselves, nothing is stored.

    \b
    Example:
      consentgen i18n stats
      consentgen i18n stats --ids
      consentgen i18n stats --format json
    """
    desk = open_desk(project, locales)
    languages = [desk.language(locale) for locale in locales_ or desk.all_locales()]
    rows = [(language.locale, language.standings(desk.messages)) for language in languages]
    if form == "json":
        told = {"version": 1, "languages": [_plain(locale, standings) for locale, standings in rows]}
        click.echo(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        for line in _table(rows):
            click.echo(line)
        wide = max(8, *(len(state_word(state)) for state in State))
        for locale, standings in rows if ids else ():
            for one in standings:
                if one.state is not State.REVIEWED:
                    click.echo(
                        f"{locale:<8} {state_word(one.state):<{wide}} {one.message.id}{_signatures(one)}"
                    )
    findings = [finding for language in languages for finding in language.findings]
    if form == "text":
        tell(findings)
    raise click.exceptions.Exit(int(any(f.severity is Severity.ERROR for f in findings)))


def _table(rows: Sequence[tuple[str, Sequence[Standing]]]) -> list[str]:
    if not rows:
        return [
            said("No language is begun here. Start one: {command}", command="consentgen i18n init LOCALE")
        ]
    heads = [*map(state_word, _BEST_FIRST), said("messages")]
    wide = max(10, *(len(head) + 2 for head in heads))
    lines = [f"{'':<8}" + "".join(f"{head:>{wide}}" for head in heads)]
    for locale, standings in rows:
        numbers = counts(standings)
        cells = (*(numbers[state] for state in _BEST_FIRST), len(standings))
        lines.append(f"{locale:<8}" + "".join(f"{cell:>{wide}}" for cell in cells))
    return lines


def _signatures(one: Standing) -> str:
    """How many of two signatures a critical draft has."""
    if one.state is not State.DRAFT or not one.message.critical:
        return ""
    told = said("critical: {signed} of {needed} signatures", signed=one.signed_by, needed=needed(one.message))
    return f"  {told}"


def _plain(locale: str, standings: Sequence[Standing]) -> dict[str, Any]:
    numbers = counts(standings)
    ids = {state: [one.message.id for one in standings if one.state is state] for state in _BEST_FIRST}
    return {
        "locale": locale,
        "tag": tag(locale),
        "messages": len(standings),
        "states": {state.value: numbers[state] for state in _BEST_FIRST},
        "ids": {state.value: names for state, names in ids.items() if state is not State.REVIEWED},
    }
