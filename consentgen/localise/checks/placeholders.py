"""Placeholders, braces and formats: what the program fills in, and what it never would."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consentgen.localise.checks.expected import Expected
from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import PLACEHOLDER, TEMPLATE, Pair, Text, each_form
from consentgen.tongue import said

_BRACED = re.compile(r"[{｛][^{}｛｝]{0,40}[}｝]?|[}｝]")
_FORM = r"[-+#0]*\d*(?:\.\d+)?[A-Za-z]"
_PERCENT = re.compile(rf"%(?:\d+\$)?(?:\([^()%]*\){_FORM}|{_FORM}(?![A-Za-z]))|%\(|%@")
"""A format of C or Python; behind a name in brackets, words may follow at once."""
_RANGE = ("low", "high")


@each_form
def placeholders(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """One that is left out, and one that English does not have."""
    own = set(pair.form.placeholders)
    known = {name for text in pair.english for name in text.placeholders}
    unknown = sorted(own - known)
    missing = min((sorted(set(text.placeholders) - own) for text in pair.english), key=len)
    if unknown:
        yield Fault(
            "LO102", said("a placeholder that the English does not have"), _braced(unknown),
            _braced(missing or sorted(known)) or said("no placeholder"),
            said("Copy the placeholder from the English, letter by letter."),
        )  # fmt: skip
    elif missing and not _stray(pair.form):
        yield Fault(
            "LO101", said("the placeholder {names} is left out", names=_braced(missing)), pair.form.raw, _braced(missing),
            said("Write it where the value belongs. Every plural form needs it, for the value is a fact."),
        )  # fmt: skip


@each_form
def braces(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """Braces that hold no placeholder, such as `{phone.__class__}`, `{Count}` or `{0}`."""
    known = {brace for text in pair.english for brace in _stray(text)}
    for brace in _stray(pair.form):
        if brace not in known:
            yield Fault(
                "LO103", said("braces that hold no placeholder"), brace,
                _braced(sorted(pair.against.placeholders)) or said("no braces"),
                said(
                    "A placeholder is a name in small letters between {open} and {close}, as in the English.",
                    open="{", close="}",
                ),
            )  # fmt: skip
            return


@each_form
def percent_formats(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """Formats of programs, `%s` or `%(count)d`, which would be printed as they stand."""
    if "%" not in pair.form.raw:
        return
    known = {mark for text in pair.english for mark in _PERCENT.findall(text.raw)}
    for mark in _PERCENT.findall(pair.form.raw):
        if mark not in known:
            yield Fault(
                "LO104", said("a format with a percent sign"), mark,
                _braced(sorted(pair.against.placeholders)) or said("no percent sign"),
                said("Use the placeholder of the English instead."),
            )  # fmt: skip
            return


@each_form
def ranges(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """A range that tells its end before its beginning."""
    order = [name for name in PLACEHOLDER.findall(pair.form.raw) if name in _RANGE]
    if order == ["high", "low"]:
        yield Fault(
            "LO138", said("the end of the range stands before its beginning"), pair.form.raw, "{low} ... {high}",
            said('Check that nobody can read "8 to 6" for "6 to 8".'),
        )  # fmt: skip


def _braced(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def _stray(text: Text) -> list[str]:
    """What stands in braces, less placeholders and the syntax of templates."""
    if not any(brace in text.raw for brace in "{}｛｝") or TEMPLATE.search(text.raw):
        return []
    return _BRACED.findall(PLACEHOLDER.sub(" ", text.raw))
