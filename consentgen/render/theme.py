"""The colours and type of every format, so that print and screen are one family."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`; every text colour has a contrast of at least 7:1 on its ground."""

    ink: str = "#1b262c"
    quiet: str = "#43525b"
    accent: str = "#0a4f5e"
    wash: str = "#eef6f5"
    """Ground of the key-facts box."""
    line: str = "#9db8bb"
    paper: str = "#ffffff"
    alarm: str = "#7f1d1d"
    alarm_wash: str = "#fdf3f0"
    body_points: float = 11.0
    """Size of running text in print."""


THEME = Theme()
