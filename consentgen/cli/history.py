"""consentgen history"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import click

from consentgen.cli.paged import put_text


@click.command("history")
@click.argument("project", type=click.Path(path_type=Path, file_okay=False))
@click.argument("leaflet")
@click.option("--locale", metavar="LOCALE", help="In this language; English where none is given.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="For people, or for programs.")  # fmt: skip
def command(project: Path, leaflet: str, locale: str | None, form: str) -> None:
    """Show the editions of a leaflet that were issued, and how the words changed from each to the next.

    All of it comes from what was kept when they were issued.

    \b
    Example:
      consentgen history my-leaflets workbook-by-phone
      consentgen history my-leaflets workbook-by-phone --format json
    """
    from consentgen.build.history import history
    from consentgen.build.register import Register
    from consentgen.cli.editions import history_data, history_text

    past = history(Register(project), leaflet, locale)
    if form == "json":
        # Bytes, for JSON is UTF-8 whatever the terminal speaks.
        click.echo((json.dumps(history_data(past), indent=1, ensure_ascii=False) + "\n").encode(), nl=False)
    else:
        put_text(partial(history_text, past))
