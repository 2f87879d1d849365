"""Natural frequencies: one value makes the sentence, the icon array and the JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, sqrt

OUT_OF = 100
"""The one denominator of a leaflet (Trevena 2013; IPDAS: the same denominator throughout)."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """`events` of `people`, with the count to print.

    A fraction of fewer than 100 people is printed as it was counted ("8 of the 90 people"),
    a larger one out of 100. `shown` is fixed when the frequencies of a whole are made
    together, so that the parts add up.
    """

    events: float
    people: int
    shown: int
    """Icons filled and number printed, of `denominator`."""
    denominator: int
    counted: bool = True
    """Whether `people` were really counted; False for a rate published without them."""

    @property
    def raw(self) -> bool:
        """Whether the people are too few for a rate."""
        return self.denominator != OUT_OF

    @property
    def below_one(self) -> bool:
        """Somebody, but fewer than 1 out of 100."""
        return self.shown == 0 and self.events > 0

    @property
    def above_all_but_one(self) -> bool:
        """Not everybody, but more than 99 out of 100."""
        return self.shown == self.denominator and self.events < self.people

    def interval(self) -> tuple[float, float] | None:
        """The 95% Wilson score interval, as shares from 0 to 1; None where nobody knows how many were counted.

        Source: Wilson EB (1927), J Am Stat Assoc 22:209-212, with z = 1.96.
        """
        if not self.counted:
            return None
        n, p, z = self.people, self.events / self.people, 1.959964
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Whole:
    """Everybody who was counted, split into parts that add up to all of them."""

    parts: tuple[Frequency, ...]
    names: tuple[str, ...]
    """One name for each part, for instance `better`, `same`, `worse`, `unknown`."""

    @property
    def denominator(self) -> int:
        """100, or the number of people where they are fewer."""
        return self.parts[0].denominator

    def part(self, name: str) -> Frequency:
        """The frequency called `name`.

        Raises:
            KeyError: no part has that name.
        """
        return dict(zip(self.names, self.parts, strict=True))[name]


def whole(counts: dict[str, float], people: int, *, counted: bool = True) -> Whole:
    """Split `people` into the counted parts and, where they fall short, a part `unknown`.

    Args:
        counts: events by name, in the order to print; none negative.
        people: everybody counted; at least 1, and at least the sum of `counts`.
        counted: False when `people` only stands for the base of a published rate.

    Raises:
        ValueError: the parts are more than the people.
    """
    total = sum(counts.values())
    if people < 1 or min(counts.values(), default=0) < 0 or total > people + 1e-9:
        raise ValueError(f"the parts add up to {total:g} of {people} people")
    named = dict(counts)
    if people - total > 1e-9:
        named["unknown"] = people - total
    denominator = OUT_OF if people >= OUT_OF else people
    shown = largest_remainder(list(named.values()), denominator)
    parts = tuple(
        Frequency(events, people, count, denominator, counted)
        for events, count in zip(named.values(), shown, strict=True)
    )
    return Whole(parts, tuple(named))


def largest_remainder(weights: Sequence[float], total: int) -> list[int]:
    """Whole numbers in proportion to `weights` that add up to `total`.

    Hare quota; of equal remainders the first wins, so the same input gives the same output.
    """
    everything = sum(weights)
    exact = [w * total / everything for w in weights]
    counts = [floor(x + 1e-9) for x in exact]
    order = sorted(range(len(exact)), key=lambda i: (counts[i] - exact[i], i))
    for i in order[: total - sum(counts)]:
        counts[i] += 1
    return counts
