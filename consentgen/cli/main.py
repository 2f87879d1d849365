"""The command `consentgen`."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from consentgen import __version__
from consentgen.errors import ConsentgenError

VERBS = {
    "new": "Start a project with four example leaflets.",
    "build": "Make the leaflets of a project.",
    "check": "Say what the leaflets of a project hide or oversell.",
    "show": "Show one leaflet in the terminal.",
    "evidence": "List the figures a leaflet may use.",
    "rules": "List all rules, or the 24 things a client must be told.",
    "explain": "Explain one rule, with examples.",
    "schema": "Print the JSON Schema of a descriptor, for your editor.",
}
BUG = 70


class Verbs(click.Group):
    """Loads a verb only when it is called, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every verb, in the order in which one meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command behind a verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"consentgen.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs with a line each, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command for the first word, with a hint where it is misspelt."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], VERBS, n=1)
            hint = f" Did you mean {near[0]}?" if near else " See: consentgen --help"
            ctx.fail(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="consentgen")
def group() -> None:
    """Make honest leaflets about therapies.

    Describe what your service offers in one file; get a leaflet that names it plainly.

    \b
    Example:
      consentgen new my-leaflets
      consentgen build my-leaflets
    """


def main() -> None:
    """Run the command line; every end has its exit code."""
    try:
        sys.exit(group(standalone_mode=False, prog_name="consentgen") or 0)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except ConsentgenError as error:
        click.echo(f"consentgen: {error}\n  {error.help_text}", err=True)
        sys.exit(error.exit_code)
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("This is a bug in consentgen. Please report it with the lines above.", err=True)
        sys.exit(BUG)
