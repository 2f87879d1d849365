"""Whatever stands in a text comes out as those words, or is refused; it never becomes anything else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
import pytest

from consentgen.model.leaflet import Leaflet
from consentgen.render.html import render_html
from consentgen.render.pdf import PdfRenderer
from tests.bad.cases import alone, errors
from tests.bad.hostile import EVERYTHING, HARMLESS, HOSTILE, free_names, names, shapes, solid, with_values


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def free() -> list[str]:
    """The fields in which any words may stand."""
    return free_names()


def made(folder: Path, values: dict[str, str]) -> Leaflet:
    prepared = alone(folder, with_values(values))
    assert prepared.leaflet, errors(prepared.findings)
    return prepared.leaflet


def test_many_fields_take_free_words(free: list[str]) -> None:
    assert {"author", "service.name", "crisis.lines[].name", "alternatives.options[].what"} < set(free)
    assert 20 <= len(free)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_words_that_try_to_be_more_stay_words_in_every_free_text(
    folder: Path, free: list[str], words: str
) -> None:
    plain = shapes(made(folder, dict.fromkeys(free, HARMLESS)))
    for form, (shape, text) in shapes(made(folder, dict.fromkeys(free, words))).items():
        assert plain[form][0] == shape, form
        assert plain[form][1].count(solid(HARMLESS)) == text.count(solid(words)), form


@pytest.mark.parametrize("name", names())
def test_a_field_prints_hostile_words_as_words_or_refuses_them(
    folder: Path, free: list[str], name: str
) -> None:
    prepared = alone(folder, with_values({name: EVERYTHING}))
    if name not in free:
        assert {name} == {as_named(f.place.field) for f in errors(prepared.findings)}
        return
    assert prepared.leaflet
    plain = shapes(made(folder, {name: HARMLESS}))
    for form, (shape, text) in shapes(prepared.leaflet).items():
        assert plain[form][0] == shape, form
        assert plain[form][1].count(solid(HARMLESS)) == text.count(solid(EVERYTHING)), form


def as_named(field: str) -> str:
    """The name of a field in the format, from its place in a file."""
    return re.sub(r"\[\d+\]$", "", field).replace("[1]", "[]")


HIDDEN = {
    "nul": "\0", "bell": "\a", "backspace": "\b", "escape": "\x1b[31m", "delete": "\x7f", "c1": "\x9b31m",
    "soft-hyphen": "\xad", "zero-width-space": "\u200b", "left-to-right-mark": "\u200e",
    "right-to-left-mark": "\u200f", "embedding": "\u202a", "override": "\u202e", "word-joiner": "\u2060",
    "isolate": "\u2066", "end-of-isolate": "\u2069", "byte-order-mark": "\ufeff", "half-a-pair": "\ud83d",
    "statement-token": "\ue0000\ue001", "block-token": "\ue002end\ue001", "value-token": "\ue010phone\ue011",
    "no-character": "\uffff", "tag": "\U000e0041", "private-plane": "\U0010fffd",
}  # fmt: skip


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN)
def test_characters_nobody_can_see_are_found_in_every_field(folder: Path, hidden: str) -> None:
    source = with_values(dict.fromkeys(names(), "words")).decode()
    # Written as JSON escapes, which YAML reads too: raw ones are refused with the whole file.
    prepared = alone(folder, source.replace('"words"', json.dumps(f"wo{hidden}rds")).encode())
    assert not prepared.leaflet
    assert set(names()) == {as_named(f.place.field) for f in prepared.findings if f.code == "YA012"}


@pytest.mark.parametrize("hidden", [HIDDEN[name] for name in ("nul", "escape", "c1", "no-character")])
def test_a_control_character_as_it_stands_is_found_in_its_line(folder: Path, hidden: str) -> None:
    [finding] = alone(folder, f"consentgen: 1\nauthor: wo{hidden}rds\n".encode()).findings
    assert ("YA002", 1) == (finding.code, 1) if hidden == "\0" else ("YA012", finding.place.line)


@pytest.mark.parametrize("length", [301, 5_000])
def test_a_text_of_any_length_is_refused_in_a_short_finding(folder: Path, length: int) -> None:
    found = errors(alone(folder, with_values(dict.fromkeys(names(), "w" * length))).findings)
    assert set() == set(names()) - {as_named(f.place.field) for f in found}
    assert 100 >= max(len(f.found) for f in found)


@pytest.mark.parametrize("name", ["script-closed-first", "end-of-an-attribute", "comment", "jinja"])
def test_the_data_for_machines_holds_hostile_words_as_words(folder: Path, name: str) -> None:
    page = render_html(
        made(folder, {"service.provider": HOSTILE[name], "version": HOSTILE[name]})
    ).data.decode()
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    told = json.loads(data)
    assert [HOSTILE[name]] * 2 == [told["publisher"]["name"], told["version"]]


@pytest.mark.parametrize("name", ["typst", "typst-marks", "script", "link", "jinja", "other-scripts"])
def test_the_pdf_prints_hostile_words_as_words(folder: Path, free: list[str], name: str) -> None:
    made_of = made(folder, dict.fromkeys(free, HOSTILE[name]))
    pages = pypdfium2.PdfDocument(PdfRenderer().render(made_of).data)
    # PDFium gives a hyphen at the end of a line as U+FFFE.
    text = solid("".join(page.get_textpage().get_text_range() for page in pages)).replace("\ufffe", "-")
    assert [] == [s.id for s in made_of.statements() if solid(s.text) not in text]


ADDRESSES = {
    "brackets": "https://northtown.example/a_(b)/*d*",
    "quotes": "https://northtown.example/it's?q=it's&amp;y=&copy",
    "query": "https://northtown.example/?a=1&b=2&copy=3#top",
    "markdown": "https://northtown.example/__init__/~x~/$y$!",
}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_a_web_address_with_odd_characters_leads_where_it_says(folder: Path, address: str) -> None:
    for form, (shape, _) in shapes(made(folder, {"contact.web": address})).items():
        assert "txt" == form or address in unquote("".join(shape)), form
