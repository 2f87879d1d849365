"""Every message a translator carries: the statements of the templates, then the terms that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consentgen.compose.claims import follow_up
from consentgen.compose.inline import PLACEHOLDER
from consentgen.compose.tags import Message
from consentgen.compose.wording import Wording
from consentgen.evidence import Ledger
from consentgen.localise.message import Placeholder, SourceMessage
from consentgen.model.catalogue import Catalogue
from consentgen.model.finding import Place
from consentgen.model.values import Term

_CATALOGUE, _EVIDENCE = "consentgen/catalogue/data", "consentgen/evidence/data"
_TEMPLATES = "templates/leaflet/"
"""Path of shipped templates; a project's own lie in `templates/` itself."""


def source_messages(wording: Wording, catalogue: Catalogue, ledger: Ledger) -> tuple[SourceMessage, ...]:
    """Each message once, in the order of the leaflet; terms last.

    Where a project has other words for a shipped id, in whatever template, its own are what is translated.

    Raises:
        BadWording: a template cannot be read.
    """
    found: dict[str, SourceMessage] = {}
    for message in (*map(statement, wording.declared()), *_terms(catalogue, ledger)):
        before = found.get(message.id)
        if before is None or (_shipped(before) and not _shipped(message)):
            found[message.id] = message
    return tuple(found.values())


def _shipped(message: SourceMessage) -> bool:
    return message.place.path.startswith((_TEMPLATES, _CATALOGUE, _EVIDENCE))


def statement(message: Message) -> SourceMessage:
    """A statement as a translator meets it."""
    marks = tuple(Placeholder(name, _meaning(name, message.note)) for name in message.placeholders)
    place = Place(message.path, message.line, field=message.id)
    return SourceMessage(
        message.id, message.body, message.plural, marks, message.note, message.critical, place
    )


def _meaning(name: str, note: str) -> str:
    """What the note says of one placeholder; the whole note where it names none."""
    told = re.search(rf"(?<!\w){name}: (.*?)(?=\s[a-z_]+: |$)", note)
    return (told[1] if told else note).strip()


def _terms(catalogue: Catalogue, ledger: Ledger) -> Iterator[SourceMessage]:
    for therapy in catalogue.therapies.values():
        yield _term(therapy.name, "Name of a therapy; stands in the middle of a sentence.", "therapies")
        if therapy.description:
            yield _term(therapy.description, "One sentence on what happens in this therapy.", "therapies")
    for grade in catalogue.grades.values():
        yield _term(grade.name, "A job title; stands in the middle of a sentence.", "grades")
        yield _term(grade.gloss, "What the job title means; sentences of their own.", "grades")
    for problem in catalogue.problems.values():
        yield _term(problem.name, "A problem; stands in the middle of a sentence.", "problems")
    for key in ledger.ids():
        record = ledger.get(key)
        if record and record.printable:
            yield _term(record.population, 'Who was counted; follows "People counted:".')
            time = follow_up(record)
            if isinstance(time, Term):
                yield _term(time, 'When it was counted; follows "Time of the count:".')


def _term(term: Term, note: str, table: str = "") -> SourceMessage:
    words = term.pattern or term.text
    marks = tuple(
        Placeholder(name, "a term of its own") for name in dict.fromkeys(PLACEHOLDER.findall(words))
    )
    place = Place(f"{_CATALOGUE}/{table}.yaml" if table else _EVIDENCE, field=term.id)
    return SourceMessage(term.id, words, None, marks, note, critical=False, place=place)
