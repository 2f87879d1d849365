"""The same input gives the same bytes, however its fields are ordered."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.model.leaflet import Leaflet
from consentgen.render.html import render_html
from consentgen.render.markdown import render_markdown
from consentgen.render.pdf import PdfRenderer
from consentgen.render.text import render_text
from tests import starter


def made(source: str) -> list[bytes]:
    leaflet = starter.compose(starter.service(source))
    return [render(leaflet).data for render in (render_html, render_markdown, render_text)]


def values(name: str) -> Any:
    return starter.document(starter.text(name)).value


@st.composite
def reordered(draw: st.DrawFn, data: Any) -> Any:
    """The same fields in another order; lists keep theirs."""
    if isinstance(data, list):
        return [draw(reordered(item)) for item in data]
    if not isinstance(data, dict):
        return data
    return {key: draw(reordered(data[key])) for key in draw(st.permutations([*data]))}


@pytest.mark.parametrize("name", starter.NAMES)
def test_the_order_of_fields_does_not_matter(name: str) -> None:
    expected = made(starter.text(name))

    @settings(derandomize=True, deadline=None, max_examples=20)
    @given(reordered(values(name)))
    def check(data: Any) -> None:
        assert expected == made(json.dumps(data))

    check()


@pytest.mark.parametrize("name", starter.NAMES)
def test_a_pdf_is_the_same_when_it_is_made_again(name: str) -> None:
    leaflets: list[Leaflet] = [starter.compose(starter.service(starter.text(name))) for _ in range(2)]
    first, second = (PdfRenderer().render(leaflet).data for leaflet in leaflets)
    assert first.startswith(b"%PDF")
    assert first == second
