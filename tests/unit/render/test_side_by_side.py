"""The page of ids: a row for each statement, safe whatever the service wrote."""

from __future__ import annotations

import re
from dataclasses import replace

from consentgen.model.leaflet import Leaflet, Paragraph, Run, Section, Statement
from consentgen.render.side_by_side import render_side_by_side
from tests import starter

ENGLISH = starter.compose(starter.service())
HOSTILE = "<script>alert(1)</script>"


def other(leaflet: Leaflet, language: str) -> Leaflet:
    """One section in another language: a draft with its English beside it, and a gap."""
    draft = Statement("a", (Run("اتصل على 116 123"),), critical=True, draft=True, pending=(("a", "draft"),))
    beside = Statement("a", (Run("Call 116 123"),), critical=True, language="en-GB")
    gap = Statement("b", (Run("Not translated"),), language="en-GB", pending=(("b", "missing"),))
    title = Statement("t", (Run("عنوان"),))
    section = Section("s", None, (Paragraph((draft, beside, gap)),))
    return replace(leaflet, language=language, direction="rtl", title=title, sections=(section,))


def english(*texts: str) -> Leaflet:
    told = tuple(Statement(name, (Run(text),)) for name, text in zip("ab", texts, strict=True))
    title = Statement("t", (Run(HOSTILE),))
    return replace(ENGLISH, title=title, sections=(Section("s", None, (Paragraph(told),)),))


def rows(page: bytes) -> list[str]:
    return re.findall(r"<tr id=.*?</tr>", page.decode(), re.DOTALL)


def test_every_statement_of_a_leaflet_has_a_row_in_reading_order() -> None:
    told = [re.findall(r'<a href="#\d+-([^"]+)"', row)[0] for row in rows(render_side_by_side(ENGLISH).data)]
    stamps = len(ENGLISH.stamps)
    assert [s.id for s in ENGLISH.statements()][:-stamps] == told


def test_a_translation_stands_beside_its_english_with_its_state() -> None:
    title, draft, gap = rows(render_side_by_side(english("Call", "Words"), other(ENGLISH, "ar")).data)
    assert '<td class="state reviewed">reviewed</td>' in title
    assert '<td lang="ar" dir="rtl">' in draft
    assert '<bdi class="number" dir="ltr">116 123</bdi>' in draft
    assert ("draft", "missing") == tuple(re.findall(r'class="state (\w+)', draft + gap))
    assert '<td lang="en-GB" dir="ltr">Not translated</td>' in gap


def test_words_stay_words_and_nothing_is_asked_of_the_network() -> None:
    page = render_side_by_side(english(HOSTILE, 'x" onclick="y')).data.decode()
    assert "<script" not in page
    assert 'onclick="y' not in page
    assert "default-src 'none'" in page
