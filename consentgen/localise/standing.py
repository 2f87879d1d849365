"""How every message stands in a language: worked out of hashes and sign-offs every time, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from consentgen.localise.message import SourceMessage, Translation
from consentgen.localise.reviews import Review, by_id, signers
from consentgen.localise.state import State


@dataclass(frozen=True, slots=True)
class Standing:
    """One message in one language."""

    message: SourceMessage
    translation: Translation | None
    state: State
    signed_by: int
    """How many people answer for exactly these words."""

    @property
    def usable(self) -> bool:
        """Whether the words may be shown, if only as a draft."""
        return self.state.shown


def needed(message: SourceMessage) -> int:
    """How many people have to answer for a translation of it."""
    return 2 if message.critical else 1


def standing(message: SourceMessage, translation: Translation | None, reviews: Iterable[Review]) -> Standing:
    """How one message stands."""
    if translation is None or translation.empty:
        return Standing(message, translation, State.MISSING, 0)
    if translation.fuzzy or translation.source_hash != message.hash:
        return Standing(message, translation, State.STALE, 0)
    people = len(signers(message, translation, reviews))
    state = State.REVIEWED if people >= needed(message) else State.DRAFT
    return Standing(message, translation, state, people)


def standings(
    messages: Iterable[SourceMessage], translations: Mapping[str, Translation], reviews: Iterable[Review]
) -> tuple[Standing, ...]:
    """How every message stands, in the order of the messages."""
    signed = by_id(reviews)
    return tuple(standing(m, translations.get(m.id), signed.get(m.id, ())) for m in messages)


def counts(standing: Iterable[Standing]) -> dict[State, int]:
    """How many messages are in each state."""
    states = [one.state for one in standing]
    return {state: states.count(state) for state in State}
