"""What happened to each passage: by id where both sides have them, else by the words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consentgen.model.reading import Kind, Link, Passage, Reading
from consentgen.review.change import Edit, EditKind
from consentgen.review.compare import compare
from tests.unit.review.sides import text, told

STOP = "You can stop at any time, and you do not have to say why."
NOTES = "We write down what you tell us about your mood and your sleep."
RING = "We ring you each week at a time that suits you."
CASES: dict[str, tuple[Reading, Reading, list[tuple[str, str]]]] = {
    "nothing": (text("# Rights", STOP), text("# Rights", STOP), []),
    "reworded": (text("# Rights", "You can stop."), text("# Rights", "You may stop."), [("reworded", "You [-can-][+may+] stop.")]),
    "added": (text(STOP), text(STOP, NOTES), [("added", f"[+{NOTES}+]")]),
    "removed": (text(STOP, NOTES, RING), text(STOP, RING), [("removed", f"[-{NOTES}-]")]),
    "moved": (text(STOP, NOTES, RING), text(NOTES, RING, STOP), [("moved", STOP)]),
    "moved and reworded": (
        text("You can stop at any time.", NOTES, RING), text(NOTES, RING, "You can stop any time."),
        [("moved and reworded", "You can stop [-at -]any time.")],
    ),
    "reordered": (text("* Sleep", "* Worry", "* Pain"), text("* Pain", "* Sleep", "* Worry"), [("reordered", "Pain")]),
    "split": (
        text("# One", "You can stop at any time. We will not mind."), text("# One", "You can stop at any time.", "We will not mind."),
        [("split", "You can stop at any time.\nWe will not mind.")],
    ),
    "merged with an edit": (
        text("# One", "You can stop at any time.", "We will not mind."), text("# One", "You can stop at any time. We shall not mind."),
        [("merged", "You can stop at any time. We [-will-][+shall+] not mind.")],
    ),
    "rewrapped": (text("You can\nstop."), text("You can stop."), [("rewrapped", "You can stop.")]),
    "kind": (text("# Stop", RING), text("Stop", RING), [("marked", "Stop")]),
    "cells that change places": (
        text("| Notes", "| No", "| Calls", "| Yes"), text("| Notes", "| Yes", "| Calls", "| No"),
        [("reworded", "[-No-][+Yes+]"), ("reworded", "[-Yes-][+No+]")],
    ),
    "rewritten": (
        text("# Rights", "Consent may be withdrawn.", RING), text("# Rights", "You choose whether to come!", RING),
        [("reworded", "[-Consent may be withdrawn.-][+You choose whether to come!+]")],
    ),
    "by id though the words are other words": (
        text("a: Yes", "b: You choose."), text("a: Yes", "b: Quite something else!"),
        [("reworded", "[-You choose.-][+Quite something else!+]")],
    ),
    "another id is never a likeness": (
        text("a: Yes", "b: You can stop."), text("a: Yes", "c: You can stop."),
        [("removed", "[-You can stop.-]"), ("added", "[+You can stop.+]")],
    ),
    "one id several times": (
        text("t: A list", "i: * Sleep well", "i: * Eat well"), text("t: A list", "i: * Eat well", "i: * Sleep badly"),
        [("reordered", "Eat well"), ("reworded", "Sleep [-well-][+badly+]")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_happened_is_told_apart(name: str) -> None:
    old, new, expected = CASES[name]
    assert expected == told(compare(old, new))


def edit(old: Passage, new: Passage) -> Edit:
    """The one edit between two passages."""
    [found] = compare(text(old), text(new)).edits
    return found


SAID = Passage("Call 111.", id="crisis", tells=("crisis",), critical=True, links=(Link("111", "tel:111"),))


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        (replace(SAID, links=(Link("111", "tel:999"),)), EditKind.RELINKED),
        (replace(SAID, kind=Kind.ITEM), EditKind.MARKED),
        (replace(SAID, critical=False), EditKind.MARKED),
        (replace(SAID, tells=("crisis", "other")), EditKind.MARKED),
        (replace(SAID, text="Call\n111."), EditKind.REWRAPPED),
        (replace(SAID, block=7, section="other"), EditKind.SAME),
        (replace(SAID, tells=(), critical=False), EditKind.SAME),
    ],
)
def test_the_same_words_may_be_something_else(changed: Passage, kind: EditKind) -> None:
    """The last of them is as a built page gives it, which does not tell what is critical."""
    assert kind is edit(SAID, changed).kind


def test_how_sure_a_pair_is_is_told() -> None:
    old, new = text("# One", STOP, RING), text("# One", STOP, RING.replace("each week", "every month"))
    assert [1.0, 1.0] == [e.sure for e in compare(old, new).edits[:2]]
    assert 0.5 < compare(old, new).edits[2].sure < 1
    ours = [
        replace(side, passages=tuple(replace(p, id=str(n)) for n, p in enumerate(side.passages)))
        for side in (old, new)
    ]
    assert [1.0, 1.0, 1.0] == [e.sure for e in compare(ours[0], ours[1]).edits]


def test_what_was_removed_stands_where_it_stood() -> None:
    kinds = [
        e.kind.value for e in compare(text("# One", STOP, NOTES, RING), text("# One", NOTES, RING)).edits
    ]
    assert ["same", "removed", "same", "same"] == kinds
