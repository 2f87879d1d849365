"""Two leaflets are compared by their facts, and every fact that differs is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from consentgen.localise.leaflet_facts import facts_differ
from consentgen.model.frequency import Whole
from consentgen.model.leaflet import Icons, Leaflet, Paragraph, Run, Section, Statement
from tests import starter

ENGLISH = starter.compose(starter.service())
Change = Callable[[Statement], Statement]


def changed(change: Change, statement_id: str) -> Leaflet:
    """The English leaflet with one statement changed, where it stands in a paragraph."""

    def of(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(change(s) if s.id == statement_id else s for s in statements)

    sections = tuple(
        replace(
            section,
            blocks=tuple(
                Paragraph(of(block.statements)) if isinstance(block, Paragraph) else block
                for block in section.blocks
            ),
        )
        for section in ENGLISH.sections
    )
    return replace(ENGLISH, language="pl", sections=sections)


def told(leaflet: Leaflet) -> list[tuple[str, str]]:
    found = facts_differ(ENGLISH, leaflet)
    assert {"LO119"} >= {finding.code for finding in found}
    return [(finding.place.field, finding.what) for finding in found]


def all_runs(change: Callable[[Run], Run]) -> Change:
    return lambda statement: replace(statement, runs=tuple(map(change, statement.runs)))


def without_values(statement: Statement) -> Statement:
    return replace(statement, runs=tuple(run for run in statement.runs if run.kind == "text"))


def test_a_leaflet_tells_the_facts_it_tells() -> None:
    assert [] == facts_differ(ENGLISH, ENGLISH)


def test_other_words_are_no_other_facts() -> None:
    in_other_words = all_runs(lambda run: replace(run, text="Inaczej ") if run.kind == "text" else run)
    assert [] == told(changed(in_other_words, "dose.range"))


def test_other_digits_are_no_other_facts() -> None:
    bengali = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
    assert [] == told(
        changed(all_runs(lambda run: replace(run, text=run.text.translate(bengali))), "dose.length")
    )


def test_a_statement_may_stand_there_in_both_languages() -> None:
    twice = replace(ENGLISH, sections=(*ENGLISH.sections, *ENGLISH.sections[-2:]))
    assert [] == told(twice)


def test_a_banner_of_translations_is_no_statement_of_the_english() -> None:
    banner = Statement("furniture.translation", (Run("SZKIC"),))
    stamped = replace(ENGLISH, furniture={**ENGLISH.furniture, "x": banner}, stamps=(*ENGLISH.stamps, "x"))
    assert [] == told(stamped)


@pytest.mark.parametrize(
    ("statement", "change", "what"),
    [
        (
            "dose.range",
            lambda s: replace(s, facts={"low": 6, "high": 80}),
            "the facts are not those of the English",
        ),
        ("dose.range", without_values, "a term, number or date is left out"),
        (
            "dose.range",
            all_runs(lambda run: replace(run, text="7") if run.kind == "number" else run),
            "the numbers are not those of the English",
        ),
        (
            "opening.offer",
            lambda s: replace(s, critical=False),
            "the critical mark is not that of the English",
        ),
        ("opening.offer", lambda s: replace(s, tells=()), "the disclosures are not those of the English"),
        ("opening.offer", without_values, "a term, number or date is left out"),
        ("sources.provider", without_values, "a value is left out or changed"),
        (
            "opening.offer",
            all_runs(lambda run: replace(run, href="https://x.example/")),
            "the links are not those of the English",
        ),
    ],
)
def test_what_differs_is_told_with_its_statement(statement: str, change: Change, what: str) -> None:
    leaflet = changed(change, statement)
    assert leaflet.sections != ENGLISH.sections, "the statement does not stand in a paragraph"
    assert (statement, what) in told(leaflet)


def test_a_statement_that_is_left_out_is_told() -> None:
    assert ("rights.heading", "the statement is left out") in told(
        replace(ENGLISH, sections=tuple(s for s in ENGLISH.sections if s.id != "rights"))
    )


def test_a_statement_that_is_added_is_told() -> None:
    more = Section("more", None, (Paragraph((Statement("more.words", (Run("Więcej."),)),)),))
    assert [("more.words", "the English leaflet has no such statement")] == told(
        replace(ENGLISH, sections=(*ENGLISH.sections, more))
    )


def test_another_order_is_told() -> None:
    turned = replace(ENGLISH, sections=ENGLISH.sections[::-1])
    assert [("", "the statements stand in another order")] == told(turned)


def test_leaflets_of_other_services_or_versions_are_told() -> None:
    assert [("version", "the leaflets differ in it")] == told(replace(ENGLISH, version="2"))
    assert [("service_name", "the leaflets differ in it")] == told(replace(ENGLISH, service_name="Southtown"))


def test_a_picture_that_counts_other_people_is_told() -> None:
    def pictures() -> Iterator[Section]:
        for section in ENGLISH.sections:
            kept = (replace(b, whole=_fewer(b)) if isinstance(b, Icons) else b for b in section.blocks)
            yield replace(section, blocks=tuple(kept))

    assert ("", "the pictures count other people") in told(replace(ENGLISH, sections=tuple(pictures())))


def _fewer(block: Icons) -> Whole:
    first, *rest = block.whole.parts
    return replace(block.whole, parts=(replace(first, shown=first.shown - 1), *rest))
