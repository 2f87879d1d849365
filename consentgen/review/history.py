"""In which order decisions were made: each record names the newest ones that stood there before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from consentgen.review.record import Decision, Record


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
        return one in self._number and bool(self._before.get(other, 0) >> self._number[one] & 1)

    def missing_rejections(self) -> dict[str, str]:
        """Ids of rejections that others were made after and that are not there, with their roles."""
        named = {id_: what for record in self.records.values() for id_, what in record.after.items()}
        return {
            id_: role
            for id_, (decision, role) in sorted(named.items())
            if decision == Decision.REJECTED and id_ not in self.records
        }

    def newest(self) -> dict[str, tuple[str, str]]:
        """The records after which none was made: id, decision and role."""
        named = {name for record in self.records.values() for name in record.after}
        return {id_: (one.decision.value, one.role) for id_, one in self.records.items() if id_ not in named}

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
