"""A name that hides the therapy is found however it is spelt, and wherever the author tries to put it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import starter
from tests.bad.cases import alone, errors

HIDING = [
    "low intensity telephone CBT", "Low-Intensity CBT", "LOW INTENSITY THERAPY", "lowintensity CBT", "Low  intensity",
    "low\u2011intensity CBT", "low\u2013intensity CBT", "low-intensity (telephone) CBT", "CBT (low intensity)",
    "Low intensity psychological intervention", "LI CBT", "LI-CBT", "telephone CBT", "Phone therapy", "brief CBT",
    "supported CBT", "online CBT", "iCBT", "cCBT", "computerised CBT", "computerized CBT", "internet therapy",
    "digital CBT", "SilverCloud", "step 2", "Step two support", "stage 2 treatment", "coaching", "lighter touch support",
    "wellbeing workshop", "Stress Control", "skills course",
]  # fmt: skip
WAYS = {
    "as plain text": 'therapy: "{}"\n',
    "as a name": 'therapy:\n  name: "{}"\n',
    "as a modality": 'therapy:\n  modality: "{}"\n',
    "as what it is called": 'therapy:\n  called: "{}"\n',
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("name", HIDING)
def test_a_name_that_hides_the_therapy_is_the_one_fault_found(tmp_path: Path, name: str, way: str) -> None:
    source = starter.with_lines(way.format(name))
    [finding] = errors(alone(tmp_path, source.encode()).findings)

    assert "HO001" == finding.code
    assert "modality: " in finding.help
    assert finding.place.field.startswith("therapy")


@pytest.mark.parametrize(
    "name", ["guided CBT", "CBT", "talking therapy", "our own approach", "L.I. work", "x" * 120]
)
def test_a_name_that_is_in_no_list_is_refused_all_the_same(tmp_path: Path, name: str) -> None:
    prepared = alone(tmp_path, starter.with_lines(f"therapy:\n  modality: {name}\n").encode())

    assert None is prepared.leaflet
    assert ["DE004"] == [f.code for f in errors(prepared.findings)]


def test_a_hiding_name_without_end_is_told_in_a_few_words(tmp_path: Path) -> None:
    source = starter.with_lines(f"therapy: low intensity {'w' * 10_000}\n")
    [finding] = errors(alone(tmp_path, source.encode()).findings)

    assert 500 > len(finding.found + finding.help)
