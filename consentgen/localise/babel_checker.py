"""The same checks under Babel's entry point `babel.checkers`, for those who run `pybabel compile`.

Babel asks every checker about every message of every catalogue, so that other projects' are left alone.
"""

from __future__ import annotations

from babel.messages.catalog import Catalog, Message, TranslationError

from consentgen.errors import UnknownLocale
from consentgen.localise.checks import check_translation
from consentgen.localise.message import SourceMessage, Translation
from consentgen.model.finding import Place, Severity
from consentgen.tongue import said

PROJECT = "consentgen"
"""What stands first in the header `Project-Id-Version` of our catalogues."""


def check(catalog: Catalog | None, message: Message) -> None:
    """Nothing where a message is sound, untranslated, or another project's.

    Warnings are left to `consentgen i18n check`: Babel knows nothing but errors.

    Raises:
        TranslationError: it has a fault; the first one's sentence.
    """
    if catalog is None or not catalog.locale or not message.id or not message.context:
        return
    # Without a version behind it, Babel takes the project's name for one.
    if PROJECT not in (*str(catalog.project).split()[:1], catalog.version):
        return
    source, translation = _message(message), _translation(message)
    try:
        findings = check_translation(source, translation, str(catalog.locale))
    except UnknownLocale:
        return
    for finding in findings:
        if finding.severity is Severity.ERROR:
            told = finding.what
            if finding.expected:
                told = said("{what}; expected {expected}", what=told, expected=finding.expected)
            raise TranslationError(f"{source.id}: {told} [{finding.code}]")


def _message(message: Message) -> SourceMessage:
    text, plural = _source(message)
    place = Place("", message.lineno or 1, field=message.context or "")
    return SourceMessage(message.context or "", text, plural, (), "", critical=False, place=place)


def _translation(message: Message) -> Translation:
    held = message.string or ""
    forms = tuple(held) if isinstance(held, list | tuple) else (held,)
    place = Place("", message.lineno or 1, field=message.context or "")
    return Translation(
        message.context or "",
        _source(message),
        tuple(form or "" for form in forms),
        message.fuzzy,
        None,
        place,
    )


def _source(message: Message) -> tuple[str, str | None]:
    if isinstance(message.id, list | tuple):
        return str(message.id[0]), str(message.id[1])
    return str(message.id), None
