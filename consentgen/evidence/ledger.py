"""The ledger: every evidence record there is, by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from consentgen.evidence.england import DATA, England
from consentgen.evidence.records import read_records
from consentgen.model.evidence import EvidenceRecord, Use
from consentgen.source import read_yaml


@dataclass(frozen=True, slots=True)
class Ledger:
    """Evidence records by id; those of a national table are made when they are asked for."""

    records: Mapping[str, EvidenceRecord]
    national: Mapping[str, EvidenceRecord] = field(default_factory=dict)

    def __contains__(self, key: object) -> bool:
        return key in self.records or key in self.national

    def get(self, key: str) -> EvidenceRecord | None:
        """The record with the id `key`; None where there is none."""
        return self.records.get(key) or self.national.get(key)

    def ids(self) -> list[str]:
        """Every id: shipped records, then a project's own, then the national table."""
        return [*self.records, *self.national]

    def general(self, use: Use) -> list[EvidenceRecord]:
        """The records for one use that no national table holds, shipped ones first."""
        return [record for record in self.records.values() if record.use is use]

    def with_project(self, records: Iterable[EvidenceRecord]) -> Ledger:
        """A ledger that holds `records` too; a record that is here already stays as it is.

        Give this ledger to `read_records` as `taken`, so that an author hears of an id used twice.
        """
        own = {record.id: record for record in records if record.id not in self}
        return Ledger({**self.records, **own}, self.national)


@cache
def load_shipped(folder: Path = DATA) -> Ledger:
    """The ledger shipped with consentgen.

    Raises:
        ValueError: a data file is at fault; the message begins with the place.
    """
    file = folder / "records.yaml"
    document, findings = read_yaml(file.read_bytes(), f"consentgen/evidence/data/{file.name}")
    records: list[EvidenceRecord] = []
    if document:
        records, faults = read_records(document)
        findings += faults
    if findings:
        first = findings[0]
        raise ValueError(f"{first.place}: {first.place.field}: {first.what} ({first.found!r})")
    return Ledger({record.id: record for record in records}, England(folder))
