"""How long a comparison takes, as a text grows and for a whole project, beside the same peers."""

from __future__ import annotations

import multiprocessing
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import median
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

from .differs import difflib_says, git_says, lxml_says, redlines_says
from .measure import Bench, Table
from .pairs import EditPair, Marked
from .projects import project

PATIENCE_SECONDS = 30
OURS = "consentgen"
TOOLS: dict[str, Callable[[EditPair], object]] = {
    OURS: lambda pair: compare(pair.reading("old"), pair.reading("new")),
    "`git diff --word-diff`": git_says,
    "difflib": difflib_says,
    "redlines": redlines_says,
    "lxml.html.diff": lxml_says,
}
EDITS = {"few edits": 0.002, "many edits": 0.15, "rewritten": 1.0}
"""Share of the words that are others."""
SENTENCE = "This leaflet is here to help you decide."
SAMPLE = 52
"""Pairs of leaflets that the peers are given, ours too beside them."""


def growth(bench: Bench) -> Table:
    """Texts of 100 KB and 1 MB with few edits, many, and rewritten; in paragraphs, and as one paragraph."""
    sizes = (20_000, 60_000) if bench.quick else (100_000, 1_000_000)
    table = Table(
        "Time for one long text",
        f"Seconds, once; in brackets ours over theirs. No tool was given more than {PATIENCE_SECONDS} seconds. "
        "Words of our own making, few of them often, as in any language.",
        columns=("", *TOOLS),
    )
    for size in sizes:
        for what, changed in EDITS.items():
            for shape in ("paragraphs", "one paragraph"):
                pair = _texts(size, changed, whole=shape == "one paragraph")
                times = {tool: _seconds(task, pair) for tool, task in TOOLS.items()}
                table.rows.append((f"{size // 1000} KB, {what}, {shape}", *_told(times)))
    return table


def _told(times: Mapping[str, float]) -> Iterator[str]:
    """Seconds, with ours over theirs."""
    for tool, seconds in times.items():
        over = seconds > PATIENCE_SECONDS
        shown = f"over {PATIENCE_SECONDS}" if over else f"{seconds:.2f}"
        ratio = f"{'below ' if over else ''}{times[OURS] / seconds:.2g}"
        yield shown if tool == OURS else f"{shown} ({ratio})"


def _seconds(task: Callable[[EditPair], object], pair: EditPair) -> float:
    """How long one task takes in a process of its own, which is ended when it takes too long."""
    child = multiprocessing.get_context("fork").Process(target=task, args=(pair,))
    start = perf_counter()
    child.start()
    child.join(PATIENCE_SECONDS)
    seconds = perf_counter() - start
    if child.is_alive():
        child.kill()
        child.join()
    elif child.exitcode:
        raise SystemExit(f"a comparison ended with {child.exitcode}")
    return seconds


def _texts(size: int, changed: float, *, whole: bool) -> EditPair:
    """Two texts of about `size` bytes; `changed` of the words of the one are others in the other."""
    rng = random.Random(size)
    vocabulary = [
        "".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(2, 9))) for _ in range(6000)
    ]
    often = list(accumulate(1 / n for n in range(1, 6001)))

    def drawn(count: int) -> list[str]:
        return rng.choices(vocabulary, cum_weights=often, k=count)

    old: list[list[str]] = []
    while size > 0:
        old.append(drawn(rng.randint(6, 16)))
        size -= len(" ".join(old[-1])) + 2
    new = [[drawn(1)[0] if rng.random() < changed else word for word in row] for row in old]
    length = len(old) if whole else 4
    return EditPair("long", "en", "long", _passages(old, length), _passages(new, length), frozenset(), {})


def _passages(sentences: Sequence[Sequence[str]], size: int) -> tuple[Marked, ...]:
    """The sentences, `size` of them in one passage."""
    whole = [" ".join(row) + "." for row in sentences]
    texts = (" ".join(whole[n : n + size]) for n in range(0, len(whole), size))
    return tuple(Marked(n, text=text, changed=[False] * len(text)) for n, text in enumerate(texts))


def many_leaflets(bench: Bench) -> Table:
    """A project in all languages between two revisions: a template and a tenth of the services changed."""
    count = 20 if bench.quick else 200
    folder = project(bench.folder / "leaflets", count)
    before = _readings(folder)
    _revise(folder)
    after = _readings(folder)
    pairs = [(old, after[key]) for key, old in before.items()]
    diff = grouped([compare(*pair) for pair in pairs], old="before", new="after")
    table = Table(
        f"{count} leaflets in {len(PINNED)} languages between two revisions",
        f"{len(pairs):,} pairs of readings in memory, {sum(len(old.passages) for old, _ in pairs):,} statements, "
        f"{len(diff.changes)} changes: a sentence of a template, and the length of sessions in every tenth service. "
        f"The peers are given {SAMPLE} of the pairs, and the ratio is to ours on these; medians of 3 rounds.",
        columns=("", "seconds", "ours over theirs"),
    )
    start = perf_counter()
    grouped([compare(*pair) for pair in pairs], old="before", new="after")
    table.rows.append(("consentgen, all pairs, compared and grouped", f"{perf_counter() - start:.2f}", ""))
    some = pairs[:: max(len(pairs) // SAMPLE, 1)][:SAMPLE]
    times = {tool: _rounds(task, some) for tool, task in TOOLS.items()}
    for tool, seconds in times.items():
        ratio = "" if tool == OURS else f"{times[OURS] / seconds:.2g}"
        table.rows.append((f"{tool}, {len(some)} pairs", f"{seconds:.2f}", ratio))
    return table


def _rounds(task: Callable[[EditPair], object], pairs: Sequence[tuple[Reading, Reading]]) -> float:
    """The median of three rounds over all pairs."""
    given = [
        EditPair("leaflet", old.language, "leaflet", _marked(old), _marked(new), frozenset(), {})
        for old, new in pairs
    ]
    times = []
    for _ in range(3):
        start = perf_counter()
        for pair in given:
            task(pair)
        times.append(perf_counter() - start)
    return median(times)


def _marked(given: Reading) -> tuple[Marked, ...]:
    return tuple(Marked(n, p.kind, p.id, p.text, [False] * len(p.text)) for n, p in enumerate(given.passages))


def _readings(folder: Path) -> dict[tuple[str, str], Reading]:
    """Every leaflet of a project in every language, drafts among them."""
    opened = open_project(folder)
    desk = desk_of(opened)
    made = {}
    for locale in PINNED:
        into = None if locale == "en" else Into(translated(desk, locale), draft=True)
        for prepared in Preparer(opened, AS_OF, into).all():
            if not prepared.leaflet:
                raise SystemExit(f"{prepared.label} cannot be composed")
            made[locale, prepared.id] = reading(prepared.leaflet)
    return made


def _revise(folder: Path) -> None:
    """Other words in a template of the project's own, and other lengths in every tenth service."""
    source = (shipped("templates") / "leaflet" / "base.md.j2").read_text("utf-8")
    (folder / "templates").mkdir()
    (folder / "templates" / "base.md.j2").write_text(source.replace(SENTENCE, "Read it and decide."), "utf-8")
    for file in sorted((folder / "services").glob("*.yaml"))[::10]:
        file.write_text(file.read_text("utf-8").replace("30 minutes", "40 minutes"), "utf-8")
