"""States are worked out of hashes and sign-offs, every time anew."""

from __future__ import annotations

from datetime import date

import pytest

from consentgen.localise.entry import Entry
from consentgen.localise.message import SourceMessage
from consentgen.localise.reviews import Person, Review, added, read_reviews, signed
from consentgen.localise.standing import counts, standing, standings
from consentgen.localise.state import State
from tests.catalogues import entry, message

DAY = date(2026, 11, 23)
STOP, CHOOSE = message("stop", "You may stop."), message("choose", "You choose.", critical=True)
WORDS = entry("stop", "You may stop.", "Możesz przerwać.")
CHOICE = entry("choose", "You choose.", "Ty decydujesz.")
ONE, OTHER = Person("Ann Example", "clinician"), Person("Ben Example", "translator")


def state(one: SourceMessage, held: Entry | None, *reviews: Review) -> State:
    return standing(one, held.translation("pl.po") if held else None, reviews).state


def sign(one: SourceMessage, held: Entry, *people: Person) -> list[Review]:
    return [signed(one, held.translation("pl.po"), person, DAY) for person in people]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (None, State.MISSING),
        (entry("stop", "You may stop."), State.MISSING),
        (entry("stop", "You may stop.", "  "), State.MISSING),
        (entry("stop", "You may stop.", "a", "You may stops.", "", "c"), State.MISSING),
        (WORDS.changed(source=("You can stop.", None)), State.STALE),
        (WORDS.marked(fuzzy=True, previous=("You can stop.", None)), State.STALE),
        (WORDS.marked(fuzzy=True), State.STALE),
        (WORDS, State.DRAFT),
    ],
)
def test_a_state_comes_from_the_words_alone(held: Entry | None, expected: State) -> None:
    assert expected is state(STOP, held)


def test_a_signed_translation_is_reviewed() -> None:
    assert State.REVIEWED is state(STOP, WORDS, *sign(STOP, WORDS, ONE))


def test_a_changed_letter_of_the_translation_voids_the_sign_off() -> None:
    reviews = sign(STOP, WORDS, ONE)
    assert State.DRAFT is state(STOP, WORDS.changed(forms=("Możesz przerwac.",)), *reviews)


def test_changed_english_voids_the_sign_off_and_coming_back_restores_it() -> None:
    reviews = sign(STOP, WORDS, ONE)
    assert State.STALE is state(message("stop", "You can stop."), WORDS, *reviews)
    assert State.REVIEWED is state(STOP, WORDS, *reviews)


def test_a_sign_off_of_another_statement_with_the_same_words_counts_for_nothing() -> None:
    other = message("other", "You may stop.")
    assert State.DRAFT is state(STOP, WORDS, *sign(other, WORDS, ONE))


def test_what_is_critical_needs_two_people() -> None:
    assert State.DRAFT is state(CHOOSE, CHOICE, *sign(CHOOSE, CHOICE, ONE))
    assert State.REVIEWED is state(CHOOSE, CHOICE, *sign(CHOOSE, CHOICE, ONE, OTHER))


@pytest.mark.parametrize("again", ["Ann Example", "ANN EXAMPLE", " ann   example ", "Ａnn Example"])
def test_one_person_who_signs_twice_is_one_person(again: str) -> None:
    twice = [*sign(CHOOSE, CHOICE, ONE), *sign(CHOOSE, CHOICE, Person(again, "manager"))]
    assert State.DRAFT is state(CHOOSE, CHOICE, *twice)


def accepted(before: SourceMessage, after: SourceMessage, held: Entry) -> Review:
    made = signed(after, held.translation("pl.po"), OTHER, DAY)
    return Review(made.id, made.source, made.target, made.who, made.role, made.date, before.hash)


def test_an_accepted_edit_keeps_the_sign_off_of_the_english_before_it() -> None:
    edited = message("stop", "You may stop now.")
    carried = WORDS.changed(source=("You may stop now.", None))
    reviews = [*sign(STOP, WORDS, ONE), accepted(STOP, edited, carried)]
    assert State.REVIEWED is state(edited, carried, *reviews)


def test_an_acceptance_is_no_sign_off() -> None:
    edited = message("stop", "You may stop now.")
    carried = WORDS.changed(source=("You may stop now.", None))
    assert State.DRAFT is state(edited, carried, accepted(STOP, edited, carried))


def test_acceptances_that_lead_in_a_circle_end() -> None:
    edited = message("stop", "You may stop now.")
    circle = [accepted(STOP, edited, WORDS), accepted(edited, STOP, WORDS)]
    assert State.DRAFT is state(STOP, WORDS, *circle)


def test_states_are_counted_in_the_order_of_the_messages() -> None:
    held = {"stop": WORDS.translation("pl.po")}
    found = standings((CHOOSE, STOP), held, ())
    assert [State.MISSING, State.DRAFT] == [one.state for one in found]
    assert {State.MISSING: 1, State.STALE: 0, State.DRAFT: 1, State.REVIEWED: 0} == counts(found)


def test_a_line_of_the_file_reads_back_as_the_sign_off() -> None:
    reviews = [*sign(STOP, WORDS, ONE), accepted(STOP, CHOOSE, WORDS)]
    assert (reviews, []) == read_reviews(added(b"", reviews), "reviews.jsonl")


def test_a_last_line_without_an_end_is_not_joined_with_the_next() -> None:
    [review] = sign(STOP, WORDS, ONE)
    data = added(added(b"", [review]).rstrip(b"\n"), [review])
    assert ([review, review], []) == read_reviews(data, "reviews.jsonl")
