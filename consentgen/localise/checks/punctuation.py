"""End marks, unchanged words and length: what a person should look at again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consentgen.localise.checks.expected import Expected
from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import LONG_NAME, Pair, Text, each_form, words_of
from consentgen.tongue import either, later, said

_STOP, _QUESTION, _CRY, _COLON = (
    later("a full stop"),
    later("a question mark"),
    later("an exclamation mark"),
    later("a colon"),
)
_ENDS = {
    **dict.fromkeys(".。．।॥۔։።᙮។", _STOP), **dict.fromkeys("?？؟;՞፧", _QUESTION),
    **dict.fromkeys("!！՜", _CRY), **dict.fromkeys(":：", _COLON), "…": later("dots"),
}  # fmt: skip
_NO_MARK = later("no mark")
_BEHIND = "*_`\"'’”»)]）」』〉》\u2069\u200e\u200f\u061c "
"""What may stand behind an end mark."""
SHORTEST = 32
"""English of fewer characters says little about how long a translation should be."""
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*[a-z]")


@each_form
def end_mark(pair: Pair, language: Expected) -> Iterator[Fault]:
    """A sentence that ends otherwise than the English, or with another language's mark."""
    own, english = _end(pair.form), _end(pair.against)
    if _ENDS.get(own) != _ENDS.get(english):
        yield Fault(
            "LO131", said("it does not end as the English does"), said(_ENDS.get(own, _NO_MARK)),
            said(_ENDS.get(english, _NO_MARK)), said("A sentence ends with its mark, a label without one."),
        )  # fmt: skip
    elif _ENDS.get(own) == _STOP and language.stops and own not in language.stops:
        yield Fault(
            "LO131", said("the full stop is not the one of this language"), own, either(language.stops),
            said("Use the mark that readers of this language know."),
        )  # fmt: skip


@each_form
def unchanged(pair: Pair, language: Expected) -> Iterator[Fault]:
    """English words where a translation belongs."""
    if all(pair.form.raw.strip() != text.raw.strip() for text in pair.english):
        return
    own = LONG_NAME.sub(" ", pair.form.plain)
    words = [word for word in words_of(own) if _LATIN_WORD.fullmatch(word) and not word[1:2].isupper()]
    if len(words) > (2 if language.script in ("", "LATIN") else 0):
        yield Fault(
            "LO132", said("the words are still the English ones"), pair.form.raw, help=said("Translate them, or leave it empty."),
        )  # fmt: skip


@each_form
def length(pair: Pair, language: Expected) -> Iterator[Fault]:
    """A translation far longer or shorter than translations into this language are."""
    own, english = len(pair.form.plain.strip()), len(pair.against.plain.strip())
    shortest, longest = language.length
    if english >= SHORTEST and not shortest <= own / english <= longest:
        yield Fault(
            "LO135", said("it is far shorter than the English") if own < english else said("it is far longer than the English"), pair.form.raw,
            said(
                "{least} to {most} characters", least=round(shortest * english), most=round(longest * english)
            ),
            said("Check that nothing is left out and nothing added."),
        )  # fmt: skip


def _end(text: Text) -> str:
    words = text.raw.rstrip().rstrip(_BEHIND)
    return "…" if words.endswith("...") else words[-1:]
