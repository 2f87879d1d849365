"""Markdown: whatever a value holds, the tree stays the same and the words survive."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from consentgen.model.leaflet import (
    Block,
    Box,
    Bullets,
    Definitions,
    Heading,
    Leaflet,
    Paragraph,
    Run,
    Section,
)
from consentgen.render.markdown import render_markdown
from tests.unit.render.parts import say, value
from tests.unit.render.sample import sample_leaflet

HOSTILE = [
    "<script>alert(1)</script>", "](javascript:alert(1))", "[x](https://evil.example)", "![x](y)", "# x",
    "x #", "1. x", "1) x", "- x", "+ x", "* x", "> x", "| a | b |", "`x`", "```", "~~~", "~~x~~", "&lt;",
    "&#60;b&#62;", "&copy", '"onclick=', "===", "---", "***", "**x**", "_x_", "__x__", "    x", "\\", "x\\",
    "<https://evil.example>", "<a@b.example>", "[x]: https://evil.example", "[^1]", "[^1]: x", ": x",
    "*[x]: y", "{: #x }", "!!! note", "!", "a\n\n# b", "a\n---\nb", "x  \ny", "\tx", "- [ ] x", "$x$",
    "اسم", "{{ x }}", "1986\\. x", "&", "R&D;", "()",
]  # fmt: skip


def _around(text: str) -> Leaflet:
    """A leaflet with `text` at the beginning, in the middle and at the end of all that can hold it."""
    word, bold = value(text), Run(text, "words", strong=True)
    link = Run(text, "url", "https://a.example/(b)_c_&copy=1 d")
    statements = (
        say("alone", word), say("first", word, " after"), say("middle", "before ", word, "after"),
        say("last", "before ", word), say("bold", "before ", bold, " after"),
        say("link", "before:", word, link, "."), say("two", word, word), say("key", "&", word, ";"),
    )  # fmt: skip
    blocks: tuple[Block, ...] = (
        *(Paragraph((s,)) for s in statements),
        *(Heading(s) for s in statements),
        Bullets(tuple((s,) for s in statements), ordered=True),
        Paragraph(statements),
        Box("note", (Definitions(tuple((s, (s,)) for s in statements)), Paragraph(statements[:1]))),
    )
    section = Section("s", statements[0], blocks)
    return replace(sample_leaflet(), title=statements[0], sections=(section,))


def _text(leaflet: Leaflet) -> str:
    return render_markdown(leaflet).data.decode()


def _commonmark(text: str) -> tuple[list[str], str]:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    flat = [t for token in parser.parse(text) for t in (token, *(token.children or ()))]
    kinds = [kind for kind, _ in groupby(f"{t.type} {t.attrs}" for t in flat)]
    return kinds, "".join(t.content for t in flat if t.type == "text")


def _python_markdown(text: str, *extensions: str) -> tuple[list[str], str]:
    page = markdown.markdown(text, extensions=list(extensions))
    return re.findall(r"<[^>]*>", page), html.unescape(re.sub(r"<[^>]*>", "", page))


READERS: dict[str, Callable[[str], tuple[list[str], str]]] = {
    "commonmark": _commonmark,
    "python-markdown": _python_markdown,
    "python-markdown extra": lambda text: _python_markdown(text, "extra", "sane_lists", "admonition", "toc"),
}


def _same_tree(text: str) -> None:
    said = "".join(text.split())
    for reader in READERS.values():
        plain, _ = reader(_text(_around("x")))
        tree, words = reader(_text(_around(text)))
        slugs = re.compile(r' id="[^"]*"')
        assert [slugs.sub("", t) for t in plain] == [slugs.sub("", t) for t in tree]
        assert "".join(words.split()).count(said) >= 40


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_value_makes_no_structure(text: str) -> None:
    _same_tree(text)


@settings(deadline=None, derandomize=True)
@given(st.text(st.sampled_from("x1 .)(-+*_#>=:|~`![]{}<>&;\\\"'/@$^"), min_size=1, max_size=12))
def test_no_mix_of_markup_makes_structure(text: str) -> None:
    _same_tree(f"a{text}b" if not text.strip() else text.strip())


def test_every_statement_is_in_the_words() -> None:
    leaflet = sample_leaflet()
    _, words = _commonmark(_text(leaflet))
    assert [] == [s.id for s in leaflet.statements() if s.text not in words]


def test_the_draft_stands_at_the_top_and_at_the_foot() -> None:
    lines = _text(sample_leaflet()).splitlines()
    assert "**DRAFT: not yet approved. Do not give this to anyone.**" == lines[0] == lines[-1]


def test_neighbours_in_bold_are_one() -> None:
    leaflet = _around("x")
    bold = say("b", Run("Ring ", strong=True), Run("us", "name", strong=True), Run(": ", strong=True), "now")
    told = replace(leaflet, sections=(Section("s", None, (Paragraph((bold,)),)),))
    assert "\n**Ring us:** now\n" in _text(told)


def test_bold_that_would_show_its_asterisks_is_left_out() -> None:
    leaflet = _around("x")
    bold = say("b", "a", Run("(b)", strong=True), "c")
    assert "\na(b)c\n" in _text(replace(leaflet, sections=(Section("s", None, (Paragraph((bold,)),)),)))


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "http://a.example", "data:text/html,x", "//a.example", "#s"]
)
def test_only_safe_addresses_become_links(href: str) -> None:
    leaflet = replace(
        sample_leaflet(), sections=(Section("s", None, (Paragraph((say("a", Run("here", "url", href)),)),)),)
    )
    assert "\nhere\n" in _text(leaflet)


def test_the_same_leaflet_gives_the_same_bytes() -> None:
    assert render_markdown(sample_leaflet()) == render_markdown(sample_leaflet())
