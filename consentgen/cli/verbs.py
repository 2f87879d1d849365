"""Commands that are loaded only when they are called."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from consentgen.cli.formatter import Context
from consentgen.cli.language import choose
from consentgen.tongue import said


class Verbs(click.Group):
    """Loads a verb only when it is called, so that `--help` is quick."""

    context_class = Context

    def __init__(self, *args: Any, table: Mapping[str, str], package: str, **more: Any) -> None:
        """Make the group.

        Args:
            args: what click hands over.
            table: each verb with the line that stands for it in the help.
            package: where its module is: `build` in `build.py`, `import` in `import_.py`.
            more: what click hands over.
        """
        super().__init__(*args, **more)
        self.table, self.package = table, package

    def main(self, *args: Any, **more: Any) -> Any:
        """Run, in the language that is asked for."""
        choose(os.environ)
        return super().main(*args, **more)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every verb, in the order in which one meets them."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command behind a verb."""
        if cmd_name not in self.table:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"{self.package}.{module}").command
        command.context_class = Context
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs with a line each, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.table.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command for the first word, with a hint where it is misspelt."""
        if args and args[0] not in self.table and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.table, n=1)
            hint = (
                said("Did you mean {near}?", near=near[0])
                if near
                else said("See: {command}", command=f"{ctx.command_path} --help")
            )
            ctx.fail(f"{said('There is no command {name}.', name=repr(args[0]))} {hint}")
        return super().resolve_command(ctx, args)
