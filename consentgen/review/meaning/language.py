"""What changed in the language of a passage: its translation, and who has reviewed it."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.review.change import EditKind, Meaning, Weight
from consentgen.review.meaning.classes import meaning
from consentgen.review.meaning.view import View, known
from consentgen.tongue import later, said

STATES = {
    "": later("reviewed"),
    "draft": later("a draft that nobody has reviewed"),
    "stale": later("out of date"),
    "missing": later("missing"),
}
ENGLISH = "en"


def english(view: View) -> Iterator[Meaning]:
    """English in place of the translation, or the translation in place of the English."""
    if view.translated and view.pair:
        then, now = view.pair
        if now.language:
            weight = Weight.BLOCK if then.critical or now.critical else Weight.MAJOR
            words = said("English stands here now instead of the translation.")
        else:
            weight = Weight.MAJOR if then.critical or now.critical else Weight.MINOR
            words = said("The translation stands here now instead of the English.")
        yield meaning("language", weight, words)
    elif view.identified and view.kind in (EditKind.ADDED, EditKind.REMOVED):
        gone = view.kind is EditKind.REMOVED
        other = known(view.new if gone else view.old)
        if all(p.language and p.id in other.own for p in view.passages):
            words = (
                said("The English beside the translation is gone.")
                if gone
                else said("English stands beside the translation now.")
            )
            yield meaning("language", Weight.MINOR, words)


def state(view: View) -> Iterator[Meaning]:
    """A translation that was reviewed, or lost its review."""
    if not view.pair or not view.one_language or view.pair[0].state == view.pair[1].state:
        return
    then, now = (p.state for p in view.pair)
    words = said(
        "The translation was {old} and is {new}.",
        old=said(STATES.get(then, then)), new=said(STATES.get(now, now)),
    )  # fmt: skip
    yield meaning("state", Weight.MAJOR if now else Weight.MINOR, words)


def wording(view: View) -> Iterator[Meaning]:
    """Other words: of the template, of a translation alone, or of a text that is not ours."""
    if not (view.edit.old and view.edit.new):
        return
    if view.kind is EditKind.REWRAPPED:
        yield meaning("cosmetic", Weight.INFO, said("The same words, set in another way."))
    elif not view.words_differ or view.translated:
        return
    elif not view.one_language:
        words = said("The words of two languages are not compared: only the facts and the links are.")
        yield meaning("translation", Weight.INFO, words)
    elif not view.pair or not view.same_wording:
        yield meaning("wording", Weight.MINOR, said("The wording changed."))
    elif view.pair[0].pattern != view.pair[1].pattern and _language(view) != ENGLISH:
        if view.pair[0].facts == view.pair[1].facts:
            words = said("The translation was reworded; its English was not.")
            yield meaning("translation", Weight.MINOR, words)
        else:
            words = said(
                "The words around the value changed too; it may be the form that the new value takes."
            )
            yield meaning("translation", Weight.MAJOR, words)


def _language(view: View) -> str:
    """The language of the passage now, without its region."""
    return (view.edit.new[0].language or view.new.language).partition("-")[0]
