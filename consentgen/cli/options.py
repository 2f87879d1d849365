"""Options that several verbs share."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from consentgen.model.quantities import NotAQuantity, day
from consentgen.tongue import said

project_argument = click.argument(
    "project", type=click.Path(path_type=Path, file_okay=False), default=Path(), required=False
)
date_option = click.option(
    "--date", "as_of", metavar="DATE", callback=lambda _context, _option, value: as_of(value),
    help="The day to build for, as 2026-11-23. Default: SOURCE_DATE_EPOCH, else today.",
)  # fmt: skip
expired_option = click.option(
    "--expired", type=click.Choice(["refuse", "stamp"]), default=None,
    callback=lambda _context, _option, value: value and value == "stamp",
    help="Refuse figures past their check date, or stamp the leaflet OUT OF DATE. Default: as the project says.",
)  # fmt: skip
fail_on_option = click.option(
    "--fail-on", type=click.Choice(["error", "warning", "info"]), default="error", show_default=True,
    help="Exit with 1 from this severity on.",
)  # fmt: skip


def as_of(text: str | None) -> date:
    """The day a command works for.

    Raises:
        click.BadParameter: it is not a date.
    """
    if text:
        try:
            return day(text)
        except NotAQuantity:
            what = said(
                '{value} is not a date; expected a date such as "{example}" (year-month-day).',
                value=repr(text),
                example="2026-11-01",
            )
            raise click.BadParameter(what) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        what = said("SOURCE_DATE_EPOCH is {value}; expected seconds since 1970.", value=repr(epoch))
        raise click.BadParameter(what) from None
