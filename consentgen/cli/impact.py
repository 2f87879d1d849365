"""consentgen impact"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consentgen.cli.options import date_option, project_argument
from consentgen.tongue import counted, later, said

if TYPE_CHECKING:
    from consentgen.build.desk import Desk
    from consentgen.build.impact import Impact, TouchedLanguage, TouchedStatement

SHOWN, READS = 8, 3
"""Names of leaflets, and ways a statement reads, that are printed of each; JSON has all."""
_KINDS = {
    "evidence": later("the evidence record {name}"),
    "statement": later("the statement {name}"),
    "template": later("the template {name}"),
    "descriptor": later("the descriptor of {name}"),
    "therapy": later("the therapy {name}"),
    "grade": later("the job title {name}"),
    "problem": later("the problem {name}"),
}


@click.command("impact")
@click.argument("what")
@project_argument
@click.option(
    "--locale", "locales", metavar="LOCALE", multiple=True,
    help="Also in this language; all for every one. Default: those begun in the project.",
)  # fmt: skip
@date_option
@click.option(
    "--as", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Form of the answer.",
)  # fmt: skip
def command(what: str, project: Path, locales: tuple[str, ...], as_of: date, form: str) -> None:
    """Say which leaflets a change would touch, and whether people already in treatment should be told.

    WHAT is the id of an evidence record or a statement, a template, a descriptor or its leaflet, or the key of a
    therapy, a job title or a problem. Where two have the same name, write its kind before it: evidence:, statement:,
    template:, descriptor:, therapy:, grade: or problem:. Writes nothing.

    Exit code 0; 1 where a descriptor could not be read, so that the answer may lack a leaflet.

    \b
    Example:
      consentgen impact crawford2016 my-leaflets
      consentgen impact statement:rights.stop my-leaflets --locale all
      consentgen impact therapy:cbt my-leaflets --as json
    """
    from consentgen.build.desk import desk_of
    from consentgen.build.impact import composed, impact
    from consentgen.build.project import open_project
    from consentgen.build.touched_by import find

    opened = open_project(project)
    desk = desk_of(opened)
    asked = _locales(desk, locales)
    every = composed(opened, as_of)
    target = find(what, opened, desk, [(p.file, p.id) for p, _ in every.leaflets])
    made = impact(target, every, opened, desk, asked)
    if form == "json":
        click.echo(json.dumps(_plain(made), indent=1, ensure_ascii=False))
    else:
        for line in _text(made):
            click.echo(line)
    for finding in made.unread:
        told = said("{place} is not in this answer: {why}.", place=str(finding.place), why=finding.what)
        click.echo(told, err=True)
    raise click.exceptions.Exit(int(bool(made.unread)))


def _locales(desk: Desk, asked: tuple[str, ...]) -> list[str]:
    """The languages to look at, English aside.

    Raises:
        UnknownLocale: this is not the name of a language.
        UnknownName: nobody has begun it.
    """
    from consentgen.errors import UnknownName
    from consentgen.localise.tags import code

    every = desk.all_locales()
    if not asked:
        return list(desk.locales())
    if "all" in asked:
        return list(every)
    for locale in asked:
        if code(locale) not in every:
            raise UnknownName("translation", locale, list(every))
    return list(dict.fromkeys(map(code, asked)))


def _text(made: Impact) -> Iterator[str]:
    yield said("What would change with {what}", what=said(_KINDS[made.target.kind], name=made.target.name))
    yield ""
    yield counted(
        "{count} leaflet: {names}",
        "{count} leaflets: {names}",
        len(made.leaflets),
        names=_names(made.leaflets),
    )
    yield said("In English")
    for language in made.languages:
        yield _language(language)
    for touched in made.statements:
        yield ""
        yield from _statement(touched)
    yield ""
    yield (
        said("People already in treatment should be told when it changes.")
        if made.tell.needed
        else said("People already in treatment need not be told.")
    )
    yield f"  {made.tell.why}"


def _names(leaflets: Sequence[str]) -> str:
    if not leaflets:
        return said("none")
    shown = ", ".join(leaflets[:SHOWN])
    more = len(leaflets) - SHOWN
    return (
        counted("{names} and {count} more", "{names} and {count} more", more, names=shown)
        if more > 0
        else shown
    )


def _language(language: TouchedLanguage) -> str:
    from consentgen.cli.i18n.desk import state_word
    from consentgen.localise.tags import tag

    states = ", ".join(f"{count} {state_word(state)}" for state, count in language.states.items() if count)
    return said("In {language}; its messages now: {states}", language=tag(language.locale), states=states)


def _statement(touched: TouchedStatement) -> Iterator[str]:
    count = len(touched.leaflets)
    yield counted(
        "{id}, in {count} leaflet: {names}", "{id}, in {count} leaflets: {names}", count,
        id=touched.statement.id, names=_names(touched.leaflets),
    )  # fmt: skip
    for each in touched.reads[:READS]:
        yield f"  {each.text}"
        if each.values and each.values != (each.text,):
            yield "    " + said("values now: {values}", values="; ".join(each.values))
    if (more := len(touched.reads) - READS) > 0:
        yield "  " + counted("and {count} other way it reads", "and {count} other ways it reads", more)


def _plain(made: Impact) -> dict[str, Any]:
    from consentgen.localise.tags import tag

    states = (
        {"language": tag(each.locale), "states": {s.value: n for s, n in each.states.items()}}
        for each in made.languages
    )
    return {
        "version": 1,
        "what": {"kind": made.target.kind.value, "name": made.target.name},
        "leaflets": list(made.leaflets),
        "languages": [{"language": "en"}, *states],
        "statements": [
            {
                "id": each.statement.id,
                "tells": list(each.statement.tells),
                "critical": each.statement.critical,
                "leaflets": list(each.leaflets),
                "reads": [
                    {
                        "text": reads.text,
                        "values": list(reads.values),
                        "facts": reads.facts,
                        "evidence": list(reads.evidence),
                        "leaflets": list(reads.leaflets),
                    }
                    for reads in each.reads
                ],
            }
            for each in made.statements
        ],
        "tell": {"needed": made.tell.needed, "why": made.tell.why},
        "unread": [{"file": finding.place.path, "why": finding.what} for finding in made.unread],
    }
