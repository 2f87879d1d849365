"""The command line as a user runs it: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import consentgen
from tests.starter import EPOCH

ROOT = Path(consentgen.__file__).parents[1]


def environment(**more: str) -> dict[str, str]:
    """An environment with this copy of consentgen, a fixed day, and no colour unless it is asked for."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": str(EPOCH), "PYTHONUTF8": "1", **more}


def consentgen_command(*arguments: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """What `consentgen ARGUMENTS` says and with what it ends.

    Args:
        arguments: the verb and what follows.
        cwd: where it is run.
        more: environment variables.
    """
    return subprocess.run(
        [sys.executable, "-m", "consentgen", *map(str, arguments)],
        cwd=cwd,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
