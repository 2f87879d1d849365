"""HO014: a sentence of more than 20 words in the service's own words."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.finding import Finding, Severity
from consentgen.rules.reading import MAX_SENTENCE_WORDS, longest_sentence
from consentgen.rules.rule import NHS_CONTENT, Kind, Rule, Subject
from consentgen.tongue import counted, later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each long sentence the service wrote."""
    for path, text in subject.own_words:
        count, sentence = longest_sentence(text)
        if count > MAX_SENTENCE_WORDS:
            yield subject.finding(
                RULE, path, counted("a sentence of {count} word", "a sentence of {count} words", count), found=sentence,
                help=said("Make two sentences of it."),
                expected=counted("at most {count} word", "at most {count} words", MAX_SENTENCE_WORDS),
            )  # fmt: skip


RULE = Rule(
    code="HO014",
    name="long-sentence",
    kind=Kind.SERVICE,
    severity=Severity.WARNING,
    summary=later("A sentence in the service's own words has more than 20 words."),
    why=later(
        "A person in distress reads less well than on a good day. Short sentences are read to the end."
    ),
    sources=(NHS_CONTENT,),
    bad="rights:\n  missed_sessions: If you do not come to a session and you do not tell us about it before the day "
    "then we will have to write to you and ask.\n",
    good="rights:\n  missed_sessions: If you miss a session, we will write to you.\n",
    check=check,
)
