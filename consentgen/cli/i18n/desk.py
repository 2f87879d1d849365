"""Where a translator works: the folder of languages, the messages there are, and what is shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from consentgen.build.desk import Desk
from consentgen.cli.report import report, use_colour
from consentgen.localise.folder import LocaleFolder
from consentgen.localise.po import read_bytes
from consentgen.localise.reviews import Person, is_name
from consentgen.localise.state import State
from consentgen.model.finding import Finding, Severity, in_order
from consentgen.places import shipped
from consentgen.tongue import said


def desk_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--project` and `--locales`."""
    folder = click.Path(path_type=Path, file_okay=False)
    project = click.option(
        "--project", type=folder, default=Path(), help="The project whose wording is carried. Default: here."
    )
    locales = click.option(
        "--locales",
        type=folder,
        help="The folder of languages. Default: the project's locales/, else the shipped one.",
    )
    return project(locales(command))


def open_desk(project: Path, locales: Path | None) -> Desk:
    """The desk for a project folder, or for consentgen's own wording where it is none.

    Raises:
        BadWording: a template of the project cannot be read.
        click.exceptions.Exit: its evidence or templates have faults; they are shown.
    """
    from consentgen.catalogue import load_catalogue
    from consentgen.compose import Wording
    from consentgen.compose.messages import source_messages
    from consentgen.evidence import load_shipped

    base = shipped("locales")
    root = locales or (project / "locales" if _has_own(project) else base)
    catalogue = load_catalogue()
    messages = own = source_messages(Wording(), catalogue, load_shipped())
    if (project / "services").is_dir():
        from consentgen.build.project import open_project

        opened = open_project(project)
        stop_on(opened.findings)
        own = source_messages(opened.wording, catalogue, opened.ledger)
    behind = None if root.resolve() == base.resolve() else base
    return Desk(root, behind, own, messages)


def _has_own(project: Path) -> bool:
    return (project / "locales").is_dir() or (project / "services").is_dir()


def tell(findings: Iterable[Finding]) -> None:
    """Show findings, where there are any."""
    if text := report(in_order(list(findings)), "text"):
        click.echo(text, color=use_colour())


def stop_on(findings: Iterable[Finding], code: int = 1) -> None:
    """Show findings, and end with an exit code where one of them is an error."""
    told = list(findings)
    tell(told)
    if any(finding.severity is Severity.ERROR for finding in told):
        raise click.exceptions.Exit(code)


def stop_unless_begun(desk: Desk, folder: LocaleFolder) -> None:
    """End with exit code 2 where nobody has begun a language, here or among the shipped ones."""
    if folder.locale not in desk.all_locales():
        stop_on(read_bytes(folder.po, folder.label(folder.po))[1], 2)


def person_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--who` and `--role`, which nobody but the user can know."""

    def name(_context: click.Context, option: click.Parameter, value: str) -> str:
        text = " ".join(value.split())
        if not is_name(text):
            raise click.BadParameter(
                said("{option} cannot be {value}.", option=option.opts[0], value=repr(value))
            )
        return text

    who = click.option(
        "--who", required=True, callback=name, metavar="NAME", help="Your own name: you answer for the words."
    )
    role = click.option(
        "--role", required=True, callback=name, metavar="ROLE", help="What you are, for instance clinician."
    )
    return who(role(command))


def by(who: str, role: str) -> Person:
    """The person who signs."""
    return Person(who, role)


def state_word(state: State) -> str:
    """A state as people read it."""
    words = {
        State.MISSING: said("missing"),
        State.STALE: said("stale"),
        State.DRAFT: said("draft"),
        State.REVIEWED: said("reviewed"),
    }
    return words[state]
