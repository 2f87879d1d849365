"""Catalogues as a test wants them: messages, files of a language, and what translators did to them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from consentgen.catalogue import load_catalogue
from consentgen.compose import Wording
from consentgen.compose.messages import source_messages
from consentgen.evidence import load_shipped
from consentgen.localise.entry import Entry, PoFile
from consentgen.localise.facts import facts_by_cldr, locale_toml
from consentgen.localise.header import header
from consentgen.localise.message import Placeholder, SourceMessage
from consentgen.localise.plurals import plural_forms
from consentgen.localise.po import write_po
from consentgen.localise.template import NAME, entry_of, template
from consentgen.model.finding import Place

Words = Mapping[str, str | tuple[str, ...]]
"""A translation, or one for each plural form, by statement id."""


@cache
def messages() -> tuple[SourceMessage, ...]:
    """Every shipped message."""
    return source_messages(Wording(), load_catalogue(), load_shipped())


def message(name: str, text: str, plural: str | None = None, *, critical: bool = False) -> SourceMessage:
    """A message of a test's own; `{count}` in it is a placeholder."""
    marks = (Placeholder("count", "for example 6."),) if "{count}" in text else ()
    note = "count: for example 6." if marks else ""
    return SourceMessage(
        name, text, plural, marks, note, critical, Place("templates/own.md.j2", 1, field=name)
    )


def entry(name: str, text: str, words: str = "", plural: str | None = None, *more: str) -> Entry:
    """An entry as it would be read, without notes."""
    return Entry(name, (text, plural), (words, *more))


def file(locale: str, *entries: Entry) -> PoFile:
    """A file of one language."""
    return PoFile(f"locales/{locale}/LC_MESSAGES/consentgen.po", header(locale), entries)


def po(locale: str, words: Words, was: Mapping[str, str] | None = None) -> bytes:
    """The catalogue of a language with some shipped messages translated, some of them under older English."""
    count = plural_forms(locale).count
    made = []
    for one in messages():
        fresh = entry_of(one, count)
        given = words.get(one.id, "")
        forms = (given,) * len(fresh.forms) if isinstance(given, str) else given
        source = ((was or {}).get(one.id, one.text), one.plural)
        made.append(fresh.changed(forms=forms, source=source))
    return write_po(file(locale, *made))


def put(root: Path, locale: str, words: Words, was: Mapping[str, str] | None = None) -> Path:
    """Write such a catalogue and a `locale.toml` into a folder `locales`; the catalogue's path."""
    path = root / locale / "LC_MESSAGES" / "consentgen.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(po(locale, words, was))
    (root / locale / "locale.toml").write_text(locale_toml(facts_by_cldr(locale)), encoding="utf-8")
    return path


def put_template(root: Path) -> Path:
    """Write the template into a folder `locales`; its path."""
    root.mkdir(parents=True, exist_ok=True)
    (root / NAME).write_bytes(template(messages()))
    return root / NAME
