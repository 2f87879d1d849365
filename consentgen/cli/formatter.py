"""Help texts in the language that is spoken: click's own words, the paragraphs, the options."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from consentgen.tongue import later, said

CLICKS_OWN = (
    later("Options"),
    later("Commands"),
    later("Show this message and exit."),
    later("Show the version and exit."),
)
"""What click writes into a help text by itself."""


def paragraphs(text: str) -> list[str]:
    """A help text cut at its empty lines; examples, behind a backspace, as they stand, the rest on one line."""
    parts = text.strip().split("\n\n")
    return [part.strip() if part.lstrip().startswith("\b") else " ".join(part.split()) for part in parts]


class Formatter(click.HelpFormatter):
    """Writes a help text, every paragraph and every option translated by itself."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How a command is called."""
        super().write_usage(prog, args, prefix or said("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        """The line above a list."""
        super().write_heading(said(heading))

    def write_text(self, text: str) -> None:
        """The paragraphs of a help text; commands in examples stay as they are."""
        told = [
            part.replace("\nExample:", f"\n{said('Example:')}") if part.startswith("\b") else said(part)
            for part in paragraphs(text)
        ]
        super().write_text("\n\n".join(told))

    def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **more: Any) -> None:
        """Options or verbs, with a line each."""
        super().write_dl([(name, _line(text)) for name, text in rows], *args, **more)


def _line(text: str) -> str:
    words, gap, rest = text.partition("  [")
    rest = rest.replace("default: ", said("default:") + " ").replace("required", said("required"))
    return said(words) + gap + rest


class Context(click.Context):
    """Where a command runs; its help is written in the language that is spoken."""

    formatter_class = Formatter
