"""What a build wrote is read back as the leaflet it was made from: not one word differs."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from consentgen.build.desk import Desk
from consentgen.build.furniture import furniture_and_marks
from consentgen.build.pipeline import renderers
from consentgen.build.settings import FORMATS
from consentgen.build.translation import translated
from consentgen.catalogue import load_catalogue
from consentgen.compose import Composer
from consentgen.compose.messages import source_messages
from consentgen.evidence import load_shipped
from consentgen.localise import Catalog, SourceCatalog
from consentgen.model.issue import Issue
from consentgen.model.leaflet import Leaflet
from consentgen.model.reading import Passage
from consentgen.model.values import Code, Url
from consentgen.places import shipped
from consentgen.render.data import render_data
from consentgen.review.change import PieceKind
from consentgen.review.compare import compare
from consentgen.review.foreign import read_foreign
from consentgen.review.foreign.level import levelled, without_furniture
from consentgen.review.hashes import fold, words_hash
from consentgen.review.leaflet_reading import reading
from tests import starter


@cache
def catalog(locale: str) -> Catalog:
    if locale == "en":
        return SourceCatalog()
    messages = source_messages(starter.wording(), load_catalogue(), load_shipped())
    return translated(Desk(shipped("locales"), None, messages, messages), locale).catalog


@cache
def leaflet(name: str, locale: str = "en") -> Leaflet:
    composer = Composer(load_catalogue(), load_shipped(), starter.wording(), catalog(locale), starter.AS_OF)
    return composer.compose(name, starter.service(starter.text(name)))


def false_words(made: Leaflet, form: str) -> list[str]:
    """Words shown as changed between a leaflet and its own file."""
    artifact = renderers((form,))[form](made)
    read = read_foreign(artifact.data, artifact.name)
    furniture, marks = furniture_and_marks(Path("nowhere"))
    read = read if read.identified else without_furniture(read, furniture)
    compared = compare(*levelled(reading(made), read, marks))
    pieces = (piece for edit in compared.changed for piece in edit.pieces)
    return [word for piece in pieces if piece.kind is not PieceKind.SAME for word in piece.text.split()]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", starter.NAMES)
def test_a_built_leaflet_reads_back_without_a_changed_word(name: str, form: str) -> None:
    assert [] == false_words(leaflet(name), form)


@pytest.mark.parametrize(
    ("locale", "form"),
    [
        (locale, form)
        for locale in ("bn", "cy", "gu", "pa", "pl", "ar", "ur", "zh_Hans")
        for form in FORMATS
        if (locale, form) != ("zh_Hans", "txt")
    ],
)
def test_so_does_one_in_another_language(locale: str, form: str) -> None:
    assert [] == false_words(leaflet(starter.WORKBOOK, locale), form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("address", ["", "https://northtown.example/leaflets/7K2M-9QXD"])
def test_the_number_of_an_issued_leaflet_is_no_word_of_it(form: str, address: str) -> None:
    issue = Issue(Code("7K2M-9QXD"), starter.AS_OF, Url(address) if address else None)
    composer = Composer(load_catalogue(), load_shipped(), starter.wording(), catalog("en"), starter.AS_OF)
    made = composer.compose(starter.WORKBOOK, starter.service(), issue)
    assert [] == false_words(made, form)
    assert [] == false_words(replace(made, draft=False, stamps=()), form)


@pytest.mark.parametrize("locale", ["en", "pl", "ar"])
def test_a_page_gives_back_every_passage_with_its_id_section_kind_and_links(locale: str) -> None:
    made = leaflet(starter.WORKBOOK, locale)
    artifact = renderers(("html",))["html"](made)
    read = read_foreign(artifact.data, artifact.name)

    def told(passages: tuple[Passage, ...]) -> list[tuple[object, ...]]:
        return [
            (p.id, p.kind, p.block, p.section, fold(p.text), p.links, p.language, p.state, p.place)
            for p in passages
        ]

    assert told(reading(made).passages) == told(read.passages)
    assert (made.id, made.language, made.direction) == (read.leaflet, read.language, read.direction)


def test_data_gives_back_the_very_reading() -> None:
    made = leaflet(starter.WORKBOOK)
    artifact = render_data(made)
    read = read_foreign(artifact.data, artifact.name)
    expected = reading(made, artifact.name)
    assert words_hash(expected) == words_hash(read)
    assert json.dumps([dict(p.facts) for p in expected.passages]) == json.dumps(
        [dict(p.facts) for p in read.passages]
    )
    assert [(p.pattern, p.wording, p.tells, p.critical, p.evidence) for p in expected.passages] == [
        (p.pattern, p.wording, p.tells, p.critical, p.evidence) for p in read.passages
    ]
    assert expected.author == read.author
