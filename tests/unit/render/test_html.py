"""The HTML page: one closed file, whose words cannot become markup."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from html.parser import HTMLParser

import pytest

from consentgen.model.leaflet import Box, Heading, Leaflet, Paragraph, Run, Section, Statement
from consentgen.places import shipped
from consentgen.render.html import render_html
from consentgen.render.theme import THEME
from tests.unit.render.parts import MAIL, OFFICE, WEB, say, value
from tests.unit.render.sample import sample_leaflet, with_words

HOSTILE = [
    "<script>alert(1)</script>", "</script><b>", "](javascript:alert(1))", "# x", "1. x", "| a |", "`x`",
    "&lt;", '"onclick="alert(1)', "'onclick='x", "<!-- x", "]]>", "</style>", "<svg/onload=x>",
    "مركز الشمال", "a b\nc",
]  # fmt: skip


class _Page(HTMLParser):
    """What a browser would make of a page: tags with their attributes, and the words of the body."""

    def __init__(self, source: bytes) -> None:
        super().__init__()
        self.source = source.decode()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "hr"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        if "body" in self.open:
            self.words += data

    def all(self, name: str) -> list[str]:
        """Every value of one attribute."""
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]

    @property
    def shape(self) -> list[tuple[str, list[str]]]:
        """The tags with the names of their attributes; a direction may depend on the words."""
        return [(tag, [name for name in attrs if name != "dir"]) for tag, attrs in self.tags]


def _page(leaflet: Leaflet) -> _Page:
    return _Page(render_html(leaflet).data)


def _hostile_names(text: str) -> Leaflet:
    """A leaflet with `text` wherever it would stand in an attribute, the head or the furniture."""
    told = Statement(f"{text} 1", (Run(text, text), Run(text, "url", "https://a.example/" + text)))
    section = Section(text, told, (Box(text, (Heading(told), Paragraph((told,)))),))
    about = {"therapy": text, "code": text, "provider": text, "web": text}
    furniture = {"draft": told, "footer": told, "skip": told}
    named = replace(sample_leaflet(), service_name=text, version=text, about=about)
    return replace(named, title=told, sections=(section,), furniture=furniture)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_value_makes_no_markup(text: str) -> None:
    page = _page(with_words(sample_leaflet(), text))
    assert _page(with_words(sample_leaflet(), "x")).shape == page.shape
    assert text in page.words


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_makes_no_markup(text: str) -> None:
    assert _page(_hostile_names("x")).shape == _page(_hostile_names(text)).shape


def test_every_statement_stands_in_an_element_with_its_id() -> None:
    leaflet = sample_leaflet()
    page = _page(leaflet)
    told = set(page.all("data-id"))
    assert [] == [s.id for s in leaflet.statements() if s.text not in page.words or s.id not in told]


def test_ids_are_unique_even_when_statements_share_one() -> None:
    twice = Paragraph((say("a", "One."), say("a", "Two."), say("a-2", "Three.")))
    leaflet = replace(sample_leaflet(), sections=(Section("a", None, (twice,)), Section("a", None, ())))
    ids = _page(leaflet).all("id")
    assert {"a", "a-2", "s-a", "s-a-2", "s-a-2-2"} <= set(ids)
    assert len(set(ids)) == len(ids)


def test_every_label_names_an_element_that_is_there() -> None:
    page = _page(sample_leaflet())
    assert set(page.all("aria-labelledby")) <= set(page.all("id"))


def test_the_page_asks_the_network_for_nothing() -> None:
    page = _page(sample_leaflet())
    assert [] == page.all("src") + page.all("style")
    assert {"a"} == {tag for tag, attrs in page.tags if "href" in attrs}
    assert not re.search(r"url\(|@import|@font-face", page.source)
    assert any("default-src 'none'" in content for content in page.all("content"))


def test_the_page_says_its_language_and_direction() -> None:
    page = _page(replace(sample_leaflet(), language="ur", direction="rtl"))
    assert ("html", {"lang": "ur", "dir": "rtl"}) == page.tags[0]


def test_a_phone_is_a_link_that_reads_from_the_left() -> None:
    leaflet = replace(sample_leaflet(), direction="rtl")
    expected = '<bdi class="phone" dir="ltr"><a href="tel:02079460000">020 7946 0000</a></bdi>'
    assert expected in _page(leaflet).source


def test_addresses_are_links_and_words_are_kept_apart() -> None:
    told = Paragraph((say("a", OFFICE, MAIL, WEB, value("6–8", "number"), value("مركز", "name")),))
    source = _page(replace(sample_leaflet(), sections=(Section("s", None, (told,)),))).source
    assert f'<a href="mailto:{MAIL.text}">{MAIL.text}</a>' in source
    assert f'<a href="{WEB.text}">{WEB.text}</a>' in source
    assert '<bdi class="number" dir="ltr">6–8</bdi><bdi class="name">مركز</bdi>' in source


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", " javascript:x", "http://a.example", "data:x", "//a.example"]
)
def test_an_unsafe_address_is_dropped_and_its_words_stay(href: str) -> None:
    told = Paragraph((say("a", Run("here", "text", href)),))
    page = _page(replace(sample_leaflet(), sections=(Section("s", None, (told,)),)))
    assert [] == page.all("href")
    assert "here" in page.words


def test_every_number_of_an_icon_array_is_heard_once() -> None:
    page = _page(sample_leaflet())
    assert 1 == page.words.count("56 out of 100")
    assert {"true"} == {attrs.get("aria-hidden") for tag, attrs in page.tags if tag == "svg"}


def test_the_draft_stands_in_words_before_the_title() -> None:
    source = _page(sample_leaflet()).source.partition("<body>")[2]
    assert source.index('role="note"') < source.index("DRAFT: not yet approved.") < source.index("<h1>")


def test_a_draft_is_one_in_its_name_and_in_its_data_too() -> None:
    draft, approved = (render_html(replace(sample_leaflet(), draft=draft)) for draft in (True, False))
    assert ("northtown-guided-self-help.DRAFT.html", "northtown-guided-self-help.html") == (
        draft.name, approved.name,
    )  # fmt: skip
    told = draft.data.decode().partition("<style>")[0]
    assert "<title>DRAFT – Guided self-help for low mood – " in told
    assert '<meta name="description" content="DRAFT: not yet approved.' in told
    assert not re.search("draft", approved.data.decode().partition("<style>")[0], re.IGNORECASE)


def test_a_skip_link_comes_only_with_its_words() -> None:
    leaflet = sample_leaflet()
    with_skip = replace(
        leaflet, furniture={**leaflet.furniture, "skip": say("furniture.skip", "Skip to the text")}
    )
    assert "skip" not in _page(leaflet).all("class")
    assert "skip" in _page(with_skip).all("class")


@pytest.mark.parametrize(
    ("draft", "status", "reviewed"), [(True, "Draft", None), (False, None, "2026-05-04")]
)
def test_the_data_for_machines_never_calls_a_draft_reviewed(
    draft: bool, status: str | None, reviewed: str | None
) -> None:
    source = _page(replace(sample_leaflet(), draft=draft, title=say("title", "</script>&"))).source
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', source)
    assert found
    data = json.loads(found[1])
    assert ("MedicalWebPage", "PsychologicalTreatment") == (data["@type"], data["about"]["@type"])
    assert ("</script>&", "en-GB", "2026-05-04") == (data["name"], data["inLanguage"], data["datePublished"])
    assert (status, reviewed) == (data.get("creativeWorkStatus"), data.get("lastReviewed"))


def test_the_same_leaflet_gives_the_same_bytes() -> None:
    assert render_html(sample_leaflet()) == render_html(sample_leaflet())


def _luminance(colour: str) -> float:
    """Source: WCAG 2.2, relative luminance."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_stands_out_from_its_ground_by_day_and_by_night() -> None:
    css = (shipped("templates") / "layout" / "palette.css").read_text(encoding="utf-8")
    night = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", css))
    day = {name.replace("_", "-"): str(colour) for name, colour in asdict(THEME).items()}
    for colours in (day, night):
        for ground, inks in {
            "paper": ("ink", "quiet", "accent", "alarm"),
            "wash": ("ink", "accent"),
            "alarm-wash": ("ink", "accent", "alarm"),
        }.items():
            for ink in inks:
                dark, light = sorted((_luminance(colours[ink]), _luminance(colours[ground])))
                assert (light + 0.05) / (dark + 0.05) >= 7, (ink, ground)
