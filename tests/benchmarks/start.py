"""From nothing to a result: the start of the program, against WeasyPrint's and MkDocs'."""

from __future__ import annotations

from functools import partial

from .measure import Bench, Run, Table, ratio, seconds
from .projects import project

PRINT = "import sys, weasyprint; weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])"
TRIVIAL = "<!doctype html><html lang=en><title>A page</title><h1>A page</h1><p>With one paragraph.</p></html>"


def cold_start(bench: Bench) -> Table:
    """One descriptor to four formats, against WeasyPrint printing one of the four."""
    one = project(bench.folder / "one", 1)
    bench.build(one)
    leaflet = next(one.glob("*/*.html"))
    trivial = bench.folder / "trivial.html"
    trivial.write_text(TRIVIAL, "utf-8")
    printed = bench.folder / "printed.pdf"
    peers = {
        "WeasyPrint, the leaflet's own HTML": partial(bench.python, "-c", PRINT, leaflet, printed),
        "WeasyPrint, a heading and a paragraph": partial(bench.python, "-c", PRINT, trivial, printed),
    }
    ours = "`consentgen build`, 1 descriptor, HTML + PDF + Markdown + text"
    runs = bench.interleaved(bench.rounds(15), {ours: partial(bench.build, one), **peers})
    return _compared("Cold start", ours, runs, "below 0.6")


def command_help(bench: Bench) -> Table:
    """`--help` of both."""
    ours = "`consentgen --help`"
    tasks = {
        ours: partial(bench.consentgen, "--help"),
        "`mkdocs --help`": partial(bench.python, "-m", "mkdocs", "--help"),
        "`python -c pass`": partial(bench.python, "-c", "pass"),
    }
    runs = bench.interleaved(bench.rounds(15), tasks)
    return _compared("Help", ours, runs, "below 1")


def _compared(title: str, ours: str, runs: dict[str, list[Run]], target: str) -> Table:
    table = Table(title, ("new process", "seconds", "ours over theirs"), f"Target: {target}.")
    mine = [run.seconds for run in runs[ours]]
    for name, times in runs.items():
        against = "" if name == ours else f"{ratio(mine, [run.seconds for run in times]):.2f}"
        table.rows.append((name, f"{seconds(times):.3f}", against))
    return table
