"""A figure that is hostile, borrowed or old never reaches a client unseen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consentgen.build.prepare import Preparer
from consentgen.build.project import open_project
from consentgen.model.finding import Severity
from tests import starter
from tests.bad.cases import prepared, project_with
from tests.bad.hostile import EVERYTHING, HARMLESS, shapes, solid

RECORD = {
    "id": "our-clinic", "use": "outcome", "population": HARMLESS, "therapies": "any", "problems": "any",
    "outcome": "usual-self", "denominator": "all-starters", "comparator": "none", "assessor": "independent",
    "measure": HARMLESS, "follow_up": HARMLESS, "conflict": HARMLESS, "people": "200", "counts": {"yes": "80"},
    "source": {"title": HARMLESS, "year": "2026", "address": "https://clinic.example/report", "read_on": "2026-11-01"},
    "review_by": "2028-11-01", "caveat": HARMLESS,
}  # fmt: skip


def with_record(folder: Path, words: str = HARMLESS, **fields: str) -> Path:
    """A project whose only leaflet uses a record of its own, with `words` in all its texts."""
    record = json.loads(json.dumps({**RECORD, **fields}).replace(f'"{HARMLESS}"', json.dumps(words)))
    source = json.dumps({"consentgen": "1", "records": [record]})
    project = project_with(folder, "evidence/ours.yaml", source.encode())
    named = starter.with_fields({"outcome.evidence": [record["id"]]})
    (project / "services" / f"{starter.WORKBOOK}.yaml").write_text(named, encoding="utf-8")
    return project


def test_hostile_words_in_a_record_come_out_as_words(tmp_path: Path) -> None:
    [plain], [hostile] = (
        prepared(with_record(tmp_path / name, words))[1]
        for name, words in (("plain", HARMLESS), ("hostile", EVERYTHING))
    )
    assert plain.leaflet
    assert hostile.leaflet
    expected, made = shapes(plain.leaflet), shapes(hostile.leaflet)
    for form, (shape, words) in made.items():
        assert expected[form][0] == shape, form
        assert expected[form][1].count(solid(HARMLESS)) == words.count(solid(EVERYTHING)) > 0, form


@pytest.mark.parametrize("taken", ["crawford2016", "england-2024-25.guided-self-help-workbook.all.change"])
def test_a_record_cannot_take_the_place_of_a_shipped_one(tmp_path: Path, taken: str) -> None:
    project = open_project(with_record(tmp_path, id=taken))

    assert ["EV007"] == [f.code for f in project.findings]
    kept = project.ledger.get(taken)
    assert kept
    assert HARMLESS != kept.population.text


def test_a_record_with_a_fault_is_not_there_for_a_leaflet(tmp_path: Path) -> None:
    found, [made] = prepared(with_record(tmp_path, assessor="everybody"))

    assert ["EV003", "HO012"] == sorted(f.code for f in found)
    assert made.leaflet is None


@pytest.mark.parametrize(("day", "codes"), [("2026-11-23", []), ("2026-11-22", ["HO010"])])
def test_a_figure_is_good_until_its_review_date_and_no_longer(
    tmp_path: Path, day: str, codes: list[str]
) -> None:
    found, [made] = prepared(with_record(tmp_path, review_by=day))

    assert codes == [f.code for f in found]
    assert bool(codes) == (made.leaflet is None)


def test_an_old_figure_may_be_stamped_and_is_then_told_on_the_leaflet(tmp_path: Path) -> None:
    project = open_project(with_record(tmp_path, review_by="2026-11-22"))
    [made] = Preparer(project.with_expired(True), starter.AS_OF).all()

    assert made.leaflet
    assert ("draft", "expired") == made.leaflet.stamps
    assert [Severity.WARNING] == [f.severity for f in made.findings if f.code == "HO010"]
