"""Whether people already in treatment should be told."""

from __future__ import annotations

from collections.abc import Iterable

from consentgen.review.change import Edit, Tell


def tell(edits: Iterable[Edit]) -> Tell:  # noqa: ARG001 - filled in on another branch
    """Nothing yet."""
    return Tell(needed=False, why="")
