"""The page of ids: a row for each statement, safe whatever the service wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from consentgen.model.leaflet import Leaflet, Paragraph, Run, Section, Statement
from consentgen.render.side_by_side import render_side_by_side
from tests import starter

ENGLISH = starter.compose(starter.service())
HOSTILE = "<script>alert(1)</script>"


def other(leaflet: Leaflet, tag: str, /, **changes: Any) -> Leaflet:
    """One section in another language: a draft with its English beside it, and a gap."""
    draft = Statement("a", (Run("اتصل على 116 123"),), critical=True, draft=True, pending=(("a", "draft"),))
    draft = replace(draft, **changes)
    beside = Statement("a", (Run("Call 116 123"),), critical=True, language="en-GB")
    gap = Statement("b", (Run("Not translated"),), language="en-GB", pending=(("b", "missing"),))
    title = Statement("t", (Run("عنوان"),))
    section = Section("s", None, (Paragraph((draft, beside, gap)),))
    return replace(leaflet, language=tag, direction="rtl", title=title, sections=(section,))


def english(*texts: str) -> Leaflet:
    told = tuple(Statement(name, (Run(text),)) for name, text in zip("ab", texts, strict=True))
    title = Statement("t", (Run(HOSTILE),))
    return replace(ENGLISH, title=title, sections=(Section("s", None, (Paragraph(told),)),))


def rows(page: bytes) -> list[str]:
    return re.findall(r"<tr id=.*?</tr>", page.decode(), re.DOTALL)


def told(page: bytes) -> list[str]:
    """The id each row shows."""
    links = [re.findall(r'<a href="#[^"]+">(.*?)</a>', row)[0] for row in rows(page)]
    return [link.replace("<wbr>", "") for link in links]


def three_rows(**draft: Any) -> tuple[str, str, str]:
    """The rows of the title, of a draft, and of a gap."""
    title, one, gap = rows(render_side_by_side(english("Call", "Words"), other(ENGLISH, "ar", **draft)).data)[
        :3
    ]
    return title, one, gap


def test_every_statement_of_a_leaflet_has_a_row_in_reading_order_and_what_stands_on_every_page_follows() -> (
    None
):
    stamps = len(ENGLISH.stamps)
    furniture = [s.id for s in ENGLISH.furniture.values()]
    ids = [s.id for s in ENGLISH.statements()][:-stamps]
    assert [*ids, *furniture] == told(render_side_by_side(ENGLISH).data)


def test_every_row_can_be_linked_to() -> None:
    page = render_side_by_side(ENGLISH).data.decode()
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(set(ids)) == len(ids)
    assert re.findall(r'href="#([^"]+)"', page) == ids


def test_a_translation_stands_beside_its_english_with_its_state() -> None:
    title, draft, gap = three_rows()
    assert '<span class="state reviewed">reviewed</span>' in title
    assert '<td lang="ar" dir="rtl">' in draft
    assert '<bdi class="number" dir="ltr">116 123</bdi>' in draft
    assert ("draft", "missing") == tuple(re.findall(r'class="state (\w+)', draft + gap))
    assert '<td class="english" lang="en-GB" dir="ltr">Not translated</td>' in gap


def test_critical_statements_are_marked() -> None:
    page = render_side_by_side(ENGLISH).data
    marked = [row for row in rows(page) if '<b class="mark">critical</b>' in row]
    furniture = [*ENGLISH.furniture.values()]
    stamps = len(ENGLISH.stamps)
    statements = [*list(ENGLISH.statements())[:-stamps], *furniture]
    assert sum(statement.critical for statement in statements) == len(marked) > 20


def test_a_statement_is_as_far_as_the_least_of_its_messages_and_names_the_others() -> None:
    pending = (("a", "draft"), ("unit.minute", "draft"), ("therapy.x", "missing"))
    _, row, _ = three_rows(pending=pending, language="en-GB", draft=False)
    assert '<span class="state missing">missing</span>' in row
    assert ["unit.<wbr>minute: draft", "therapy.<wbr>x: missing"] == re.findall(r"<li>(.*?)</li>", row)


def test_words_of_the_service_in_another_direction_run_their_own_way() -> None:
    _, row, _ = three_rows(runs=(Run("1 High Street, Northtown.", "words"),))
    assert '<td lang="ar" dir="ltr"><bdi class="words">1 High Street, Northtown.</bdi></td>' in row


def test_the_states_are_counted_and_explained() -> None:
    page = render_side_by_side(english("Call", "Words"), other(ENGLISH, "ar"), name="العربية").data.decode()
    counts = re.findall(r'<dt><span class="state \w+">(\w+)</span> <b>(\d+)</b></dt>', page)
    assert ["reviewed", "draft", "stale", "missing"] == [state for state, _ in counts]
    assert ("1", "1") == (dict(counts)["draft"], dict(counts)["missing"])
    assert len(rows(page.encode())) == sum(int(count) for _, count in counts)
    assert '<th scope="col"><bdi lang="ar">العربية</bdi> (ar)</th>' in page


def test_english_alone_has_one_column_of_words_and_no_state() -> None:
    page = render_side_by_side(ENGLISH).data.decode()
    assert ["Statement", "English"] == re.findall(r'<th scope="col">(.*?)</th>', page)
    assert 'class="state' not in page.partition("</style>")[2]


@pytest.mark.parametrize("words", [HOSTILE, 'x" onclick="y', "</td></table>", "\u202e&lt;"])
def test_words_stay_words_and_nothing_is_asked_of_the_network(words: str) -> None:
    made = render_side_by_side(english(words, words), other(ENGLISH, "ar"), name=words)
    page = made.data.decode()
    assert [] == re.findall(r"<script|<img|<link|<iframe|@import|url\(", page)
    assert 'onclick="y' not in page
    assert 1 == page.count("</table>")
    assert "default-src 'none'" in page


def test_an_id_that_holds_markup_is_shown_as_text() -> None:
    title = Statement(HOSTILE, (Run("Words"),))
    page = render_side_by_side(replace(english("a", "b"), title=title)).data.decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
