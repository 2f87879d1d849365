"""LE002: a leaflet that is hard to read."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.finding import Finding, Severity
from consentgen.rules.reading import MAX_READING_AGE, MAX_SENTENCE_WORDS, longest_sentence, reading_age
from consentgen.rules.rule import NHS_CONTENT, Kind, Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each long sentence of the wording, and one for a high reading age; English only."""
    leaflet = subject.leaflet
    if not leaflet or not leaflet.language.startswith("en"):
        return
    told = [s for s in subject.statements if all(run.kind not in ("words", "name") for run in s.runs)]
    for statement in told:
        count, sentence = longest_sentence(statement.text)
        if count > MAX_SENTENCE_WORDS:
            yield subject.finding(
                RULE, (), f"the statement {statement.id} has {count} words in a sentence",
                found=sentence, expected=f"at most {MAX_SENTENCE_WORDS}", help="Make two sentences of it.",
            )  # fmt: skip
    age = reading_age([s.text for s in subject.statements])
    if age > MAX_READING_AGE:
        yield subject.finding(
            RULE, (), "the leaflet is hard to read", found=f"reading age {age:.0f}",
            expected=f"reading age {MAX_READING_AGE} or less",
            help="Shorten your own texts; use shorter words.",
        )  # fmt: skip


RULE = Rule(
    code="LE002",
    name="hard-to-read",
    kind=Kind.LEAFLET,
    severity=Severity.WARNING,
    summary="A sentence of the wording has more than 20 words, or the reading age is above 11.",
    why="4 in 10 adults struggle with health content, 6 in 10 when it has numbers. The NHS aims at a reading age of "
    "9 to 11. It does not recommend formulas except to find what to look at first, so this is a hint.",
    sources=(NHS_CONTENT,),
    bad="# a template with a sentence of 30 words",
    good="# the shipped wording",
    check=check,
    example_of="leaflet",
)
