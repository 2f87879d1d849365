"""`locale.toml` -> LocaleFacts, with every fault at its line.

A value that cannot be used is replaced by CLDR's, so that a faulty file never stops a leaflet in English.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from consentgen.errors import UnknownLocale
from consentgen.localise.date_pattern import EXPECTED, pattern_fault
from consentgen.localise.facts import DIGITS, LocaleFacts, facts_by_cldr
from consentgen.localise.tags import cldr, tag
from consentgen.model.finding import Finding, Place, Severity, in_order, shorten
from consentgen.source.yaml import INVISIBLE
from consentgen.tongue import said

NAME = "locale.toml"
MAX_BYTES = 20_000
"""The shipped files are about 300 bytes."""
MOST_FONTS, LONGEST_NAME = 8, 60
_UNREADABLE, _UNKNOWN, _WRONG, _MISSING = "LO001", "LO002", "LO003", "LO004"
_FONT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]*", re.ASCII)


def read_facts(file: Path, label: str) -> tuple[LocaleFacts | None, list[Finding]]:
    """The facts of the language whose folder `file` lies in, and every fault found in reading them.

    Args:
        file: `locales/pl/locale.toml`; its size is looked at before it is opened.
        label: path to print in findings.

    Returns:
        None where the folder's name is no language's.
    """
    try:
        if not file.is_file():
            data: bytes | str = said("there is no such file")
        elif file.stat().st_size > MAX_BYTES:
            data = said("the file is larger than {size} bytes", size=f"{MAX_BYTES:,}")
        else:
            data = file.read_bytes()
    except OSError as error:
        data = said("the file cannot be read: {reason}", reason=error.strerror or said("unknown reason"))
    return facts_in(data, file.parent.name, label=label)


def facts_in(data: bytes | str, locale: str, *, label: str) -> tuple[LocaleFacts | None, list[Finding]]:
    """The facts of a language, and every fault found in reading them.

    Args:
        data: the bytes of its `locale.toml`, or why there are none.
        locale: the name of its folder.
        label: path to print in findings.
    """
    try:
        known = facts_by_cldr(locale)
    except UnknownLocale as error:
        what, way_out = error.told()
        return None, [Finding(_UNREADABLE, Severity.ERROR, Place(label), what, help=way_out)]
    if isinstance(data, str):
        return known, [_unreadable(label, data)]
    values, fault = _parse(data, label)
    if fault:
        return known, [fault]
    return _Reader(data.decode("utf-8-sig"), known, label).facts(values)


def _parse(data: bytes, label: str) -> tuple[dict[str, Any], Finding | None]:
    try:
        if len(data) > MAX_BYTES:
            return {}, _unreadable(label, said("the file is larger than {size} bytes", size=f"{MAX_BYTES:,}"))
        return tomllib.loads(data.decode("utf-8-sig")), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return {}, _unreadable(label, said("this is not a UTF-8 text file"), line)
    except RecursionError:
        return {}, _unreadable(label, said("the values are nested too deeply"))
    except ValueError as error:  # also a number of 5,000 digits
        what, _, place = str(error).partition(" (at line ")
        mark = re.match(r"\d+", place)
        what = said("this line cannot be read as TOML: {reason}", reason=shorten(what))
        return {}, _unreadable(label, what, int(mark[0]) if mark else 1)


def _unreadable(label: str, what: str, line: int = 1) -> Finding:
    way_out = said("Copy locale.toml from another language's folder and change its values.")
    return Finding(_UNREADABLE, Severity.ERROR, Place(label, line), what, help=way_out)


class _Reader:
    """Takes the values of one file that are fit to use, and keeps a finding for each other."""

    def __init__(self, text: str, known: LocaleFacts, label: str) -> None:
        self.text, self.known, self.label = text, known, label
        self.findings: list[Finding] = []

    def facts(self, values: dict[str, Any]) -> tuple[LocaleFacts, list[Finding]]:
        checks: dict[str, Callable[[Any], str]] = {
            "name": _name_fault,
            "english_name": _name_fault,
            "tag": self._tag_fault,
            "direction": self._direction_fault,
            "digits": _digits_fault,
            "date_pattern": _date_fault,
            "fonts": _fonts_fault,
        }
        kept: dict[str, Any] = {}
        for name, check in checks.items():
            if name not in values:
                self._add(_MISSING, name, said("{name} is missing", name=name), example=name)
            elif fault := check(values[name]):
                self._add(
                    _WRONG,
                    name,
                    said("{name}: {fault}", name=name, fault=fault),
                    found=_found(values[name]),
                    example=name,
                )
            else:
                kept[name] = tuple(values[name]) if name == "fonts" else values[name]
        for name in [name for name in values if name not in checks][:MOST_FONTS]:
            near = get_close_matches(name[:LONGEST_NAME], checks, n=1)
            way_out = (
                said("Did you mean {near}?", near=near[0])
                if near
                else said("Settings here: {fields}.", fields=", ".join(checks))
            )
            what = said("there is no setting called {field}", field=shorten(name))
            self._add(_UNKNOWN, name, what, way_out=way_out)
        return replace(self.known, **kept), in_order(self.findings)

    def _add(self, code: str, name: str, what: str, **more: str) -> None:
        way_out = more.get("way_out") or said(
            "Write for instance: {example}", example=_example(more["example"])
        )
        place = Place(self.label, self._line(name), field=shorten(name))
        self.findings.append(Finding(code, Severity.ERROR, place, what, more.get("found", ""), help=way_out))

    def _line(self, name: str) -> int:
        """The line a setting stands on; tomllib does not say."""
        mark = re.search(
            rf"""^[ \t]*(?:\[+[ \t]*)?["']?{re.escape(name)}["']?[ \t]*[=.\]]""", self.text, re.MULTILINE
        )
        return self.text.count("\n", 0, mark.start()) + 1 if mark else 1

    def _tag_fault(self, value: Any) -> str:
        """A tag may say more than the folder (`pt-PT` in `pt`), never another language."""
        try:
            if (
                isinstance(value, str)
                and value == tag(value)
                and cldr(value).language == cldr(self.known.code).language
            ):
                return ""
        except UnknownLocale:
            pass
        return said("this is not a tag of the language of the folder {folder}", folder=self.known.code)

    def _direction_fault(self, value: Any) -> str:
        right = self.known.direction
        return "" if value == right else said("this language is written {direction}", direction=right)


def _digits_fault(value: Any) -> str:
    if value == DIGITS:
        return ""
    return said("leaflets print the digits 0 to 9 in every language, {name}", name=DIGITS)


def _name_fault(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        return said("a name in quotes belongs here")
    if len(value) > LONGEST_NAME:
        return said("the name is longer than {most} characters", most=LONGEST_NAME)
    if wrong := [c for c in value if INVISIBLE.match(c) or not _in_a_name(c)]:
        return said("the character {character} does not belong in a name", character=f"U+{ord(wrong[0]):04X}")
    return ""


def _in_a_name(character: str) -> bool:
    """Letters, marks and what stands between words; no sign that means something in HTML or Markdown."""
    if character.isascii():
        return character.isalpha() or character in " -()'."
    return unicodedata.category(character)[0] in "LMP"


def _date_fault(value: Any) -> str:
    return pattern_fault(value) if isinstance(value, str) else said("a pattern in quotes belongs here")


def _fonts_fault(value: Any) -> str:
    if not isinstance(value, list) or len(value) > MOST_FONTS:
        return said("a list of at most {most} font families belongs here", most=MOST_FONTS)
    fit = [isinstance(font, str) and len(font) <= LONGEST_NAME and _FONT.fullmatch(font) for font in value]
    return "" if all(fit) else said("a font family's name has letters, digits and spaces")


def _found(value: Any) -> str:
    # What is not text may be a table of thousands of values.
    return shorten(value) if isinstance(value, str) else type(value).__name__


def _example(name: str) -> str:
    example = _EXAMPLES[name]
    return f"{example} ({said(EXPECTED)})" if name == "date_pattern" else example


_EXAMPLES = {
    "name": 'name = "Polski"',
    "english_name": 'english_name = "Polish"',
    "tag": 'tag = "pl"',
    "direction": 'direction = "ltr"',
    "digits": f'digits = "{DIGITS}"',
    "date_pattern": 'date_pattern = "d MMMM y"',
    "fonts": 'fonts = ["Noto Sans"]',
}
