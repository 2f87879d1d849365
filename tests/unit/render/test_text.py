"""Plain text: every word, 72 columns, and nothing a terminal would obey."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from consentgen.model.leaflet import Block, Bullets, Definitions, Leaflet, Paragraph, Run, Section
from consentgen.render.text import render_text, wrapped
from tests.unit.render.parts import OFFICE, Part, say, value
from tests.unit.render.sample import sample_leaflet, with_words

STAMP = "DRAFT: not yet approved. Do not give this to anyone."


def _text(leaflet: Leaflet) -> str:
    return render_text(leaflet).data.decode()


def _body(*blocks: Block, direction: str = "ltr") -> str:
    """The text of `blocks` alone, below a title."""
    leaflet = replace(sample_leaflet(), title=say("t", "T"), sections=(Section("s", None, blocks),))
    return _text(replace(leaflet, direction=direction, stamps=(), furniture={})).split("\n=\n\n")[1]


def _told(*parts: Part, direction: str = "ltr") -> str:
    return _body(Paragraph((say("a", *parts),)), direction=direction)


def test_every_statement_is_in_the_words() -> None:
    leaflet = sample_leaflet()
    words = " ".join(_text(leaflet).split())
    assert [] == [s.id for s in leaflet.statements() if s.text not in words]


def test_lines_are_at_most_72_columns_wide() -> None:
    assert [] == [line for line in _text(sample_leaflet()).splitlines() if len(line) > 72]


def test_the_draft_stands_at_the_top_and_at_the_foot() -> None:
    lines = _text(sample_leaflet()).splitlines()
    assert STAMP == lines[0] == lines[-1]


def test_headings_are_underlined() -> None:
    text = _text(sample_leaflet())
    assert "\n\nGuided self-help for low mood\n=============================\n\n" in text
    assert "\n\n\nHow many people finish?\n-----------------------\n\n" in text


def test_lists_hang() -> None:
    expected = "1. " + " ".join(["word"] * 14) + "\n   word\n2. word\n"
    items = ((say("a", " ".join(["word"] * 15)),), (say("b", "word"),))
    assert expected == _body(Bullets(items, ordered=True))


def test_facts_stand_behind_their_labels() -> None:
    rows = ((say("a", "Length"), (say("b", "30 minutes."),)), (say("c", "Cost?"), (say("d", "None."),)))
    assert "Length: 30 minutes.\nCost? None.\n" == _body(Definitions(rows))


@pytest.mark.parametrize(
    ("words", "href", "expected"),
    [
        ("our page", "https://a.example/x", "our page (https://a.example/x)"),
        ("https://a.example/x", "https://a.example/x", "https://a.example/x"),
        ("a.example", "https://a.example/", "a.example"),
        ("116 123", "tel:116123", "116 123"),
        ("ring us", "tel:116123", "ring us (116123)"),
        ("a@b.example", "mailto:a@b.example", "a@b.example"),
        ("here", "javascript:alert(1)", "here"),
        ("here", "#urgent", "here"),
    ],
)
def test_an_address_is_printed_where_the_words_do_not_give_it(words: str, href: str, expected: str) -> None:
    assert f"{expected}\n" == _told(Run(words, "url", href))


def test_a_phone_number_is_never_broken() -> None:
    assert f"{'x' * 65}\n020 7946 0000\n" == _told("x" * 65 + " ", OFFICE)


def test_a_long_word_is_never_broken() -> None:
    assert f"See\n{'u' * 100}\nfor more.\n" == _told(f"See {'u' * 100} for more.")


def test_a_script_without_spaces_is_wrapped_by_columns() -> None:
    assert f"{'心' * 35}，\n心\n" == wrapped("心" * 35 + "，心") + "\n"


def test_values_are_isolated_only_among_right_to_left_words() -> None:
    parts = ("اتصل ", OFFICE, " ", value("Living Well", "name"))
    assert "اتصل 020 7946 0000 Living Well\n" == _told(*parts)
    assert "اتصل \u2066020 7946 0000\u2069 \u2068Living Well\u2069\n" == _told(*parts, direction="rtl")


@pytest.mark.parametrize(
    "text", ["\x1b[31mred\x1b[0m", "\x9b31m", "a\rb", "a\nb", "\x07", "\x08x", "a\x00b", "\x85x"]
)
def test_no_control_character_comes_out(text: str) -> None:
    leaflet = with_words(sample_leaflet(), text)
    plain = with_words(sample_leaflet(), "x")
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", _text(leaflet)) is None
    assert _text(plain).count("\n") == _text(leaflet).count("\n")


def test_the_same_leaflet_gives_the_same_bytes() -> None:
    assert render_text(sample_leaflet()) == render_text(sample_leaflet())
