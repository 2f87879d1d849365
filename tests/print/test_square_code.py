"""The square code on the printed page is read back by a reader of codes, and has room around it."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from consentgen.render.code import code_of, code_words
from consentgen.render.pdf import PdfRenderer
from tests.issued_leaflets import ADDRESS, NUMBER, issued
from tests.print.page import Page, spelled
from tests.unit.render.sample import sample_leaflet

LANGUAGES = ["", "ar", "ur", "bn", "zh_Hans"]
CM = 72 / 2.54
"""Points."""


@cache
def printed(locale: str, *, address: str) -> bytes:
    """The PDF of the issued leaflet."""
    return PdfRenderer().render(issued(locale, address=address)).data


def last_page(data: bytes, dots_per_inch: int) -> Any:
    """The last page as dots of grey."""
    document = pypdfium2.PdfDocument(data)
    return document[len(document) - 1].render(scale=dots_per_inch / 72, grayscale=True)


def read(drawn: Any) -> list[Any]:
    """The codes on a page."""
    grey = memoryview(bytes(drawn.buffer)).cast("B", (drawn.height, drawn.stride))
    return list(zxingcpp.read_barcodes(grey))


@pytest.mark.parametrize("address", [ADDRESS, ""], ids=["address", "words"])
@pytest.mark.parametrize("locale", LANGUAGES)
def test_what_is_read_back_is_what_was_meant(locale: str, address: str) -> None:
    [code] = read(last_page(printed(locale, address=address), 150))
    assert ("M", code_words(issued(locale, address=address))) == (code.ec_level, code.text)


@pytest.mark.parametrize("dots_per_inch", [100, 200, 300])
def test_it_is_read_at_the_dots_of_every_printer(dots_per_inch: int) -> None:
    [code] = read(last_page(printed("", address=ADDRESS), dots_per_inch))
    assert ADDRESS == code.text


@pytest.mark.parametrize("locale", LANGUAGES)
def test_it_is_two_centimetres_wide_with_white_around_it(locale: str) -> None:
    dots = 200
    drawn = last_page(printed(locale, address=ADDRESS), dots)
    [code] = read(drawn)
    corners = [
        code.position.top_left,
        code.position.top_right,
        code.position.bottom_right,
        code.position.bottom_left,
    ]
    left, right = min(c.x for c in corners), max(c.x for c in corners)
    top, bottom = min(c.y for c in corners), max(c.y for c in corners)
    assert min(right - left, bottom - top) / dots * 2.54 >= 2
    quiet = int(code_of(issued(locale)).quiet_cm / 2.54 * dots) - 2
    data = bytes(drawn.buffer)
    rows = range(top - quiet, bottom + quiet)
    columns = [*range(left - quiet, left - 2), *range(right + 3, right + quiet)]
    assert {255} == {data[y * drawn.stride + x] for y in rows for x in columns}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_number_is_seen_from_left_to_right(locale: str) -> None:
    assert Page(printed(locale, address=ADDRESS)).seen(NUMBER)


@pytest.mark.parametrize("locale", ["", "bn", "zh_Hans"])
def test_every_page_has_the_number_at_its_foot(locale: str) -> None:
    document = pypdfium2.PdfDocument(printed(locale, address=ADDRESS))
    assert len(document) > 1
    for page in document:
        foot = page.get_textpage().get_text_bounded(bottom=0, top=2.4 * CM)
        assert NUMBER in foot


@pytest.mark.parametrize("locale", ["ar", "ur"])
def test_a_screen_reader_is_given_the_number_as_it_is_spelled(locale: str) -> None:
    told = " ".join(spelled(printed(locale, address=ADDRESS)))
    assert all(statement.text.rpartition(":")[0] in told for statement in issued(locale).imprint)
    assert NUMBER in told


def test_the_code_is_a_figure_with_its_text() -> None:
    assert issued().code_told in figures(printed("", address=ADDRESS))


def figures(data: bytes) -> list[str]:
    """The text equivalents of the pictures in a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [
            str(held.Alt) for held in pdf.objects if isinstance(held, pikepdf.Dictionary) and "/Alt" in held
        ]


def test_a_draft_has_no_code() -> None:
    data = PdfRenderer().render(sample_leaflet()).data
    assert [] == read(last_page(data, 150))
    assert not Page(data).seen("Leaflet number")
