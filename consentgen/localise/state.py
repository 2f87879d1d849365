"""How far a message has come in one language: computed from hashes, never stored."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """From the worst to the best."""

    MISSING = "missing"
    """Nobody has translated it, or not every form of it."""
    STALE = "stale"
    """Made of another English, or marked as not to be trusted: never shown."""
    DRAFT = "draft"
    """Complete, and made of the English there is; nobody, or not enough people, answer for it."""
    REVIEWED = "reviewed"
