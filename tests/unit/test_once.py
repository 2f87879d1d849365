"""What is worked out is kept for a while, and never taken for another's."""

from __future__ import annotations

from consentgen.once import MOST_KEPT, Kept, once


def test_what_is_kept_is_found_again() -> None:
    kept: Kept[str, int] = Kept()
    assert 6 == kept.keep("sessions", 6)
    assert (6, None) == (kept.get("sessions"), kept.get("weeks"))


def test_what_is_asked_for_now_and_then_outlives_what_is_not() -> None:
    kept: Kept[int, int] = Kept(most=10)
    for number in range(100):
        kept.keep(number, number)
        assert 0 == kept.get(0) or number == 0 or kept.keep(0, 0) == 0
    assert (0, None) == (kept.get(0), kept.get(50))


def test_no_more_than_twice_the_bound_is_kept() -> None:
    kept: Kept[int, int] = Kept(most=10)
    for number in range(1000):
        kept.keep(number, number)
    assert 20 >= sum(kept.get(number) is not None for number in range(1000))


def test_a_thing_is_made_once_for_each_object() -> None:
    calls: list[list[str]] = []

    @once
    def shout(words: list[str]) -> str:
        calls.append(words)
        return " ".join(words).upper()

    one, equal = ["a", "b"], ["a", "b"]
    assert ["A B", "A B", "A B"] == [shout(one), shout(one), shout(equal)]
    assert [one, equal] == calls


def test_an_object_that_is_gone_is_never_taken_for_a_new_one_at_its_address() -> None:
    @once
    def first(words: list[int]) -> int:
        return words[0]

    assert list(range(3 * MOST_KEPT)) == [first([number]) for number in range(3 * MOST_KEPT)]
