"""All checks, on one translation and on a whole catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from consentgen.localise.checks.expected import Expected, expected_of
from consentgen.localise.checks.fault import Fault, severity
from consentgen.localise.checks.forms import endless
from consentgen.localise.checks.table import CHECKS
from consentgen.localise.message import SourceMessage, Translation
from consentgen.model.finding import Finding, Place, shorten
from consentgen.tongue import said

_UPDATE = "consentgen i18n update"


def check_translation(
    source: SourceMessage, translation: Translation, language: str | Expected
) -> list[Finding]:
    """What is wrong with one translation, gravest first.

    A stale one is looked at beside the English it was made of, and said to be stale.

    Args:
        source: the message as the templates have it now.
        translation: what the catalogue of the language holds for it.
        language: `pl`, `zh_Hans` or `zh-Hans`; or what is known of it, with a glossary of one's own.
    """
    known = expected_of(language) if isinstance(language, str) else language
    if not any(form.strip() for form in translation.forms):
        return [_finding(Fault("LO151", said("it is not translated"), expected=source.text), translation)]
    faults: list[Fault] = []
    if translation.fuzzy or translation.source_hash != source.hash:
        faults.append(_stale(source, translation))
        text, plural = translation.previous or translation.source
        source = replace(source, text=text, plural=plural)
    long = list(endless(source, translation, known))
    faults += long or [fault for check in CHECKS for fault in check(source, translation, known)]
    names = known.plurals.categories if source.plural is not None else ()
    found = [_finding(fault, translation) for fault in _gathered(faults, names)]
    return sorted(found, key=lambda finding: (finding.severity.rank, finding.code))


def check_catalogue(
    sources: Iterable[SourceMessage], translations: Iterable[Translation], language: str | Expected
) -> list[Finding]:
    """What is wrong with the translations of a language, in the order of the leaflet.

    A message without any translation has no place in the catalogue; `stats` counts it.
    """
    known = expected_of(language) if isinstance(language, str) else language
    asked = {source.id: source for source in sources}
    held = list(translations)
    found: list[Finding] = []
    for translation in sorted(held, key=_order(asked)):
        source = asked.get(translation.id)
        if source:
            found += check_translation(source, translation, known)
        else:
            what = said("no statement is called {id}", id=shorten(translation.id))
            help_text = said("Run: {command}. It keeps the words as obsolete.", command=_UPDATE)
            found.append(_finding(Fault("LO139", what, help=help_text), translation))
    return found


def _order(known: Mapping[str, SourceMessage]) -> Callable[[Translation], int]:
    places = {name: number for number, name in enumerate(known)}
    return lambda translation: places.get(translation.id, len(places))


def _stale(source: SourceMessage, translation: Translation) -> Fault:
    if translation.source_hash == source.hash:
        return Fault(
            "LO152", said("it is marked fuzzy, so the leaflet shows English"), expected=source.text,
            help=said("Read it again, and take the mark off."),
        )  # fmt: skip
    return Fault(
        "LO152", said("the English has changed since it was translated"), translation.source[0], source.text,
        said("Run: {command}. Then translate the new English.", command=_UPDATE),
    )  # fmt: skip


def _gathered(faults: list[Fault], categories: tuple[str, ...]) -> list[Fault]:
    """The faults, each told once with the plural forms it stands in."""
    forms: dict[Fault, list[Fault]] = {}
    for fault in faults:
        forms.setdefault(replace(fault, form=None, found=""), []).append(fault)
    return [
        replace(held[0], what=_in_forms(held[0].what, {fault.form for fault in held}, categories))
        for held in forms.values()
    ]


def _in_forms(what: str, forms: set[int | None], categories: tuple[str, ...]) -> str:
    names = [name for form, name in enumerate(categories) if form in forms]
    if not 0 < len(names) < len(categories):
        return what
    return said("{what}, in the form for {forms}", what=what, forms=", ".join(names))


def _finding(fault: Fault, translation: Translation) -> Finding:
    return _at(fault, replace(translation.place, field=translation.id))


def _at(fault: Fault, place: Place) -> Finding:
    return Finding(
        fault.code, severity(fault.code), place, fault.what, shorten(fault.found), shorten(fault.expected),
        fault.help,
    )  # fmt: skip
