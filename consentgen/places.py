"""Where the shipped templates and locales lie: in the wheel, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `templates` or `locales` that came with this copy of consentgen."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
