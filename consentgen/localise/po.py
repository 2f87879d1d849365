"""PO files: read whole with every fault, written the same way every time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import polib

from consentgen.localise.entry import Entry, PoFile
from consentgen.localise.header import header_findings
from consentgen.localise.po_lines import Fault, read_lines
from consentgen.model.finding import Finding, Place, Severity, shorten
from consentgen.tongue import said

MAX_BYTES = 5_000_000
"""A catalogue of 400 messages is about 100,000 bytes."""
MOST_FAULTS = 50
"""After so many lines that cannot be read, a file is no PO file."""
WIDTH = 79
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def read_file(file: Path, label: str) -> tuple[PoFile | None, list[Finding]]:
    """What a PO file holds and every fault found in reading it; its size is looked at before it is opened."""
    data, findings = read_bytes(file, label)
    return (None, findings) if data is None else read_po(data, label)


def read_bytes(file: Path, label: str) -> tuple[bytes | None, list[Finding]]:
    """The bytes of a file that is no link, no folder and not too large; else None and why."""
    try:
        if file.is_symlink() or not file.is_file():
            return None, [_no_file(label)]
        if file.stat().st_size > MAX_BYTES:
            return None, [_too_large(label)]
        return file.read_bytes(), []
    except OSError as error:
        what = said("the file cannot be read: {reason}", reason=error.strerror or said("unknown reason"))
        return None, [_fault("PO001", label, what, said("Check that you may read it."))]


def read_po(data: bytes, label: str) -> tuple[PoFile | None, list[Finding]]:
    """What PO bytes hold and every fault; where a fault is an error, not all of it could be read."""
    if len(data) > MAX_BYTES:
        return None, [_too_large(label)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        way_out = said("Save the file as UTF-8; if it was sent to you, ask for it again.")
        return None, [_fault("PO002", label, said("this is not UTF-8 text"), way_out, line)]
    if found := _NOT_TEXT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = said("{character} is no character of a text", character=f"U+{ord(found[0]):04X}")
        return None, [_fault("PO002", label, what, said("Ask for the file again, or take it out."), line)]
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    return _read(text.replace("\r\n", "\n").replace("\r", "\n"), label, newline)


def _read(text: str, label: str, newline: str) -> tuple[PoFile, list[Finding]]:
    entries: list[Entry] = []
    findings: list[Finding] = []
    tail: tuple[str, ...] = ()
    for part in read_lines(text):
        if isinstance(part, Entry):
            entries.append(part)
        elif isinstance(part, Fault):
            findings.append(_syntax(part, label))
            if len(findings) == MOST_FAULTS:
                break
        else:
            tail = tuple(part)
    first = entries[0] if entries and _is_header(entries[0]) else None
    kept = tuple(entries[1:] if first else entries)
    file = PoFile(label, first, kept, tail, newline)
    return file, [*findings, *_nameless(file)]


def _is_header(entry: Entry) -> bool:
    return entry.source[0] == "" and not entry.id and not entry.obsolete


def _repeated(file: PoFile) -> Iterator[Finding]:
    """The second entry in use of one id, and each after it."""
    first: dict[str, int] = {}
    for entry in file.live:
        if entry.id and first.setdefault(entry.id, entry.line) != entry.line:
            place = Place(file.path, entry.line, field=shorten(entry.id))
            what = said("this id stands here twice, first in line {line}", line=first[entry.id])
            way_out = said("Keep the entry with the better words.")
            yield Finding("PO008", Severity.ERROR, place, what, help=way_out)


def _nameless(file: PoFile) -> Iterator[Finding]:
    for entry in file.entries:
        if not entry.source[0]:
            way_out = said("Write the English behind msgid, or take the entry out.")
            yield _fault("PO004", file.path, said("this entry has no English"), way_out, entry.line)


def read_catalogue(
    data: bytes, label: str, *, locale: str, known: Collection[str]
) -> tuple[PoFile | None, list[Finding]]:
    """What the catalogue of one language holds, and every fault of it, its header and its provenance.

    Args:
        data: its bytes.
        label: path to print in findings.
        locale: the language it should be in.
        known: every statement id there is; a file that names none belongs to another project.
    """
    file, findings = read_po(data, label)
    if file is None or findings:
        return file, findings
    if not any(entry.id in known for entry in file.entries) and (file.entries or not file.header):
        what = said("no entry has the id of a statement as its msgctxt, so this is another project's file")
        way_out = said("Start with: {command}", command="consentgen i18n init")
        return file, [_fault("PO009", label, what, way_out)]
    return file, [*_repeated(file), *header_findings(file, locale)]


def write_po(file: PoFile) -> bytes:
    """The bytes of a PO file; entries nobody changed as they were read, those out of use last."""
    top = () if file.header is None else (file.header,)
    in_use = (*top, *file.live)
    entries = (*in_use, *(entry for entry in file.entries if entry.obsolete))
    blocks = ["\n".join(lines(entry)) for entry in entries]
    text = "\n\n".join([*blocks, *(["\n".join(file.tail)] if file.tail else [])]) + "\n"
    return text.replace("\n", file.newline).encode()


def lines(entry: Entry) -> tuple[str, ...]:
    """An entry as it stands in a file."""
    if entry.written:
        return entry.written
    before, plural = entry.previous or (None, None)
    counted = entry.source[1] is not None
    written = polib.POEntry(
        msgctxt=entry.id, msgid=entry.source[0], msgid_plural=entry.source[1] or "",
        msgstr="" if counted else entry.forms[0],
        msgstr_plural=dict(enumerate(entry.forms)) if counted else {}, obsolete=entry.obsolete,
        flags=list(entry.flags), previous_msgctxt=entry.previous_id, previous_msgid=before,
        previous_msgid_plural=plural,
    )  # fmt: skip
    notes = tuple(f"#. {note}".rstrip() for note in entry.notes)
    references = tuple(f"#: {reference}" for reference in entry.references)
    fields = written.__unicode__(WIDTH).strip("\n").split("\n")
    return (*entry.comments, *notes, *references, *fields)


def _syntax(fault: Fault, label: str) -> Finding:
    place = Place(label, fault.line, fault.column)
    code, what, way_out = "PO004", fault.what, fault.help
    if fault.cut:
        code, what = "PO005", said("the file ends too early: {reason}", reason=fault.what)
        way_out = said("Ask for the whole file again.")
    return Finding(code, Severity.ERROR, place, what, shorten(fault.found), help=way_out)


def _no_file(label: str) -> Finding:
    way_out = said("Start one: {command}", command="consentgen i18n init")
    return _fault("PO001", label, said("there is no such file"), way_out)


def _too_large(label: str) -> Finding:
    what = said("the file is larger than {size} bytes", size=f"{MAX_BYTES:,}")
    return _fault("PO003", label, what, said("Give the catalogue itself; ours has about 100,000."))


def _fault(code: str, label: str, what: str, way_out: str, line: int = 1) -> Finding:
    return Finding(code, Severity.ERROR, Place(label, line), what, help=way_out)
