"""Where a translator works: the folder of languages, the messages there are, and what is shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from consentgen.build.languages import Work
from consentgen.cli.report import report, use_colour
from consentgen.errors import UnknownName
from consentgen.localise.folder import LocaleFolder, locale_folder, locales_in, read_language
from consentgen.localise.language import Language
from consentgen.localise.message import SourceMessage
from consentgen.localise.po import read_bytes
from consentgen.localise.reviews import Person, is_name
from consentgen.model.finding import Finding, Severity, in_order
from consentgen.places import shipped


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder of languages with the messages that belong in it."""

    root: Path
    """The folder `locales` that is worked on."""
    behind: Path | None
    """The shipped one, where that is another."""
    messages: tuple[SourceMessage, ...]
    shipped: tuple[SourceMessage, ...]
    """The messages that are shipped with words in other languages."""

    def folder(self, locale: str) -> LocaleFolder:
        """The files of a language in the folder that is worked on."""
        return locale_folder(self.root, locale)

    def work(self, locale: str) -> Work:
        """What a language needs here: all messages, or what the shipped files do not have."""
        if not self.behind or not locale_folder(self.behind, locale).po.is_file():
            return Work(self.messages)
        there = {message.id: message.hash for message in self.shipped}
        return Work(self.messages, frozenset(m.id for m in self.messages if there.get(m.id) != m.hash))

    def locales(self) -> tuple[str, ...]:
        """Languages that somebody has begun here."""
        return tuple(folder.locale for folder in locales_in(self.root))

    def all_locales(self) -> tuple[str, ...]:
        """Languages begun here or shipped."""
        behind = (folder.locale for folder in locales_in(self.behind)) if self.behind else ()
        return tuple(sorted({*self.locales(), *behind}))

    def language(self, locale: str) -> Language:
        """One language: the files here, with the shipped ones behind them."""
        known = {message.id for message in self.messages}
        roots = [self.root, *([self.behind] if self.behind else [])]
        folders = [locale_folder(root, locale) for root in roots]
        there = [folder for folder in folders if folder.po.exists() or folder.reviews.exists()]
        return Language(folders[0].locale, tuple(read_language(folder, known) for folder in there))

    def files(self, locale: str, name: str) -> tuple[Path, ...]:
        """Where a file of a language may lie: here, and behind it the shipped one."""
        roots = [self.root, *([self.behind] if self.behind else [])]
        return tuple(root / locale / name for root in roots)

    def label(self, file: Path) -> str:
        """A path as it is printed: from the folder that holds `locales`."""
        return file.relative_to(file.parents[2]).as_posix()

    def called(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids, each once.

        Raises:
            UnknownName: no statement has one of them.
        """
        known = [message.id for message in self.messages]
        for name in ids:
            if name not in known:
                raise UnknownName("statement", name, known)
        return tuple(dict.fromkeys(ids))


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
            raise click.BadParameter(f"{value!r} cannot be a {option.name}.")
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
