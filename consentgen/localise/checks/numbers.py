"""Numbers: the same in every language, in the same shape of digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from consentgen.localise.checks.expected import Expected
from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import Pair, each_form
from consentgen.tongue import said

_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_MONTHS = "January February March April May June July August September October November December"
_IN_WORDS = {word: str(number) for words in (_WORDS, _MONTHS) for number, word in enumerate(words.split(), 1)}
"""Chinese writes "4月" for "April", and other languages "6" for "six"; "may" is no month."""
_WORD = re.compile(r"[A-Za-z]+")
_PERCENT = re.compile(r"[%٪％](?![A-Za-z(])")


@each_form
def other_numbers(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """A number that is not that of the English, in whatever digits."""
    if not any(same_numbers(pair.form.numbers, text.numbers, text.plain) for text in pair.english):
        yield Fault(
            "LO105", said("the numbers are not those of the English"), _told(pair.form.numbers),
            _told(pair.against.numbers), said("Write every number in digits, as the English does."),
        )  # fmt: skip
    elif pair.differs(lambda text: len(_PERCENT.findall(text.plain))):
        yield Fault(
            "LO105", said("a percent sign that the English does not have, or the other way round"), pair.form.raw,
            pair.against.raw, said('Numbers in a leaflet have one form: "40 out of 100 people".'),
        )  # fmt: skip


@each_form
def digit_shape(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """Digits of another shape than those the program prints."""
    for character in pair.form.raw:
        if character.isdecimal() and not character.isascii():
            yield Fault(
                "LO133", said("a digit of another shape than the program prints"), character, said("0 to 9"),
                said("Leaflets print the digits 0 to 9 in every language: people dial them."),
            )  # fmt: skip
            return


def same_numbers(own: Counter[str], english: Counter[str], words: str) -> bool:
    """Whether the numbers are equal, but for some that the English writes as `words`."""
    if own == english:
        return True
    added = own - english
    return not english - own and not added - _spelt(words)


def _spelt(words: str) -> Counter[str]:
    """The numbers and months among English words, as digits."""
    found = (word if word in _IN_WORDS else word.lower() for word in _WORD.findall(words))
    return Counter(_IN_WORDS[word] for word in found if word in _IN_WORDS)


def _told(found: Counter[str]) -> str:
    return ", ".join(found.elements()) or said("no number")
