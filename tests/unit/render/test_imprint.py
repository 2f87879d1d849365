"""An issued leaflet says its number and how to check it, in every format."""

from __future__ import annotations

import json
import re

import pytest
from lxml import html

from consentgen.build.pipeline import renderers
from consentgen.build.settings import FORMATS
from consentgen.model.leaflet import Leaflet
from consentgen.render.data import leaflet_data
from consentgen.render.html import render_html
from consentgen.render.jsonld import json_ld
from consentgen.render.text import COLUMNS
from tests import starter
from tests.issued_leaflets import ADDRESS, NUMBER, issued

BARE = ADDRESS.removeprefix("https://")
PLAIN = ("html", "md", "txt")


def written(leaflet: Leaflet, form: str) -> str:
    return renderers((form,))[form](leaflet).data.decode()


@pytest.mark.parametrize("form", PLAIN)
def test_the_number_and_the_address_are_told(form: str) -> None:
    told = re.sub(r"<[^>]+>|\s+", " ", written(issued(), form)).split()
    assert NUMBER in " ".join(told)
    assert any(BARE in word for word in told)
    assert "genuine" in told


@pytest.mark.parametrize("form", PLAIN)
def test_without_an_address_the_service_is_asked(form: str) -> None:
    told = " ".join(re.sub(r"<[^>]+>", " ", written(issued(address=""), form)).split())
    assert "tell us this number." in told
    assert "service.example" not in told


@pytest.mark.parametrize("form", PLAIN)
def test_before_it_is_issued_nothing_is_told(form: str) -> None:
    told = written(starter.compose(starter.service()), form)
    assert "Leaflet number" not in told
    assert 'class="imprint"' not in told


def test_the_code_has_a_text_equivalent_and_is_read_once() -> None:
    page = html.document_fromstring(render_html(issued()).data)
    [picture] = page.xpath("//*[@role='img'][.//*[local-name()='svg']]")
    assert picture.get("aria-label").startswith("A square code for the camera of a phone. It leads to")
    assert [] == page.xpath("//footer//svg//text()")
    [link] = page.xpath("//footer//a")
    assert ADDRESS == link.get("href")


def test_the_page_still_asks_the_network_for_nothing() -> None:
    page = html.document_fromstring(render_html(issued()).data)
    assert [] == page.xpath("//@src | //link/@href | //*[local-name()='image']")


@pytest.mark.parametrize("locale", ["ar", "ur"])
def test_the_number_is_read_from_the_left_among_arabic_letters(locale: str) -> None:
    page = html.document_fromstring(render_html(issued(locale)).data)
    numbers = page.xpath("//footer//bdi[@class='code']")
    assert [(NUMBER, "ltr")] == [(one.text_content(), one.get("dir")) for one in numbers]
    assert f"\u2066{NUMBER}\u2069" in written(issued(locale), "txt")
    assert f"\u2066{NUMBER}\u2069" in written(issued(locale), "md")


@pytest.mark.parametrize(
    "locale", ["cy", "pl", "ro", "ur", "pa", "bn", "gu", "ar", "so", "uk", "zh_Hans", "pt"]
)
def test_every_language_has_words_of_its_own_for_it(locale: str) -> None:
    for address in (ADDRESS, ""):
        leaflet = issued(locale, address=address)
        number, check = leaflet.imprint
        assert NUMBER in number.text
        assert not any(s.language for s in (number, check))
        assert {"draft"} == {state for s in (number, check) for _, state in s.pending}
        assert "square code" not in leaflet.code_told
        assert leaflet.code_told


def test_the_number_stays_on_one_line_of_text() -> None:
    lines = written(issued(), "txt").splitlines()
    assert any(NUMBER in line for line in lines)
    assert all(len(line) <= COLUMNS for line in lines[-8:])


def test_machines_are_told_the_number() -> None:
    assert NUMBER == json.loads(json_ld(issued()))["identifier"]
    assert NUMBER == leaflet_data(issued())["issued"]["number"]
    assert "issued" not in leaflet_data(starter.compose(starter.service()))


def test_every_format_gives_the_same_bytes_each_time() -> None:
    for form in FORMATS:
        make = renderers((form,))[form]
        assert make(issued()).data == make(issued()).data
