"""What is done to the files of a language: read whole, changed, put back unless somebody was quicker."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from consentgen.build.together import replace_whole
from consentgen.errors import AlreadyThere, CannotWrite, ChangedMeanwhile
from consentgen.localise.accept import accepted, made_of_other, refusal
from consentgen.localise.entry import Entry
from consentgen.localise.facts import facts_by_cldr, locale_toml
from consentgen.localise.folder import LocaleFolder, Read, read_language, read_signed
from consentgen.localise.message import SourceMessage, words_hash
from consentgen.localise.mo import mo_bytes
from consentgen.localise.plurals import plural_forms
from consentgen.localise.po import write_po
from consentgen.localise.pseudo import pseudo_facts, pseudo_file
from consentgen.localise.reviews import Person, Review, added, person, signed
from consentgen.localise.standing import Standing
from consentgen.localise.update import Updated, empty, update
from consentgen.model.finding import Finding, Place, Severity
from consentgen.tongue import said

ATTEMPTS = 20
"""How often work is begun again from what somebody else has written meanwhile."""


@dataclass(frozen=True, slots=True)
class Work:
    """The messages there are, and which of them a language needs."""

    messages: tuple[SourceMessage, ...]
    wanted: frozenset[str] | None = None
    """Ids that get an entry where there is none; None for all."""

    @property
    def ids(self) -> frozenset[str]:
        """Every statement id."""
        return frozenset(message.id for message in self.messages)


Result = TypeVar("Result")


def again(attempt: Callable[[], Result]) -> Result:
    """The result of an attempt; begun again where somebody else wrote the file in between."""
    for _ in range(ATTEMPTS - 1):
        try:
            return attempt()
        except ChangedMeanwhile:
            continue
    return attempt()


def put_file(folder: LocaleFolder, path: Path, data: bytes, *, read: bytes | None) -> bool:
    """Write a file of a language, which never lies outside the folder of languages."""
    if not path.parent.resolve().is_relative_to(folder.root.resolve()):
        raise CannotWrite(path, said("a link leads out of the folder of languages"))
    return replace_whole(path, data, read=read)


def put_template(path: Path, data: bytes) -> bool:
    """Write the template for translators; whether it was another before."""
    return again(lambda: replace_whole(path, data, read=path.read_bytes() if path.is_file() else None))


def start(folder: LocaleFolder, work: Work) -> Updated:
    """Write the catalogue of a language nobody has begun, and its `locale.toml` as CLDR has it.

    Raises:
        AlreadyThere: somebody has.
        UnknownLocale: CLDR has never heard of the language.
    """
    fresh = empty(folder.label(folder.po), folder.locale)
    count = plural_forms(folder.locale).count
    made = update(fresh, work.messages, count=count, wanted=work.wanted)
    if folder.po.exists() or folder.po.is_symlink():
        raise AlreadyThere(folder.po)
    try:
        put_file(folder, folder.po, write_po(made.file), read=None)
    except ChangedMeanwhile:
        raise AlreadyThere(folder.po) from None
    if not folder.facts.exists():
        put_file(folder, folder.facts, locale_toml(facts_by_cldr(folder.locale)).encode(), read=None)
    return made


def put_pseudo(folder: LocaleFolder, messages: Iterable[SourceMessage]) -> bool:
    """Write the catalogue and the `locale.toml` of a pseudo-language anew; whether anything changed."""
    catalogue = write_po(pseudo_file(folder.locale, messages, label=folder.label(folder.po)))
    facts = locale_toml(pseudo_facts(folder.locale)).encode()

    changed = False
    for path, data in ((folder.po, catalogue), (folder.facts, facts)):
        changed |= again(partial(_put_anew, folder, path, data))
    return changed


def _put_anew(folder: LocaleFolder, path: Path, data: bytes) -> bool:
    return put_file(folder, path, data, read=path.read_bytes() if path.is_file() else None)


def bring_up_to_date(folder: LocaleFolder, work: Work) -> tuple[Updated | None, tuple[Finding, ...]]:
    """What was changed in the catalogue of a language; None, and why, where it cannot be read whole."""

    def attempt() -> tuple[Updated | None, tuple[Finding, ...]]:
        read = read_language(folder, work.ids)
        if read.po is None or not read.whole:
            return None, read.findings
        count = plural_forms(folder.locale).count
        made = update(read.po, work.messages, count=count, wanted=work.wanted)
        put_file(folder, folder.po, write_po(made.file), read=read.bytes[0])
        return made, read.findings

    return again(attempt)


def put_compiled(folder: LocaleFolder, standings: Iterable[Standing]) -> bool:
    """Write the compiled catalogue; whether it was another before."""
    data = mo_bytes(folder.locale, standings)
    return again(
        lambda: put_file(
            folder, folder.mo, data, read=folder.mo.read_bytes() if folder.mo.is_file() else None
        )
    )


def sign(
    folder: LocaleFolder, standings: Iterable[Standing], *, by: Person, day: date
) -> tuple[tuple[Review, ...], tuple[Finding, ...]]:
    """The sign-offs added for translations one person has read, none for words they signed before; or why not."""
    made = [
        signed(one.message, one.translation, by, day) for one in standings if one.usable and one.translation
    ]

    def attempt() -> tuple[tuple[Review, ...], tuple[Finding, ...]]:
        data, reviews, findings = read_signed(folder)
        if findings:
            return (), tuple(findings)
        new = _not_yet(made, reviews)
        if new:
            put_file(folder, folder.reviews, added(data or b"", new), read=data)
        return new, ()

    return again(attempt)


def _not_yet(made: Iterable[Review], reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The lines that say what no line has said yet, whatever the day."""

    def says(review: Review) -> tuple[str, ...]:
        return (review.id, review.source, review.target, review.was, person(review.who))

    there = set(map(says, reviews))
    return tuple(review for review in made if says(review) not in there)


def accept(
    folder: LocaleFolder, work: Work, ids: Collection[str], *, by: Person, day: date
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Carry translations over the last edit of their English: the ids carried, or why none was.

    The acceptance is written down first, so that a stop in between leaves the translations stale.
    """
    chosen = [message for message in work.messages if message.id in ids]

    def attempt() -> tuple[tuple[str, ...], tuple[Finding, ...]]:
        read = read_language(folder, work.ids)
        if read.po is None or not read.whole:
            return (), read.findings
        entries = {entry.id: entry for entry in read.po.live if entry.id}
        refused = tuple(_refused(read, chosen, entries))
        if refused:
            return (), refused
        carried = {m.id: accepted(m, entries[m.id]) for m in chosen}
        lines = _not_yet((_acceptance(m, entries[m.id], by, day) for m in chosen), read.reviews)
        put_file(folder, folder.reviews, added(read.bytes[1] or b"", lines), read=read.bytes[1])
        kept = tuple(carried.get(e.id or "", e) if not e.obsolete else e for e in read.po.entries)
        put_file(folder, folder.po, write_po(replace(read.po, entries=kept)), read=read.bytes[0])
        return tuple(carried), ()

    return again(attempt)


def _refused(read: Read, chosen: Sequence[SourceMessage], entries: dict[str, Entry]) -> Iterable[Finding]:
    for message in chosen:
        entry = entries.get(message.id)
        if why := refusal(message, entry):
            label = read.folder.label(read.folder.po)
            place = Place(label, entry.line if entry else 1, field=message.id)
            way_out = said("Have it translated again; Poedit and Weblate show both versions of the English.")
            what = said("the translation cannot be carried over: {why}", why=why)
            yield Finding("RV002", Severity.ERROR, place, what, help=way_out)


def _acceptance(message: SourceMessage, entry: Entry, by: Person, day: date) -> Review:
    before = made_of_other(message, entry) or entry.source
    target = entry.translation("").hash
    return Review(message.id, message.hash, target, by.who, by.role, day.isoformat(), words_hash(*before))
