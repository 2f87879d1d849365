"""Run with `python -m tests.benchmarks`; prints Markdown."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from importlib.metadata import version
from pathlib import Path

from .carry import carry
from .checkers import checkers
from .languages import languages
from .many import pages, pdf
from .measure import Bench
from .memory import memory
from .start import cold_start, command_help
from .wording import wording
from .wording_speed import growth, many_leaflets

MATTERS = {
    "start": cold_start,
    "help": command_help,
    "pages": pages,
    "pdf": pdf,
    "memory": memory,
    "carry": carry,
    "checks": checkers,
    "languages": languages,
    "wording": wording,
    "growth": growth,
    "leaflets": many_leaflets,
}
PEERS = ("weasyprint", "mkdocs", "babel")


def main() -> None:
    """Measure what was asked for, and print a table for each matter as soon as it is there."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds and smaller projects")
    parser.add_argument("--only", metavar="NAME", action="append", choices=MATTERS, help=", ".join(MATTERS))
    parser.add_argument("--count", type=int, help="descriptors in the large project (1000, quick: 100)")
    chosen = parser.parse_args()
    peers = ", ".join(f"{name} {version(name)}" for name in PEERS)
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}; {peers}.\n")
    for name in chosen.only or MATTERS:
        with tempfile.TemporaryDirectory(prefix="consentgen-") as folder:
            count = chosen.count or (100 if chosen.quick else 1000)
            print(MATTERS[name](Bench(Path(folder), count, chosen.quick)), flush=True)


if __name__ == "__main__":
    main()
