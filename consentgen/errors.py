"""One class for each way an operation cannot go on; the constructor owns the sentence.

A fault in an author's file is a `Finding`, not an error: see `consentgen.model.finding`.
"""

from __future__ import annotations

from pathlib import Path


class ConsentgenError(Exception):
    """An operation that cannot go on, said in one sentence with the way out."""

    exit_code = 2
    """Exit code of the command line: 2 is unusable input, 3 is a closed gate."""

    def __init__(self, sentence: str, *, help_text: str) -> None:
        super().__init__(sentence)
        self.help_text = help_text


class NotAProject(ConsentgenError):
    """The folder holds no service descriptors."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is not a leaflet project: it has no services/ folder.",
            help_text=f"Make one with: consentgen new {folder}",
        )


class FolderNotEmpty(ConsentgenError):
    """`new` would write into a folder that already holds something."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} already holds files, so nothing was written.",
            help_text="Give the name of a folder that does not exist yet.",
        )


class CannotWrite(ConsentgenError):
    """A file could not be written; what stood there before still stands."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} could not be written: {reason}.",
            help_text="Check that the folder exists, that you may write to it, and that it is not full.",
        )


class ChangedMeanwhile(ConsentgenError):
    """Somebody else wrote a file between our reading and our writing it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was changed by somebody else while this ran, so nothing was written.",
            help_text="Run the command again: it starts from what they wrote.",
        )


class UnknownName(ConsentgenError):
    """A name given on the command line that nothing has."""

    def __init__(self, kind: str, name: str, known: list[str]) -> None:
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=1)
        told = known if len(known) <= 200 else [*known[:20], f"and {len(known) - 20} more"]
        super().__init__(
            f"There is no {kind} called {name!r}.",
            help_text=f"Did you mean {near[0]}?" if near else f"Choose one of: {', '.join(told)}",
        )


class CannotRender(ConsentgenError):
    """One format of one leaflet could not be made."""

    def __init__(self, leaflet: str, media: str, reason: str) -> None:
        super().__init__(
            f"The {media} of {leaflet} could not be made: {reason}.",
            help_text="The other leaflets are not affected. Change the words named above and build again.",
        )


class BadWording(ConsentgenError):
    """A template that cannot be used, with the place in it."""

    def __init__(self, path: str, line: int, fault: str, help_text: str) -> None:
        super().__init__(f"{path}:{line}: {fault}", help_text=help_text)
        self.path, self.line, self.fault = path, line, fault


class BadAnswer(ConsentgenError):
    """An answer given to `new` that cannot stand in a descriptor."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(
            f"{found!r} cannot be used, so nothing was written.", help_text=f"Expected: {expected}"
        )


class UnknownLocale(ConsentgenError):
    """A name that is no language's, or of a language CLDR has never heard of."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no language called {name[:40]!r}.",
            help_text="Give its code, for instance pl, pt, zh_Hans: see https://www.unicode.org/cldr/charts/.",
        )


class AlreadyThere(ConsentgenError):
    """`i18n init` would write over a file that somebody has begun."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is already there, so nothing was written.",
            help_text="Bring it up to date with: consentgen i18n update",
        )


class NotShipped(ConsentgenError):
    """`i18n pseudo` would write into the folder of languages that ships."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds the languages that ship, and a pseudo-language is for tests alone.",
            help_text="Give a project with --project, or another folder with --locales.",
        )


class WouldReplace(ConsentgenError):
    """`i18n export` would write over a file that may hold a translator's work."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is already there and may hold a translator's work, so nothing was written.",
            help_text="Import it first, or give another name with --output.",
        )
