"""Where the report of a review goes: the terminal, a pipe, a file, or a folder of Word files."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from consentgen.cli.paged import WIDTH, put_text
from consentgen.tongue import counted, said

if TYPE_CHECKING:
    from consentgen.review.change import Compared, WordingDiff

FORMS = ("text", "page", "markdown", "json", "docx")


def put(diff: WordingDiff, form: str, out: Path | None, width: int | None) -> None:
    """Show or write a review in one of `FORMS`."""
    if form == "docx":
        _word(diff, out)
    elif form == "text":
        _text(diff, out, width)
    elif out is None and form == "page" and sys.stdout.isatty():
        raise click.UsageError(
            said("A page goes into a file, for instance: --out {file}", file="review.html")
        )
    else:
        _bytes(_made(diff, form), out)


def _made(diff: WordingDiff, form: str) -> bytes:
    if form == "json":
        from consentgen.review.data import to_json

        return to_json(diff) + b"\n"
    if form == "page":
        from consentgen.render.redline.page import render_page

        return render_page(diff).data
    from consentgen.render.redline.markdown import render_pull_request

    return render_pull_request(diff).data


def _bytes(data: bytes, out: Path | None) -> None:
    if out is None:
        # Bytes, for what is written says that it is UTF-8 whatever the terminal speaks.
        click.echo(data, nl=False)
        return
    from consentgen.build.difference import put_report

    put_report(out, data)
    click.echo(said("Written: {file}", file=out), err=True)


def _text(diff: WordingDiff, out: Path | None, width: int | None) -> None:
    from consentgen.render.redline.terminal import render_terminal

    if out is None:
        put_text(partial(render_terminal, diff), width)
    else:
        _bytes(render_terminal(diff, width=width or WIDTH, colour=False).encode(), out)


def _word(diff: WordingDiff, out: Path | None) -> None:
    """A Word file of the text that changed, or a folder with one for each."""
    changed = [text for text in diff.texts if text.changed] or list(diff.texts[:1])
    single = len(changed) == 1 and (out is None or out.suffix.lower() == ".docx")
    if not changed:
        raise click.UsageError(
            said("There is no text on both sides, so there is nothing to show as tracked changes.")
        )
    if single:
        if out is None and sys.stdout.isatty():
            raise click.UsageError(
                said("A Word file goes into a file, for instance: --out {file}", file="review.docx")
            )
        _bytes(_tracked(changed[0]), out)
        return
    if out is None or out.suffix.lower() == ".docx":
        raise click.UsageError(
            said("{count} texts changed: give a folder for their Word files with --out.", count=len(changed))
        )
    from consentgen.build.difference import put_report

    for name, text in _names(changed).items():
        put_report(out / name, _tracked(text))
    click.echo(
        counted(
            "{count} Word file in {folder}.", "{count} Word files in {folder}.", len(changed), folder=out
        ),
        err=True,
    )


def _tracked(text: Compared) -> bytes:
    from consentgen.render.redline.word import render_word

    return render_word(text).data


def _names(texts: list[Compared]) -> dict[str, Compared]:
    """A file name of its own for each text."""
    named: dict[str, Compared] = {}
    for text in texts:
        stem = text.new.leaflet or text.old.leaflet or Path(text.new.label).stem or "text"
        plain = "".join(c if c.isalnum() or c in "-_." else "-" for c in f"{stem}.{text.new.language}")
        number, name = 1, f"{plain}.docx"
        while name in named:
            number += 1
            name = f"{plain}-{number}.docx"
        named[name] = text
    return named
