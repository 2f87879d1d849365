"""Reviews made by hand, with every kind of edit, weight and direction, for the tests of the reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from consentgen.model.reading import Kind, Link, Passage, Reading
from consentgen.review.change import (
    Cause,
    Change,
    Compared,
    Edit,
    EditKind,
    Meaning,
    Piece,
    PieceKind,
    Tell,
    Touched,
    Weight,
    Where,
    WordingDiff,
)

ARABIC = "ستلتقي بالمعالج لمدة 30 دقيقة"
ARABIC_NEW = "ستلتقي بالمعالج لمدة 45 دقيقة"
CHINESE = "您可以随时停止治疗。"
CHINESE_NEW = "您可以停止治疗。"
HOSTILE = "<script>alert(1)</script> @admin #1 | `x` [a](javascript:1) **b** <!-- </ins> \u202e & \x07"


def passage(text: str, id_: str = "", **more: Any) -> Passage:
    return Passage(text, id=id_, **more)


def pieces(*told: str) -> tuple[Piece, ...]:
    """`-words` are old, `+words` new, ` words` in both."""
    kinds = {"-": PieceKind.OLD, "+": PieceKind.NEW, "=": PieceKind.SAME}
    return tuple(Piece(kinds[text[0]], text[1:]) for text in told)


def meaning(name: str, weight: Weight, words: str, *, exact: bool = True, languages: Any = ()) -> Meaning:
    return Meaning(name, exact, weight, words, languages)


def same(kept: Passage) -> Edit:
    return Edit(EditKind.SAME, (kept,), (kept,))


def edit(kind: EditKind, old: Any, new: Any, *told: str, **more: Any) -> Edit:
    sides = [(side,) if isinstance(side, Passage) else tuple(side or ()) for side in (old, new)]
    return Edit(kind, sides[0], sides[1], pieces(*told), **more)


def compared(
    *edits: Edit, language: str = "en-GB", direction: str = "ltr", leaflet: str = "workbook"
) -> Compared:
    """Two texts made of nothing but these edits, in their order."""
    old, new = ([p for e in edits for p in getattr(e, side)] for side in ("old", "new"))
    label = leaflet or "a file"
    return Compared(
        Reading(label, language, tuple(old), direction, leaflet, version="1"),
        Reading(label, language, tuple(new), direction, leaflet, version="2"),
        edits,
    )


def change(id_: str, cause: Cause, *touched: tuple[Edit, Iterable[str]], tell: Tell | None = None) -> Change:
    """A change; where it stands is given as `leaflet/language`."""
    groups = tuple(
        Touched(edit, tuple(Where(*place.split("/")) for place in sorted(places))) for edit, places in touched
    )
    return Change(id_ * 10, cause, groups, tell or Tell(needed=False, why="No fact changed."))


FACT = meaning("fact", Weight.MAJOR, "The length of a session changed from 30 to 45 minutes.")
LOST = meaning("disclosure", Weight.BLOCK, "Nothing in the leaflet says any more how to complain.")
OTHER = meaning("words", Weight.MINOR, "The words changed.")
MODAL = meaning("modal", Weight.MAJOR, "“can” became “will”.", exact=False, languages=("en",))
MOVE = meaning("moved", Weight.MINOR, "It stands elsewhere.")

TITLE = passage("Guided self-help", "title", kind=Kind.TITLE)
HEADING = passage("What it is", "what.heading", kind=Kind.HEADING, block=1, section="what")
LENGTH = edit(
    EditKind.REWORDED,
    passage("A session lasts 30 minutes.", "session.length", block=2, section="what", facts={"length": "30 minutes"}),
    passage("A session lasts 45 minutes.", "session.length", block=2, section="what", facts={"length": "45 minutes"}),
    "=A session lasts ", "-30", "+45", "= minutes.", meanings=(FACT,),
)  # fmt: skip
LENGTH_AR = edit(
    EditKind.REWORDED,
    passage(ARABIC, "session.length", block=2, section="what", facts={"length": "30 minutes"}),
    passage(ARABIC_NEW, "session.length", block=2, section="what", facts={"length": "45 minutes"}),
    "=ستلتقي بالمعالج لمدة ", "-30", "+45", "= دقيقة", meanings=(FACT,),
)  # fmt: skip
STOP_ZH = edit(
    EditKind.REWORDED,
    passage(CHINESE, "stop.any_time", block=3, section="what", critical=True),
    passage(CHINESE_NEW, "stop.any_time", block=3, section="what", critical=True),
    "=您可以", "-随时", "=停止治疗。", meanings=(meaning("critical", Weight.BLOCK, "A critical statement reads otherwise."),),
)  # fmt: skip
COMPLAIN = edit(
    EditKind.REMOVED,
    passage("You can complain to us.", "complain.how", kind=Kind.ITEM, block=4, section="rights", tells=("complaints",)),
    None, "-You can complain to us.", meanings=(LOST,),
)  # fmt: skip
HELP = edit(
    EditKind.REWORDED,
    passage("It can help you.", "help", block=5, section="what"),
    passage("It will help you.", "help", block=5, section="what"),
    "=It ", "-can", "+will", "= help you.", meanings=(MODAL, OTHER),
)  # fmt: skip
NEW_ITEM = edit(
    EditKind.ADDED, None, passage("Bring your workbook.", "bring", kind=Kind.ITEM, block=6, section="what"),
    "+Bring your workbook.", meanings=(meaning("condition", Weight.MAJOR, "This is new."),),
)  # fmt: skip
RELINKED = edit(
    EditKind.RELINKED,
    passage("See our page.", "web", block=7, section="what", links=(Link("our page", "https://old.example/"),)),
    passage("See our page.", "web", block=7, section="what", links=(Link("our page", "https://new.example/?a=1&b=2"),)),
    "=See our page.", meanings=(meaning("link", Weight.MAJOR, "The link leads elsewhere."),),
)  # fmt: skip
MOVED = edit(
    EditKind.MOVED, passage("Tell us what you need.", "needs", block=2, section="what"),
    passage("Tell us what you need.", "needs", block=8, section="rights"),
    "=Tell us what you need.", meanings=(MOVE,),
)  # fmt: skip
SPLIT = edit(
    EditKind.SPLIT,
    passage("You read at home and we ring you.", block=9, place="page 2"),
    [passage("You read at home.", block=9, place="page 2"), passage("We ring you.", block=10, place="page 2")],
    "=You read at home", "- and we", "+. We", "= ring you.", sure=0.8, meanings=(OTHER,),
)  # fmt: skip
WRAPPED = edit(
    EditKind.REWRAPPED, passage("It's  free.", "free", block=11), passage("It’s free.", "free", block=11),
    meanings=(meaning("cosmetic", Weight.INFO, "The same words."),),
)  # fmt: skip
ENGLISH = [LENGTH, HELP, NEW_ITEM, RELINKED, MOVED, COMPLAIN, WRAPPED]


def project() -> WordingDiff:
    """Two leaflets in four languages: six changes of every weight, one leaflet new and one gone."""
    texts = (
        compared(same(TITLE), same(HEADING), *ENGLISH),
        compared(same(TITLE), LENGTH, leaflet="group"),
        compared(
            same(passage("العنوان", "title", kind=Kind.TITLE)), LENGTH_AR, language="ar", direction="rtl"
        ),
        compared(same(TITLE), STOP_ZH, language="zh-Hans"),
        compared(same(TITLE), language="pl"),
    )
    everywhere = ["workbook/en-GB"]
    yes = Tell(needed=True, why="The length of their sessions changes.")
    changes = (
        change("a", Cause("wording", "complain.how"), (COMPLAIN, everywhere), tell=Tell(needed=True, why="They lose a right.")),
        change("b", Cause("translation", "stop.any_time"), (STOP_ZH, ["workbook/zh-Hans"])),
        change("c", Cause("value", "30 minutes → 45 minutes"), (LENGTH, [*everywhere, "group/en-GB"]), (LENGTH_AR, ["workbook/ar"]), tell=yes),
        change("d", Cause("wording", "help"), (HELP, everywhere)),
        change("e", Cause("wording", "bring"), (NEW_ITEM, everywhere)),
        change("f", Cause("wording", "web"), (RELINKED, everywhere)),
        change("1", Cause("arrangement", "needs"), (MOVED, everywhere)),
        change("2", Cause("arrangement", "free"), (WRAPPED, everywhere)),
    )  # fmt: skip
    added = Reading("new-leaflet", "en-GB", (TITLE,), leaflet="new-leaflet")
    gone = Reading("old-leaflet", "pl", (TITLE, HEADING), leaflet="old-leaflet")
    return WordingDiff("main", "HEAD", changes, texts, (added,), (gone,))


def foreign(*edits: Edit) -> WordingDiff:
    """Two files from elsewhere; every edit its own change."""
    edits = edits or (SPLIT,)
    text = compared(*edits, leaflet="", language="und")
    ids = "0123456789abcdef"
    changes = [
        change(ids[n % 16], Cause("text", ""), (one, ["a file/und"])) for n, one in enumerate(text.changed)
    ]
    return WordingDiff("leaflet.docx", "leaflet.pdf", tuple(changes), (text,))


def hostile() -> WordingDiff:
    """Words, labels and ids that try to be markup of every report."""
    bad = replace(LENGTH, old=(passage(HOSTILE, HOSTILE, section=HOSTILE),), new=(), kind=EditKind.REMOVED)
    bad = replace(bad, pieces=pieces("-" + HOSTILE), meanings=(meaning("fact", Weight.MAJOR, HOSTILE),))
    text = compared(bad, leaflet=HOSTILE)
    gone = Change(
        "0" * 10,
        Cause("wording", HOSTILE),
        (Touched(bad, (Where(HOSTILE, "en"),)),),
        Tell(needed=True, why=HOSTILE),
    )
    return WordingDiff(HOSTILE, HOSTILE, (gone,), (text,))


def many(count: int) -> WordingDiff:
    """`count` changes of one leaflet, minor ones first, with the gravest last."""
    edits = []
    for number in range(count):
        weight = Weight.BLOCK if number == count - 1 else Weight.MINOR
        before, after = (
            passage(f"Old words {number}.", f"s.{number}"),
            passage(f"New words {number}.", f"s.{number}"),
        )
        told = (meaning("words", weight, f"Words {number} changed."),)
        edits.append(
            edit(EditKind.REWORDED, before, after, "-Old", "+New", f"= words {number}.", meanings=told)
        )
    text = compared(*edits)
    changes = [
        Change(f"{n:010x}", Cause("wording", f"s.{n}"), (Touched(one, (Where("workbook", "en-GB"),)),), Tell(needed=False, why=""))
        for n, one in enumerate(edits)
    ]  # fmt: skip
    ordered = sorted(changes, key=lambda c: c.weight.rank)
    return WordingDiff("main", "HEAD", tuple(ordered), (text,))
