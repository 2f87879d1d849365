"""How long a comparison takes, as a text grows and for a whole project, beside the same peers."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from time import perf_counter

from consentgen.build.desk import desk_of
from consentgen.build.prepare import Into, Preparer
from consentgen.build.project import open_project
from consentgen.build.translation import translated
from consentgen.localise.plurals import PINNED
from consentgen.model.reading import Reading
from consentgen.places import shipped
from consentgen.review.compare import compare
from consentgen.review.group import grouped
from consentgen.review.leaflet_reading import reading
from tests.starter import AS_OF

from .differs import Differ, difflib_words, git, lxml_html, ours, redlines
from .measure import Bench, Table
from .pairs import EditPair, Marked
from .projects import project

PATIENCE_SECONDS = 60
"""A tool that took longer is not asked about a larger text."""
TOOLS: dict[str, Differ] = {
    "consentgen": ours,
    "`git diff --word-diff`": git,
    "difflib": difflib_words,
    "redlines": redlines,
    "lxml.html.diff": lxml_html,
}
SENTENCE = "This leaflet is here to help you decide."


def growth(bench: Bench) -> Table:
    """Texts of our own making of 100 KB and 1 MB, with few edits, many, and rewritten; as passages and as one."""
    sizes = (30_000, 100_000) if bench.quick else (100_000, 1_000_000)
    table = Table(
        "Time for one long text",
        f"Seconds; in brackets ours over theirs. A dash: over {PATIENCE_SECONDS} seconds at a smaller size. "
        "Words drawn as languages use them, few of them often.",
        columns=("", *TOOLS),
    )
    slow: set[str] = set()
    for size in sizes:
        for what, changed in (("few edits", 0.002), ("many edits", 0.15), ("rewritten", 1.0)):
            for shape, length in (("paragraphs", 4), ("one paragraph", size)):
                pair = _texts(size, changed, length)
                times = {
                    tool: _time(differ, pair)
                    for tool, differ in TOOLS.items()
                    if (tool, what, shape) not in slow
                }
                slow |= {(tool, what, shape) for tool, seconds in times.items() if seconds > PATIENCE_SECONDS}
                mine = times["consentgen"]
                told = [f"{times[t]:.2f} ({mine / times[t]:.2g})" if t in times else "–" for t in TOOLS]
                table.rows.append((f"{size // 1000} KB, {what}, {shape}", *told))
    return table
