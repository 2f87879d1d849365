"""Numbers: parts add up, ranges read back as they were written."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.model.frequency import OUT_OF, largest_remainder, whole
from consentgen.model.quantities import UNITS, NotAQuantity, count, day, duration, spacing
from consentgen.model.values import Count, Duration

quick = settings(derandomize=True, deadline=None, max_examples=300)
weights = st.lists(st.integers(0, 10**7) | st.floats(0, 1e7), min_size=1, max_size=8).filter(
    lambda w: sum(w) >= 1
)
counts = st.tuples(st.integers(1, 9999), st.integers(1, 9999)).map(lambda pair: Count(*sorted(pair)))


@quick
@given(weights, st.integers(1, 1000))
def test_the_parts_of_a_whole_add_up_and_are_within_one_of_exact(weights: list[float], total: int) -> None:
    shown = largest_remainder(weights, total)

    assert total == sum(shown)
    assert all(abs(n - w * total / sum(weights)) < 1.001 for n, w in zip(shown, weights, strict=True))


@quick
@given(weights, st.integers(1, 1000))
def test_a_larger_part_is_never_shown_as_the_smaller(weights: list[float], total: int) -> None:
    shown = largest_remainder(weights, total)
    by_weight = sorted(range(len(weights)), key=lambda i: weights[i])

    for less, more in pairwise(by_weight):
        assert shown[less] <= shown[more] or weights[less] == weights[more]


@quick
@given(
    st.dictionaries(st.sampled_from(["better", "same", "worse"]), st.integers(0, 10**6), min_size=1),
    st.data(),
)
def test_everybody_who_was_counted_is_in_the_picture(parts: dict[str, float], data: st.DataObject) -> None:
    people = int(sum(parts.values())) + data.draw(st.integers(0, 10**6))
    if people == 0:
        with pytest.raises(ValueError, match="of 0 people"):
            whole(parts, people)
        return
    everybody = whole(parts, people)

    assert min(people, OUT_OF) == everybody.denominator == sum(part.shown for part in everybody.parts)
    assert [*parts] == [name for name in everybody.names if name != "unknown"]
    assert ("unknown" in everybody.names) == (sum(parts.values()) < people)


@quick
@given(st.dictionaries(st.sampled_from(["yes", "no"]), st.integers(0, 100), min_size=1), st.integers(1, 100))
def test_more_parts_than_people_are_refused(parts: dict[str, float], fewer: int) -> None:
    with pytest.raises(ValueError, match="the parts add up to"):
        whole(parts, int(sum(parts.values())) - fewer)


@quick
@given(counts)
def test_a_count_reads_back_as_it_is_printed(printed: Count) -> None:
    assert printed == count(str(printed))


@quick
@given(counts, st.sampled_from(UNITS))
def test_a_duration_reads_back_as_it_is_printed(bounds: Count, unit: str) -> None:
    printed = Duration(bounds.low, bounds.high, unit)

    assert printed == duration(str(printed)) == duration(str(printed).upper())


@quick
@given(counts, st.sampled_from(["day", "week", "month"]))
def test_a_spacing_reads_back_as_it_is_printed(bounds: Count, unit: str) -> None:
    printed = Duration(bounds.low, bounds.high, unit)

    assert printed == spacing(f"every {printed}")


@quick
@given(st.dates())
def test_a_day_reads_back_as_it_is_printed(value: date) -> None:
    assert value == day(value.isoformat())


@quick
@given(st.text(alphabet="0123456789 to-–minuteshoursweeky.,", max_size=20))
def test_a_text_is_a_quantity_or_is_refused_with_what_would_be_one(text: str) -> None:
    for read in (count, duration, spacing):
        try:
            found = read(text)
        except NotAQuantity as refused:
            assert refused.fault
            assert refused.expected
        else:
            assert 1 <= found.low <= found.high
