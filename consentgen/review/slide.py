"""Where words that were put in or taken out can stand in more than one place, the place a reader would see them."""

from __future__ import annotations

from collections.abc import Sequence

from consentgen.review.matches import Match

_SENTENCE_ENDS = frozenset(".!?…。！？؟।")
_CLAUSE_ENDS = frozenset(",;:，、；：،؛-")


def slid(found: Sequence[Match], old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """The same number of words in common, in fewer stretches, and changes that begin where a sentence does.

    `one. two. two.` against `one. two.` can lose `two.` or `. two`; both are as short, the first is read better.
    """
    made = [Match(0, 0, 0)]
    for match in [*found, Match(len(old), len(new), 0)]:
        before = made[-1]
        shift = _shift(before, match, old, new)
        if shift < 0 and before.size + shift == 0 and len(made) > 1:
            made.pop()
        else:
            made[-1] = before._replace(size=before.size + shift)
        if match.size > shift:
            made.append(Match(match.old + shift, match.new + shift, match.size - shift))
    return [match for match in made if match.size]


def _shift(before: Match, after: Match, old: Sequence[str], new: Sequence[str]) -> int:
    """How far to push what stands between two matches: less than 0 to the left, 0 where it stands well."""
    i, j = before.old + before.size, before.new + before.size
    if (i == after.old) == (j == after.new):
        return 0
    row, start, end = (new, j, after.new) if i == after.old else (old, i, after.old)
    left = right = 0
    while left < before.size and row[start - left - 1] == row[end - left - 1]:
        left += 1
    while right < after.size and row[start + right] == row[end + right]:
        right += 1
    if left and left == before.size and start > left:
        return -left
    if right and right == after.size and end + right < len(row):
        return right
    return max(range(-left, right + 1), key=lambda by: (_fit(row, start + by), -abs(by)))


def _fit(row: Sequence[str], place: int) -> int:
    """How well a change may begin before the token at `place`."""
    if not place or row[place - 1][-1:] in _SENTENCE_ENDS:
        return 2
    return int(row[place - 1][-1:] in _CLAUSE_ENDS)
