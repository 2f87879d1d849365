"""One language as the leaflets of a project are made in it: only words that a check lets through are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from consentgen.build.desk import Desk
from consentgen.errors import UnknownName
from consentgen.localise import LocaleFacts, State, TranslatedCatalog, read_facts
from consentgen.localise.checks import check_catalogue
from consentgen.localise.checks.expected import Expected, expected_of
from consentgen.localise.facts import facts_by_cldr
from consentgen.localise.glossary import Glossary, read_glossary
from consentgen.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Translated:
    """A language, and every fault of its files and of its words."""

    facts: LocaleFacts
    catalog: TranslatedCatalog
    findings: tuple[Finding, ...]
    digest: str
    """One hash over all its files."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The faults because of which English is shown."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def translated(desk: Desk, locale: str) -> Translated:
    """A language of a desk.

    Raises:
        UnknownLocale: this is not the name of a language.
        UnknownName: nobody has begun it.
    """
    language = desk.language(locale)
    if language.locale not in desk.all_locales():
        raise UnknownName("translation", locale, list(desk.all_locales()))
    expected, findings = expected_here(desk, language.locale)
    facts = facts_by_cldr(language.locale)
    file = next((f for f in desk.files(language.locale, "locale.toml") if f.is_file()), None)
    if file:
        read, faults = read_facts(file, desk.label(file))
        facts, findings = read or facts, [*findings, *faults]
    words = language.translations()
    findings += [*language.findings, *check_catalogue(desk.messages, words.values(), expected)]
    faulty = {f.place.field for f in findings if f.severity is Severity.ERROR}
    sound = {key: one for key, one in words.items() if key not in faulty}
    reviewed = {one.message.id for one in language.standings(desk.messages) if one.state is State.REVIEWED}
    catalog = TranslatedCatalog(facts, sound, reviewed=reviewed)
    return Translated(facts, catalog, tuple(findings), _digest(desk, language.locale))


def _digest(desk: Desk, locale: str) -> str:
    whole = sha256()
    for name in ("locale.toml", "glossary.toml", "reviews.jsonl", "LC_MESSAGES/consentgen.po"):
        for file in desk.files(locale, name):
            whole.update(f"{name}\0".encode() + (file.read_bytes() if file.is_file() else b""))
    return f"sha256:{whole.hexdigest()}"


def expected_here(desk: Desk, locale: str) -> tuple[Expected, list[Finding]]:
    """What is expected of a language, by the project's glossary with the shipped one behind it."""
    glossary = Glossary()
    findings: list[Finding] = []
    for file in desk.files(locale, "glossary.toml"):
        read, faults = read_glossary(file, desk.label(file))
        glossary, findings = glossary.over(read), [*findings, *faults]
    return replace(expected_of(locale), glossary=glossary), findings
