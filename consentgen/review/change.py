"""What a comparison yields: edits of single passages, and changes, which are edits with one cause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consentgen.model.reading import Passage, Reading


class Weight(StrEnum):
    """How much an edit weighs."""

    BLOCK = "block"
    """Takes from the reader something they have to be told."""
    MAJOR = "major"
    """Says something else, or may do so."""
    MINOR = "minor"
    """Other words, and nothing seen that says something else."""
    INFO = "info"
    """The same words, set in another way."""

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Weight).index(self)


class EditKind(StrEnum):
    """What happened to a passage."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    """Other words; numbers and links may differ too."""
    RELINKED = "relinked"
    """The same words, another link target."""
    MARKED = "marked"
    """The same words, another kind, critical mark or disclosure."""
    REWRAPPED = "rewrapped"
    """The same words, other line breaks, spaces, quotes or dashes."""
    MOVED = "moved"
    """The same words elsewhere."""
    MOVED_REWORDED = "moved and reworded"
    REORDERED = "reordered"
    """Neighbours of one list or paragraph in another order."""
    SPLIT = "split"
    MERGED = "merged"


class PieceKind(StrEnum):
    """Whose words a piece is."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of an edit; all `same` and `old` pieces give the old text, `same` and `new` the new."""

    kind: PieceKind
    text: str
    was: str = ""
    """The old text of the same words where it sets them otherwise: other quotes, dashes or spaces."""

    @property
    def before(self) -> str:
        """What the old text has here, exactly."""
        return "" if self.kind is PieceKind.NEW else self.was or self.text

    @property
    def after(self) -> str:
        """What the new text has here, exactly."""
        return "" if self.kind is PieceKind.OLD else self.text


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an edit means."""

    name: str
    """Its class, for instance `fact`, `link`, `condition`, `disclosure`, `critical`, `kind`, `moved`; or of a
    hint `number`, `negation`, `modal`, `promise`, `euphemism`, `term`, `reading-age`."""
    exact: bool
    """True where data says so; False for a hint taken from words."""
    weight: Weight
    words: str
    """One sentence for the reviewer."""
    languages: tuple[str, ...] = ()
    """For a hint: the languages its word lists hold for."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One passage then and now; several where it was split or merged."""

    kind: EditKind
    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    pieces: tuple[Piece, ...] = ()
    """The words of both, in order."""
    sure: float = 1.0
    """How sure it is that they belong together: 1 by id or by the very words, less by likeness."""
    meanings: tuple[Meaning, ...] = ()

    @property
    def weight(self) -> Weight:
        """The gravest of its meanings."""
        return min((m.weight for m in self.meanings), key=lambda w: w.rank, default=Weight.INFO)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts with everything between them, in the order of the new text; what is removed stands where it stood."""

    old: Reading
    new: Reading
    edits: tuple[Edit, ...]
    """Unchanged passages among them."""

    @property
    def changed(self) -> tuple[Edit, ...]:
        """The edits that are not `same`."""
        return tuple(edit for edit in self.edits if edit.kind is not EditKind.SAME)


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A leaflet in one language."""

    leaflet: str
    language: str


@dataclass(frozen=True, slots=True)
class Cause:
    """What was edited so that leaflets changed."""

    kind: str
    """`wording`, `evidence`, `value`, `arrangement`, `translation` or `text` (a foreign one)."""
    name: str
    """Statement id, evidence record id, `30 minutes → 45 minutes`, or empty."""


@dataclass(frozen=True, slots=True)
class Touched:
    """One edit with all leaflets in which it reads the same."""

    edit: Edit
    where: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Tell:
    """Whether people already in treatment should be told."""

    needed: bool
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """All edits with one cause: one thing to decide."""

    id: str
    """Ten characters of the hash of its cause and texts; the same change has the same id in every run."""
    cause: Cause
    edits: tuple[Touched, ...]
    tell: Tell

    @property
    def weight(self) -> Weight:
        """The gravest of its edits."""
        return min((touched.edit.weight for touched in self.edits), key=lambda w: w.rank)

    @property
    def where(self) -> tuple[Where, ...]:
        """Every leaflet it touches, each once, sorted."""
        return tuple(sorted({where for touched in self.edits for where in touched.where}))

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """Each meaning once, gravest first."""
        found = dict.fromkeys(m for touched in self.edits for m in touched.edit.meanings)
        return tuple(sorted(found, key=lambda m: m.weight.rank))


@dataclass(frozen=True, slots=True)
class WordingDiff:
    """Everything between two sides: all leaflets of two projects, or two texts."""

    old: str
    """What the old side is called."""
    new: str
    changes: tuple[Change, ...]
    """Gravest first, then in reading order."""
    texts: tuple[Compared, ...]
    """Every pair, unchanged ones too."""
    added: tuple[Reading, ...] = ()
    """Leaflets that are only on the new side."""
    removed: tuple[Reading, ...] = ()

    @property
    def same(self) -> bool:
        """Whether a reader is told the same in the same words."""
        return not (self.changes or self.added or self.removed)
