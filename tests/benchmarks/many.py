"""Many leaflets in one process: pages against MkDocs, PDF files against WeasyPrint."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from .measure import Bench, Run, Table
from .projects import project

SITES = {
    "MkDocs, its default theme and settings": "site_name: Leaflets\n",
    "MkDocs, its default theme, pages not in the menu": "site_name: Leaflets\nnav: [index.md]\n",
    "MkDocs, no menu, no search, a theme of one line": (
        "site_name: Leaflets\nnav: [index.md]\nplugins: []\ntheme: {name: null, custom_dir: theme}\n"
    ),
}
THEME = "<!doctype html><title>{{ page.title }}</title>{{ page.content }}"

PRINT_ALL = "import sys, weasyprint as w; [w.HTML(filename=f).write_pdf(sys.argv[1]) for f in sys.argv[2:]]"


def pages(bench: Bench) -> Table:
    """Descriptors to three formats, against MkDocs making a site of one of the three."""
    large = project(bench.folder / "pages", bench.count)
    bench.build(large, "md")
    tasks = {
        "`consentgen build`, HTML + Markdown + text": partial(bench.build, large, "html", "md", "txt"),
        "`consentgen build`, HTML alone": partial(bench.build, large, "html"),
        **{name: _site(bench, large / "leaflets-md", name) for name in SITES},
    }
    note = "Whole processes, starting included. Target: below 0.1 against MkDocs' default."
    return bench.compare(Table(f"{bench.count:,} pages", note, pages=bench.count), 3, tasks)


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
    """PDF files; ours from the descriptor on, theirs from the finished HTML on."""
    count = 12 if bench.quick else 40
    printing = project(bench.folder / "printing", count)
    bench.build(printing, "html")
    names, printed = sorted(printing.glob("*/*.html")), bench.folder / "printed.pdf"
    tasks = {
        "`consentgen build`, tagged, PDF/UA-1 and PDF/A-2a": partial(bench.build, printing, "pdf"),
        "WeasyPrint, untagged": partial(bench.python, "-c", PRINT_ALL, printed, *names),
    }
    note = "Whole processes; WeasyPrint is given our finished HTML. Target: below 0.17."
    return bench.compare(Table(f"{count} PDF files", note, pages=count), 3, tasks)
