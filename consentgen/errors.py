"""One class for each way an operation cannot go on; the constructor owns the sentence.

A fault in an author's file is a `Finding`, not an error: see `consentgen.model.finding`. The text of
an error is English; whoever shows it, or makes a finding of it, asks for it in the language that is spoken.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from consentgen.tongue import filled, later, said


class ConsentgenError(Exception):
    """An operation that cannot go on, said in one sentence with the way out."""

    exit_code = 2
    """Exit code of the command line: 2 is unusable input, 3 is a closed gate."""

    def __init__(self, sentence: str, *, help_text: str, **values: object) -> None:
        super().__init__(filled(sentence, values))
        self.help_text = filled(help_text, values)
        self._english = (sentence, help_text)
        self._values = values

    def told(self) -> tuple[str, str]:
        """The sentence and the way out, in the language that is spoken."""
        sentence, way_out = (said(english, **self._values) for english in self._english)
        return sentence, way_out


class NotAProject(ConsentgenError):
    """The folder holds no service descriptors."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            later("{folder} is not a leaflet project: it has no services/ folder."),
            help_text=later("Make one with: {command}"),
            folder=folder,
            command=f"consentgen new {folder}",
        )


class FolderNotEmpty(ConsentgenError):
    """`new` would write into a folder that already holds something."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            later("{folder} already holds files, so nothing was written."),
            help_text=later("Give the name of a folder that does not exist yet."),
            folder=folder,
        )


class CannotWrite(ConsentgenError):
    """A file could not be written; what stood there before still stands."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            later("{path} could not be written: {reason}."),
            help_text=later(
                "Check that the folder exists, that you may write to it, and that it is not full."
            ),
            path=path,
            reason=reason,
        )


class ChangedMeanwhile(ConsentgenError):
    """Somebody else wrote a file between our reading and our writing it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            later("{path} was changed by somebody else while this ran, so nothing was written."),
            help_text=later("Run the command again: it starts from what they wrote."),
            path=path,
        )


class UnknownName(ConsentgenError):
    """A name given on the command line that nothing has."""

    SENTENCES: ClassVar = {
        "rule": later("There is no rule called {name}."),
        "role": later("Nobody asks for the role {name}."),
        "change": later("There is no open change called {name}."),
        "leaflet": later("There is no leaflet called {name}."),
        "statement": later("There is no statement called {name}."),
        "translation": later("There is no translation called {name}."),
        "edition": later("No edition was issued of {name}."),
        "anything": later("Nothing here is called {name}."),
    }
    """By kind, for in most languages no one sentence suits every noun."""

    def __init__(self, kind: str, name: str, known: list[str]) -> None:
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=1)
        few = len(known) <= 200
        choose = later("Choose one of: {known}") if few else later("Choose one of: {known}, and {count} more")
        super().__init__(
            self.SENTENCES[kind],
            help_text=later("Did you mean {near}?") if near else choose,
            name=repr(name), near="".join(near), known=", ".join(known if few else known[:20]),
            count=len(known) - 20,
        )  # fmt: skip


class AmbiguousName(ConsentgenError):
    """A name given on the command line that several things have."""

    def __init__(self, name: str, ways: list[str]) -> None:
        super().__init__(
            later("{name} is the name of several things."),
            help_text=later("Say which one you mean: {ways}"),
            name=repr(name),
            ways=", ".join(ways),
        )


class CannotRender(ConsentgenError):
    """One format of one leaflet could not be made."""

    def __init__(self, leaflet: str, media: str, reason: str) -> None:
        super().__init__(
            later("The {media} of {leaflet} could not be made: {reason}."),
            help_text=later(
                "The other leaflets are not affected. Change the words named above and build again."
            ),
            media=media,
            leaflet=leaflet,
            reason=reason,
        )


class BadWording(ConsentgenError):
    """A template that cannot be used, with the place in it."""

    def __init__(self, path: str, line: int, fault: str, help_text: str) -> None:
        place = f"{path}:{line}"
        super().__init__(
            "{place}: {fault}", help_text="{way_out}", place=place, fault=fault, way_out=help_text
        )
        self.path, self.line, self.fault = path, line, fault


class BadAnswer(ConsentgenError):
    """An answer given to `new` that cannot stand in a descriptor."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(
            later("{found} cannot be used, so nothing was written."),
            help_text=later("Expected: {expected}"),
            found=repr(found),
            expected=expected,
        )


class UnknownLocale(ConsentgenError):
    """A name that is no language's, or of a language CLDR has never heard of."""

    def __init__(self, name: str) -> None:
        super().__init__(
            later("There is no language called {name}."),
            help_text=later("Give its code, for instance pl, pt, zh_Hans: see {address}."),
            name=repr(name[:40]),
            address="https://www.unicode.org/cldr/charts/",
        )


class AlreadyThere(ConsentgenError):
    """`i18n init` would write over a file that somebody has begun."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            later("{path} is already there, so nothing was written."),
            help_text=later("Bring it up to date with: {command}"),
            path=path,
            command="consentgen i18n update",
        )


class NotShipped(ConsentgenError):
    """`i18n pseudo` would write into the folder of languages that ships."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            later("{folder} holds the languages that ship, and a pseudo-language is for tests alone."),
            help_text=later("Give a project with --project, or another folder with --locales."),
            folder=folder,
        )


class WouldReplace(ConsentgenError):
    """`i18n export` would write over a file that may hold a translator's work."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            later("{path} is already there and may hold a translator's work, so nothing was written."),
            help_text=later("Import it first, or give another name with --output."),
            path=path,
        )


class CannotIssue(ConsentgenError):
    """A leaflet that may not be given out as it is; nothing was written."""

    exit_code = 3

    def __init__(self, leaflet: str, reason: str, way_out: str, **values: object) -> None:
        """Say why.

        Args:
            leaflet: its id.
            reason: a clause, marked by `later`; its values are put in.
            way_out: a sentence, marked by `later`.
            values: what stands in either.
        """
        whole = later("{leaflet} was not issued: {reason}.").replace("{reason}", reason)
        super().__init__(whole, help_text=way_out, leaflet=leaflet, **values)
        self.reason, self.way_out = reason, way_out

    def told(self) -> tuple[str, str]:
        """The sentence and the way out, in the language that is spoken."""
        why = said(self.reason, **self._values)
        sentence = said("{leaflet} was not issued: {reason}.", leaflet=self._values["leaflet"], reason=why)
        return sentence, said(self.way_out, **self._values)


class NothingIssued(ConsentgenError):
    """Verify or history was asked of a folder that has never issued a leaflet."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            later("No leaflet was ever issued in {folder}: it has no folder issued/."),
            help_text=later("Say which project issued it, for instance: {command}"),
            folder=folder,
            command="consentgen verify 7K2M-9QXD --project my-leaflets",
        )


class MistypedNumber(ConsentgenError):
    """A leaflet's number whose characters do not fit one another."""

    def __init__(self, number: str) -> None:
        super().__init__(
            later("{number}: this number has a typing mistake."),
            help_text=later(
                "Compare it with the leaflet, character by character. It has eight, as in 7K2M-9QXD, and never I, L, O or U."
            ),
            number=number,
        )


class NoFileNoNumber(ConsentgenError):
    """What is to be verified is neither a file nor a leaflet's number."""

    def __init__(self, what: str) -> None:
        super().__init__(
            later("{what} is neither a file that can be read nor the number of a leaflet."),
            help_text=later("Give a file, or a number as it stands on the leaflet, for instance 7K2M-9QXD."),
            what=what,
        )


class CannotRead(ConsentgenError):
    """A file or revision whose words cannot be read, so nothing is said about them."""

    def __init__(self, path: object, reason: str, way_out: str, **values: object) -> None:
        """Say why.

        Args:
            path: what was to be read, as its user knows it.
            reason: a clause after the path, marked by `later`; its values are put in.
            way_out: a sentence, marked by `later`.
            values: what stands in either.
        """
        super().__init__(f"{{path}}: {reason}.", help_text=way_out, path=path, **values)
        self.reason, self.way_out = reason, way_out

    def told(self) -> tuple[str, str]:
        """The sentence and the way out, in the language that is spoken."""
        return (
            f"{self._values['path']}: {said(self.reason, **self._values)}.",
            said(self.way_out, **self._values),
        )
