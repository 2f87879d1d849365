"""Inside a statement: words, strong words and links, with placeholders no value can break out of."""

from __future__ import annotations

import pytest

from consentgen.compose.inline import BadMarkup, Piece, pieces


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("Only words.", [Piece("Only words.")]),
        ("Call {phone}.", [Piece("Call "), Piece("", "phone"), Piece(".")]),
        ("You **can** stop.", [Piece("You "), Piece("can", strong=True), Piece(" stop.")]),
        ("You *can*.", [Piece("You "), Piece("can", strong=True), Piece(".")]),
        ("**{low}** to 8", [Piece("", "low", strong=True), Piece(" to 8")]),
        ("[Here](https://a.example)", [Piece("Here", href="https://a.example")]),
        ("[{title}]({web})", [Piece("", "title", href="{web}")]),
        ("**[Here]({web})**", [Piece("Here", strong=True, href="{web}")]),
    ],
)
def test_wording_becomes_pieces(wording: str, expected: list[Piece]) -> None:
    assert tuple(expected) == pieces(wording)


@pytest.mark.parametrize(
    "words",
    ["<b>bold</b>", "a < b & c", "&lt;", "<!-- x -->", "<a@b.example>", "![x](https://a.example/y.png)"],
)
def test_html_and_pictures_stay_words(words: str) -> None:
    assert words == "".join(piece.text for piece in pieces(words))


@pytest.mark.parametrize(
    "wording", ["# A heading", "- an item", "1. an item", "> a quote", "one\n\ntwo", "`code`"]
)
def test_a_statement_holds_no_other_structure(wording: str) -> None:
    with pytest.raises(BadMarkup):
        pieces(wording)
