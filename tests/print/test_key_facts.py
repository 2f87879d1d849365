"""The box of key facts goes on on the next page: between its rows, and never between the two sides of a figure."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from consentgen.model.leaflet import Box, Definitions, Heading, Leaflet, Paragraph, Section, Statement
from consentgen.render.pdf import PdfRenderer
from tests.unit.render.parts import paragraph, rows, say
from tests.unit.render.sample import sample_leaflet

FACTS = (
    ("Sessions", "6 to 8"),
    ("Length", "Each is about half an hour, and the first is longer. " * 3),
    ("Wait", "3 weeks"),
    ("Better", "54 out of 100 people"),
    ("Not better", "46 out of 100 people"),
    ("Cost", "Nothing"),
)
MOST = 40
"""Lines before the box that fill a page."""


@pytest.fixture(scope="module")
def renderer() -> PdfRenderer:
    """One renderer for all tests, as the build has it."""
    return PdfRenderer()


def counted(statement: Statement, *share: int) -> tuple[Statement, ...]:
    return (replace(statement, facts={"share": [*share]}),)


def leaflet_with_facts(lines: int, second: tuple[int, int] = (46, 100)) -> Leaflet:
    """A leaflet whose key facts stand behind a number of lines."""
    made = list(rows("key", *FACTS))
    for n, share in ((3, (54, 100)), (4, second)):
        label, (told,) = made[n]
        made[n] = (label, counted(told, *share))
    box = Box("key-facts", (Heading(say("key.heading", "Key facts")), Definitions(tuple(made))))
    before = [paragraph(f"before.{n}", f"Line {n}.") for n in range(lines)]
    after: list[Paragraph] = [paragraph("after", "Behind the box.")]
    return replace(sample_leaflet(), sections=(Section("opening", None, (*before, box, *after)),))


def pages(renderer: PdfRenderer, leaflet: Leaflet) -> list[str]:
    """The words of each page."""
    document = pypdfium2.PdfDocument(renderer.render(leaflet).data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def page_of(words: str, of: list[str]) -> int:
    """The only page some words stand on."""
    [found] = [n for n, page in enumerate(of) if words in page]
    return found


@pytest.fixture(scope="module")
def everywhere(renderer: PdfRenderer) -> list[list[str]]:
    """The pages of leaflets whose box stands ever further down."""
    return [pages(renderer, leaflet_with_facts(lines)) for lines in range(MOST)]


def test_the_box_breaks_so_that_no_page_stays_half_empty(everywhere: list[list[str]]) -> None:
    breaks = {page_of("Cost", of) - page_of("Key facts", of) for of in everywhere}
    assert {0, 1} == breaks
    whole = min(n for n, of in enumerate(everywhere) if page_of("Key facts", of) == 1)
    full = sum(f"Line {n}." in everywhere[-1][0] for n in range(MOST))
    assert full < MOST
    assert whole >= full - 4


def test_its_heading_stays_with_the_first_row(everywhere: list[list[str]]) -> None:
    assert [] == [n for n, of in enumerate(everywhere) if page_of("Key facts", of) != page_of("Sessions", of)]


def test_a_row_stays_whole(everywhere: list[list[str]]) -> None:
    words = f"Length {' '.join(FACTS[1][1].split())}"
    assert [] == [n for n, of in enumerate(everywhere) if not any(words in page for page in of)]


def test_both_sides_of_a_figure_stay_on_one_page(renderer: PdfRenderer, everywhere: list[list[str]]) -> None:
    sides = [(page_of("54 out", of), page_of("46 out", of)) for of in everywhere]
    assert {(0, 0), (1, 1)} == set(sides)
    # Two figures that count other people are two rows like any others: somewhere a page ends between them.
    apart = [pages(renderer, leaflet_with_facts(lines, (46, 90))) for lines in range(MOST)]
    assert (0, 1) in {(page_of("54 out", of), page_of("46 out", of)) for of in apart}
