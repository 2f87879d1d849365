"""Runs in processes of their own, timed and weighed, and the tables made of them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import truediv
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


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how much to measure."""

    folder: Path
    """A temporary folder; nothing is written anywhere else."""
    count: int
    """Descriptors in the large project."""
    quick: bool

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
        return Run(seconds, used.ru_maxrss / 1024)

    def build(self, project: Path, *formats: str) -> Run:
        """One build of a project to some formats, in a folder of their own."""
        chosen = [f"--format={name}" for name in formats]
        out = project / ("leaflets-" + "-".join(formats))
        return self.python("-m", "consentgen", "build", project, "--date", DAY, "--out", out, *chosen)

    def compare(self, table: Table, rounds: int, tasks: Mapping[str, Callable[[], Run]]) -> Table:
        """`table` with a row for each task, the first of them ours.

        Every round runs each task once, after a first round that does not count; 3 are enough to be quick.
        """
        times: dict[str, list[float]] = {name: [] for name in tasks}
        for counts in (False, *[True] * (min(rounds, 3) if self.quick else rounds)):
            for name, task in tasks.items():
                run = task()
                times[name] += [run.seconds] if counts else []
        mine = next(iter(times.values()))
        for name, theirs in times.items():
            speed = f"{table.pages / median(theirs):.0f}" if table.pages else ""
            quotient = f"{median(map(truediv, mine, theirs)):.2f}" if theirs is not mine else ""
            table.rows.append((name, f"{median(theirs):.3f}", speed, quotient))
        return table


@dataclass(slots=True)
class Table:
    """What was measured, as Markdown."""

    title: str
    note: str
    pages: int = 0
    """How many a run makes, 0 where pages are not the matter."""
    columns: tuple[str, ...] = ("", "seconds", "a second", "ours over theirs")
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [self.columns, tuple("---" for _ in self.columns), *self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return f"### {self.title}\n\n{table}\n\n{self.note}\n"
