"""Plural forms: how many, none of them empty or endless. Their header is the reader's: PO007."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.localise.checks.expected import Expected
from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import MAX_CHARACTERS
from consentgen.localise.message import SourceMessage, Translation
from consentgen.tongue import said


def number_of_forms(source: SourceMessage, translation: Translation, language: Expected) -> Iterator[Fault]:
    """More or fewer forms than the language has; forms where nothing is counted."""
    wanted = language.plurals.count if source.plural is not None else 1
    if len(translation.forms) != wanted:
        names = ", ".join(language.plurals.categories) if source.plural is not None else ""
        yield Fault(
            "LO114", said("another number of plural forms than the language has"), str(len(translation.forms)),
            f"{wanted} ({names})" if names else said("1, for nothing is counted"),
            said("Write one form for each of: {forms}.", forms=names) if names else said("Write one text."),
        )  # fmt: skip


def empty_forms(_source: SourceMessage, translation: Translation, _language: Expected) -> Iterator[Fault]:
    """A form without words beside others that have some."""
    for index, form in enumerate(translation.forms):
        if not form.strip():
            yield Fault(
                "LO115", said("a plural form has no words"), expected=translation.source[1] or translation.source[0],
                help=said("Translate every form; the leaflet needs the one its number asks for."), form=index,
            )  # fmt: skip


def endless(_source: SourceMessage, translation: Translation, _language: Expected) -> Iterator[Fault]:
    """A form of thousands of characters."""
    for index, form in enumerate(translation.forms):
        if len(form) > MAX_CHARACTERS:
            yield Fault(
                "LO117", said("the translation is far too long to be one"), said("{number} characters", number=f"{len(form):,}"),
                said("at most {most} characters", most=f"{MAX_CHARACTERS:,}"), said("Translate the English words again."), form=index,
            )  # fmt: skip
            return
