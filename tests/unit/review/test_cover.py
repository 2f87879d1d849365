"""A text without ids is read along the statements of ours, whatever its paragraphs or pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import pytest

from consentgen.model.reading import Kind, Link, Passage, Reading
from consentgen.review.compare import compare
from consentgen.review.leaflet_reading import reading
from tests import starter
from tests.unit.review.sides import text, told

OURS = text(
    "t: # Guided self-help",
    "a: You work through a workbook with a supporter.",
    "b: You have six sessions by phone.",
    "c: You can stop at any time.",
    "d: # Safety",
    "e: Ring 999 if you are in danger now.",
)


def paragraphs(given: Reading) -> Reading:
    """The same text as a file without ids holds it."""
    made = []
    for _, group in groupby(given.passages, key=lambda p: p.block):
        held = list(group)
        links = tuple(link for p in held for link in p.links)
        made.append(Passage(" ".join(p.text for p in held), held[0].kind, block=held[0].block, links=links))
    return Reading("file", given.language, tuple(made))


def pages(given: Reading) -> Reading:
    """The same words on two pages, with marks before items."""
    told = [("• " if p.kind is Kind.ITEM else "") + p.text for p in given.passages]
    half = len(told) // 2
    words = (" ".join(told[:half]), " ".join(told[half:]))
    return Reading(
        "file.pdf",
        given.language,
        tuple(Passage(w, place=f"page {n}") for n, w in enumerate(words, 1)),
        stream=True,
    )


@pytest.mark.parametrize("name", starter.NAMES)
@pytest.mark.parametrize("shape", [paragraphs, pages])
def test_a_leaflet_and_its_own_words_without_ids_are_the_same(
    name: str, shape: Callable[[Reading], Reading]
) -> None:
    ours = reading(starter.compose(starter.service(starter.text(name))))
    other = shape(ours)
    assert [] == told(compare(ours, other))
    assert [] == told(compare(other, ours))


PAGE = (
    "Guided self-help You work through a workbook with a coach. You have six sessions by phone. "
    "It always works. Safety Ring 999 if you are in danger right now."
)


@pytest.mark.parametrize("stream", [True, False])
def test_each_statement_has_its_stretch_and_what_is_in_neither_is_added_or_removed(stream: bool) -> None:
    found = told(compare(OURS, text(PAGE, stream=stream)))
    marked = [] if stream else [("marked", "Guided self-help"), ("marked", "Safety")]
    assert [
        ("reworded", "You work through a workbook with a [-supporter-][+coach+]."),
        ("removed", "[-You can stop at any time.-]"),
        ("added", "[+It always works.+]"),
        ("reworded", "Ring 999 if you are in danger [+right +]now."),
    ] == [edit for edit in found if edit not in marked]
    assert len(found) == 4 + len(marked)


def test_a_statement_that_goes_on_over_the_page_is_one_stretch() -> None:
    old = text(
        "Guided self-help You work through a workbook with a",
        "supporter. You have six sessions by phone.",
        stream=True,
    )
    ours = replace(OURS, passages=OURS.passages[:3])
    assert [] == told(compare(old, ours))


def test_a_statement_elsewhere_on_the_page_has_moved() -> None:
    page = "Guided self-help You have six sessions by phone. You can stop at any time. Safety Ring 999 if you are in danger now. You work through a workbook with a supporter."
    assert [("moved", "You work through a workbook with a supporter.")] == told(
        compare(OURS, text(page, stream=True))
    )


def test_two_files_without_paragraphs_are_compared_by_sentences() -> None:
    old, new = (
        text("You can stop. We ring you each week.", stream=True),
        text("You can stop. We ring you each month.", stream=True),
    )
    assert [("reworded", "We ring you each [-week-][+month+].")] == told(compare(old, new))


def test_links_of_a_part_of_a_paragraph_stay_with_it() -> None:
    linked = replace(OURS.passages[5], links=(Link("999", "tel:999"),))
    ours = replace(OURS, passages=(*OURS.passages[:5], linked))
    other = paragraphs(ours)
    wrong = replace(other.passages[-1], links=(Link("999", "tel:111"),))
    assert [("relinked", linked.text)] == told(
        compare(ours, replace(other, passages=(*other.passages[:-1], wrong)))
    )
    plain = tuple(replace(p, links=()) for p in other.passages)
    assert [] == told(compare(ours, replace(other, passages=plain)))


def test_a_paragraph_that_belongs_to_nothing_stands_together() -> None:
    other = paragraphs(OURS)
    extra = Passage("DRAFT. Nobody has approved this. Do not give it away.", block=9)
    assert [("added", f"[+{extra.text}+]")] == told(
        compare(OURS, replace(other, passages=(*other.passages, extra)))
    )


def test_a_file_that_spells_out_addresses_has_lost_no_links() -> None:
    linked = replace(OURS.passages[5], text="Call 999 or see a.example.", links=(Link("999", "tel:999"), Link("a.example", "https://a.example")))  # fmt: skip
    ours = replace(OURS, passages=(*OURS.passages[:5], linked))
    plain = paragraphs(ours)
    spelled = replace(plain.passages[-1], links=(Link("a.example", "https://a.example"),))
    assert [] == told(compare(ours, replace(plain, passages=(*plain.passages[:-1], spelled))))
