"""HTML from anywhere: what a reader sees, and nothing of what moves, styles or hides it."""

from __future__ import annotations

import pytest

from consentgen.model.reading import Kind, Link
from consentgen.review.foreign import read_foreign
from tests.unit.review.foreign.texts import html, kinds_and_words

CASES = {
    "headings and paragraphs": (
        "<h1>Help</h1><p>One <b>bold</b>\n word.</p><h2>Risks</h2><p>Two.</p>",
        [("title", "Help"), ("paragraph", "One bold word."), ("heading", "Risks"), ("paragraph", "Two.")],
    ),
    "a table": (
        "<table><tr><th>Age</th><th>Dose</th></tr><tr><td>18</td><td>6 to 8</td></tr></table>",
        [("label", "Age"), ("label", "Dose"), ("cell", "18"), ("cell", "6 to 8")],
    ),
    "lists in lists": (
        "<ul><li>One<ol><li>Two</li></ol></li><li><p>Three</p></li></ul>",
        [("item", "One"), ("item", "Two"), ("item", "Three")],
    ),
    "a definition list": ("<dl><dt>Wait</dt><dd>3 weeks</dd></dl>", [("label", "Wait"), ("told", "3 weeks")]),
    "scripts, styles, navigation and hidden parts": (
        "<nav>Home</nav><script>var a='b'</script><style>p{}</style><p hidden>a</p>"
        "<p style='color:red; display: none'>b</p><div role=navigation>c</div><template>d</template><p>Seen.</p>",
        [("paragraph", "Seen.")],
    ),
    "struck words": ("<p>Six <del>free</del> sessions.</p>", [("paragraph", "Six sessions.")]),
    "line breaks": (
        "<p>1 High Street<br>Northtown<br><br>Call us.</p>",
        [("paragraph", "1 High Street Northtown"), ("paragraph", "Call us.")],
    ),
    "words outside any element": (
        "One.<p>Two.</p>Three.",
        [("paragraph", w) for w in ("One.", "Two.", "Three.")],
    ),
    "comments and broken marks": ("<p>One<!-- not --> two</b> & three", [("paragraph", "One two & three")]),
    "soft hyphens and direction marks": ("<p>self&shy;help \u2068x\u2069</p>", [("paragraph", "selfhelp x")]),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_a_page_is_read_as_it_is_seen(body: str, expected: list[tuple[str, str]]) -> None:
    assert expected == kinds_and_words(read_foreign(html(body), "leaflet.html"))


def test_links_come_with_their_words_and_targets() -> None:
    body = '<p>Call <a href="tel:999"><b>9</b>99</a> or <a href=" https://a.example ">us</a>.</p>'
    [passage] = read_foreign(html(body), "leaflet.html").passages
    assert (Link("999", "tel:999"), Link("us", "https://a.example")) == passage.links


def test_a_passage_stands_in_the_section_of_its_heading_and_at_its_line() -> None:
    read = read_foreign(html("\n<h1>Help</h1>\n<p>One.</p>\n<h2>Risks</h2>\n<p>Two.</p>"), "leaflet.html")
    assert ["", "", "Risks", "Risks"] == [p.section for p in read.passages]
    assert ["line 2", "line 3", "line 4", "line 5"] == [p.place for p in read.passages]


def test_language_and_direction_are_those_the_page_says() -> None:
    page = b'<html lang="ar" dir="rtl"><body><p>A</p><p lang="en">B</p></body></html>'
    read = read_foreign(page, "leaflet.html")
    assert ("ar", "rtl", ["", "en"]) == (read.language, read.direction, [p.language for p in read.passages])
    assert "und" == read_foreign(b"<p>A</p>", "leaflet.html").language


def test_an_old_page_is_read_in_the_encoding_it_declares() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>Café “x”</p></body></html>'
    [passage] = read_foreign(page.encode("cp1252"), "leaflet.html").passages
    assert "Café “x”" == passage.text


def test_a_page_that_nests_ten_times_as_deep_as_any_is_read() -> None:
    body = "<div>" * 1500 + "<p>Deep.</p>" + "</div>" * 1500
    assert [("paragraph", "Deep.")] == kinds_and_words(read_foreign(html(body), "leaflet.html"))


def test_what_a_stranger_adds_to_a_page_of_ours_is_seen() -> None:
    page = (
        b'<html lang="en-GB"><body><header><p class="service">S</p></header><main id="main"><h1>'
        b'<span id="s-title" data-id="title">Help</span></h1><section id="risks"><p><span id="s-a" data-id="a">'
        b'One.</span> <em>Added.</em> <span id="s-b" data-id="b" data-state="draft">Two.</span></p></section>'
        b'<p class="service">Added too.</p></main></body></html>'
    )
    read = read_foreign(page, "of-ours.html")
    assert [("title", "Help"), ("a", "One."), ("", "Added."), ("b", "Two.")] == [
        (p.id, p.text) for p in read.passages[:4]
    ]
    assert "Added too." == read.passages[-1].text
    assert ("of-ours", Kind.TITLE, "risks", "draft") == (
        read.leaflet, read.passages[0].kind, read.passages[1].section, read.passages[3].state
    )  # fmt: skip
