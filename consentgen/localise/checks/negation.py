"""Negation: "this is not" must not become "this is", nor the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.localise.checks.expected import Expected, english_negation
from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import Pair, each_form
from consentgen.tongue import said


@each_form
def negation(pair: Pair, language: Expected) -> Iterator[Fault]:
    """A "not" that is lost or added, in the languages whose words for it can be listed."""
    known = language.negators
    if known is None:
        return
    sure, possible = english_negation()
    words = pair.form.plain
    if any(sure.search(text.plain) for text in pair.english):
        if not known.any.search(words):
            yield Fault(
                "LO137", said('the English says "not", and the translation has no word for it'), pair.form.raw,
                pair.against.raw, said("Check that the meaning is not turned round."),
            )  # fmt: skip
    elif (
        pair.category != "zero"
        and known.sure
        and (found := known.sure.search(words))
        and not possible.search(pair.against.plain)
    ):
        yield Fault(
            "LO137", said('the translation says "not" where the English does not'), found[0], pair.against.raw,
            said("Check that the meaning is not turned round."),
        )  # fmt: skip
