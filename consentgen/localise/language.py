"""One language as a project has it: its own files, with the shipped ones behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consentgen.localise.folder import Read
from consentgen.localise.message import SourceMessage, Translation
from consentgen.localise.standing import Standing, standings
from consentgen.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Language:
    """The files of one language; what stands in the first of them counts."""

    locale: str
    layers: tuple[Read, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every fault of every file."""
        return tuple(finding for layer in self.layers for finding in layer.findings)

    def translations(self) -> dict[str, Translation]:
        """The first translation with words of each id."""
        found: dict[str, Translation] = {}
        for layer in reversed(self.layers):
            if layer.po and layer.whole:
                words = layer.po.translations()
                found |= {key: one for key, one in words.items() if not one.empty or key not in found}
        return found

    def standings(self, messages: Sequence[SourceMessage]) -> tuple[Standing, ...]:
        """How every message stands; sign-offs in any of the files count, for they name the words."""
        reviews = [review for layer in self.layers for review in layer.reviews]
        return standings(messages, self.translations(), reviews)
