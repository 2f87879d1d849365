"""Rows that come back: matched by id and by what they were made of, checked, and taken as drafts or refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from consentgen.localise.checks import check_catalogue
from consentgen.localise.checks.expected import Expected
from consentgen.localise.exchange.fault import AGAIN, Received, fault
from consentgen.localise.exchange.row import (
    Row,
    compared,
    english_of,
    fingerprint,
    present_forms,
    tidied,
    was_filled,
    wordless,
)
from consentgen.localise.exchange.text import NO_TEXT
from consentgen.localise.message import SourceMessage, Translation, words_hash
from consentgen.localise.standing import Standing
from consentgen.localise.tags import tag
from consentgen.model.finding import Finding, Severity
from consentgen.tongue import later, said

OTHER_LANGUAGE = later("Import it into the language it is in, or export this one again.")


@dataclass(frozen=True, slots=True)
class Draft:
    """A translation to be put into the catalogue."""

    message: SourceMessage
    forms: tuple[str, ...]
    doubted: bool
    """Whether the translator's tool says that it needs work: it arrives marked fuzzy."""
    new: bool
    """Whether there was no translation of this English before."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a file brings."""

    drafts: tuple[Draft, ...]
    same: int
    """Messages the translator did not change."""
    empty: int
    """Messages without words in the file; what the catalogue has for them stays."""
    refused: int
    findings: tuple[Finding, ...]


def arrive(got: Received, standings: Iterable[Standing], language: Expected) -> Arrived:
    """What a file brings for a language.

    Args:
        got: what was read from the file.
        standings: how every message stands now.
        language: what is known of the language, with its glossary.
    """
    desk = _Desk({one.message.id: one for one in standings}, language)
    if whole := _foreign(got.rows, desk):
        return Arrived((), 0, 0, len({row.id for row in got.rows}), (*got.findings, whole))
    faulty = {finding.place for finding in got.findings}
    groups: dict[str, list[Row]] = {}
    for row in got.rows:
        groups.setdefault(row.id, []).append(row)
    for key, rows in groups.items():
        desk.take(key, rows, faulty=any(row.place in faulty for row in rows))
    findings = (*got.findings, *desk.findings)
    return Arrived(tuple(desk.drafts), desk.same, desk.empty, desk.refused, findings)


def _foreign(rows: tuple[Row, ...], desk: _Desk) -> Finding | None:
    """Why no row of a file can be taken, told once."""
    if not rows:
        return None
    top = replace(rows[0].place, field="")
    if not any(row.id in desk.standings for row in rows):
        what = said("no row has the id of a statement, so this is another project's file")
        return fault("EX007", top, what, said("Start with: {command}", command="consentgen i18n export"))
    if not any(desk.same_language(row) for row in rows):
        what = (
            said("the file is in another language")
            if rows[0].language
            else said("the file does not say its language")
        )
        return fault("EX006", top, what, said(OTHER_LANGUAGE), (rows[0].language, desk.tag))
    return None


class _Desk:
    """Takes the rows of one message after the other."""

    def __init__(self, standings: Mapping[str, Standing], language: Expected) -> None:
        self.standings, self.language = standings, language
        self.tag = tag(language.locale)
        self.findings: list[Finding] = []
        self.drafts: list[Draft] = []
        self.same = self.empty = self.refused = 0

    def same_language(self, row: Row) -> bool:
        """Whether a row says that it is in the language that is imported."""
        return row.language.replace("_", "-").casefold() == self.tag.casefold()

    def take(self, key: str, rows: list[Row], *, faulty: bool) -> None:
        """Take the rows of one message, or refuse all of them."""
        found = list(self._faults(key, rows))
        if found or faulty:
            self.findings += found
            self.refused += 1
            return
        one = self.standings[key]
        present = present_forms(one.message, one.translation, self.language.plurals.count)
        forms, changed = self._forms(one.message, rows, present)
        if not changed or self._doubted_before(one, rows):
            without = not any(map(str.strip, present))
            empty = not any(row.target.strip() and not (without and was_filled(row)) for row in rows)
            self.empty, self.same = self.empty + empty, self.same + (not empty)
            return
        self._check(one, changed, forms)

    def _faults(self, key: str, rows: list[Row]) -> Iterator[Finding]:
        one = self.standings.get(key)
        for row in rows:
            if one is None:
                way_out = said(
                    "It may have been taken out of the leaflets. Export again to see what there is."
                )
                yield fault("EX008", row.place, said("no statement has this id"), way_out, (row.id, ""))
            elif finding := self._row_fault(row, one):
                yield finding
        if one is not None:
            yield from _twice(rows)

    def _row_fault(self, row: Row, one: Standing) -> Finding | None:
        """The first reason for which a row cannot be taken, if there is any."""
        if finding := self._stranger(row):
            return finding
        message, categories = one.message, self._categories(one.message)
        if row.category not in categories:
            told = (row.category or said("none"), ", ".join(categories) or said("none"))
            return fault("EX010", row.place, said("the language has no such plural form"), said(AGAIN), told)
        english = self._english(message)[categories.index(row.category)]
        told = (row.source, english)
        if not row.fingerprint:
            return fault(
                "EX009", row.place, said("the row does not say what it was made of"), said(AGAIN), told
            )
        if row.fingerprint.partition("-")[0] != message.hash:
            return fault(
                "EX009", row.place, said("the English has changed since this was exported"), said(AGAIN), told
            )
        if compared(row.source) != compared(english):
            what = said("the English in the file is not the one that was exported")
            way_out = said(
                "Was a column sorted alone, or the English edited? "
                "Export the language again, and copy the translations into the new file."
            )
            return fault("EX009", row.place, what, way_out, told)
        return None

    def _stranger(self, row: Row) -> Finding | None:
        """What is wrong with a row in another language, or with characters that are none."""
        if not self.same_language(row):
            what = (
                said("the row is in another language")
                if row.language
                else said("the row does not say its language")
            )
            return fault("EX006", row.place, what, said(OTHER_LANGUAGE), (row.language, self.tag))
        if wrong := NO_TEXT.search(row.target + row.source + row.fingerprint):
            what = said("{character} is no character of a text", character=f"U+{ord(wrong[0]):04X}")
            return fault("EX002", row.place, what, said("Type the words again."))
        return None

    def _categories(self, message: SourceMessage) -> tuple[str, ...]:
        return self.language.plurals.categories if message.plural is not None else ("",)

    def _english(self, message: SourceMessage) -> tuple[str, ...]:
        return english_of(message, self.language.plurals, single=self.language.single_forms)

    def _forms(
        self, message: SourceMessage, rows: list[Row], present: tuple[str, ...]
    ) -> tuple[tuple[str, ...], list[Row]]:
        """The forms with what the translator changed, and the rows that hold a change."""
        forms, changed = list(present), []
        for row in rows:
            index = self._categories(message).index(row.category)
            untouched = fingerprint(message.hash, row.target) == row.fingerprint
            if not present[index].strip() and was_filled(row):
                # English that went out as such is no translation, unless there is nothing in it to translate.
                untouched = untouched and not wordless(row.target)
            if not row.target.strip() or untouched or compared(row.target) == compared(present[index]):
                continue
            forms[index] = tidied(row.target)
            changed.append(row)
        return tuple(forms), changed

    def _doubted_before(self, one: Standing, rows: list[Row]) -> bool:
        """Whether the catalogue has exactly these words already, marked as the translator marked them."""
        held, message = one.translation, one.message
        if held is None or not held.fuzzy or held.source != (message.text, message.plural):
            return False
        places = [self._categories(message).index(row.category) for row in rows]
        words = [held.forms[place] if place < len(held.forms) else "" for place in places]
        doubted = any(row.doubted for row in rows)
        return doubted and all(
            compared(a) == compared(row.target) for a, row in zip(words, rows, strict=True)
        )

    def _check(self, one: Standing, rows: list[Row], forms: tuple[str, ...]) -> None:
        """Take a changed message where nobody has changed it meanwhile and no check finds an error."""
        message = one.message
        present = present_forms(message, one.translation, self.language.plurals.count)
        findings = list(self._meanwhile(message, rows, present))
        if not findings:
            made = Translation(
                message.id,
                (message.text, message.plural),
                forms,
                fuzzy=False,
                previous=None,
                place=rows[0].place,
            )
            findings = [f.at(rows[0].place) for f in check_catalogue([message], [made], self.language)]
        self.findings += findings
        if any(finding.severity is Severity.ERROR for finding in findings):
            self.refused += 1
            return
        new = not any(form.strip() for form in present)
        self.drafts.append(Draft(message, forms, any(row.doubted for row in rows), new))

    def _meanwhile(
        self, message: SourceMessage, rows: list[Row], present: tuple[str, ...]
    ) -> Iterator[Finding]:
        """Texts the translator changed that somebody else has changed too."""
        for row in rows:
            index = self._categories(message).index(row.category)
            went_out = row.fingerprint.partition("-")[2]
            bare = not present[index].strip() and was_filled(row)
            if not bare and words_hash(compared(present[index])) != went_out:
                what = said("somebody else has changed this translation meanwhile")
                way_out = said("Choose one of the two, or export again and put this one in.")
                yield fault("EX012", row.place, what, way_out,
                            (row.target, present[index]))  # fmt: skip


def _twice(rows: list[Row]) -> Iterator[Finding]:
    """The second of two different translations of one text, and each after it."""
    first: dict[str, Row] = {}
    for row in rows:
        other = first.setdefault(row.category, row)
        if compared(other.target) != compared(row.target):
            way_out = said("Keep the row with the better words.")
            yield fault("EX011", row.place, said("the file holds two translations of this text"), way_out,
                        (row.target, other.target))  # fmt: skip
