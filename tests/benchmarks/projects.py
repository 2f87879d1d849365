"""Projects to measure: the starter descriptors, every one with its own names, numbers and parts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

STARTER = Path(__file__).resolve().parents[2] / "templates" / "starter"
_SYLLABLES = ("al", "ber", "car", "den", "el", "far", "gor", "har", "ing", "kel", "lan", "mor")
_WEEKS = re.compile(r"\d+(?= (?:to \d+ )?weeks$)", re.M)
_OPTIONAL = ("letter", "relay", "text", "also_called", "web")
"""Fields that a descriptor may leave out; one that is followed by a list stays."""


def project(folder: Path, count: int) -> Path:
    """A new project in `folder` with `count` descriptors, no two of them alike."""
    (folder / "services").mkdir(parents=True)
    shutil.copy(STARTER / "consentgen.yaml", folder)
    models = sorted((STARTER / "services").glob("*.yaml"))
    for number in range(count):
        model = models[number % len(models)]
        file = folder / "services" / f"{model.stem}-{number:05}.yaml"
        file.write_text(_varied(model.read_text("utf-8"), number), "utf-8")
    return folder


def _varied(text: str, number: int) -> str:
    """One descriptor with the names, numbers and optional fields of service `number`."""
    base = len(_SYLLABLES)
    town = "".join(_SYLLABLES[number // base**place % base] for place in range(4)).title() + "town"
    text = text.replace("Northtown", town).replace("northtown", town.lower())
    text = re.sub(r"(960|900) 123", rf"\1 {number % 1000:03}", text)
    text = _WEEKS.sub(lambda weeks: str(int(weeks[0]) + number % 7), text)
    text = text.replace("in_daily_life:\n", f"in_daily_life:\n    - You can walk to {town} market again.\n")
    for bit, field in enumerate(_OPTIONAL):
        if number // 4 >> bit & 1:
            text = re.sub(rf"^  {field}: .*\n", "", text, flags=re.M)
    return text
