"""The steps of a review as they are shown and asked in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import click

from consentgen.model.reading import Kind, Passage
from consentgen.render.redline.labels import cause_words, weight_word
from consentgen.render.redline.terminal import render_change
from consentgen.review.approval import DAY, ORDER
from consentgen.review.change import WordingDiff
from consentgen.review.walk import Step
from consentgen.tongue import said

_SHORTEST = 20
"""Columns; below, words would be cut to letters."""


def show(steps: Sequence[Step], diff: WordingDiff | None, left: int, *, width: int, colour: bool) -> None:
    """Show what is asked next, in full."""
    for number, step in enumerate(steps, 1):
        if step.change and diff:
            title = said("{number} of {count}", number=number, count=len(steps)) if len(steps) > 1 else said("{count} left", count=left)  # fmt: skip
            click.echo(render_change(step.change, diff, number=title, width=width, colour=colour), nl=False)
        else:
            click.echo(f"\n── {said('{count} left', count=left)} · {line_of(step)}")
            for line in _lines(step, max(width, _SHORTEST)):
                click.echo(line)


def line_of(step: Step) -> str:
    """A step on one line, its id first."""
    match step.kind:
        case "change":
            told = f"{weight_word(step.weight)} · {cause_words(step.change.cause)}" if step.change else ""
        case "section":
            told = said("part: {title}", title=step.title)
        case "critical":
            told = said("critical, in the part: {title}", title=step.title)
        case "order":
            told = said("the order of the leaflet, and that nothing else is in it")
        case _:
            told = step.title
    return f"{step.id}  {told}"


def _lines(step: Step, width: int) -> Iterator[str]:
    if step.kind == ORDER:
        yield from (f"  {title}" for title in step.title.split("\n"))
    elif step.kind != DAY:
        for block in _blocks(step.statements):
            first = block[0].kind
            start = "- " if first in (Kind.ITEM, Kind.LEGEND) else ""
            words = start + " ".join(_words(passage) for passage in block)
            yield textwrap.fill(words, min(width, 100), initial_indent="  ", subsequent_indent="    " if start else "  ")  # fmt: skip


def _words(passage: Passage) -> str:
    links = "".join(f" <{link.target}>" for link in passage.links if link.target not in passage.text)
    return " ".join(passage.text.split()) + links


def _blocks(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    block: list[Passage] = []
    for passage in passages:
        if block and block[0].block != passage.block:
            yield block
            block = []
        block.append(passage)
    if block:
        yield block


def ask(*, several: bool, comment: str) -> tuple[str, str]:
    """What the reviewer answers, and their words about it: `yes`, `no`, `comment`, `skip`, `quit`, `one by one`."""
    answers = {"y": "yes", "n": "no", "c": "comment", "s": "skip", "q": "quit"}
    question = said("Keep it? y yes, n no, c comment, s skip, q quit and go on later")
    if several:
        answers = {"y": "yes", "o": "one by one", "s": "skip", "q": "quit"}
        question = said(
            "Keep all of these small changes? y yes, o one by one, s skip, q quit and go on later"
        )
    try:
        answer = answers[click.prompt(question, type=click.Choice(list(answers)), show_choices=False)]
        if answer == "comment" or (answer == "no" and not comment):
            asked = said("Your comment") if answer == "comment" else said("Why not? Enter for no reason")
            return answer, _plain(click.prompt(asked, default="", show_default=False))
    except click.Abort:
        click.echo()
        return "quit", ""
    return answer, _plain(comment)


def _plain(words: str) -> str:
    return " ".join(words.split())[:5000]
