"""Work done once for the parts that leaflets share; what is kept is bounded."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

MOST_KEPT = 512

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
R = TypeVar("R")


class Kept(Generic[K, R]):
    """Results by key, `MOST_KEPT` to twice as many: those not asked for in a long while are forgotten."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._new: dict[K, R] = {}
        self._old: dict[K, R] = {}

    def get(self, key: K) -> R | None:
        """What was kept under `key`, None where nothing is."""
        found = self._new.get(key)
        if found is None and (found := self._old.get(key)) is not None:
            self.keep(key, found)
        return found

    def keep(self, key: K, result: R) -> R:
        """Keep `result`, and give it back."""
        if len(self._new) >= self._most:
            self._old, self._new = self._new, {}
        self._new[key] = result
        return result


def once(make: Callable[[T], R]) -> Callable[[T], R]:
    """`make`, called once for each object; it is told from others by what it is, not by what it equals.

    To hash a section takes longer than most of what is made of it. The object is kept beside the
    result, so that no other can come to stand at its address.
    """
    new: dict[int, tuple[T, R]] = {}
    old: dict[int, tuple[T, R]] = {}

    def made(value: T) -> R:
        nonlocal new, old
        key = id(value)
        found = new.get(key)
        if found is None:
            if len(new) >= MOST_KEPT:
                old, new = new, {}
            found = new[key] = old.get(key) or (value, make(value))
        return found[1]

    return made
