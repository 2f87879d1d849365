"""A leaflet is compared by all that its reader is told, and not by its banners."""

from __future__ import annotations

from dataclasses import replace

from consentgen.model.leaflet import section_statements
from consentgen.review.hashes import words_hash
from consentgen.review.leaflet_reading import reading
from tests.unit.render.sample import sample_leaflet

LEAFLET = sample_leaflet()


def test_every_statement_is_there_in_order() -> None:
    told = [LEAFLET.title, *(s for section in LEAFLET.sections for s in section_statements(section))]
    assert [(s.id, s.text) for s in told] == [(p.id, p.text) for p in reading(LEAFLET).passages]


def test_statements_of_one_paragraph_share_a_block() -> None:
    first, second, *_ = [p for p in reading(LEAFLET).passages if p.section == LEAFLET.sections[0].id]
    assert first.block <= second.block
    assert len({p.block for p in reading(LEAFLET).passages}) < len(reading(LEAFLET).passages)


def test_banners_and_versions_are_not_what_is_signed() -> None:
    other = replace(LEAFLET, stamps=(), version="9")
    assert words_hash(reading(LEAFLET)) == words_hash(reading(other))
