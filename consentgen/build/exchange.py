"""Files for translators are written, and what comes back is put into the catalogue of a language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from consentgen.build.languages import Work, again, put_file
from consentgen.build.together import replace_whole
from consentgen.errors import ChangedMeanwhile, WouldReplace
from consentgen.localise.entry import Entry, PoFile
from consentgen.localise.exchange import Arrived, Draft
from consentgen.localise.folder import LocaleFolder, read_language
from consentgen.localise.plurals import plural_forms
from consentgen.localise.po import write_po
from consentgen.localise.update import empty, update
from consentgen.model.finding import Finding


def put_export(path: Path, data: bytes) -> bool:
    """Write a file for a translator; False where exactly this stands there already.

    Raises:
        WouldReplace: another file stands there.
    """
    if path.exists() or path.is_symlink():
        if path.is_file() and path.read_bytes() == data:
            return False
        raise WouldReplace(path)
    try:
        return replace_whole(path, data, read=None)
    except ChangedMeanwhile:
        raise WouldReplace(path) from None


def take_in(
    folder: LocaleFolder, work: Work, arrivals: Callable[[], Arrived], *, begun: bool
) -> tuple[Arrived | None, tuple[Finding, ...]]:
    """What was put into the catalogue of a language; None, and why, where it cannot be read whole.

    Args:
        folder: the files of the language.
        work: the messages there are.
        arrivals: what arrives, worked out anew where somebody else wrote the catalogue in between.
        begun: whether the language is begun elsewhere, so that a catalogue may be started here.
    """

    def attempt() -> tuple[Arrived | None, tuple[Finding, ...]]:
        if begun and not folder.po.exists() and not folder.po.is_symlink():
            po, data = empty(folder.label(folder.po), folder.locale), None
        else:
            read = read_language(folder, work.ids)
            if read.po is None or not read.whole:
                return None, read.findings
            po, data = read.po, read.bytes[0]
        arrived = arrivals()
        if arrived.drafts:
            put_file(folder, folder.po, write_po(_with(po, arrived.drafts, work, folder.locale)), read=data)
        return arrived, ()

    return again(attempt)


def _with(po: PoFile, drafts: Iterable[Draft], work: Work, locale: str) -> PoFile:
    """The catalogue with drafts in it; entries that are not among them stay as they are."""
    arriving = {draft.message.id: draft for draft in drafts}
    if arriving.keys() - {entry.id for entry in po.live}:
        count = plural_forms(locale).count
        po = update(po, work.messages, count=count, wanted=frozenset(arriving)).file
    entries = tuple(
        entry if entry.obsolete or entry.id not in arriving else _drafted(entry, arriving[entry.id])
        for entry in po.entries
    )
    return replace(po, entries=entries)


def _drafted(entry: Entry, draft: Draft) -> Entry:
    source = (draft.message.text, draft.message.plural)
    return entry.changed(source=source, forms=draft.forms).marked(fuzzy=draft.doubted)
