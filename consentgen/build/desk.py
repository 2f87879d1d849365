"""Where a translator works: the folder of languages, the messages there are, and what is shipped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from consentgen.build.languages import Work
from consentgen.build.project import Project
from consentgen.catalogue import load_catalogue
from consentgen.compose.messages import source_messages
from consentgen.errors import UnknownName
from consentgen.localise.folder import (
    LocaleFolder,
    locale_folder,
    locales_in,
    read_language,
    read_reviews_alone,
)
from consentgen.localise.language import Language
from consentgen.localise.message import SourceMessage
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
        """One language: the files here, with the shipped ones behind them.

        Here may be nothing but sign-offs of shipped words.
        """
        known = {message.id for message in self.messages}
        roots = [self.root, *([self.behind] if self.behind else [])]
        folders = [locale_folder(root, locale) for root in roots]
        there = [folder for folder in folders if folder.po.exists() or folder.reviews.exists()]
        shipped = self.behind is not None and folders[-1].po.is_file()
        layers = (
            read_language(folder, known) if folder.po.exists() or not shipped else read_reviews_alone(folder)
            for folder in there
        )
        return Language(folders[0].locale, tuple(layers))

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


def desk_of(project: Project) -> Desk:
    """The desk of a project: its own folder of languages, with the shipped one behind it.

    Raises:
        BadWording: a template of the project cannot be read.
    """
    messages = source_messages(project.wording, load_catalogue(), project.ledger)
    return Desk(project.folder / "locales", shipped("locales"), messages, messages)
