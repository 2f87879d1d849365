"""LE002: a leaflet that is hard to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from consentgen.model.finding import Finding, Severity
from consentgen.model.leaflet import Section, Statement, section_statements
from consentgen.once import once
from consentgen.rules.reading import (
    MAX_READING_AGE,
    MAX_SENTENCE_WORDS,
    Size,
    longest_sentence,
    reading_age,
    size,
    total,
)
from consentgen.rules.rule import NHS_CONTENT, Kind, Rule, Subject
from consentgen.tongue import counted, later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each long sentence of the wording, and one for a high reading age; English only."""
    leaflet = subject.leaflet
    if not leaflet or not leaflet.language.startswith("en"):
        return
    parts = [*map(_measured, (leaflet.title, *leaflet.stamped)), *map(_section_measured, leaflet.sections)]
    for statement_id, count, sentence in (long for part in parts for long in part.too_long):
        yield subject.finding(
            RULE, (), counted(
                "the statement {statement} has {count} word in a sentence",
                "the statement {statement} has {count} words in a sentence", count, statement=statement_id,
            ),
            found=sentence, expected=said("at most {most}", most=MAX_SENTENCE_WORDS), help=said("Make two sentences of it."),
        )  # fmt: skip
    age = reading_age(part.size for part in parts)
    if age > MAX_READING_AGE:
        yield subject.finding(
            RULE, (), said("the leaflet is hard to read"), found=said("reading age {years}", years=f"{age:.0f}"),
            expected=said("reading age {years} or less", years=MAX_READING_AGE),
            help=said("Shorten your own texts; use shorter words."),
        )  # fmt: skip


class _Measured(NamedTuple):
    """How long the sentences of some statements are."""

    too_long: tuple[tuple[str, int, str], ...]
    """Statement id, words and sentence; only of our wording, for the service's own has a rule of its own."""
    size: Size


@once
def _measured(statement: Statement) -> _Measured:
    text = statement.text
    count, sentence = longest_sentence(text)
    ours = all(run.kind not in ("words", "name") for run in statement.runs)
    too_long = ((statement.id, count, sentence),) if ours and count > MAX_SENTENCE_WORDS else ()
    return _Measured(too_long, size(text))


@once
def _section_measured(section: Section) -> _Measured:
    parts = [_measured(statement) for statement in section_statements(section)]
    return _Measured(
        tuple(long for part in parts for long in part.too_long), total(part.size for part in parts)
    )


RULE = Rule(
    code="LE002",
    name="hard-to-read",
    kind=Kind.LEAFLET,
    severity=Severity.WARNING,
    summary=later("A sentence of the wording has more than 20 words, or the reading age is above 11."),
    why=later(
        "4 in 10 adults struggle with health content, 6 in 10 when it has numbers. The NHS aims at a reading age of "
        "9 to 11. It does not recommend formulas except to find what to look at first, so this is a hint."
    ),
    sources=(NHS_CONTENT,),
    bad=later("# a template with a sentence of 30 words"),
    good=later("# the shipped wording"),
    check=check,
    example_of="leaflet",
)
