"""The hash of what a client reads changes with the words and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from consentgen.model.reading import Kind, Link, Passage, Reading
from consentgen.review.hashes import fold, passage_hash, shape_hash, words_hash

PASSAGE = Passage("You can stop at any time.", id="rights.stop", section="rights")
TEXT = Reading("a", "en-GB", (Passage("Rights", Kind.HEADING, id="rights", section="rights"), PASSAGE))


@pytest.mark.parametrize(
    ("set_otherwise", "plain"),
    [
        ("You’ll  have\n6–8", "You'll have 6-8"),
        ("“guided” self\u00adhelp", '"guided" selfhelp'),
        ("e\u0301", "\u00e9"),
    ],
)
def test_what_only_sets_the_words_is_folded(set_otherwise: str, plain: str) -> None:
    assert plain == fold(set_otherwise)


@pytest.mark.parametrize(
    "field",
    [
        {"text": "You can not stop at any time."},
        {"id": "rights.other"},
        {"kind": Kind.ITEM},
        {"links": (Link("stop", "https://a.example"),)},
        {"language": "pl"},
    ],
)
def test_what_a_client_reads_changes_the_hash(field: dict[str, Any]) -> None:
    changed = replace(PASSAGE, **field)
    assert passage_hash(PASSAGE) != passage_hash(changed)
    assert words_hash(TEXT) != words_hash(replace(TEXT, passages=(TEXT.passages[0], changed)))


@pytest.mark.parametrize("field", [{"text": "You can  stop at any time."}, {"place": "page 2"}, {"block": 7}])
def test_the_setting_does_not_change_the_hash(field: dict[str, Any]) -> None:
    assert passage_hash(PASSAGE) == passage_hash(replace(PASSAGE, **field))


def test_another_order_is_another_shape_of_the_same_words() -> None:
    turned = replace(TEXT, passages=TEXT.passages[::-1])
    assert shape_hash(TEXT) != shape_hash(turned)
    assert words_hash(TEXT) != words_hash(turned)
