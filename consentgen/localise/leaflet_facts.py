"""Two languages, one set of facts: what a translated leaflet tells otherwise than the English one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from consentgen.localise.checks.fault import severity
from consentgen.localise.checks.numbers import same_numbers
from consentgen.localise.checks.pair import numbers
from consentgen.model.finding import Finding, Place, shorten
from consentgen.model.frequency import Whole
from consentgen.model.leaflet import Block, Box, Icons, Leaflet, Statement
from consentgen.tongue import later, said

_CODE = "LO119"
_AS_GIVEN = ("words", "name", "phone", "email", "url", "code")
"""Kinds of values that stand in every language as the service gave them."""
_TRANSLATED = ("term", "date", "number")
"""Kinds of values that each language has words for."""
_OF_TRANSLATIONS = "furniture.translation"
"""How the ids of the banners begin that only a translated leaflet carries."""

Told = tuple[str, str]
"""A statement's id, and its facts in an order of their own."""


def facts_differ(english: Leaflet, translated: Leaflet) -> list[Finding]:
    """What a translated leaflet tells otherwise than the English one; empty where the facts are the same.

    The same statements in the same order, with the same facts, links, disclosures and critical marks,
    and every value printed. A statement may stand there in both languages.
    """
    ours, theirs = _by_fact(english), _by_fact(translated)
    found = [*_left_out_or_added(ours, theirs), *_whole(english, translated)]
    if not found and list(ours) != list(theirs):
        found.append(("", said("the statements stand in another order"), "", ""))
    for key in ours:
        for statement in theirs.get(key, ()):
            found += _statement(ours[key][0], statement)
    place = f"{translated.id} ({translated.language})"
    return [
        Finding(_CODE, severity(_CODE), Place(place, field=name), what, shorten(their), shorten(our))
        for name, what, our, their in dict.fromkeys(found)
    ]


Difference = tuple[str, str, str, str]
"""Statement id or field, what differs, the English, the translation."""


def _by_fact(leaflet: Leaflet) -> dict[Told, list[Statement]]:
    """The statements of a leaflet by id and facts, in reading order."""
    found: dict[Told, list[Statement]] = {}
    for statement in leaflet.statements():
        if not statement.id.startswith(_OF_TRANSLATIONS):
            facts = str(sorted((name, str(value)) for name, value in statement.facts.items()))
            found.setdefault((statement.id, facts), []).append(statement)
    return found


def _left_out_or_added(
    ours: dict[Told, list[Statement]], theirs: dict[Told, list[Statement]]
) -> Iterator[Difference]:
    added = {key: facts for key, facts in theirs if (key, facts) not in ours}
    for key, facts in ours:
        if (key, facts) in theirs:
            continue
        if key in added:
            yield key, said("the facts are not those of the English"), facts, added.pop(key)
        else:
            yield key, said("the statement is left out"), ours[key, facts][0].text, ""
    for key, facts in added.items():
        yield key, said("the English leaflet has no such statement"), "", theirs[key, facts][0].text


def _whole(english: Leaflet, translated: Leaflet) -> Iterator[Difference]:
    """What differs in the leaflets as wholes."""
    for name in ("id", "service_name", "version", "written", "review_by", "evidence", "about"):
        our, their = getattr(english, name), getattr(translated, name)
        if our != their:
            yield name, said("the leaflets differ in it"), str(our), str(their)
    our, their = list(_pictures(english)), list(_pictures(translated))
    if our != their:
        yield "", said("the pictures count other people"), str(our), str(their)


def _pictures(leaflet: Leaflet) -> Iterator[Whole]:
    for section in leaflet.sections:
        for block in section.blocks:
            yield from _pictures_of(block)


def _pictures_of(block: Block) -> Iterator[Whole]:
    if isinstance(block, Icons):
        yield block.whole
    elif isinstance(block, Box):
        for inner in block.blocks:
            yield from _pictures_of(inner)


def _statement(english: Statement, translated: Statement) -> Iterator[Difference]:
    """What differs between two statements of the same id and facts."""
    for what, our, their in (
        (later("the links are not those of the English"), _links(english), _links(translated)),
        (later("the disclosures are not those of the English"), set(english.tells), set(translated.tells)),
        (later("the critical mark is not that of the English"), {english.critical}, {translated.critical}),
        (later("a value is left out or changed"), _given(english), _given(translated)),
        (later("a term, number or date is left out"), _kinds(english), _kinds(translated)),
    ):
        if our != their:
            yield english.id, said(what), _readable(our), _readable(their)
    our, their = set(numbers(english.text)), set(numbers(translated.text))
    if not same_numbers(Counter(their), Counter(our), english.text):
        yield english.id, said("the numbers are not those of the English"), _readable(our), _readable(their)


def _links(statement: Statement) -> set[str]:
    return {run.href for run in statement.runs if run.href}


def _given(statement: Statement) -> set[str]:
    return {run.text for run in statement.runs if run.kind in _AS_GIVEN}


def _kinds(statement: Statement) -> set[str]:
    return {run.kind for run in statement.runs if run.kind in _TRANSLATED}


def _readable(values: Iterable[object]) -> str:
    return ", ".join(sorted(map(str, values))) or said("none")
