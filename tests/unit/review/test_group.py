"""Edits of many leaflets and languages as changes with one cause each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from consentgen.model.reading import Passage, Reading
from consentgen.review.change import Cause, Change, Where
from consentgen.review.compare import compare
from consentgen.review.group import grouped
from tests.unit.review.sides import text

STOP = Passage("You can stop.", id="rights.stop", pattern="You can stop.")
LENGTH = Passage(
    "Each lasts 30 minutes.", id="length", pattern="Each lasts {duration}.", facts={"length": "30 minutes"}
)
TOTAL = Passage("30 minutes", id="key.length", pattern="{duration}", facts={"length": "30 minutes"})
SHARE = Passage(
    "45 out of 100", id="outcome", pattern="{share}", facts={"share": [45, 100]}, evidence=("england2024",)
)
OTHER_SHARE = replace(SHARE, id="key.outcome", text="About 45 out of 100", pattern="About {share}")
STATEMENTS = (STOP, LENGTH, TOTAL, SHARE, OTHER_SHARE)


def leaflet(name: str = "northtown", language: str = "en-GB", **changed: Passage) -> Reading:
    """A leaflet with some statements changed, by id with `_` for a stop."""
    held = {p.id: p for p in STATEMENTS} | {name.replace("_", "."): p for name, p in changed.items()}
    return Reading(name, language, tuple(p for p in held.values() if p.text), leaflet=name)


def changes(*pairs: tuple[Reading, Reading]) -> tuple[Change, ...]:
    return grouped([compare(old, new) for old, new in pairs], old="main", new="HEAD").changes


def minutes(passage: Passage, count: int) -> Passage:
    duration = f"{count} minutes"
    return replace(passage, text=passage.text.replace("30 minutes", duration), facts={"length": duration})


def share(passage: Passage, count: int) -> Passage:
    return replace(passage, text=passage.text.replace("45", str(count)), facts={"share": [count, 100]})


OTHER = replace(STOP, text="You may stop.", pattern="You may stop.")
WELSH = replace(STOP, text="Gallwch stopio.", pattern="Gallwch stopio.")
WELSH_OTHER = replace(STOP, text="Cewch stopio.", pattern="Cewch stopio.")


def test_one_edit_of_a_template_is_one_change_for_all_leaflets_and_languages() -> None:
    names = [f"town{n}" for n in range(20)]
    english = [(leaflet(n), leaflet(n, rights_stop=OTHER)) for n in names]
    welsh = [(leaflet(n, "cy", rights_stop=WELSH), leaflet(n, "cy", rights_stop=WELSH_OTHER)) for n in names]
    [change] = changes(*english, *welsh)
    assert Cause("wording", "rights.stop") == change.cause
    assert 40 == len(change.where)
    assert [20, 20] == [len(touched.where) for touched in change.edits]


def test_a_translation_that_changes_alone_is_a_change_of_its_own() -> None:
    welsh = leaflet(language="cy", rights_stop=WELSH), leaflet(language="cy", rights_stop=WELSH_OTHER)
    assert Cause("translation", "rights.stop") == changes((leaflet(), leaflet()), welsh)[0].cause
    assert Cause("wording", "rights.stop") == changes(welsh)[0].cause


@pytest.mark.parametrize(
    ("new", "causes"),
    [
        ({"length": minutes(LENGTH, 45), "key_length": minutes(TOTAL, 45)}, [("value", "30 minutes → 45 minutes", 2)]),
        ({"outcome": share(SHARE, 52), "key_outcome": share(OTHER_SHARE, 52)}, [("evidence", "england2024", 2)]),
        ({"length": minutes(LENGTH, 45), "key_length": minutes(TOTAL, 20)},
         [("value", "30 minutes → 45 minutes", 1), ("value", "30 minutes → 20 minutes", 1)]),
        ({"outcome": replace(share(SHARE, 52), text="Some 52 out of 100", pattern="Some {share}")},
         [("evidence", "england2024", 1), ("wording", "outcome", 1)]),
        ({"rights_stop": replace(STOP, text="")}, [("wording", "rights.stop", 1)]),
        ({"rights_stop": replace(STOP, critical=True), "length": replace(LENGTH, critical=True)},
         [("arrangement", "rights.stop", 1), ("arrangement", "length", 1)]),
    ],
)  # fmt: skip
def test_each_cause_is_one_change(new: dict[str, Any], causes: list[tuple[str, str, int]]) -> None:
    marked = replace(TOTAL, critical=True)
    key = new.get("key_length", TOTAL)
    pair = leaflet(key_length=marked), leaflet(**new | {"key_length": replace(key, critical=True)})
    assert sorted(causes) == sorted((c.cause.kind, c.cause.name, len(c.edits)) for c in changes(pair))


def test_the_record_that_explains_most_figures_is_the_cause() -> None:
    both = replace(OTHER_SHARE, evidence=("england2024", "button2015"))
    pair = (
        leaflet(key_outcome=both),
        leaflet(outcome=share(SHARE, 52), key_outcome=share(both, 52)),
    )
    assert [Cause("evidence", "england2024")] == [change.cause for change in changes(pair)]


def test_edits_of_a_foreign_text_stand_alone_and_each_has_its_id() -> None:
    old, new = text("# One", "Be kind.", "Be calm.", "The end of it."), text("# One", "The end of it.")
    found = changes((old, new))
    assert [Cause("text", "")] * 2 == [change.cause for change in found]
    twice = changes((text("# One", "Be kind.", "Two", "Be kind."), text("# One", "Two")))
    assert 2 == len({change.id for change in twice})


def test_the_same_change_has_the_same_id_in_every_run_and_order() -> None:
    pairs = [(leaflet(n), leaflet(n, rights_stop=OTHER)) for n in ("a", "b")]
    [one], [other] = changes(*pairs), changes(*pairs[::-1])
    assert one.id == other.id
    assert 10 == len(one.id)
    assert one.id != changes((leaflet(), leaflet(rights_stop=WELSH)))[0].id


def test_nothing_changed_is_the_same_and_a_new_leaflet_is_not() -> None:
    compared = [compare(leaflet(), leaflet())]
    assert grouped(compared, old="a", new="b").same
    assert not grouped(compared, old="a", new="b", added=[leaflet("south")]).same
    assert (Where("northtown", "en-GB"),) == changes((leaflet(), leaflet(rights_stop=OTHER)))[0].where
