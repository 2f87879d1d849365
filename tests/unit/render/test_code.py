"""The square code holds what it is meant to, and has its white around it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import segno

from consentgen.errors import CannotRender
from consentgen.model.issue import Issue
from consentgen.model.leaflet import Leaflet
from consentgen.model.values import Url
from consentgen.render.code import QUIET, code_of, code_words
from tests.issued_leaflets import ADDRESS, NUMBER, issued
from tests.unit.render.sample import sample_leaflet

_STEP = re.compile(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?")


def matrix(svg: str) -> list[list[int]]:
    """The modules that the drawing makes black, with the white around them."""
    [size] = re.findall(r'viewBox="0 0 (\d+) \1"', svg)
    rows = [[0] * int(size) for _ in range(int(size))]
    [path] = re.findall(r'stroke="#000" d="([^"]+)"', svg)
    x, y = 0.0, 0.0
    for step, first, second in _STEP.findall(path):
        if step == "M":
            x, y = float(first), float(second)
        elif step == "m":
            x, y = x + float(first), y + float(second)
        else:
            for column in range(int(x), int(x + float(first))):
                rows[int(y)][column] = 1
            x += float(first)
    return rows


def addressed(address: str) -> Leaflet:
    leaflet = issued()
    assert leaflet.issue
    return replace(leaflet, issue=Issue(leaflet.issue.number, leaflet.issue.on, Url(address)))


@pytest.mark.parametrize("address", [ADDRESS, ""])
@pytest.mark.parametrize("locale", ["", "ar", "zh_Hans"])
def test_the_drawing_is_the_code_of_what_it_is_to_hold(locale: str, address: str) -> None:
    leaflet = issued(locale, address=address)
    meant = segno.make_qr(code_words(leaflet), error="m", boost_error=False)
    assert "M" == meant.error
    assert [list(row) for row in meant.matrix_iter(border=QUIET)] == matrix(code_of(leaflet).svg)


def test_it_leads_to_the_address_where_there_is_one() -> None:
    assert ADDRESS == code_words(issued())


def test_without_an_address_it_holds_number_title_version_and_day() -> None:
    leaflet = issued(address="")
    assert [NUMBER, leaflet.title.text, "1.0", "2026-11-23"] == code_words(leaflet).splitlines()


@pytest.mark.parametrize("address", [ADDRESS, f"https://a-much-longer-name.example/{'x' * 150}?n={NUMBER}"])
def test_it_is_wide_enough_in_print(address: str) -> None:
    code = code_of(addressed(address))
    assert code.modules * code.module_cm >= 2
    assert code.module_cm >= 0.05
    assert code.quiet_cm == pytest.approx(4 * code.module_cm)
    assert code.cm == pytest.approx(code.modules * code.module_cm + 2 * code.quiet_cm)
    assert code.cm < 6


def test_more_than_a_code_can_hold_is_told() -> None:
    with pytest.raises(CannotRender, match="too long"):
        code_of(addressed("https://a.example/" + "x" * 3000))


def test_a_leaflet_that_is_not_issued_has_nothing_to_hold() -> None:
    assert ("", (), "") == (
        code_words(sample_leaflet()),
        sample_leaflet().imprint,
        sample_leaflet().code_told,
    )
