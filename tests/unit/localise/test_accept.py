"""Which edits of the English a translation may be carried over."""

from __future__ import annotations

import pytest

from consentgen.localise.accept import accepted, changed_facts, refusal
from tests.catalogues import entry, message

HARMLESS = [
    ("You may stop at any time.", "You may stop at any moment."),
    ("It is a book that you work through.", "It is a book you work through."),
    ("The worker listens - and helps.", "The worker listens, and helps."),
    ("Colour of the leaflet", "Color of the leaflet"),
]
GRAVE = {
    "a number": ("You have 6 sessions.", "You have 8 sessions.", "numbers"),
    "a number in words": ("You have two sessions.", "You have three sessions.", "numbers"),
    "numbers that change places": ("40 did, 60 did not.", "60 did, 40 did not.", "numbers"),
    "all for some": ("Some people feel worse.", "All people feel worse.", "numbers"),
    "a placeholder": ("Call {phone}.", "Call {name}.", "placeholders"),
    "a link": ("See [here](https://a.example).", "See [here](https://b.example).", "links"),
    "an address": ("Write to a@b.example.", "Write to c@b.example.", "links"),
    "not": ("This is not therapy.", "This is therapy.", "negators"),
    "not that moves": (
        "This is not therapy. It is a book.",
        "This is therapy. It is not a book.",
        "negators",
    ),
    "n't": ("It doesn’t help.", "It does help.", "negators"),
    "unable": ("If you are unable to read", "If you are able to read", "negators"),
    "harmless": ("This is harmless.", "This is harm.", "negators"),
    "without": ("You work without a therapist.", "You work with a therapist.", "negators"),
    "may for will": ("It may help.", "It will help.", "sure"),
    "usually": ("You usually wait.", "You wait.", "sure"),
    "strong": ("**Stop** now.", "Stop now.", "markup"),
}


@pytest.mark.parametrize(("before", "after"), HARMLESS)
def test_other_words_alone_do_not_stop_it(before: str, after: str) -> None:
    assert () == changed_facts((before, None), (after, None))
    assert "" == refusal(message("a", after), entry("a", before, "słowa"))


@pytest.mark.parametrize("name", GRAVE)
def test_an_edit_that_may_change_the_meaning_is_refused_by_its_name(name: str) -> None:
    before, after, fact = GRAVE[name]
    assert fact in refusal(message("a", after), entry("a", before, "słowa"))


def test_an_edit_of_the_plural_counts_too() -> None:
    assert ("numbers",) == changed_facts(("a", "all of 2"), ("a", "all of 3"))
    assert ("plural",) == changed_facts(("a", None), ("a", "b"))


REFUSED = {
    "critical": (message("a", "Now.", critical=True), entry("a", "Then.", "x"), "crisis"),
    "missing": (message("a", "Now."), None, "no translation"),
    "empty": (message("a", "Now."), entry("a", "Then."), "no translation"),
    "unchanged": (message("a", "Now."), entry("a", "Now.", "x"), "has not changed"),
    "doubted": (message("a", "Now."), entry("a", "Now.", "x").marked(fuzzy=True), "marked it"),
    "doubted and changed": (message("a", "Now."), entry("a", "Then.", "x").marked(fuzzy=True), "marked it"),
    "guessed": (
        message("a", "Now."),
        entry("a", "Now.", "x").changed(flags=("fuzzy",), previous=("Then.", None), previous_id="b"),
        "marked it",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_accepted_says_why(name: str) -> None:
    one, held, why = REFUSED[name]
    assert why in refusal(one, held)


def test_an_accepted_entry_stands_under_the_english_there_is_now() -> None:
    held = entry("a", "Stop now.", "x").marked(fuzzy=True, previous=("Stop then.", None))
    made = accepted(message("a", "Stop now."), held)
    assert (False, None, ("Stop now.", None), ("x",)) == (made.fuzzy, made.previous, made.source, made.forms)
