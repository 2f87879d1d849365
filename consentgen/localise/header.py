"""The header of a PO file: who made it, in which encoding, and how its language counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import c2py

from consentgen.localise.entry import Entry, PoFile
from consentgen.localise.plurals import PluralForms, plural_forms
from consentgen.localise.tags import code
from consentgen.model.finding import Finding, Place, Severity, shorten
from consentgen.tongue import said

Fields = tuple[tuple[str, str], ...]
MAX_CHARACTERS = 20_000
MAX_EXPRESSION = 400
COUNTED_TO = 200
"""Two rules that choose the same form for every number up to this one are the same: no leaflet counts further."""
_CHARSET = re.compile(r"charset=([\w.:-]+)", re.IGNORECASE)
_PLURALS = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+);?\s*")


def fields(header: Entry | None) -> Fields:
    """Names and values, in the order of the file; lines that are no field are left out."""
    lines = header.forms[0].split("\n") if header else ()
    parts = (line.partition(":") for line in lines if ":" in line)
    return tuple((name.strip(), value.strip()) for name, _, value in parts)


def header(locale: str = "") -> Entry:
    """The header of a new file: no dates, no names; a template's where no locale is given."""
    language = {"Language": locale} if locale else {}
    plurals = {"Plural-Forms": plural_forms(locale).header} if locale else {}
    lines = {
        "Project-Id-Version": "consentgen",
        **language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **plurals,
    }
    return Entry(None, ("", None), ("".join(f"{name}: {value}\n" for name, value in lines.items()),))


def header_findings(file: PoFile, locale: str) -> Iterator[Finding]:
    """What is wrong with the header of a file that should be in `locale`; a template's where that is empty."""
    if not file.header:
        way_out = said(
            "Copy the first lines of another language's file, or start with: {command}",
            command="consentgen i18n init",
        )
        what = said("the file has no header")
        yield Finding("PO006", Severity.ERROR, Place(file.path), what, help=way_out)
        return
    text = file.header.forms[0]
    if len(text) > MAX_CHARACTERS:
        what = said("the header is longer than {most} characters", most=f"{MAX_CHARACTERS:,}")
        yield _finding(file, "", what, ("", "", said("Keep the usual ten lines.")))
    found = fields(file.header)
    for name in sorted({name for name, _ in found if [n for n, _ in found].count(name) > 1}):
        what = said("{item} stands in the header twice", item=shorten(name))
        yield _finding(file, name, what, ("", "", said("Keep one of the two.")))
    yield from _encoding(file, dict(found))
    if locale:
        yield from _language(file, dict(found).get("Language", ""), locale)
        yield from _plurals(file, dict(found).get("Plural-Forms", ""), locale)


def _encoding(file: PoFile, found: dict[str, str]) -> Iterator[Finding]:
    charset = _CHARSET.search(found.get("Content-Type", ""))
    if not charset or charset[1].upper() not in ("UTF-8", "UTF8", "ASCII", "US-ASCII"):
        told = (
            found.get("Content-Type", ""),
            "text/plain; charset=UTF-8",
            said("Save the file as UTF-8 and say so here."),
        )
        what = said("the header names another encoding than UTF-8")
        yield _finding(file, "Content-Type", what, told)


def _language(file: PoFile, language: str, locale: str) -> Iterator[Finding]:
    known = language.replace("-", "_").casefold()
    if known != code(locale).casefold():
        way_out = said("If the words are in this language, write: {field}", field=f"Language: {locale}")
        told = language, locale, way_out
        same = known.partition("_")[0] == locale.casefold().partition("_")[0]
        what = said("the header names another language") if language else said("the header names no language")
        yield _finding(file, "Language", what, told, stops=bool(language) and not same)


def _plurals(file: PoFile, value: str, locale: str) -> Iterator[Finding]:
    pinned = plural_forms(locale)
    if not counts_alike(value, pinned):
        way_out = said("Write the expected line, and put the forms of every counted message in its order.")
        what = said("the header counts in another way than the language")
        yield _finding(file, "Plural-Forms", what, (value, pinned.header, way_out))


def counts_alike(value: str, pinned: PluralForms) -> bool:
    """Whether a `Plural-Forms` means the pinned one, however it is written.

    A stranger's rule is read by gettext's own parser, which takes C's arithmetic and nothing else.
    """
    match = _PLURALS.fullmatch(value)
    if not match or int(match[1][:3]) != pinned.count or len(match[2]) > MAX_EXPRESSION:
        return False
    try:
        choose = c2py(match[2].strip())
        return all(int(choose(n)) == pinned.index(n) for n in range(COUNTED_TO + 1))
    except (ValueError, ArithmeticError, RecursionError, MemoryError):
        return False


def _finding(
    file: PoFile, field: str, what: str, told: tuple[str, str, str], *, stops: bool = True
) -> Finding:
    """A finding at the line of a field; `told` is what was found, what was expected, and the way out."""
    found, expected, way_out = told
    top = file.header.line if file.header else 1
    lines = file.header.written if file.header else ()
    at = [number for number, line in enumerate(lines) if line.lstrip(' "').startswith(field)] if field else []
    begin = next((number for number, line in enumerate(lines) if line.lstrip().startswith("msgid")), 0)
    place = Place(file.path, top + (at[-1] - begin if at else 0), field=shorten(field))
    code = "PO007" if field == "Plural-Forms" else "PO006"
    severity = Severity.ERROR if stops else Severity.WARNING
    return Finding(code, severity, place, what, shorten(found), expected, way_out)
