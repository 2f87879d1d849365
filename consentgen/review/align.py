"""Which passages of two texts belong together: by id where both have them, else by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from consentgen.model.reading import Passage, Reading
from consentgen.review.alike import Pair, alike, alone
from consentgen.review.cover import Cover, covered, part_of
from consentgen.review.spread import FREE

_BULLET = re.compile(r"(?:^|(?<=\s))[•◦▪▫‣●○■□⁃]\s+")


@dataclass(frozen=True, slots=True)
class Aligned:
    """The passages of two texts, and which of them belong together."""

    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    """Those of a text without ids may be parts of what its file holds."""
    pairs: tuple[Pair, ...]
    """Each passage in exactly one of them, in no order."""


def aligned(old: Reading, new: Reading) -> Aligned:
    """Ids where both have them; a text without ids along the one with; else by the words of passages."""
    if len(old.passages) == len(new.passages) == _alike_ahead(old.passages, new.passages):
        return Aligned(old.passages, new.passages, tuple(Pair((n,), (n,)) for n in range(len(new.passages))))
    if old.identified and new.identified:
        return Aligned(old.passages, new.passages, tuple(_by_id(old.passages, new.passages)))
    if old.identified or (new.stream and not new.identified):
        return _along(old, new)
    if new.identified or old.stream:
        turned = _along(new, old)
        return Aligned(turned.new, turned.old, tuple(Pair(p.new, p.old, p.sure) for p in turned.pairs))
    return Aligned(old.passages, new.passages, tuple(alike(old.passages, new.passages)))


def _along(known: Reading, other: Reading) -> Aligned:
    """The words of one text cut along the passages of another, which stays as it is unless it has none either."""
    passages = known.passages
    if known.stream and not known.identified:
        passages = covered((), _unmarked(passages), stream=True).passages
    words = _unmarked(other.passages) if other.stream else other.passages
    cover = covered(passages, words, stream=other.stream)
    held: dict[int, list[int]] = {}
    for place, owner in enumerate(cover.owners):
        if owner != FREE:
            held.setdefault(owner, []).append(place)
    pairs = alike(passages, cover.passages, held)
    return (
        Aligned(passages, cover.passages, tuple(pairs))
        if other.stream
        else _whole(passages, other, cover, pairs)
    )


def _whole(known: tuple[Passage, ...], other: Reading, cover: Cover, pairs: Sequence[Pair]) -> Aligned:
    """Sentences of one paragraph that belong to nothing stand together again."""
    free = {pair.new[0] for pair in pairs if not pair.old}
    made: list[Passage] = []
    now: dict[int, int] = {}
    for (place, is_free), run in groupby(
        enumerate(cover.sources), key=lambda at: (at[1].place, at[0] in free)
    ):
        held = list(run)
        whole = other.passages[place]
        words = whole.text[held[0][1].start : held[-1][1].end]
        parts = [part_of(whole, words, whole.kind)] if is_free else [cover.passages[j] for j, _ in held]
        now |= {j: len(made) + (0 if is_free else n) for n, (j, _) in enumerate(held)}
        made += parts
    turned = dict.fromkeys(Pair(p.old, tuple(now[j] for j in p.new), p.sure) for p in pairs)
    return Aligned(known, tuple(made), tuple(turned))


def _unmarked(passages: Sequence[Passage]) -> list[Passage]:
    """Pages without the marks before the items of their lists."""
    return [replace(passage, text=_BULLET.sub("", passage.text)) for passage in passages]


def _by_id(old: Sequence[Passage], new: Sequence[Passage]) -> list[Pair]:
    """By id; among passages of one id by their words, then by their order."""
    head = _alike_ahead(old, new)
    tail = _alike_ahead(old[head:][::-1], new[head:][::-1])
    pairs = [Pair((n,), (n,)) for n in range(head)]
    pairs += (Pair((len(old) - n,), (len(new) - n,)) for n in range(1, tail + 1))
    groups: dict[str, tuple[list[int], list[int]]] = {}
    for side, passages in enumerate((old, new)):
        for place in range(head, len(passages) - tail):
            groups.setdefault(passages[place].id, ([], []))[side].append(place)
    for name, (olds, news) in groups.items():
        if len(olds) == len(news) == 1:
            pairs.append(Pair((olds[0],), (news[0],)))
        elif not (olds and news):
            pairs += alone(olds, news)
        else:
            found = alike([old[i] for i in olds], [new[j] for j in news])
            found = _by_order(found) if name else found
            pairs += (
                Pair(tuple(olds[i] for i in p.old), tuple(news[j] for j in p.new), p.sure) for p in found
            )
    return pairs


def _alike_ahead(old: Sequence[Passage], new: Sequence[Passage]) -> int:
    """With how many passages of the same id and words both begin."""
    both = enumerate(zip(old, new, strict=False))
    unlike = (n for n, (a, b) in both if a is not b and (a.id != b.id or a.text != b.text))
    return next(unlike, min(len(old), len(new)))


def _by_order(found: Sequence[Pair]) -> list[Pair]:
    """Passages of one id, none of them split; what has no like is taken in order."""
    whole = [Pair(p.old[:1], p.new[:1]) for p in found if p.old and p.new]
    held_old, held_new = {i for p in whole for i in p.old}, {j for p in whole for j in p.new}
    lost = sorted(i for p in found for i in p.old if i not in held_old)
    fresh = sorted(j for p in found for j in p.new if j not in held_new)
    count = min(len(lost), len(fresh))
    together = [Pair((i,), (j,)) for i, j in zip(lost, fresh, strict=False)]
    return [*whole, *together, *alone(lost[count:], fresh[count:])]
