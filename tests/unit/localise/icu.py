"""What ICU says, as `icu.js` wrote it down."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_TABLE: dict[str, Any] = json.loads(Path(__file__).with_name("icu.json").read_text(encoding="utf-8"))
MADE_WITH: str = _TABLE.pop("made with")
LAST: int = _TABLE.pop("last")
NUMBERS: list[int] = _TABLE.pop("numbers")
ICU: dict[str, dict[str, Any]] = _TABLE
"""By locale: `counts`, `ranges`, `numbers` and `months`."""


def category(locale: str, n: int) -> str:
    """ICU's category of a number up to `LAST`."""
    return str([name for first, name in ICU[locale]["counts"] if first <= n][-1])


def range_exceptions(locale: str) -> dict[tuple[int, int], str]:
    """The ranges that do not take their last number's category."""
    return {(low, high): name for low, high, name in ICU[locale]["ranges"]}
