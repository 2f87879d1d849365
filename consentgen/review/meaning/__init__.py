"""What an edit means to the person who reads it: exactly, from data; and as hints, from words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from consentgen import tongue
from consentgen.model.reading import Reading
from consentgen.once import Kept
from consentgen.review.change import Edit, EditKind, Meaning, Weight
from consentgen.review.meaning.classes import meaning
from consentgen.review.meaning.facts import changed_facts, evidence, links, reworded_values
from consentgen.review.meaning.hints import (
    Words,
    by_list,
    euphemism,
    negation,
    opposite,
    reading_age,
    scaled,
    swapped,
)
from consentgen.review.meaning.language import english, state, wording
from consentgen.review.meaning.marks import (
    condition,
    critical,
    disclosure,
    kind,
    name,
    place,
    unknown,
)
from consentgen.review.meaning.numbers import number
from consentgen.review.meaning.spoken import spoken
from consentgen.review.meaning.terms import term
from consentgen.review.meaning.touched import touched
from consentgen.review.meaning.view import View
from consentgen.tongue import said

EXACT: tuple[Callable[[View], Iterator[Meaning]], ...] = (
    disclosure,
    critical,
    name,
    english,
    changed_facts,
    reworded_values,
    evidence,
    links,
    condition,
    unknown,
    state,
    wording,
    kind,
    place,
)
HINTS: tuple[Callable[[Words], Iterator[Meaning]], ...] = (
    number,
    negation,
    opposite,
    partial(by_list, "modal"),
    partial(by_list, "quantity"),
    partial(by_list, "proviso"),
    partial(scaled, "promise"),
    partial(scaled, "certainty"),
    euphemism,
    partial(by_list, "role"),
    partial(swapped, "person"),
    term,
    reading_age,
)
OF_NEW_WORDS = (partial(scaled, "promise"), euphemism)
"""Hints that words alone can give, beside nothing."""
_MOST_KEPT = 10_000
"""Characters of an edit that is kept; a longer one is in no leaflet of ours."""
_KEPT: Kept[tuple[Words, bool], tuple[tongue.Tongue, tuple[Meaning, ...]]] = Kept()
"""Many leaflets share an edit; sentences are kept with the language they are said in."""


def meanings(edit: Edit, old: Reading, new: Reading) -> tuple[Meaning, ...]:
    """What an edit means, gravest first; nothing where nothing changed.

    Hints only raise an edit: without one it still weighs what its kind does.

    Args:
        edit: with its passages, and with its pieces where words changed.
        old: the whole text it was taken from.
        new: the whole text it stands in.
    """
    if edit.kind is EditKind.SAME:
        return ()
    view = View(edit, old, new)
    found = [each for tell in EXACT for each in tell(view)]
    if not found:
        found.append(meaning("wording", Weight.MINOR, said("It changed.")))
    if view.words_differ and view.one_language and not view.translated:
        found += _hints(view)
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.weight.rank, not each.exact)))


def _hints(view: View) -> tuple[Meaning, ...]:
    """The hints of an edit; what is only new is looked at for what it promises and what it is called."""
    if not view.edit.new:
        return ()
    old, new = touched(view)
    if not (old.changed or new.changed):
        return ()
    words = Words(old, new, spoken(view))
    kept = _KEPT.get((words, bool(view.edit.old)))
    if kept is None or kept[0] is not tongue.spoken():
        which = HINTS if view.edit.old else OF_NEW_WORDS
        made = tuple(each for hint in which for each in hint(words))
        if len(old.text) + len(new.text) > _MOST_KEPT:
            return made
        kept = _KEPT.keep((words, bool(view.edit.old)), (tongue.spoken(), made))
    return kept[1]
