"""What changed in the values behind the words: facts, evidence records and links."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.finding import shorten
from consentgen.model.reading import Link, Passage
from consentgen.model.values import Fact
from consentgen.review.change import Meaning, Weight
from consentgen.review.hashes import fold
from consentgen.review.meaning.classes import meaning
from consentgen.review.meaning.values import in_words, printed
from consentgen.review.meaning.view import QUOTED, View
from consentgen.tongue import later, said

RANGE = ("low", "high")
"""Placeholders of one range."""
_CHANGED = {
    "number": later("The number changed: {old} became {new}{evidence}."),
    "date": later("The date changed: {old} became {new}{evidence}."),
    "phone": later("The phone number changed: {old} became {new}{evidence}."),
    "email": later("The email address changed: {old} became {new}{evidence}."),
    "url": later("The web address changed: {old} became {new}{evidence}."),
    "name": later("The name changed: “{old}” became “{new}”{evidence}."),
    "term": later("The term changed: “{old}” became “{new}”{evidence}."),
    "words": later("The service’s own words changed: “{old}” became “{new}”{evidence}."),
    "": later("A value behind the words changed: {old} became {new}{evidence}."),
}
"""By the kind of value."""


def changed_facts(view: View) -> Iterator[Meaning]:
    """Each value that is another, that is no longer given, or given now."""
    if not view.pair:
        return
    then, now = view.pair
    evidence = _records(then, now)
    together = {*RANGE} <= {*then.facts} & {*now.facts}
    if together and any(then.facts[name] != now.facts[name] for name in RANGE):
        old_range, new_range = (
            said("{low} to {high}", low=p.facts["low"], high=p.facts["high"]) for p in (then, now)
        )
        words = said(_CHANGED["number"], old=old_range, new=new_range, evidence=evidence)
        yield meaning("fact", Weight.MAJOR, words)
    for name, value in then.facts.items():
        if name in now.facts and now.facts[name] != value and not (together and name in RANGE):
            old, new = in_words(value, then, now), in_words(now.facts[name], now, then)
            sentence = _CHANGED[new.kind if new.kind == old.kind else ""]
            words = said(
                sentence, old=shorten(old.text, QUOTED), new=shorten(new.text, QUOTED), evidence=evidence
            )
            yield meaning("fact", Weight.MAJOR, words)
    gone, come = _left_over(then, now), _left_over(now, then)
    for value in (v for v in gone if v not in come):
        text = shorten(in_words(value, then, now).text, QUOTED)
        yield meaning(
            "fact",
            Weight.MAJOR,
            said("This is no longer given: {old}{evidence}.", old=text, evidence=evidence),
        )
    for value in (v for v in come if v not in gone):
        text = shorten(in_words(value, now, then).text, QUOTED)
        yield meaning(
            "fact", Weight.MAJOR, said("This is given now: {new}{evidence}.", new=text, evidence=evidence)
        )


def reworded_values(view: View) -> Iterator[Meaning]:
    """The same values in other words: a term of the catalogue or the ledger was reworded."""
    if not view.pair or not view.one_language or view.translated or view.pair[0].facts != view.pair[1].facts:
        return
    then, now = view.pair
    old, new = printed(then), printed(now)
    if then.pattern != now.pattern or len(old) != len(new):
        return
    for before, after in zip(old, new, strict=True):
        if fold(before.text) != fold(after.text):
            words = said(
                "The words for a value changed: “{old}” became “{new}”{evidence}.",
                old=shorten(before.text, QUOTED), new=shorten(after.text, QUOTED), evidence=_records(then, now),
            )  # fmt: skip
            yield meaning("fact", Weight.MAJOR, words)


def _left_over(side: Passage, other: Passage) -> list[Fact]:
    """Values under names that the other side does not have."""
    return [value for name, value in side.facts.items() if name not in other.facts]


def _records(then: Passage, now: Passage) -> str:
    records = tuple(dict.fromkeys((*then.evidence, *now.evidence)))
    return " " + said("(evidence {records})", records=", ".join(records)) if records else ""


def evidence(view: View) -> Iterator[Meaning]:
    """The records behind a passage are others."""
    if not view.pair:
        return
    then, now = view.pair
    if then.evidence == now.evidence:
        return
    old, new = (", ".join(p.evidence) or said("none") for p in (then, now))
    words = said("The evidence behind these words is another: {old} became {new}.", old=old, new=new)
    yield meaning("evidence", Weight.MAJOR, words)


def links(view: View) -> Iterator[Meaning]:
    """A link that leads elsewhere, that is gone, or that is new."""
    if not (view.edit.old and view.edit.new):
        return
    old = [link for p in view.edit.old for link in p.links]
    new = [link for p in view.edit.new for link in p.links]
    told = _told_as_values(view)
    for then, now in _paired([k for k in old if k not in new], [k for k in new if k not in old]):
        if then and now and then.target != now.target and not {then.words, now.words} <= told:
            words = said(
                "The link on “{words}” leads elsewhere: {old} became {new}.",
                words=shorten(now.words), old=shorten(then.target, QUOTED), new=shorten(now.target, QUOTED),
            )  # fmt: skip
            yield meaning("link", Weight.MAJOR, words)
        elif then and not now:
            words = said("The link to {target} is gone.", target=shorten(then.target, QUOTED))
            yield meaning("link", Weight.MAJOR, words)
        elif now and not then:
            words = said("The link to {target} is new.", target=shorten(now.target, QUOTED))
            yield meaning("link", Weight.MAJOR, words)


def _told_as_values(view: View) -> set[str]:
    """Printed values that changed: the class `fact` tells them, their links with them."""
    if not view.pair:
        return set()
    then, now = ({value.text for value in printed(p)} for p in view.pair)
    return then ^ now


def _paired(old: list[Link], new: list[Link]) -> Iterator[tuple[Link | None, Link | None]]:
    """Links on the same words together, then those that are left in their order."""
    left = list(new)
    alone = []
    for then in old:
        same = next((now for now in left if now.words == then.words), None)
        if same is None:
            alone.append(then)
        else:
            left.remove(same)
            yield then, same
    for number in range(max(len(alone), len(left))):
        yield (alone[number] if number < len(alone) else None), (left[number] if number < len(left) else None)
