"""Runs in processes of their own, timed and weighed, and the tables made of them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-23"
"""The day every leaflet is made for, so that no figure expires between two measurements."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process from start to end."""

    seconds: float
    peak_mebibytes: float
    output: str


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how much to measure."""

    folder: Path
    """A temporary folder; nothing is written anywhere else."""
    count: int
    """Descriptors in the large project."""
    quick: bool

    def rounds(self, full: int) -> int:
        """Interleaved rounds: `full`, or a few for a first look."""
        return min(full, 3) if self.quick else full

    def python(self, *arguments: object) -> Run:
        """Python in a process of its own, with fixed hashes and its bytecode kept in our folder.

        Its peak comes from `wait4`, for `getrusage` would give the largest of all children so far.
        """
        own = {"PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)}
        own["PYTHONPYCACHEPREFIX"] = str(self.folder / "bytecode")
        surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | own
        command = [sys.executable, *map(str, arguments)]
        with (self.folder / "output.txt").open("w+") as said:
            start = perf_counter()
            child = subprocess.Popen(command, cwd=self.folder, env=surroundings, stdout=said, stderr=said)
            _, status, used = os.wait4(child.pid, 0)
            seconds = perf_counter() - start
            child.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            output = said.read()
        if child.returncode:
            raise SystemExit(f"{command} ended with {child.returncode}:\n{output}")
        return Run(seconds, used.ru_maxrss / 1024, output)

    def consentgen(self, *arguments: object) -> Run:
        """One call of the command line."""
        return self.python("-m", "consentgen", *arguments)

    def build(self, project: Path, *formats: str) -> Run:
        """One build of a project to some formats (all four where none is named), in a folder of their own."""
        chosen = [f"--format={name}" for name in formats]
        out = project / ("leaflets-" + "-".join(formats))
        return self.consentgen("build", project, "--date", DAY, "--out", out, *chosen)

    def interleaved(self, rounds: int, tasks: Mapping[str, Callable[[], Run]]) -> dict[str, list[Run]]:
        """The runs of each task, one of each in every round, after a first round that does not count."""
        for task in tasks.values():
            task()
        runs: dict[str, list[Run]] = {name: [] for name in tasks}
        for _ in range(rounds):
            for name, task in tasks.items():
                runs[name].append(task())
        return runs


@dataclass(slots=True)
class Table:
    """What was measured, as Markdown."""

    title: str
    columns: tuple[str, ...]
    note: str = ""
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [self.columns, tuple("---" for _ in self.columns), *self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return "\n\n".join(part for part in (f"### {self.title}", table, self.note) if part) + "\n"


def seconds(runs: list[Run]) -> float:
    """The median time of some runs."""
    return median(run.seconds for run in runs)


def ratio(mine: list[float], theirs: list[float]) -> float:
    """The median of what each round gives as `mine` over `theirs`; below 1 we are quicker."""
    return median(a / b for a, b in zip(mine, theirs, strict=True))
