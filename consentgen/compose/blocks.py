"""Blocks of a template, run once for all leaflets that give them the same values.

A template can only choose and repeat, so what a block puts out depends on the names it reads and on
nothing else. Those names stand in its syntax tree; where their values are the same, so is the block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from jinja2 import nodes

from consentgen.model.frequency import Whole
from consentgen.model.leaflet import Statement
from consentgen.once import Kept

ROOT = ""
"""Stands for what a template holds outside its blocks."""
SERVICE = "service"
"""The one name of which a block reads only some fields, two deep: `service.waits.first_session`."""


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


def names_read(chain: Iterable[Mapping[str, Reads]], known: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names each block reads with all blocks inside it, in a template and those it extends.

    Blocks that do not stand alone are left out.

    Args:
        chain: what each of the templates reads.
        known: names a template may use; others belong to its loops.
    """
    allowed = frozenset(known)
    every: dict[str, Reads] = {}
    for reads in chain:
        for name, own in reads.items():
            both = every.setdefault(name, Reads())
            both.names |= own.names
            both.inside |= own.inside
            both.alone &= own.alone
    # A page of blocks differs from leaflet to leaflet: there is no use in keeping it.
    closed = {name: _closed(name, every, set()) for name in every if name != ROOT or not every[ROOT].inside}
    return {
        name: tuple(sorted(read for read in names if read.split(".")[0] in allowed))
        for name, names in closed.items()
        if names is not None
    }


def _closed(name: str, every: Mapping[str, Reads], seen: set[str]) -> set[str] | None:
    seen.add(name)
    reads = every[name]
    below = [_closed(inner, every, seen) for inner in sorted(reads.inside) if inner not in seen]
    if not reads.alone or None in below:
        return None
    return reads.names.union(*filter(None, below))


@dataclass(frozen=True, slots=True)
class Made:
    """What a block put out."""

    text: str
    statements: tuple[Statement, ...]
    wholes: tuple[Whole, ...]


Key = tuple[object, ...]
"""A block with the values it reads."""


def _reader(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """Reads what dotted names stand for, all at once."""
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda space: (read(space),)


class Blocks:
    """The blocks of one template, as far as they have been run."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        """Take the names each block reads."""
        self._read = {block: _reader(read) for block, read in names.items() if read}
        self._fixed = {block for block, read in names.items() if not read}
        self._kept: Kept[Key, Made] = Kept()

    def key(self, block: str, names: object) -> Key:
        """What a block depends on: the same for leaflets in which it puts out the same; empty for never.

        Args:
            block: its name.
            names: what a template may use, as attributes.
        """
        read = self._read.get(block)
        if read is None:
            return (block,) if block in self._fixed else ()
        try:
            key = (block, *[tuple(value) if type(value) is list else value for value in read(names)])
            hash(key)
        except (AttributeError, TypeError):  # a field that is not there, or a whole group of fields
            return ()
        return key

    def find(self, key: Key) -> Made | None:
        """What was kept under a key."""
        return self._kept.get(key)

    def keep(self, key: Key, made: Made) -> None:
        """Keep what a block made."""
        if key:
            self._kept.keep(key, made)
