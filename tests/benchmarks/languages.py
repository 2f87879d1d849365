"""All shipped languages: checking them, and making the four starter leaflets in each."""

from __future__ import annotations

import shutil
from functools import partial

from .measure import DAY, ROOT, Bench, Run, Table

STARTER = ROOT / "templates" / "starter"


def languages(bench: Bench) -> Table:
    """Whole processes; no other tool does either, so there is no peer but the same in English."""
    project = bench.folder / "starter"
    shutil.copytree(STARTER, project)

    def build(*more: object) -> partial[Run]:
        out = project / f"made-{len(more)}"
        return partial(
            bench.python, "-m", "consentgen", "build", project, "--date", DAY, "--out", out, "--quiet", *more
        )

    tasks = {
        "build, 4 leaflets, 4 formats, 12 languages": build("--locale", "all", "--draft"),
        "the same in English": build(),
        "`consentgen i18n check`, 12 languages": partial(
            bench.python, "-m", "consentgen", "i18n", "check", "--date", DAY
        ),
    }
    table = Table("Twelve languages", "Whole processes, starting included. 192 files, and 16 in English.")
    return bench.compare(table, 5, tasks)
