"""consentgen new"""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--service", help="Name of your service; printed in the four example leaflets.")
@click.option("--phone", help="Phone number of your service.")
@click.option("--email", help="Email address of your service.")
def command(folder: Path | None, service: str | None, phone: str | None, email: str | None) -> None:
    """Start a project in FOLDER with four example leaflets of a made-up service.

    On a terminal, asks for what is left out. Writes nothing into a folder that holds files.

    \b
    Example:
      consentgen new my-leaflets
      consentgen new my-leaflets --service "Northtown Talking Therapies"
    """
    from consentgen.build.starter import DEFAULTS, Answers, start

    asks = sys.stdin.isatty() and sys.stdout.isatty()
    if folder is None:
        if not asks:
            raise click.UsageError("Give the name of a new folder, for instance: consentgen new my-leaflets")
        folder = Path(click.prompt("Folder for your leaflets", default="my-leaflets"))
    if asks and not service:
        click.echo("Press Enter to keep the made-up example.")
        service = click.prompt("Name of your service", default=DEFAULTS.service)
        phone = phone or click.prompt("Phone number", default=DEFAULTS.phone)
        email = email or click.prompt("Email address", default=DEFAULTS.email)
    answers = Answers(service or DEFAULTS.service, phone or DEFAULTS.phone, email or DEFAULTS.email)
    for name in start(folder, answers):
        click.echo(f"  {folder / name}")
    click.echo(f"Now change the files in {folder / 'services'}, then run: consentgen build {folder}")
