"""The command `consentgen`."""

from __future__ import annotations

import sys

import click

from consentgen import __version__
from consentgen.cli.verbs import Verbs
from consentgen.errors import ConsentgenError
from consentgen.tongue import said

VERBS = {
    "new": "Start a project with four example leaflets.",
    "build": "Make the leaflets of a project.",
    "check": "Say what the leaflets of a project hide or oversell.",
    "approve": "Sign what changed in a leaflet, change by change.",
    "approvals": "Say who still has to sign which leaflet.",
    "issue": "Give out an approved leaflet under a number.",
    "verify": "Say whether a leaflet is genuine and the newest.",
    "history": "Show the editions of a leaflet and what changed.",
    "show": "Show one leaflet in the terminal.",
    "diff": "Show every change in what a client reads.",
    "evidence": "List the figures a leaflet may use.",
    "impact": "Say which leaflets a change would touch.",
    "rules": "List all rules, or the 24 things a client must be told.",
    "explain": "Explain one rule, with examples.",
    "i18n": "Carry the wording into other languages.",
    "schema": "Print the JSON Schema of a descriptor, for your editor.",
}
BUG = 70


@click.group(
    cls=Verbs, table=VERBS, package="consentgen.cli", context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="consentgen")
def group() -> None:
    """Make honest leaflets about therapies.

    Describe what your service offers in one file; get a leaflet that names it plainly.

    \b
    Example:
      consentgen new my-leaflets
      consentgen build my-leaflets
    """


def _show(error: click.ClickException) -> None:
    """What is wrong with a call, as click shows it but for the language of the frame."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None or type(error).show is not click.UsageError.show:
        error.show()
        return
    click.echo(context.get_usage(), err=True)
    click.echo(said("Try '{command}' for help.", command=f"{context.command_path} --help") + "\n", err=True)
    click.echo(said("Error: {message}", message=error.format_message()), err=True)


def main() -> None:
    """Run the command line; every end has its exit code."""
    try:
        sys.exit(group(standalone_mode=False, prog_name="consentgen") or 0)
    except click.Abort:
        click.echo(said("Stopped."), err=True)
        sys.exit(130)
    except click.ClickException as error:
        _show(error)
        sys.exit(2)
    except ConsentgenError as error:
        sentence, way_out = error.told()
        click.echo(f"consentgen: {sentence}\n  {way_out}", err=True)
        sys.exit(error.exit_code)
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo(said("This is a bug in consentgen. Please report it with the lines above."), err=True)
        sys.exit(BUG)
