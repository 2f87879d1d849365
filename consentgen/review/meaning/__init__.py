"""What an edit means."""

from __future__ import annotations

from consentgen.model.reading import Reading
from consentgen.review.change import Edit, Meaning


def meanings(edit: Edit, old: Reading, new: Reading) -> tuple[Meaning, ...]:  # noqa: ARG001 - filled in on another branch
    """Nothing yet."""
    return ()
