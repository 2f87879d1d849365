"""Files and bytes -> documents: bounded, decoded, and read field by field where that gives the same.

The descriptors of a service are alike in most fields, so each field is parsed once for all files
that write it alike. Whatever is unusual about a file sends it to the whole reader, which finds and
places every fault.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from consentgen.model.finding import Finding, Place
from consentgen.source.yaml import MAX_EVENTS, NOT_TEXT, Document, fault, hidden, read_whole
from consentgen.tongue import said

MAX_BYTES = 1_000_000
"""A descriptor of 24 disclosures is about 5,000 bytes."""
_FIELD = re.compile(r"^(?=[a-z_]+:\s)", re.MULTILINE)
_COMMENTS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
_UNUSUAL = re.compile(r"^(?:---|\.\.\.|%)|\r(?!\n)|[\x85\u2028\u2029]", re.MULTILINE)
"""What begins or ends a document, and line breaks that only YAML counts as such."""
_LONGEST_FIELD = 4000
"""Characters; the longest of the starter files has about 600."""


def read_file(file: Path, label: str) -> tuple[Document | None, list[Finding]]:
    """The value of a YAML file and every fault found in reading it.

    Args:
        file: the file; its size is looked at before it is opened.
        label: path to print in findings.
    """
    try:
        if not file.is_file():
            return None, [
                fault("YA001", label, said("this is not a file"), said("Give a file that ends in .yaml."))
            ]
        if file.stat().st_size > MAX_BYTES:
            return None, [_too_large(label)]
        data = file.read_bytes()
    except OSError as error:
        reason = error.strerror or said("unknown reason")
        what = said("the file cannot be read: {reason}", reason=reason)
        return None, [fault("YA001", label, what, said("Check that you may read it."))]
    return read_yaml(data, label)


@cache
def shipped_values(file: Path) -> dict[str, Any]:
    """The fields of a YAML file that comes with consentgen, read once.

    Raises:
        ValueError: it has a fault.
    """
    document, findings = read_file(file, file.name)
    if findings or document is None or not isinstance(document.value, dict):
        raise ValueError(f"{file.name}: {findings}")
    return document.value


def read_yaml(data: bytes, label: str) -> tuple[Document | None, list[Finding]]:
    """The value of YAML bytes and every fault found in reading them."""
    if len(data) > MAX_BYTES:
        return None, [_too_large(label)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        way_out = said("Save the file as text in UTF-8. In Word, choose Plain Text; then Unicode (UTF-8).")
        return None, [fault("YA002", label, said("this is not a UTF-8 text file"), way_out, (line, 1))]
    if document := _by_fields(text, label):
        return document, []
    if "\0" in text:
        what = said("this is a binary file, not text")
        return None, [fault("YA002", label, what, said("Give a YAML text file."))]
    if found := NOT_TEXT.search(text):
        place = Place(label, text.count("\n", 0, found.start()) + 1)
        return None, [hidden("", place, found[0])]
    return read_whole(text, label)


def _by_fields(text: str, label: str) -> Document | None:
    """The document whose fields were each read alone; None where only the whole file tells all."""
    comments, *fields = _FIELD.split(text)
    if NOT_TEXT.search(comments) or not _COMMENTS.fullmatch(comments):
        return None
    value: dict[str, Any] = {}
    parts: list[tuple[int, Document]] = []
    above, size = comments.count("\n"), 0
    for field in fields:
        part = _alone(field) if len(field) <= _LONGEST_FIELD else None
        if part is None or not isinstance(part.value, dict):
            return None
        value |= part.value
        parts.append((above, part))
        above += field.count("\n")
        size += len(part.places)
    if len(value) != len(fields) or not value or size > MAX_EVENTS // 2:
        return None
    return Document(label, value, parts=tuple(parts))


@lru_cache(maxsize=2048)
def _alone(field: str) -> Document | None:
    """One field read by itself; None where it holds a fault, or more than a field."""
    if _UNUSUAL.search(field) or NOT_TEXT.search(field):
        return None
    document, findings = read_whole(field, "")
    value = document.value if document and not findings else None
    return document if isinstance(value, dict) and len(value) == 1 else None


def _too_large(label: str) -> Finding:
    what = said("the file is larger than {size} bytes", size=f"{MAX_BYTES:,}")
    return fault("YA003", label, what, said("Give the descriptor itself."))
