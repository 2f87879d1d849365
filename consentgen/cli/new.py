"""consentgen new"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from consentgen.tongue import said


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
            raise click.UsageError(
                said(
                    "Give the name of a new folder, for instance: {command}",
                    command="consentgen new my-leaflets",
                )
            )
        folder = Path(click.prompt(said("Folder for your leaflets"), default="my-leaflets"))
    if asks and not service:
        click.echo(said("Press Enter to keep the made-up example."))
        service = click.prompt(said("Name of your service"), default=DEFAULTS.service)
        phone = phone or click.prompt(said("Phone number"), default=DEFAULTS.phone)
        email = email or click.prompt(said("Email address"), default=DEFAULTS.email)
    answers = Answers(service or DEFAULTS.service, phone or DEFAULTS.phone, email or DEFAULTS.email)
    for name in start(folder, answers):
        click.echo(f"  {folder / name}")
    after = said(
        "Now change the files in {folder}, then run: {command}",
        folder=folder / "services", command=f"consentgen build {folder}",
    )  # fmt: skip
    click.echo(after)
