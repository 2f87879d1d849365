"""How far a translation can be trusted: computed from hashes, never stored."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """What a language has for one message."""

    MISSING = "missing"
    """No usable words; English is shown."""
    STALE = "stale"
    """Made of other English words, or marked fuzzy; English is shown."""
    DRAFT = "draft"
    """Nobody has signed these words; they are shown, and marked."""
    REVIEWED = "reviewed"
    """Signed as they stand, by as many people as the message needs."""

    @property
    def shown(self) -> bool:
        """Whether the translated words are shown at all."""
        return self in (State.DRAFT, State.REVIEWED)
