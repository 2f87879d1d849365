"""The values in a passage are found by its pattern, whatever they say."""

from __future__ import annotations

import pytest

from consentgen.model.reading import Passage
from consentgen.review.meaning.values import printed


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("Within {date}, {number} did.", "Within May, 5 of 9 did.", ["May", "5 of 9"]),
        ("{number} to {number}", "6 to 8", ["6", "8"]),
        ("{words}", "Any, thing. at {all}", ["Any, thing. at {all}"]),
        ("Call {phone}.", "Call us", []),
        ("{name}: call {phone}.", "A: call B: call 1.", ["A", "B: call 1"]),
        ("No values.", "No values.", []),
        ("", "A foreign text", []),
    ],
)
def test_the_values_are_what_the_pattern_leaves_open(pattern: str, text: str, expected: list[str]) -> None:
    found = printed(Passage(text, pattern=pattern))
    assert expected == [value.text for value in found]
    assert [text[value.start : value.end] for value in found] == expected
