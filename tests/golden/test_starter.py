"""The starter leaflets are, word for word, those that were looked at."""

from __future__ import annotations

from difflib import unified_diff

import pytest

from tests.golden.files import NAMES, kept, made

UPDATE = "If this is meant: python -m tests.golden.update"


@pytest.fixture(scope="module")
def now() -> dict[str, str]:
    return made()


def test_every_golden_file_is_there_and_no_other(now: dict[str, str]) -> None:
    assert sorted(NAMES) == sorted(now) == sorted(kept())


@pytest.mark.parametrize("name", NAMES)
def test_a_leaflet_is_as_it_was(now: dict[str, str], name: str) -> None:
    before, after = kept()[name].splitlines(), now[name].splitlines()
    difference = [*unified_diff(before, after, f"golden/{name}", f"made/{name}", lineterm="")]
    if difference or kept()[name] != now[name]:
        pytest.fail("\n".join([*difference, UPDATE]), pytrace=False)
