"""The template for translators: every message with its id, its notes, and nothing that changes by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consentgen.localise.entry import Entry, PoFile
from consentgen.localise.header import header
from consentgen.localise.message import Placeholder, SourceMessage
from consentgen.localise.po import write_po

NAME = "consentgen.pot"
CRITICAL = "Critical: about crisis, consent, confidentiality or risk. Two people have to review it."
CHECKED_BY_TOOLS = "python-brace-format"
"""gettext's flag for `{name}`: Poedit, Weblate and msgfmt then look after the placeholders."""
EXAMPLES = {
    "author": "Chris Northtown", "body": "the British Association for Behavioural and Cognitive Psychotherapies",
    "change": "a worksheet in large print", "count": "6", "date": "1 November 2026",
    "description": "You work through a book, and a worker helps you.", "email": "hello@northtown.example",
    "gloss": "They are trained to help people use self-help.", "high": "8", "hours": "Monday to Friday, 9am to 5pm",
    "letter": "1 High Street, Northtown", "low": "6", "name": "Northtown crisis line", "need": "a phone",
    "page": "1", "pages": "4", "people": "100 people", "person": "Sam", "phone": "01632 960 123",
    "population": "adults with depression", "problem": "depression", "provider": "Northtown Health",
    "read": "1 November 2026", "service": "Northtown Talking Therapies", "share": "40",
    "sign": "You sleep through the night again.", "step": "We offer you another therapy.",
    "therapy": "guided self-help with a workbook", "title": "A trial of self-help", "web": "northtown.example",
    "what": "A walking group.", "words": "We will write to you.", "year": "2020",
}  # fmt: skip
"""Made-up values, for placeholders whose note gives none."""


def template(messages: Iterable[SourceMessage]) -> bytes:
    """The POT file: the same messages give the same bytes."""
    return write_po(PoFile(NAME, header(), tuple(entry_of(message, 2) for message in messages)))


def entry_of(message: SourceMessage, count: int) -> Entry:
    """The entry of a message nobody has translated yet, with `count` forms where it is counted."""
    return Entry(
        message.id, (message.text, message.plural), ("",) * (count if message.plural else 1),
        flags_of(message), notes=notes_of(message), references=(message.place.path,),
    )  # fmt: skip


def flags_of(message: SourceMessage) -> tuple[str, ...]:
    """The flags tools should know of."""
    return (CHECKED_BY_TOOLS,) if message.placeholders else ()


def notes_of(message: SourceMessage) -> tuple[str, ...]:
    """What a translator is told: the note, and each placeholder's meaning with an example."""
    named = any(message.note.startswith(f"{mark.name}: ") for mark in message.placeholders)
    general = () if named or not message.note else (message.note,)
    critical = (CRITICAL,) if message.critical else ()
    return (*critical, *general, *_placeholders(message))


def _placeholders(message: SourceMessage) -> Iterator[str]:
    for mark in message.placeholders:
        yield f"{{{mark.name}}}: {_explained(mark, message.note)}"


def _explained(mark: Placeholder, note: str) -> str:
    """Meaning and example; the whole note does not say again what it says already."""
    told = "" if mark.meaning == note.strip() else mark.meaning
    example = EXAMPLES.get(mark.name)
    if "for example" in told or not example:
        return told
    return f"{told.rstrip('.')}, for example {example}".removeprefix(", ")
