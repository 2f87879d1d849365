"""An edit between its two texts, with what the classes of meaning ask about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from consentgen.model.finding import shorten
from consentgen.model.reading import Passage, Reading
from consentgen.once import once
from consentgen.review.change import Edit, EditKind
from consentgen.review.hashes import fold

QUOTED = 160
"""Characters of a text that stand in a sentence for the reviewer."""


class Known(NamedTuple):
    """What one text tells, gathered once for all its edits."""

    told: frozenset[str]
    """Disclosures that some passage makes."""
    ids: frozenset[str]
    own: frozenset[str]
    """Ids of passages in the text's own language."""


@once
def known(reading: Reading) -> Known:
    """What a text tells."""
    told = frozenset(name for p in reading.passages if not p.unknown for name in p.tells)
    ids = frozenset(p.id for p in reading.passages if p.id)
    return Known(told, ids, frozenset(p.id for p in reading.passages if p.id and not p.language))


@dataclass(frozen=True)
class View:
    """One edit, and the texts on both sides of it."""

    edit: Edit
    old: Reading
    new: Reading

    @property
    def kind(self) -> EditKind:
        """What happened."""
        return self.edit.kind

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Of both sides."""
        return self.edit.old + self.edit.new

    @cached_property
    def identified(self) -> bool:
        """Whether both texts are ours."""
        return self.old.identified and self.new.identified

    @cached_property
    def one_language(self) -> bool:
        """Whether both texts are in the same language, or do not say."""
        old, new = (_without_region(reading.language) for reading in (self.old, self.new))
        return "und" in (*old, *new) or (old[0] == new[0] and (old == new or len(old) != len(new)))

    @cached_property
    def pair(self) -> tuple[Passage, Passage] | None:
        """The passage then and now, where each side has exactly one of ours."""
        if not self.identified or len(self.edit.old) != 1 or len(self.edit.new) != 1:
            return None
        return self.edit.old[0], self.edit.new[0]

    @cached_property
    def words_differ(self) -> bool:
        """Whether a reader of both sides reads other words."""
        old, new = (fold(" ".join(p.text for p in side)) for side in (self.edit.old, self.edit.new))
        if len(self.edit.old) == len(self.edit.new):
            return old != new
        return old.replace(" ", "") != new.replace(" ", "")

    @cached_property
    def same_wording(self) -> bool:
        """Whether the template says the same, whatever values stand in it."""
        if not self.pair:
            return False
        then, now = self.pair
        if then.wording and now.wording:
            return then.wording == now.wording
        return then.pattern == now.pattern

    @cached_property
    def translated(self) -> bool:
        """Whether a passage went from one language into another, inside leaflets of the same language."""
        return bool(self.pair and self.one_language and self.pair[0].language != self.pair[1].language)


def _without_region(language: str) -> list[str]:
    """A language and its script: `en` for `en-GB`, `zh` and `Hans` for `zh-Hans-CN`."""
    first, *rest = language.split("-")
    return [first.lower(), *(part.title() for part in rest if len(part) == 4 and part.isalpha())]


def quoted(passages: tuple[Passage, ...]) -> str:
    """The words of passages, shortened to stand in a sentence."""
    return shorten(" ".join(p.text for p in passages), QUOTED)
