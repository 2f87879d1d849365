"""From nothing to a result: the start of the program, against WeasyPrint's and MkDocs'."""

from __future__ import annotations

from functools import partial

from .measure import Bench, Table
from .projects import project

PRINT = "import sys, weasyprint; weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])"
TRIVIAL = "<!doctype html><html lang=en><title>A page</title><h1>A page</h1><p>With one paragraph.</p></html>"


def cold_start(bench: Bench) -> Table:
    """One descriptor to four formats, against WeasyPrint printing one of the four."""
    one = project(bench.folder / "one", 1)
    bench.build(one, "html")
    leaflet = next(one.glob("*/*.html"))
    trivial = bench.folder / "trivial.html"
    trivial.write_text(TRIVIAL, "utf-8")
    printed = bench.folder / "printed.pdf"
    tasks = {
        "`consentgen build`, 1 descriptor, 4 formats": partial(bench.build, one, "html", "pdf", "md", "txt"),
        "WeasyPrint, the leaflet's own HTML": partial(bench.python, "-c", PRINT, leaflet, printed),
        "WeasyPrint, a heading and a paragraph": partial(bench.python, "-c", PRINT, trivial, printed),
    }
    return bench.compare(Table("Cold start", "Each in a new process. Target: below 0.6."), 15, tasks)


def command_help(bench: Bench) -> Table:
    """`--help` of both."""
    tasks = {
        "`consentgen --help`": partial(bench.python, "-m", "consentgen", "--help"),
        "`mkdocs --help`": partial(bench.python, "-m", "mkdocs", "--help"),
        "`python -c pass`": partial(bench.python, "-c", "pass"),
    }
    return bench.compare(Table("Help", "Each in a new process. Target: below 1 against MkDocs."), 15, tasks)
