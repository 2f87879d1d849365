"""What a PO file holds: its header, its entries, and everything else that stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from consentgen.localise.catalog import Source
from consentgen.localise.message import Translation
from consentgen.model.finding import Place

FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a PO file."""

    id: str | None
    """`msgctxt`, the statement's id; None where the entry has none."""
    source: Source
    forms: tuple[str, ...]
    """`msgstr`, or one for each plural form."""
    flags: tuple[str, ...] = ()
    previous: Source | None = None
    """The English a fuzzy translation was made of."""
    previous_id: str | None = None
    """The id the translation was taken from, where a tool guessed by likeness."""
    comments: tuple[str, ...] = ()
    """Translators' own comment lines, as they stand."""
    notes: tuple[str, ...] = ()
    """What stands behind `#.`, a line each."""
    references: tuple[str, ...] = ()
    """What stands behind `#:`."""
    obsolete: bool = False
    line: int = field(default=1, compare=False)
    """Where it begins, behind its comments."""
    written: tuple[str, ...] = field(default=(), compare=False)
    """Its lines as they were read, for an entry nobody changed keeps them; empty after a change."""

    @property
    def fuzzy(self) -> bool:
        """Whether a tool or a person says that it is not to be trusted."""
        return FUZZY in self.flags

    @property
    def has_words(self) -> bool:
        """Whether any form is translated."""
        return any(form.strip() for form in self.forms)

    def changed(self, **changes: object) -> Entry:
        """The same entry with other fields; it will be written anew."""
        return replace(self, **changes, written=())  # type: ignore[arg-type] # the fields above

    def marked(self, *, fuzzy: bool, previous: Source | None = None) -> Entry:
        """The same entry with the mark `fuzzy` set or taken away, and the English it was made of."""
        others = tuple(flag for flag in self.flags if flag != FUZZY)
        flags = (FUZZY, *others) if fuzzy else others
        return self.changed(flags=flags, previous=previous, previous_id=None)

    def translation(self, path: str) -> Translation:
        """What the entry says, for those who do not care how PO files are written.

        `previous` counts only as long as the entry is fuzzy: some tools leave it standing.
        """
        previous = self.previous if self.fuzzy else None
        place = Place(path, self.line, field=self.id or "")
        return Translation(self.id or "", self.source, self.forms, self.fuzzy, previous, place)


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file, whole."""

    path: str
    """Path to print in findings."""
    header: Entry | None
    """The entry without a `msgid`."""
    entries: tuple[Entry, ...]
    """In the order of the file, those taken out of use too."""
    tail: tuple[str, ...] = ()
    """Comment lines behind the last entry."""
    newline: str = field(default="\n", compare=False)

    @property
    def live(self) -> tuple[Entry, ...]:
        """The entries in use."""
        return tuple(entry for entry in self.entries if not entry.obsolete)

    def translations(self) -> dict[str, Translation]:
        """What the file holds for each id; of an id that stands there twice, the first."""
        found: dict[str, Translation] = {}
        for entry in self.live:
            if entry.id:
                found.setdefault(entry.id, entry.translation(self.path))
        return found
