"""Blocks of a template, run once for all leaflets that give them the same values.

A template can only choose and repeat, so what a block puts out depends on the names it reads and on
nothing else. Those names stand in its syntax tree; where their values are the same, so is the block.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from operator import attrgetter
from types import SimpleNamespace

from jinja2 import nodes

from consentgen.model.dose import ContactTime
from consentgen.model.frequency import Whole
from consentgen.model.leaflet import Statement
from consentgen.model.values import Count, Duration, Email, Name, Phone, Url, Words
from consentgen.once import Kept

ROOT = ""
"""Stands for what a template holds outside its blocks."""
SERVICE = "service"
"""The one name of which a block reads only some fields, two deep: `service.waits.first_session`."""
_BY_VALUE = {
    str, int, bool, date, type(None), Words, Name, Phone, Email, Url, Count, Duration, ContactTime,
}  # fmt: skip
"""Small values that are told apart by what they hold."""


@dataclass(slots=True)
class Reads:
    """What a block reads."""

    names: set[str] = field(default_factory=set)
    """For instance `grade`, and `service.waits.first_session` for a field of the service."""
    inside: set[str] = field(default_factory=set)
    """Blocks inside it."""
    alone: bool = True
    """False where it includes a template or sees the variables of a loop around it."""


def reads_of(template: nodes.Template) -> dict[str, Reads]:
    """What each block of a template reads, and what is read outside them."""
    found = {ROOT: Reads()}
    _gather(template, found[ROOT], found)
    return found


def _gather(node: nodes.Node, reads: Reads, found: dict[str, Reads]) -> None:
    for child in node.iter_child_nodes():
        match child:
            case nodes.Block():
                reads.inside.add(child.name)
                _gather(child, found.setdefault(child.name, Reads(alone=not child.scoped)), found)
            case nodes.Getattr(node=nodes.Getattr(node=nodes.Name(name="service"), attr=group), attr=name):
                reads.names.add(f"{SERVICE}.{group}.{name}")
            case nodes.Getattr(node=nodes.Name(name="service"), attr=name):
                reads.names.add(f"{SERVICE}.{name}")
            case nodes.Name(name=name):
                reads.names.add(name)
            case _:
                reads.alone &= not isinstance(child, nodes.Include)
                _gather(child, reads, found)


def names_read(chain: Iterable[Mapping[str, Reads]]) -> dict[str, tuple[str, ...]]:
    """The names each block reads with all blocks inside it, in a template and those it extends.

    Blocks that do not stand alone are left out.
    """
    every: dict[str, Reads] = {}
    for reads in chain:
        for name, own in reads.items():
            both = every.setdefault(name, Reads())
            both.names |= own.names
            both.inside |= own.inside
            both.alone &= own.alone
    # A page of blocks differs from leaflet to leaflet: there is no use in keeping it.
    closed = {name: _closed(name, every, set()) for name in every if name != ROOT or not every[ROOT].inside}
    return {name: tuple(sorted(names)) for name, names in closed.items() if names is not None}


def _closed(name: str, every: Mapping[str, Reads], seen: set[str]) -> set[str] | None:
    seen.add(name)
    reads = every[name]
    below = [_closed(inner, every, seen) for inner in sorted(reads.inside) if inner not in seen]
    if not reads.alone or None in below:
        return None
    return reads.names.union(*filter(None, below))


class Values:
    """What the names of one leaflet stand for, and by what each is told from others."""

    def __init__(self, names: Mapping[str, object]) -> None:
        """Take the names a template may use, the service among them."""
        self.names = names
        self._space = SimpleNamespace(**names)
        self._marks: dict[str, object] = {}

    def object(self, name: str) -> object:
        """What a name that a block reads stands for; None where there is none, as of a loop's own name."""
        try:
            return _reader(name)(self._space)
        except AttributeError:
            return None

    def mark(self, name: str) -> object:
        """The same for two leaflets where a name stands for the same in both."""
        found = self._marks.get(name)
        if found is None:
            found = self._marks[name] = _mark(self.object(name))
        return found


@cache
def _reader(name: str) -> attrgetter[object]:
    """Reads what a dotted name stands for; templates have no more than some hundred of them."""
    return attrgetter(name)


def _mark(value: object) -> object:
    if type(value) in _BY_VALUE:
        return value
    return tuple(map(_mark, value)) if isinstance(value, list) else id(value)


@dataclass(frozen=True, slots=True)
class Made:
    """What a block put out."""

    read: tuple[object, ...]
    """What it read: as long as these are kept, nothing else has their identity."""
    text: str
    statements: tuple[Statement, ...]
    wholes: tuple[Whole, ...]


class Blocks:
    """The blocks of one template, as far as they have been run."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        """Take the names each block reads."""
        self._names = names
        self._kept: Kept[tuple[object, ...], Made] = Kept()

    def find(self, block: str, values: Values) -> Made | None:
        """What a block made of these values before."""
        names = self._names.get(block)
        return None if names is None else self._kept.get(_key(block, names, values))

    def keep(self, block: str, values: Values, made: Made) -> None:
        """Keep what a block made of these values."""
        names = self._names.get(block)
        if names is not None:
            self._kept.keep(_key(block, names, values), made)

    def read(self, block: str, values: Values) -> tuple[object, ...]:
        """The values a block reads."""
        return tuple(map(values.object, self._names.get(block, ())))


def _key(block: str, names: tuple[str, ...], values: Values) -> tuple[object, ...]:
    return (block, *map(values.mark, names))
