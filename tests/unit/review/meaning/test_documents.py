"""docs/reviewing-changes.md explains every class of meaning as it is in the code."""

from __future__ import annotations

import re

from consentgen.review.meaning.classes import CLASSES
from tests.architecture.places import ROOT

ROW = re.compile(r"^\| `([a-z-]+)` \| ([a-z, ]+) \| (.+) \|$", re.MULTILINE)
TEXT = (ROOT / "docs" / "reviewing-changes.md").read_text("utf-8")


def rows(heading: str) -> dict[str, str]:
    part = TEXT.split(f"## {heading}\n")[1].split("\n## ")[0]
    return {name: weights for name, weights, _ in ROW.findall(part)}


def known(exact: bool) -> dict[str, str]:
    return {c.name: ", ".join(w.value for w in c.weights) for c in CLASSES.values() if c.exact is exact}


def test_every_exact_class_is_explained_with_its_weights() -> None:
    assert known(exact=True) == rows("What is exact")


def test_every_hint_is_explained_with_its_weights() -> None:
    assert known(exact=False) == rows("What is a hint")
