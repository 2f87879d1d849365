"""The England figures by therapy and problem, as evidence records made when one is asked for."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from consentgen.model.evidence import (
    Assessor,
    Comparator,
    Counts,
    Denominator,
    EvidenceRecord,
    Source,
    Use,
)
from consentgen.model.values import Term
from consentgen.source import shipped_values

MIN_PEOPLE = 10
"""Fewer people than this give no figure: "1 of the 1 people" tells a reader nothing."""
DATA = Path(__file__).parent / "data"
TOTAL = "Total"
"""The table's own name for all problems together."""
EVERY_PROBLEM = "all"
"""What stands in a record's id for all problems together."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One record to be: ids and counts."""

    therapy: str
    """The table's own name."""
    problem: str
    kind: str
    """`change` or `recovery`."""
    people: int
    parts: dict[str, float]


class England(Mapping[str, EvidenceRecord]):
    """Evidence records of the England table by id, for instance `england-2024-25.cbt.all.change`."""

    def __init__(self, folder: Path = DATA) -> None:
        """Read the table and what is the same for all its rows.

        Raises:
            KeyError: the table names a therapy or a problem that `england.yaml` does not.
            ValueError: a file cannot be read as what it is.
        """
        self._shared = shipped_values(folder / "england.yaml")
        text = (folder / self._shared["file"]).read_text(encoding="utf-8")
        self._rows = {self._id(row): row for line in csv.DictReader(text.splitlines()) for row in _rows(line)}
        self._made: dict[str, EvidenceRecord] = {}

    def __getitem__(self, key: str) -> EvidenceRecord:
        if key not in self._made:
            self._made[key] = self._record(key, self._rows[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def therapies(self) -> Mapping[str, Mapping[str, str]]:
        """The catalogue's key and name for each therapy of the table."""
        therapies: Mapping[str, Mapping[str, str]] = self._shared["therapies"]
        return therapies

    @property
    def problems(self) -> Mapping[str, Mapping[str, str]]:
        """The catalogue's key and name for each problem of the table."""
        problems: Mapping[str, Mapping[str, str]] = self._shared["problems"]
        return problems

    def _id(self, row: _Row) -> str:
        problem = EVERY_PROBLEM if row.problem == TOTAL else self.problems[row.problem]["key"]
        return f"{self._shared['id']}.{self.therapies[row.therapy]['key']}.{problem}.{row.kind}"

    def _record(self, key: str, row: _Row) -> EvidenceRecord:
        shared = self._shared
        recovery = row.kind == "recovery"
        return EvidenceRecord(
            id=key,
            use=Use.OUTCOME,
            population=self._population(row),
            therapies=(self.therapies[row.therapy]["key"],),
            problems=() if row.problem == TOTAL else (self.problems[row.problem]["key"],),
            outcome=f"questionnaire-{row.kind}",
            denominator=Denominator.FINISHERS_AT_CASENESS if recovery else Denominator.FINISHERS,
            comparator=Comparator.NONE,
            assessor=Assessor.SELF_REPORT,
            measure=shared["measure"][row.kind],
            follow_up=shared["follow_up"],
            conflict=shared["conflict"],
            result=Counts(row.people, row.parts),
            source=_source(shared["source"]),
            review_by=date.fromisoformat(shared["review_by"]),
            people=row.people,
            caveat=shared["caveat"],
        )

    def _population(self, row: _Row) -> Term:
        """Who was counted; one message for all rows of a kind, in which the therapy and the problem stand."""
        therapy = self.therapies[row.therapy]
        parts = [("therapy", Term(f"therapy.{therapy['key']}.name", therapy["name"]))]
        if row.problem != TOTAL:
            problem = self.problems[row.problem]
            parts.append(("problem", Term(f"problem.{problem['key']}.name", problem["name"])))
        group = "all" if row.problem == TOTAL else "problem"
        pattern = self._shared["population"][group][row.kind]
        text = pattern.format(**{name: part.text for name, part in parts})
        return Term(
            f"evidence.{self._shared['id']}.population.{group}.{row.kind}", text, pattern, tuple(parts)
        )


def _rows(line: Mapping[str, str]) -> Iterator[_Row]:
    """The records one line of the table gives: none where hardly anybody was counted."""
    therapy, problem = line["therapy_type"], line["diagnosis"]
    courses = int(line["count_courses_of_therapy"])
    at_caseness = courses - int(line["count_not_caseness"])
    if courses >= MIN_PEOPLE:
        names = {"better": "improvement", "same": "no_change", "worse": "deterioration"}
        parts = {part: float(line[f"count_ther_{column}"]) for part, column in names.items()}
        yield _Row(therapy, problem, "change", courses, parts)
    if at_caseness >= MIN_PEOPLE:
        recovered = float(line["count_ther_rel_recovery"])
        parts = {"yes": recovered, "no": at_caseness - recovered}
        yield _Row(therapy, problem, "recovery", at_caseness, parts)


def _source(shared: Mapping[str, str]) -> Source:
    return Source(
        title=shared["title"],
        year=int(shared["year"]),
        address=shared["address"],
        read_on=date.fromisoformat(shared["read_on"]),
        note=shared["note"],
    )
