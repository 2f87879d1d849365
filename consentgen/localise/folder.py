"""Where the files of a language lie in a folder `locales`, and what they hold together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from consentgen.localise.entry import PoFile
from consentgen.localise.locale_file import NAME as FACTS
from consentgen.localise.message import SourceMessage
from consentgen.localise.po import read_bytes, read_catalogue
from consentgen.localise.reviews import NAME as REVIEWS
from consentgen.localise.reviews import Review, read_reviews
from consentgen.localise.standing import Standing, standings
from consentgen.localise.tags import code
from consentgen.localise.template import NAME as TEMPLATE
from consentgen.model.finding import Finding, Severity

DOMAIN = "consentgen"
"""gettext's name for the wording of leaflets."""


@dataclass(frozen=True, slots=True)
class LocaleFolder:
    """The files of one language."""

    root: Path
    """The folder `locales`."""
    locale: str
    """As the folder is named: `zh_Hans`."""

    @property
    def po(self) -> Path:
        """The catalogue."""
        return self.root / self.locale / "LC_MESSAGES" / f"{DOMAIN}.po"

    @property
    def mo(self) -> Path:
        """The catalogue, compiled."""
        return self.po.with_suffix(".mo")

    @property
    def facts(self) -> Path:
        """What the tool has to know of the language."""
        return self.root / self.locale / FACTS

    @property
    def reviews(self) -> Path:
        """The sign-offs."""
        return self.root / self.locale / REVIEWS

    def label(self, file: Path) -> str:
        """A path as it is printed: from the folder that holds `locales`."""
        return file.relative_to(self.root.parent).as_posix()


@dataclass(frozen=True, slots=True)
class Read:
    """What the files of one language hold."""

    folder: LocaleFolder
    po: PoFile | None
    reviews: tuple[Review, ...]
    findings: tuple[Finding, ...]
    bytes: tuple[bytes | None, bytes | None]
    """Of the catalogue and of the sign-offs, as they were read; None where there is no such file."""

    @property
    def whole(self) -> bool:
        """Whether everything could be read: only then may a file be written again."""
        return self.po is not None and all(f.severity is not Severity.ERROR for f in self.findings)

    def standings(self, messages: Sequence[SourceMessage]) -> tuple[Standing, ...]:
        """How every message stands in this language."""
        return standings(messages, self.po.translations() if self.po else {}, self.reviews)


def template_path(root: Path) -> Path:
    """The template for translators."""
    return root / TEMPLATE


def locales_in(root: Path) -> tuple[LocaleFolder, ...]:
    """Every language that has a catalogue, by its name."""
    found = (LocaleFolder(root, file.parts[-3]) for file in sorted(root.glob(f"*/LC_MESSAGES/{DOMAIN}.po")))
    return tuple(folder for folder in found if not folder.locale.startswith("."))


def locale_folder(root: Path, locale: str) -> LocaleFolder:
    """Where the files of a language are, or would be.

    Raises:
        UnknownLocale: this is not the name of a language.
    """
    return LocaleFolder(root, code(locale))


def read_language(folder: LocaleFolder, known: Collection[str]) -> Read:
    """What the files of a language hold, and every fault of them.

    Args:
        folder: where they are.
        known: every statement id there is.
    """
    data, findings = read_bytes(folder.po, folder.label(folder.po))
    po = None
    if data is not None:
        po, findings = read_catalogue(data, folder.label(folder.po), locale=folder.locale, known=known)
    signed, reviews, faults = read_signed(folder)
    return Read(folder, po, tuple(reviews), (*findings, *faults), (data, signed))


def read_reviews_alone(folder: LocaleFolder) -> Read:
    """What a folder holds that has no catalogue: sign-offs of words that stand elsewhere."""
    signed, reviews, faults = read_signed(folder)
    return Read(folder, None, tuple(reviews), tuple(faults), (None, signed))


def read_signed(folder: LocaleFolder) -> tuple[bytes | None, list[Review], list[Finding]]:
    """The bytes of the sign-offs of a language, what they say, and every fault; None where there are none."""
    file, label = folder.reviews, folder.label(folder.reviews)
    if not (file.is_symlink() or file.exists()):
        return None, [], []
    data, findings = read_bytes(file, label)
    if data is None:
        return None, [], findings
    return data, *read_reviews(data, label)
