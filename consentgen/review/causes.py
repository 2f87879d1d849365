"""What was edited so that a passage changed: its wording, a value, an evidence record, its place, its translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from consentgen.model.reading import Passage
from consentgen.model.values import Fact
from consentgen.review.change import Cause, Compared, Edit, EditKind

PLACES = (EditKind.MOVED, EditKind.MOVED_REWORDED, EditKind.REORDERED, EditKind.MARKED)
SOURCE = "en"


class Causes:
    """The causes of edits, seen over all texts: a translation has changed alone where its English has not.

    Args:
        texts: Every pair of texts in one diff.
    """

    def __init__(self, texts: Sequence[Compared]) -> None:
        self._english: dict[str, bool] = {}
        """Ids of statements that stand in English on both sides, and whether their wording differs somewhere."""
        moved: list[frozenset[str]] = []
        for text in texts:
            english = _language(text.new.language) == SOURCE
            for edit in text.edits:
                if not _one(edit):
                    continue
                old, new = edit.old[0], edit.new[0]
                if english and not (old.language or new.language):
                    self._english[new.id] = self._english.get(new.id, False) or old.pattern != new.pattern
                if edit.kind is not EditKind.SAME and any(_moved(old, new)):
                    moved.append(_records(old, new))
        self._records = _fewest(moved)

    def of(self, edit: Edit) -> tuple[Cause, ...]:
        """Each cause of an edit; never none."""
        if not (_one(edit) or (_one_side(edit) and (*edit.old, *edit.new)[0].id)):
            return (Cause("text", ""),)
        if not _one(edit):
            return (Cause("wording", (*edit.old, *edit.new)[0].id),)
        found = tuple(dict.fromkeys(self._found(edit, edit.old[0], edit.new[0])))
        return found or (self._wording(edit.new[0].id),)

    def _found(self, edit: Edit, old: Passage, new: Passage) -> Iterator[Cause]:
        values = list(_moved(old, new))
        # Another number may take another form of the same message: a plural is no edit of the wording.
        form_alone = values and old.wording and old.wording == new.wording
        if (old.pattern != new.pattern and not form_alone) or old.language != new.language:
            yield self._wording(new.id)
        records = [record for record in self._records if record in _records(old, new)] if values else []
        yield from (Cause("evidence", record) for record in records)
        if not records:
            yield from (Cause("value", value) for value in values)
        if edit.kind in PLACES:
            yield Cause("arrangement", new.id)

    def _wording(self, name: str) -> Cause:
        """Other words of a statement: its English is the cause if it differs, or is not there to be seen."""
        return Cause("wording" if self._english.get(name, True) else "translation", name)


def _one(edit: Edit) -> bool:
    """Whether it is one statement of ours, then and now."""
    return len(edit.old) == len(edit.new) == 1 and bool(edit.old[0].id and edit.new[0].id)


def _one_side(edit: Edit) -> bool:
    return edit.kind in (EditKind.ADDED, EditKind.REMOVED)


def _language(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


def _records(old: Passage, new: Passage) -> frozenset[str]:
    return frozenset((*old.evidence, *new.evidence))


def _moved(old: Passage, new: Passage) -> Iterator[str]:
    """Each fact that differs, as `30 minutes → 45 minutes`."""
    for name in old.facts.keys() & new.facts.keys():
        was, now = old.facts[name], new.facts[name]
        if was != now:
            yield f"{_shown(was)} → {_shown(now)}"


def _shown(fact: Fact) -> str:
    if isinstance(fact, list):
        return " to ".join(dict.fromkeys(map(str, fact)))
    return str(fact)


def _fewest(sets: Iterable[frozenset[str]]) -> list[str]:
    """The fewest records that every statement with a moved figure rests on: the likeliest to have been edited."""
    left = [records for records in sets if records]
    chosen = []
    while left:
        counts = Counter(record for records in left for record in records)
        best = min(counts, key=lambda record: (-counts[record], record))
        chosen.append(best)
        left = [records for records in left if best not in records]
    return sorted(chosen)
