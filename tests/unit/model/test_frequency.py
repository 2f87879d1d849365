"""One frequency makes the sentence and the picture, so its parts have to add up."""

from __future__ import annotations

import pytest

from consentgen.model.frequency import Frequency, largest_remainder, whole


def shown(counts: dict[str, float], people: int) -> dict[str, int]:
    made = whole(counts, people)
    return {name: part.shown for name, part in zip(made.names, made.parts, strict=True)}


def test_a_hundred_people_or_more_are_told_out_of_a_hundred() -> None:
    assert {"better": 54, "same": 36, "worse": 8, "unknown": 2} == shown(
        {"better": 540, "same": 360, "worse": 80}, 1000
    )


def test_fewer_than_a_hundred_people_are_told_as_they_were_counted() -> None:
    eight = whole({"yes": 8, "no": 82}, 90).part("yes")
    assert (8, 90, True) == (eight.shown, eight.denominator, eight.raw)


def test_whom_nobody_counted_is_a_part_of_its_own() -> None:
    assert ("yes", "unknown") == whole({"yes": 8}, 90).names


def test_where_everybody_was_counted_nobody_is_unknown() -> None:
    assert ("yes", "no") == whole({"yes": 8, "no": 82}, 90).names


def test_thirds_are_rounded_so_that_they_add_up() -> None:
    assert [34, 33, 33] == largest_remainder([1, 1, 1], 100)


def test_the_largest_remainder_gets_what_is_left() -> None:
    # 16.4, 33.8 and 49.8 of 100: floors make 98, and the two parts with .8 get one more each.
    assert [16, 34, 50] == largest_remainder([164, 338, 498], 100)


def test_a_part_is_found_by_its_name() -> None:
    with pytest.raises(KeyError):
        whole({"yes": 1, "no": 1}, 2).part("worse")


@pytest.mark.parametrize(
    ("counts", "people"), [({"yes": 3, "no": 8}, 10), ({"yes": -1}, 10), ({"yes": 0}, 0)]
)
def test_more_parts_than_people_make_no_whole(counts: dict[str, float], people: int) -> None:
    with pytest.raises(ValueError, match="the parts add up to"):
        whole(counts, people)


@pytest.mark.parametrize(
    ("events", "below", "above"),
    [(0, False, False), (3, True, False), (997, False, True), (1000, False, False)],
)
def test_somebody_is_never_nobody_and_not_everybody_is_never_all(
    events: int, below: bool, above: bool
) -> None:
    part = whole({"yes": events, "no": 1000 - events}, 1000).part("yes")
    assert (below, above) == (part.below_one, part.above_all_but_one)


@pytest.mark.parametrize(
    ("events", "people", "expected"),
    [(8, 90, (0.0457, 0.1657)), (0, 10, (0.0, 0.2775)), (10, 10, (0.7225, 1.0))],
)
def test_the_interval_is_wilsons(events: int, people: int, expected: tuple[float, float]) -> None:
    # Worked by hand from (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with z = 1.96.
    interval = Frequency(events, people, events, people).interval()
    assert interval
    assert expected == tuple(round(end, 4) for end in interval)
