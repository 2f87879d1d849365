"""Plural forms: how many, none of them empty, by the pinned rule."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import c2py

from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import MAX_CHARACTERS
from consentgen.localise.facts import LocaleFacts
from consentgen.localise.message import SourceMessage, Translation
from consentgen.localise.plurals import COUNTED_TO, PluralForms

_MOST_FORMS = 6


def number_of_forms(source: SourceMessage, translation: Translation, facts: LocaleFacts) -> Iterator[Fault]:
    """More or fewer forms than the language has; forms where nothing is counted."""
    wanted = facts.plurals.count if source.plural is not None else 1
    if len(translation.forms) != wanted:
        names = ", ".join(facts.plurals.categories) if source.plural is not None else ""
        yield Fault(
            "LO014", "another number of plural forms than the language has", str(len(translation.forms)),
            f"{wanted} ({names})" if names else "1, for nothing is counted",
            f"Write one form for each of: {names}." if names else "Write one text.",
        )  # fmt: skip


def empty_forms(_source: SourceMessage, translation: Translation, _facts: LocaleFacts) -> Iterator[Fault]:
    """A form without words beside others that have some."""
    for index, form in enumerate(translation.forms):
        if not form.strip():
            yield Fault(
                "LO015", "a plural form has no words", expected=translation.source[1] or translation.source[0],
                help="Translate every form; the leaflet needs the one its number asks for.", form=index,
            )  # fmt: skip


def endless(_source: SourceMessage, translation: Translation, _facts: LocaleFacts) -> Iterator[Fault]:
    """A form of thousands of characters."""
    for index, form in enumerate(translation.forms):
        if len(form) > MAX_CHARACTERS:
            yield Fault(
                "LO018", "the translation is far too long to be one", f"{len(form):,} characters",
                f"at most {MAX_CHARACTERS:,} characters", "Translate the English words again.", form=index,
            )  # fmt: skip
            return


def plural_header(header: str | None, plurals: PluralForms) -> Iterator[Fault]:
    """A `Plural-Forms` header that counts otherwise than the pinned one, or none."""
    if header is None or not _same(header, plurals):
        yield Fault(
            "LO016", "the header Plural-Forms is not that of the language", header or "", plurals.header,
            "Copy the line; the order of the plural forms depends on it.",
        )  # fmt: skip


def _same(header: str, plurals: PluralForms) -> bool:
    """Whether a header gives every number the same form, however it is written."""
    fields = dict(part.strip().partition("=")[::2] for part in header.split(";") if part.strip())
    if {name.strip() for name in fields} != {"nplurals", "plural"} or not 0 < len(header) < COUNTED_TO:
        return False
    try:
        if int(fields["nplurals"]) != plurals.count:
            return False
        chosen = c2py(fields["plural"])
        return all(chosen(n) == plurals.index(n) for n in range(COUNTED_TO + 1))
    except (KeyError, ValueError, ArithmeticError, RecursionError):
        return False
