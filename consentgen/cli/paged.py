"""Text as wide as the terminal, a page at a time where it is long; as UTF-8 where there is no terminal."""

from __future__ import annotations

import shutil
import sys
from typing import Protocol

import click

from consentgen.cli.report import use_colour

WIDTH = 100
"""Columns where there is no terminal."""


class Made(Protocol):
    """Writes a text."""

    def __call__(self, *, width: int, colour: bool) -> str:
        """The text, in so many columns, with colours or without."""


def put_text(made: Made, width: int | None = None) -> None:
    """Show a text, in so many columns; None for as many as the terminal has."""
    terminal = sys.stdout.isatty()
    size = shutil.get_terminal_size((WIDTH, 40))
    colour = terminal and use_colour() is not False
    text = made(width=width or (size.columns if terminal else WIDTH), colour=colour)
    if not terminal:
        click.echo(text.encode(), nl=False)
    elif text.count("\n") > size.lines:
        click.echo_via_pager(text, color=colour)
    else:
        click.echo(text, nl=False, color=colour)
