"""What two rows have in common is found in bounded memory, and long rows in time that grows as they do."""

from __future__ import annotations

import random

import pytest

from consentgen.review import matches as module
from consentgen.review.matches import increasing, matches


@pytest.mark.parametrize(
    ("numbers", "weights", "places"),
    [
        ([5, 1, 7], [], [1, 2]),
        ([5, 1, 7], [9, 1, 1], [0, 2]),
        ([3, 2, 1], [1, 5, 1], [1]),
        ([1, 2, 3], [], [0, 1, 2]),
        ([], [], []),
    ],
)
def test_the_heaviest_rising_row_is_found(
    numbers: list[int], weights: list[float], places: list[int]
) -> None:
    assert places == increasing(numbers, weights)


def edited(row: list[int], rng: random.Random) -> list[int]:
    """A row with some tokens left out, put in and changed."""
    made: list[int] = []
    for token in row:
        chance = rng.random()
        made += [] if chance < 0.02 else [token, rng.randrange(500)] if chance < 0.04 else [token]
    return made


@pytest.mark.parametrize("spread", [12, 500, 100_000])
def test_anchors_and_windows_find_nearly_all_that_the_whole_table_finds(
    spread: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(spread)
    old = [rng.randrange(spread) for _ in range(4000)]
    new = edited(old, rng)
    best = sum(match.size for match in matches(old, new))
    monkeypatch.setattr(module, "CELLS", 1 << 14)
    monkeypatch.setattr(module, "WINDOW", 512)
    found = matches(old, new)
    assert all(old[i : i + n] == new[j : j + n] for i, j, n in found)
    assert sum(match.size for match in found) > 0.97 * best
