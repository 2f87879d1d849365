"""What a translator carries: a message of the wording, and what a language has for it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from consentgen.model.finding import Place


def words_hash(*words: str | None) -> str:
    """16 hexadecimal digits that change when any of the words does."""
    return sha256("\0".join(word or "" for word in words).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A value that stands in a message."""

    name: str
    meaning: str
    """For translators, with an example where one helps: `share: for example 40 out of 100 people`."""


@dataclass(frozen=True, slots=True)
class SourceMessage:
    """One message in English, under the id that is its `msgctxt`."""

    id: str
    text: str
    """The words, with `{placeholders}`; the `msgid`."""
    plural: str | None
    """The words where more or less than one is counted; the `msgid_plural`."""
    placeholders: tuple[Placeholder, ...]
    note: str
    """For translators: what it is and where it stands."""
    critical: bool
    """Crisis, consent, confidentiality or risk: two people have to review it."""
    place: Place
    """The file and line it is written at."""

    @property
    def hash(self) -> str:
        """Changes with the English words; a translation is stale when it was made of another."""
        return words_hash(self.text, self.plural)


@dataclass(frozen=True, slots=True)
class Translation:
    """What the catalogue file of one language holds for one id."""

    id: str
    source: tuple[str, str | None]
    """`msgid` and `msgid_plural` as they stand in the file: what was translated."""
    forms: tuple[str, ...]
    """One text, or one for each plural form of the language; all empty where it is not translated."""
    fuzzy: bool
    """Marked by a tool or a person as not to be trusted."""
    previous: tuple[str, str | None] | None
    """The English it was made of, where that has changed since."""
    place: Place

    @property
    def source_hash(self) -> str:
        """`SourceMessage.hash` of the English it was made of."""
        return words_hash(*(self.previous or self.source))

    @property
    def hash(self) -> str:
        """Changes with the translated words."""
        return words_hash(*self.forms)

    @property
    def empty(self) -> bool:
        """Whether a form has no words."""
        return not self.forms or not all(form.strip() for form in self.forms)
