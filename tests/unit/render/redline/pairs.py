"""Pairs of texts for the Word file: in five languages, with lists that come and go and everything taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from consentgen.model.reading import Kind, Link, Passage, Reading
from consentgen.review.change import Compared
from consentgen.review.compare import compare
from consentgen.review.leaflet_reading import reading
from tests import starter

P, H, J, T, L, D = Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.TITLE, Kind.LABEL, Kind.TOLD
Told = tuple[Kind, str]


def ours(
    *blocks: tuple[Kind, str] | tuple[Kind, list[tuple[str, str]]], language: str = "en-GB", rtl: bool = False
) -> Reading:
    """A text of ours: each block is a kind and its statements, each with its id; a text alone is its own id."""
    passages = []
    for number, (kind, statements) in enumerate(blocks):
        pairs = [(statements, statements)] if isinstance(statements, str) else statements
        passages += [Passage(text, kind, id_, number, "section") for id_, text in pairs]
    return Reading("ours", language, tuple(passages), "rtl" if rtl else "ltr", "leaflet")


def theirs(*told: Told, language: str = "und") -> Reading:
    """A text from elsewhere."""
    return Reading(
        "theirs", language, tuple(Passage(text, kind, "", n) for n, (kind, text) in enumerate(told))
    )


LIST = ((J, "You read at home."), (J, "We ring you."), (J, "You can stop."))
STATEMENTS = [("a", "You read at home."), ("b", "We ring you on 116 123."), ("c", "You can stop.")]
MORE = [
    ("a", "You read at home."),
    ("n", "This is new."),
    ("b", "We ring you on 116 124."),
    ("c", "You can stop."),
]
LINKED = Passage(
    "See our page or ring us.",
    P,
    "l",
    0,
    "s",
    (Link("our page", "https://old.example/"), Link("ring us", "tel:116123")),
)
RELINKED = replace(
    LINKED, links=(Link("our page", "https://new.example/?a=1&b=2"), Link("ring us", "tel:116123"))
)
BAD_LINK = replace(
    LINKED, links=(Link("our page", "javascript:alert(1)"), Link("ring us", "file:///etc/passwd"))
)


BASE = ours((T, "Guided self-help"), (H, "What it is"), (P, STATEMENTS), *LIST)


def with_passages(text: Reading, passages: Iterable[Passage]) -> Reading:
    return replace(text, passages=tuple(passages))


def _starter() -> tuple[Reading, Reading]:
    """The workbook by phone, with longer sessions, another number, and a waiting time that is not told."""
    old = starter.text()
    new = re.sub(
        r"(?m)^  phone: .*", "  phone: 01632 960 999", old.replace("length: 30 minutes", "length: 45 minutes")
    )
    both = [reading(starter.compose(starter.service(source))) for source in (old, new)]
    return both[0], both[1]


ARABIC = ours(
    (T, [("t", "المساعدة الذاتية")]),
    (P, [("a", "ستلتقي بالمعالج لمدة 30 دقيقة."), ("b", "اتصل على 116 123.")]),
    language="ar",
    rtl=True,
)
ARABIC_NEW = ours(
    (T, [("t", "المساعدة الذاتية الموجهة")]),
    (P, [("a", "ستلتقي بالمعالج لمدة 45 دقيقة."), ("b", "اتصل على 116 124.")]),
    (J, [("n", "يمكنك التوقف.")]),
    language="ar",
    rtl=True,
)
CHINESE = ours((P, [("a", "您可以随时停止治疗。"), ("b", "我们会给您打电话。")]), language="zh-Hans")
CHINESE_NEW = ours(
    (P, [("a", "您可以停止治疗。"), ("n", "这是新的。"), ("b", "我们不会给您打电话。")]),
    language="zh-Hans",
)
TEXTS: dict[str, tuple[Reading, Reading]] = {
    "nothing": (BASE, BASE),
    "everything taken out": (BASE, with_passages(BASE, ())),
    "everything put in": (with_passages(BASE, ()), BASE),
    "a statement put into a paragraph": (ours((P, STATEMENTS)), ours((P, MORE))),
    "a statement taken out of a paragraph": (ours((P, MORE)), ours((P, STATEMENTS))),
    "the first of a paragraph taken out": (ours((P, STATEMENTS), (P, "End.")), ours((P, STATEMENTS[1:]), (P, "End."))),
    "the last of a paragraph taken out": (ours((P, STATEMENTS), (P, "End.")), ours((P, STATEMENTS[:-1]), (P, "End."))),
    "a paragraph parted": (ours((P, STATEMENTS)), ours((P, STATEMENTS[:1]), (P, STATEMENTS[1:]))),
    "paragraphs joined": (ours((P, STATEMENTS[:1]), (P, STATEMENTS[1:])), ours((P, STATEMENTS))),
    "a list put in": (ours((P, "Before."), (P, "After.")), ours((P, "Before."), *LIST, (P, "After."))),
    "a list taken out": (ours((P, "Before."), *LIST, (P, "After.")), ours((P, "Before."), (P, "After."))),
    "a list put in at the end": (ours((P, "Before.")), ours((P, "Before."), *LIST)),
    "a list taken out at the end": (ours((P, "Before."), *LIST), ours((P, "Before."))),
    "a list in another order": (ours(*LIST), ours(*LIST[::-1])),
    "a list for a paragraph": (ours((P, STATEMENTS)), ours(*((J, [s]) for s in STATEMENTS))),
    "a paragraph for a list": (ours(*((J, [s]) for s in STATEMENTS)), ours((P, STATEMENTS))),
    "a heading for a paragraph": (ours((P, [("a", "What it is")])), ours((H, [("a", "What it is")]))),
    "a heading for a paragraph, reworded": (ours((P, [("a", "What it is")])), ours((H, [("a", "What this is")]))),
    "labels and answers": (
        ours((L, [("l", "How long")]), (D, [("d", "30 minutes")])),
        ours((L, [("l", "How long")]), (D, [("d", "45 minutes"), ("e", "each week")]), (L, "Where"), (D, "By phone")),
    ),
    "a section moved": (BASE, with_passages(BASE, (*BASE.passages[:1], *BASE.passages[4:], *BASE.passages[1:4]))),
    "moved and reworded": (ours((P, [("a", "One.")]), (P, [("b", "Two.")]), (P, [("c", "Three three.")])), ours((P, [("c", "Three and three.")]), (P, [("a", "One.")]), (P, [("b", "Two.")]))),
    "one id several times": (ours((P, [("a", "One."), ("a", "One."), ("a", "Two.")])), ours((P, [("a", "Two."), ("a", "One.")]))),
    "links": (with_passages(BASE, [LINKED]), with_passages(BASE, [RELINKED])),
    "a link put in": (with_passages(BASE, [replace(LINKED, links=())]), with_passages(BASE, [LINKED])),
    "links nobody should follow": (with_passages(BASE, [LINKED]), with_passages(BASE, [BAD_LINK])),
    "quotes, dashes and spaces": (theirs((P, "It's  a \"word\" - really.")), theirs((P, "It’s a “word” – really."))),
    "hidden characters": (theirs((P, "a\x07b\u202ec\ud800")), theirs((P, "a\x07b\u202e d"))),
    "markup": (theirs((P, "<w:p>&amp;</w:p> ]]>")), theirs((P, "<w:p>&lt; </w:p> ]]> <!--"))),
    "line breaks inside": (theirs((P, "one\ntwo\tthree")), theirs((P, "one two\nthree four"))),
    "empty passages": (theirs((P, ""), (P, "a")), theirs((P, "a"), (P, ""))),
    "split": (theirs((P, "You read a book at home each week. We ring you when you have read it.")), theirs((P, "You read a book at home each week."), (P, "We ring you when you have read it."))),
    "merged": (theirs((P, "You read a book at home each week."), (P, "We ring you when you have read it.")), theirs((P, "You read a book at home each week. We ring you when you have read it."))),
    "ours and theirs": (BASE, theirs((T, "Guided self-help"), (P, "You read at home. We ring you on 116 123. You can stop."), *LIST[:2])),
    "theirs and ours": (theirs((T, "Guided self-help"), *LIST[:2], (P, "Something of their own.")), BASE),
    "rewritten": (theirs(*LIST), theirs((H, "Something else"), (P, "Nothing of it was kept here at all."))),
    "Arabic": (ARABIC, ARABIC_NEW),
    "Arabic back": (ARABIC_NEW, ARABIC),
    "Arabic with English": (ARABIC, with_passages(ARABIC, (*ARABIC.passages[:1], replace(ARABIC.passages[1], text="We meet for 45 minutes.", language="en-GB"), *ARABIC.passages[2:]))),
    "Chinese": (CHINESE, CHINESE_NEW),
    "Chinese back": (CHINESE_NEW, CHINESE),
    "Welsh": (theirs((P, "Gallwch roi’r gorau iddi unrhyw bryd."), language="cy"), theirs((P, "Ni allwch roi’r gorau iddi."), language="cy")),
    "Polish": (theirs((P, "Zadzwoń do nas: 01632 960 123."), language="pl"), theirs((P, "Zadzwoń: 01632 960 999."), language="pl")),
    "a starter leaflet": _starter(),
}  # fmt: skip
PAIRS: dict[str, Compared] = {name: compare(old, new) for name, (old, new) in TEXTS.items()}
