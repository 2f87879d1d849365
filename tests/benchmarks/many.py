"""Many leaflets in one process: pages against MkDocs, PDF files against WeasyPrint."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from statistics import median

from .measure import DAY, Bench, Run, Table, ratio, seconds
from .projects import project

SITES = {
    "MkDocs, its default theme and settings": "site_name: Leaflets\n",
    "MkDocs, its default theme, pages not in the menu": "site_name: Leaflets\nnav: [index.md]\n",
    "MkDocs, no menu, no search, a theme of one line": (
        "site_name: Leaflets\nnav: [index.md]\nplugins: []\ntheme: {name: null, custom_dir: theme}\n"
    ),
}
THEME = "<!doctype html><title>{{ page.title }}</title>{{ page.content }}"

OURS_IN_A_LOOP = f"""
import sys, time
from dataclasses import replace
from datetime import date
from pathlib import Path
from consentgen.build.pipeline import build
from consentgen.build.project import open_project
start = time.perf_counter()
folder = Path(sys.argv[1])
made = build(replace(open_project(folder), formats=("pdf",)), folder / "leaflets", date.fromisoformat("{DAY}"))
print((time.perf_counter() - start) / len(made.written))
"""
THEIRS_IN_A_LOOP = """
import sys, time
from weasyprint import HTML
start = time.perf_counter()
for name in sys.argv[2:]:
    HTML(filename=name).write_pdf(sys.argv[1])
print((time.perf_counter() - start) / len(sys.argv[2:]))
"""


def pages(bench: Bench) -> Table:
    """Descriptors to three formats, against MkDocs making one of our Markdown files."""
    large = project(bench.folder / "pages", bench.count)
    ours = "`consentgen build`, HTML + Markdown + text"
    tasks = {
        ours: partial(bench.build, large, "html", "md", "txt"),
        "`consentgen build`, HTML alone": partial(bench.build, large, "html"),
    }
    bench.build(large, "md")
    tasks |= {name: _site(bench, large / "leaflets-md", name) for name in SITES}
    runs = bench.interleaved(bench.rounds(3), tasks)
    note = "Whole processes, starting included. Target: at least 10 times MkDocs' default."
    table = Table(f"{bench.count:,} pages", ("one process", "seconds", "pages a second", "ours is"), note)
    mine = [run.seconds for run in runs[ours]]
    for name, times in runs.items():
        quicker = f"{1 / ratio(mine, [run.seconds for run in times]):.2f} times" if name in SITES else ""
        table.rows.append((name, f"{seconds(times):.2f}", f"{bench.count / seconds(times):.0f}", quicker))
    return table


def _site(bench: Bench, leaflets: Path, name: str) -> partial[Run]:
    """A task that builds a site of the Markdown files in `leaflets`."""
    folder = bench.folder / f"site-{list(SITES).index(name)}"
    (folder / "theme").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "theme" / "main.html").write_text(THEME, "utf-8")
    (folder / "mkdocs.yml").write_text(SITES[name], "utf-8")
    (folder / "docs" / "index.md").write_text("# Leaflets\n", "utf-8")
    for file in leaflets.glob("*.md"):
        shutil.copy(file, folder / "docs")
    return partial(bench.python, "-m", "mkdocs", "build", "--quiet", "--config-file", folder / "mkdocs.yml")


def pdf(bench: Bench) -> Table:
    """PDF files in a loop; ours from the descriptor on, theirs from the finished HTML on."""
    count, sample = min(bench.count, 200), 12 if bench.quick else 40
    printing = project(bench.folder / "printing", count)
    bench.build(printing, "html")
    names = sorted(printing.glob("*/*.html"))[:: max(1, count // sample)]
    tasks = {
        "consentgen, tagged, PDF/UA-1 and PDF/A-2a": partial(bench.python, "-c", OURS_IN_A_LOOP, printing),
        "WeasyPrint, untagged": partial(
            bench.python, "-c", THEIRS_IN_A_LOOP, bench.folder / "printed.pdf", *names
        ),
    }
    each = {
        name: [float(run.output.split()[-1]) for run in runs]
        for name, runs in bench.interleaved(bench.rounds(3), tasks).items()
    }
    mine = next(iter(each.values()))
    note = (
        f"Imports not counted. Ours reads, checks and writes {count} descriptors; WeasyPrint prints "
        f"{len(names)} of their HTML files. Target: at least 6 times."
    )
    table = Table("PDF", ("one process", "ms a leaflet", "leaflets a second", "ours is"), note)
    for name, times in each.items():
        quicker = "" if times is mine else f"{1 / ratio(mine, times):.1f} times"
        table.rows.append((name, f"{median(times) * 1000:.1f}", f"{1 / median(times):.0f}", quicker))
    return table
