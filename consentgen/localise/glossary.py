"""The glossary of a language: which words carry a term, and which must not."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from consentgen.model.finding import Finding, Place, Severity, shorten
from consentgen.tongue import said

MAX_BYTES = 200_000
NAMED = "guided self-help"
"""The term a translation must name: what is recorded as guided self-help is called so in every language."""


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """One English term and the words of the language for it."""

    english: str
    use: tuple[str, ...]
    """Any of these; endings may change."""
    avoid: tuple[str, ...] = ()
    """None of these may stand for it."""
    note: str = ""


@dataclass(frozen=True)
class Glossary:
    """The terms of one language, longest English first, so that `guided self-help` comes before `self-help`."""

    terms: tuple[GlossaryTerm, ...] = ()

    def over(self, other: Glossary) -> Glossary:
        """These terms, and those of another glossary that are not among them."""
        own = {term.english.casefold() for term in self.terms}
        return Glossary(self.terms + tuple(t for t in other.terms if t.english.casefold() not in own))

    @cached_property
    def by_length(self) -> tuple[GlossaryTerm, ...]:
        """The terms, longest English first."""
        return tuple(sorted(self.terms, key=lambda term: (-len(term.english), term.english)))


def read_glossary(file: Path, label: str) -> tuple[Glossary, list[Finding]]:
    """The glossary of a TOML file and every fault found in reading it; empty where there is no file.

    Args:
        file: `locales/<locale>/glossary.toml`, with `[[term]]` tables of `english`, `use`, `avoid`, `note`.
        label: path to print in findings.
    """
    try:
        if not file.is_file():
            return Glossary(), []
        if file.stat().st_size > MAX_BYTES:
            what = said("the file is larger than {size} bytes", size=f"{MAX_BYTES:,}")
            return Glossary(), [_fault(label, what)]
        value = tomllib.loads(file.read_bytes().decode("utf-8"))
    except UnicodeDecodeError:
        return Glossary(), [_fault(label, said("the file is not UTF-8 text"))]
    except tomllib.TOMLDecodeError as error:
        what = said("the file cannot be read as TOML: {reason}", reason=shorten(str(error)))
        return Glossary(), [_fault(label, what)]
    except (OSError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or said("it nests too deeply")
        return Glossary(), [_fault(label, said("the file cannot be read: {reason}", reason=reason))]
    return _glossary(value, label)


def _glossary(value: dict[str, Any], label: str) -> tuple[Glossary, list[Finding]]:
    entries = value.get("term", [])
    if not isinstance(entries, list):
        return Glossary(), [_fault(label, said("`term` is not a list of tables"))]
    terms, findings = [], []
    for number, entry in enumerate(entries, 1):
        term = _term(entry)
        if term:
            terms.append(term)
        else:
            what = said("term {number} has no English, or no words to use", number=number)
            findings.append(_fault(label, what))
    return Glossary(tuple(terms)), findings


def _term(entry: object) -> GlossaryTerm | None:
    if not isinstance(entry, dict):
        return None
    english, note = entry.get("english"), entry.get("note", "")
    use, avoid = _words(entry.get("use")), _words(entry.get("avoid", []))
    if not isinstance(english, str) or not english.strip() or not use or avoid is None:
        return None
    return GlossaryTerm(english.strip(), use, avoid, note if isinstance(note, str) else "")


def _words(value: object) -> tuple[str, ...] | None:
    """A text or a list of texts; None for anything else."""
    every = [value] if isinstance(value, str) else value
    if not isinstance(every, list) or not all(isinstance(word, str) for word in every):
        return None
    return tuple(word.strip() for word in every if word.strip())


def _fault(label: str, what: str) -> Finding:
    example = 'english = "session", use = ["sesja"], avoid = [], note = ""'
    way_out = said("Write [[term]] tables: {example}.", example=example)
    return Finding("LO140", Severity.WARNING, Place(label), what, help=way_out)
