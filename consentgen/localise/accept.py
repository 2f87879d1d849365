"""An English edit that does not change what is said: translations may be carried over it, by a named person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from consentgen.localise.catalog import Source
from consentgen.localise.entry import Entry
from consentgen.localise.message import SourceMessage
from consentgen.tongue import later, said

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]*)\)|(?:https?://|www\.)[^\s)]+|[\w.+-]+@[\w-]+\.[\w.]+")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_NUMBER = re.compile(
    r"\d+(?:[.,:/]\d+)*|%|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred"
    r"|thousand|million|once|twice|half|third|quarter|both|double|first|second|every|each|all|most|many|some|few"
    r"|several|any)\b",
    re.IGNORECASE,
)
_NEGATOR = re.compile(
    r"\b(?:no|not|none|never|nobody|nothing|nowhere|neither|nor|cannot|without|unless|except|hardly|barely|rarely"
    r"|stop|stops|stopped|lack|lacks|fail|fails|failed|refuse|refuses|avoid|less|fewer|instead|\w+n[’']t"
    r"|(?:un|non|dis|mis|im|in|ir|il)[a-z]{3,}|\w+less)\b(?:\W+\w+)?",
    re.IGNORECASE,
)
"""Words that turn a sentence round, or may begin or end like one that does, with the word behind them.

Rather one too many than one too few: who is refused has the translation looked at again.
"""
_MODAL = re.compile(
    r"\b(?:may|might|can|could|will|would|shall|should|must|needs?|have|has|ought|usually|often|always|sometimes"
    r"|likely|only|at least|about|up to)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"\*+|`+|^#+|(?<!\w)_|_(?!\w)", re.MULTILINE)
Facts = Callable[[str], list[str]]


def _found(pattern: re.Pattern[str]) -> Facts:
    return lambda text: [match[0].lower() for match in pattern.finditer(text)]


def _targets(text: str) -> list[str]:
    return [match[1] or match[0] for match in _LINK.finditer(text)]


FACTS: dict[str, Facts] = {
    later("placeholders"): _found(_PLACEHOLDER),
    later("links"): _targets,
    later("numbers"): _found(_NUMBER),
    later("negators"): _found(_NEGATOR),
    later("words that say how sure or how necessary"): _found(_MODAL),
    later("markup"): _found(_MARKUP),
}
"""What must be the same before and after, in the same order, by its name."""


def changed_facts(before: Source, after: Source) -> tuple[str, ...]:
    """Names of what an edit changes that may change the meaning; none where only other words changed."""
    if (before[1] is None) is not (after[1] is None):
        return (later("plural"),)
    return tuple(name for name, facts in FACTS.items() if any(_differs(facts, before, after)))


def _differs(facts: Facts, before: Source, after: Source) -> Iterator[bool]:
    for old, new in zip(before, after, strict=True):
        yield facts(old or "") != facts(new or "")


def refusal(message: SourceMessage, entry: Entry | None) -> str:
    """Why a translation cannot be carried over the last edit of its English; empty where it can."""
    if message.critical:
        return said("it is about crisis, consent, confidentiality or risk, so it has to be translated again")
    if entry is None or not entry.has_words:
        return said("there is no translation")
    made_of = made_of_other(message, entry)
    if made_of is None:
        return (
            said("its English has not changed")
            if not entry.fuzzy
            else said("a person marked it as not to be trusted")
        )
    changes = changed_facts(made_of, (message.text, message.plural))
    if not changes:
        return ""
    return said("the edit changes {parts}", parts=", ".join(map(said, changes)))


def made_of_other(message: SourceMessage, entry: Entry) -> Source | None:
    """The English a translation was made of, where that is another than there is now."""
    if entry.fuzzy and (entry.previous is None or entry.previous_id not in (None, entry.id)):
        return None
    made_of = entry.previous if entry.fuzzy and entry.previous else entry.source
    return None if made_of == (message.text, message.plural) else made_of


def accepted(message: SourceMessage, entry: Entry) -> Entry:
    """The entry as a translation of the English there is now."""
    return entry.changed(source=(message.text, message.plural)).marked(fuzzy=False)
