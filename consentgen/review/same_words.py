"""Whether two files say the same words, and how alike they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from consentgen.model.reading import Reading
from consentgen.review.hashes import fold

_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]")
_SET = frozenset(":：•◦▪●○·*_\\>")
"""Marks that one format sets and another does not: behind labels, and before items."""


def tokens(text: Reading) -> list[str]:
    """Every word and mark a reader sees, in order, however they are set."""
    return [*_tokens(text)]


def says_the_same(old: Reading, new: Reading) -> bool:
    """Whether both say the same words in the same order, and the new one leads to no other place."""
    ours, theirs = tokens(old), tokens(new)
    if old.stream or new.stream:
        # What was read from shapes on a page has lost where words end.
        same = "".join(ours) == "".join(theirs)
    else:
        same = ours == theirs
    return same and targets(new) <= targets(old)


def targets(text: Reading) -> frozenset[str]:
    """Where its links lead outside of it."""
    links = (link.target for passage in text.passages for link in passage.links)
    return frozenset(target.rstrip("/") for target in links if not target.startswith("#"))


def likeness(old: Reading, new: Reading) -> float:
    """The share of words that both have, from 0 to 1, whatever their order."""
    ours, theirs = Counter(_tokens(old)), Counter(_tokens(new))
    every = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / every if every else 0.0


def _tokens(text: Reading) -> Iterator[str]:
    for passage in text.passages:
        yield from (token for token in _TOKEN.findall(fold(passage.text)) if token not in _SET)
