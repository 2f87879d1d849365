"""consentgen approve"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from consentgen.cli.options import date_option, expired_option
from consentgen.cli.report import report, use_colour
from consentgen.cli.standing import state_lines
from consentgen.tongue import counted, said

if TYPE_CHECKING:
    from consentgen.build.approvals import Approvals
    from consentgen.build.decide import Desk
    from consentgen.build.project import Project
    from consentgen.model.leaflet import Leaflet
    from consentgen.model.reading import Reading

LAST = "last"


@click.command("approve")
@click.argument("project", type=click.Path(path_type=Path, file_okay=False))
@click.argument("leaflet")
@click.option("--who", required=True, metavar="NAME", help="Your name, as it will stand in the record.")
@click.option(
    "--role", required=True, metavar="ROLE", help="The role you sign in, as consentgen.yaml calls it."
)
@click.option("--locale", metavar="LOCALE", help="The leaflet in this language. Default: English.")
@click.option("--against", default=LAST, show_default=True, metavar="REVISION",
              help="Show what changed since `last`, what this role approved last, or since a git revision.")  # fmt: skip
@click.option("--change", "ids", multiple=True, metavar="ID",
              help="Do not ask: decide this one, by the id that is shown; may be given more than once.")  # fmt: skip
@click.option("--decision", type=click.Choice(["approve", "reject", "comment"]),
              help="With --change: what you decide.")  # fmt: skip
@click.option("--comment", default="", metavar="WORDS", help="Why; kept with the decision.")
@click.option("--key", type=click.Path(path_type=Path, dir_okay=False),
              help="Sign with this ssh key; needed where consentgen.yaml has a key of you.")  # fmt: skip
@date_option
@expired_option
def command(
    project: Path, leaflet: str, who: str, role: str, locale: str | None, against: str, ids: tuple[str, ...],
    decision: str | None, comment: str, key: Path | None, as_of: date, expired: bool | None,
) -> None:  # fmt: skip
    """Sign what changed in one leaflet, change by change. LEAFLET is the descriptor's file name without .yaml.

    Every change that weighs something is asked by itself; small ones are shown together. The first time all
    is new: then the leaflet is shown part by part. Nothing accepts everything at once. After `quit` you go on
    later where you stopped, for each decision is a file of its own under approvals/.

    Exit code 0 when this role has signed everything, 3 when something is left or your signature cannot count.

    \b
    Example:
      consentgen approve my-leaflets workbook-by-phone --who "A. Example" --role "clinical lead"
      consentgen approve my-leaflets stress-class --who "A. Example" --role "clinical lead" --change 1f3a5c7e90 --decision approve
    """
    from consentgen.build.approvals import Approvals
    from consentgen.build.decide import Desk, Reviewer
    from consentgen.build.project import open_project
    from consentgen.build.release import NobodySigns
    from consentgen.localise.reviews import is_name
    from consentgen.review.record import MAX_COMMENT

    if bool(ids) != bool(decision):
        raise click.UsageError(
            said("--change and --decision belong together: which change, and what you decide.")
        )
    if not is_name(" ".join(who.split())):
        raise click.BadParameter(said("expected a person's name"), param_hint="--who")
    if len(comment) > MAX_COMMENT:
        raise click.BadParameter(
            said("expected at most {most} characters", most=MAX_COMMENT), param_hint="--comment"
        )
    opened = open_project(project).with_expired(expired)
    if not opened.sign_off:
        raise NobodySigns
    made = _leaflet(opened, leaflet, as_of, locale)
    approvals = Approvals(project, opened.sign_off, as_of)
    base = None if against == LAST else _revision(project, made, against, as_of=as_of, locale=locale)
    desk = Desk(approvals, made, Reviewer(who, role, key), base)
    if ids and decision:
        _decide_named(desk, ids, decision, comment)
    elif _can_ask():
        _walk(desk, comment)
    else:
        _list(desk)
    _end(desk, approvals, made)


def _can_ask() -> bool:
    """Whether a person answers: what is piped in would be a way to accept everything at once."""
    return sys.stdin.isatty()


def _leaflet(opened: Project, name: str, as_of: date, locale: str | None) -> Leaflet:
    """The leaflet that is signed; where it cannot be made, its faults and the end."""
    from consentgen.cli.chosen import choose_leaflet

    _, found = choose_leaflet(opened, name, as_of, locale, draft=True)
    if not found.leaflet:
        click.echo(report(found.findings, "text"), err=True, color=use_colour())
        raise click.exceptions.Exit(1)
    return found.leaflet


def _revision(project: Path, leaflet: Leaflet, revision: str, *, as_of: date, locale: str | None) -> Reading:
    """The leaflet as it was at a git revision.

    Raises:
        CannotRead: the revision, or the leaflet in it, cannot be read.
    """
    import os

    from consentgen.build.side import Asked
    from consentgen.build.sides import sides
    from consentgen.errors import CannotRead
    from consentgen.tongue import later

    asked = Asked(as_of, (leaflet.id,), (locale,) if locale else (), project, os.environ)
    for old, _ in sides(revision, None, asked).pairs:
        if (old.leaflet, old.language) == (leaflet.id, leaflet.language):
            return replace(old, label=revision)
    raise CannotRead(
        revision,
        later("the leaflet {leaflet} was not there in this language, or could not be made"),
        later("Leave --against out: then you see what changed since this role approved it last."),
        leaflet=leaflet.id,
    )


def _decide_named(desk: Desk, ids: Sequence[str], decision: str, comment: str) -> None:
    from consentgen.errors import UnknownName
    from consentgen.review.record import Decision

    chosen = {"approve": Decision.APPROVED, "reject": Decision.REJECTED, "comment": Decision.COMMENTED}[
        decision
    ]
    known = [step.id for step in desk.steps()]
    for name in ids:
        if name not in known:
            raise UnknownName("change", name, known)
    for name in dict.fromkeys(ids):
        # Anew each time: with the last of several changes what they have in common is signed too.
        step = next((step for step in desk.steps() if step.id == name), None)
        if step:
            click.echo(f"{name}: {desk.decide([step], chosen, comment)}")


def _list(desk: Desk) -> None:
    """What is open, for whoever cannot be asked."""
    from consentgen.cli.steps import line_of

    for step in desk.steps():
        click.echo(line_of(step))


def _walk(desk: Desk, comment: str) -> None:
    from consentgen.cli.steps import ask, show
    from consentgen.review.record import Decision
    from consentgen.review.walk import together

    seen: set[str] = set()
    split: set[str] = set()
    while True:
        asked = list(together(desk.steps()))
        asked = [tuple(s for s in steps if s.id not in seen) for steps in asked]
        asked = [
            one
            for steps in asked
            for one in (((s,) for s in steps) if split & {s.id for s in steps} else (steps,))
        ]
        left = [steps for steps in asked if steps]
        if not left:
            return
        chosen = left[0]
        show(
            chosen,
            desk.diff,
            len(left),
            width=shutil.get_terminal_size().columns,
            colour=use_colour() is None,
        )
        answer, words = ask(several=len(chosen) > 1, comment=comment)
        match answer:
            case "quit":
                return
            case "one by one":
                split |= {step.id for step in chosen}
            case "skip":
                seen |= {step.id for step in chosen}
            case "comment":
                desk.decide(chosen, Decision.COMMENTED, words)
            case "no":
                desk.decide(chosen, Decision.REJECTED, words)
                seen |= {step.id for step in chosen}
            case _:
                desk.decide(chosen, Decision.APPROVED, words)


def _end(desk: Desk, approvals: Approvals, leaflet: Leaflet) -> None:
    left = len(desk.steps())
    click.echo("\n".join(state_lines(approvals.state(leaflet))))
    if left:
        told = counted(
            "{role}: {count} decision is left.",
            "{role}: {count} decisions are left.",
            left,
            role=desk.reviewer.role,
        )
        click.echo(told)
        raise click.exceptions.Exit(3)
