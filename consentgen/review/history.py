"""In which order decisions were made: each record names the newest ones that stood there before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from consentgen.review.record import Record


@dataclass(slots=True)
class History:
    """The records of one leaflet in one language, each with what came before it."""

    records: dict[str, Record]
    """By id."""
    _number: dict[str, int] = field(default_factory=dict)
    _before: dict[str, int] = field(default_factory=dict)
    """For each id the bits of all that came before it, the missing ones among them."""

    def before(self, one: str, other: str) -> bool:
        """Whether the record `one` was there when `other` was made."""
        return bool(self._before.get(other, 0) >> self._number[one] & 1)

    def missing(self) -> list[str]:
        """Ids of records that others were made after and that are not there."""
        return sorted(set(self._number) - set(self.records))

    def in_doubt(self, one: str) -> str:
        """Id of a missing record that may have overturned this one; empty where there is none."""
        return next((gone for gone in self.missing() if not self.before(gone, one)), "")

    def newest(self) -> tuple[str, ...]:
        """Ids of the records after which none was made."""
        named = {name for record in self.records.values() for name in record.after}
        return tuple(sorted(set(self.records) - named))

    def in_order(self) -> list[Record]:
        """The records, each behind those that came before it."""
        return sorted(self.records.values(), key=lambda r: (self._before[r.id].bit_count(), r.date, r.id))


def history(records: Iterable[Record]) -> History:
    """The history that some records tell."""
    by_id = {record.id: record for record in records}
    ids = sorted({*by_id, *(name for record in by_id.values() for name in record.after)})
    made = History(by_id, {id_: number for number, id_ in enumerate(ids)})
    left = list(by_id)
    while left:
        record = by_id[left[-1]]
        ahead = [name for name in record.after if name in by_id and name not in made._before]
        if ahead:
            left += ahead
            continue
        left.pop()
        bits = 0
        for name in record.after:
            bits |= made._before.get(name, 0) | 1 << made._number[name]
        made._before[record.id] = bits
    return made
