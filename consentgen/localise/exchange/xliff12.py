"""XLIFF 1.2: one trans-unit for each text, the plural forms of a message in a group.

XLIFF 1.2 knows no plurals. gettext's way is followed: a group with `restype="x-gettext-plurals"` holds a
trans-unit for each form, and the id names the form, `dose.count:few`. The forms are those of the target
language, so that a tool which knows nothing of plurals still shows each of them.

Source: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from lxml import etree

from consentgen.localise.exchange.fault import Received, fault
from consentgen.localise.exchange.inline import inline, words
from consentgen.localise.exchange.row import SOURCE_LANGUAGE, Row, id_and_form
from consentgen.localise.exchange.xml import local
from consentgen.localise.state import State
from consentgen.model.finding import Finding, Place
from consentgen.tongue import said

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_PLACEHOLDER = '<x id="{id}" ctype="x-placeholder" equiv-text="{text}"/>'
_STATES = {State.DRAFT: ' state="translated"', State.REVIEWED: ' state="final"'}
_DOUBTS = ("needs-", "new")
"""How the states begin that say that words need work; a file never leaves us with one."""


def written(rows: Iterable[Row], language: str) -> bytes:
    """The file of a language."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="1.2">',
        f' <file original="consentgen" source-language="{SOURCE_LANGUAGE}" target-language="{language}"'
        ' datatype="plaintext" tool-id="consentgen">',
        '  <header><tool tool-id="consentgen" tool-name="consentgen"/></header>',
        "  <body>",
    ]
    for key, held in groupby(rows, key=lambda row: row.id):
        forms = list(held)
        if forms[0].category:
            lines.append(f'   <group id="{key}" resname="{key}" restype="x-gettext-plurals">')
        lines += [line for row in forms for line in _unit(row)]
        lines += ["   </group>"] if forms[0].category else []
    return "\n".join([*lines, "  </body>", " </file>", "</xliff>", ""]).encode()


def _unit(row: Row) -> Iterator[str]:
    approved = ' approved="yes"' if row.state is State.REVIEWED and row.target else ""
    yield (
        f'   <trans-unit id="{row.name}" resname="{row.name}"{approved} xml:space="preserve"'
        f' extradata="{row.fingerprint}">'
    )
    yield f"    <source>{inline(row.source, _PLACEHOLDER)}</source>"
    if row.target:
        yield f"    <target{_STATES.get(row.state, '')}>{inline(row.target, _PLACEHOLDER)}</target>"
    for note in row.notes:
        yield f'    <note from="consentgen">{escape(note, quote=False)}</note>'
    yield "   </trans-unit>"


def read(root: etree._Element, label: str) -> Received:
    """What the trans-units of a file hold, and every text that cannot be read."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for file in root.iter("{*}file"):
        language = file.get("target-language", "")
        for unit in file.iter("{*}trans-unit"):
            row, odd = _row(unit, language, label)
            rows.append(row)
            findings += odd
    return Received(tuple(rows), tuple(findings))


def _row(unit: etree._Element, language: str, label: str) -> tuple[Row, list[Finding]]:
    parts = {local(child): child for child in reversed(unit)}
    texts = {name: words(parts[name]) if name in parts else ("", "") for name in ("source", "target")}
    target = parts.get("target")
    state = target.get("state", "") if target is not None else ""
    key, category = id_and_form(unit.get("id") or "")
    place = Place(label, unit.sourceline or 1, field=key)
    row = Row(
        key, category, texts["source"][0], texts["target"][0], language, unit.get("extradata") or "",
        doubted=state.startswith(_DOUBTS), place=place,
    )  # fmt: skip
    return row, [odd_mark(place, texts["target"][1])] if texts["target"][1] else []


def odd_mark(place: Place, mark: str) -> Finding:
    """A mark inside a text that stands for nothing."""
    way_out = said("Keep the marks of the source, and add none: no bold, no colour, no line break.")
    return fault(
        "EX013", place, said("a mark stands in the text that is not in the English"), way_out, (mark, "")
    )
