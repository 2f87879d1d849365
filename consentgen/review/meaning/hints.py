"""Hints: what the words that changed may mean. They raise and sort an edit; they never clear one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from consentgen.localise.checks.expected import english_negation, negators
from consentgen.model.finding import shorten
from consentgen.review.change import Meaning, Weight
from consentgen.review.meaning.classes import meaning
from consentgen.review.meaning.lists import languages, word_lists
from consentgen.review.meaning.touched import Touched
from consentgen.rules.reading import MAX_SENTENCE_WORDS, longest_sentence
from consentgen.rules.words import word_list
from consentgen.tongue import later, said

_WORD = re.compile(r"[^\W\d_]+")
GREW = 8
"""Words by which the longest sentence of a passage has to grow to be told."""

LABELS = {
    "number": later("Numbers or their units"),
    "negation": later("A word that says no"),
    "opposite": later("A word and its opposite"),
    "modal": later("What must, should, can or may be"),
    "quantity": later("How many or how often"),
    "proviso": later("A word that sets a condition"),
    "certainty": later("How sure it sounds"),
    "euphemism": later("A name that hides what the treatment is"),
    "role": later("Who the person meets"),
    "person": later("Who does it, or to whom"),
    "term": later("A term of the glossary"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """Both sides of an edit in one language."""

    old: Touched
    new: Touched
    language: str
    """As folders are named, `zh_Hans`; empty where nobody knows."""


def changed(name: str, old: Iterable[str], new: Iterable[str], held: tuple[str, ...]) -> Iterator[Meaning]:
    """A hint that words of one class became others."""
    gone, come = (", ".join(dict.fromkeys(" ".join(word.split()) for word in words)) for words in (old, new))
    if not (gone or come):
        return
    label = said(LABELS[name])
    if gone and come:
        words = said("{what}: “{old}” became “{new}”.", what=label, old=shorten(gone), new=shorten(come))
    elif gone:
        words = said("{what}: “{old}” is gone.", what=label, old=shorten(gone))
    else:
        words = said("{what}: “{new}” is new.", what=label, new=shorten(come))
    weight = Weight.MINOR if name == "term" else Weight.MAJOR
    yield meaning(name, weight, words, held)


def by_list(name: str, words: Words) -> Iterator[Meaning]:
    """Words of a list whose meanings are not the same on both sides."""
    known = word_lists(name).get(words.language)
    if not known:
        return
    old, new = (
        [(meant, hit) for meant, pattern in known.words.items() for hit in side.hits(pattern)]
        for side in (words.old, words.new)
    )
    yield from difference(name, old, new, languages(name))


def swapped(name: str, words: Words) -> Iterator[Meaning]:
    """Words of a list that gave way to others of it; one that only comes or goes is passed over."""
    for found in by_list(name, words):
        known = word_lists(name)[words.language].words.values()
        if all(any(any(side.hits(p)) for p in known) for side in (words.old, words.new)):
            yield found


def difference(
    name: str, old: list[tuple[str, str]], new: list[tuple[str, str]], held: tuple[str, ...]
) -> Iterator[Meaning]:
    """A hint where meanings differ, each given with the word that carries it."""
    before, after = Counter(meant for meant, _ in old), Counter(meant for meant, _ in new)
    gone, come = before - after, after - before
    yield from changed(
        name, (hit for meant, hit in old if meant in gone), (hit for meant, hit in new if meant in come), held
    )


def negation(words: Words) -> Iterator[Meaning]:
    """A "not" that is gone or new, and words that a beginning turns round: able, unable."""
    lists = word_lists("negation")
    held = tuple(sorted({*languages("negation"), *(name.replace("_", "-") for name in negators())}))
    pattern = english_negation()[0] if words.language == "en" else None
    if words.language in negators():
        known = negators()[words.language]
        pattern = known.sure or known.any
    patterns = ([pattern] if pattern else []) + list(
        lists[words.language].words.values() if words.language in lists else ()
    )
    old, new = ([hit for p in patterns for hit in side.hits(p)] for side in (words.old, words.new))
    if len(old) != len(new):
        before, after = (Counter(hit.casefold() for hit in side) for side in (old, new))
        yield from changed("negation", (before - after).elements(), (after - before).elements(), held)
    elif words.language in lists:
        turned = list(_turned(words, lists[words.language].prefixes))
        yield from changed("negation", [old for old, _ in turned], [new for _, new in turned], held)


def _turned(words: Words, prefixes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Words that differ from one on the other side by a beginning that turns them round."""
    old, new = ({hit.casefold() for hit in side.hits(_WORD)} for side in (words.old, words.new))
    gone, come = old - new, new - old
    for prefix in prefixes:
        yield from ((prefix + now, now) for now in sorted(come) if prefix + now in gone)
        yield from ((then, prefix + then) for then in sorted(gone) if prefix + then in come)


def opposite(words: Words) -> Iterator[Meaning]:
    """A word that gave way to its opposite: before, after."""
    known = word_lists("opposite").get(words.language)
    for one, other in known.opposites if known else ():
        for then, now in ((one, other), (other, one)):
            gone, come = list(words.old.hits(then)), list(words.new.hits(now))
            if gone and come and not any(words.new.hits(then)) and not any(words.old.hits(now)):
                yield from changed("opposite", gone, come, languages("opposite"))


def scaled(name: str, words: Words) -> Iterator[Meaning]:
    """A word that says more, or less, than the one before: the strongest on each side count."""
    known = word_lists(name).get(words.language)
    if not known:
        return
    scale = [[pattern] for pattern in known.words.values()]
    if name == "promise" and words.language == "en":
        scale[-1] += [word.pattern for word in word_list("claims")]
    (then, old), (now, new) = (_strongest(side, scale) for side in (words.old, words.new))
    if then != now:
        stronger, weaker = _SCALES[name]
        sentence = stronger if now > then else weaker
        none = said("nothing of the kind")
        yield meaning(
            name,
            Weight.MAJOR,
            said(sentence, old=shorten(old) or none, new=shorten(new) or none),
            languages(name),
        )


_SCALES = {
    "promise": (
        later("It promises more: {old} became {new}."),
        later("It promises less: {old} became {new}."),
    ),
    "certainty": (
        later("It sounds more sure: {old} became {new}."),
        later("It sounds less sure: {old} became {new}."),
    ),
}


def _strongest(side: Touched, scale: list[list[re.Pattern[str]]]) -> tuple[int, str]:
    """The highest step of a scale that is met, from 1, with the words that are there; 0 for none."""
    for step, patterns in reversed(list(enumerate(scale, 1))):
        hits = list(dict.fromkeys(hit for pattern in patterns for hit in side.hits(pattern)))
        if hits:
            return step, ", ".join(hits)
    return 0, ""


def euphemism(words: Words) -> Iterator[Meaning]:
    """A name that hides what the treatment is, where none was."""
    if words.language != "en":
        return
    patterns = [word.pattern for word in word_list("euphemisms")]
    old, new = ({hit.casefold() for p in patterns for hit in side.hits(p)} for side in (words.old, words.new))
    yield from changed("euphemism", (), sorted(new - old), ("en",))


def reading_age(words: Words) -> Iterator[Meaning]:
    """A sentence that has become much longer."""
    if words.language != "en":
        return
    before, after = (longest_sentence(side.text)[0] for side in (words.old, words.new))
    if after > MAX_SENTENCE_WORDS and after - before >= GREW and before:
        told = said("The longest sentence has {new} words now; it had {old}.", new=after, old=before)
        yield meaning("reading-age", Weight.MINOR, told, ("en",))
