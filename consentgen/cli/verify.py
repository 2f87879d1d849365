"""consentgen verify"""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from pathlib import Path

import click

from consentgen.cli.options import date_option
from consentgen.cli.paged import put_text


@click.command("verify")
@click.argument("what", metavar="FILE|NUMBER")
@click.option(
    "--project", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar="DIRECTORY",
    help="The project that issued it. Default: here.",
)  # fmt: skip
@date_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="For people, or for programs.")  # fmt: skip
def command(what: str, project: Path, as_of: date, form: str) -> None:
    """Say whether a file or number is that of an issued leaflet, who approved it, and whether it is the newest.

    A copy that was printed or saved again is known by its words, and one that was edited is shown with its
    differences. HTML, PDF, Word, Markdown and plain text can be given.

    Exit code 0 when it is genuine and the newest, 1 when it was edited, is unknown or was superseded, or when
    what was kept of it was changed, 2 when it cannot be read.

    \b
    Example:
      consentgen verify 7K2M-9QXD --project my-leaflets
      consentgen verify leaflet.pdf --project my-leaflets
    """
    from consentgen.build.register import Register
    from consentgen.build.verify import verify
    from consentgen.cli.verdict import verdict_data, verdict_text

    verified = verify(Register(project), what, as_of)
    if form == "json":
        # Bytes, for JSON is UTF-8 whatever the terminal speaks.
        click.echo(
            (json.dumps(verdict_data(verified), indent=1, ensure_ascii=False) + "\n").encode(), nl=False
        )
    else:
        put_text(partial(verdict_text, verified))
    raise click.exceptions.Exit(verified.exit_code)
