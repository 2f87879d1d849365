"""XLIFF 2.0: one unit for each text, the plural forms of a message in a group.

XLIFF 2.0 knows no plurals either: a group of type `consentgen:plural` holds a unit for each form of the target
language, and the id names the form, `dose.count:few`. What a row was made of stands in the metadata module.

Source: https://docs.oasis-open.org/xliff/xliff-core/v2.0/os/xliff-core-v2.0-os.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from lxml import etree

from consentgen.localise.exchange.fault import Received, fault
from consentgen.localise.exchange.inline import inline, words
from consentgen.localise.exchange.row import SOURCE_LANGUAGE, Row, id_and_form
from consentgen.localise.exchange.xliff12 import odd_mark
from consentgen.localise.exchange.xml import local
from consentgen.localise.state import State
from consentgen.model.finding import Finding, Place
from consentgen.tongue import said

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_FINGERPRINT = "fingerprint"
_PLACEHOLDER = '<ph id="{id}" equiv="{text}" disp="{text}" canDelete="no"/>'
_STATES = {State.DRAFT: "translated", State.REVIEWED: "final"}


def written(rows: Iterable[Row], language: str) -> bytes:
    """The file of a language."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" xmlns:mda="{_METADATA}" version="2.0" srcLang="{SOURCE_LANGUAGE}"'
        f' trgLang="{language}">',
        ' <file id="consentgen" original="consentgen" canResegment="no" xml:space="preserve">',
    ]
    for key, held in groupby(rows, key=lambda row: row.id):
        forms = list(held)
        if forms[0].category:
            lines.append(f'  <group id="{key}" name="{key}" type="consentgen:plural">')
        lines += [line for row in forms for line in _unit(row)]
        lines += ["  </group>"] if forms[0].category else []
    return "\n".join([*lines, " </file>", "</xliff>", ""]).encode()


def _unit(row: Row) -> Iterator[str]:
    yield f'  <unit id="{row.name}" name="{row.name}">'
    yield '   <mda:metadata><mda:metaGroup category="consentgen">'
    yield f'    <mda:meta type="{_FINGERPRINT}">{row.fingerprint}</mda:meta>'
    yield "   </mda:metaGroup></mda:metadata>"
    if row.notes:
        yield "   <notes>"
        yield from (f"    <note>{escape(note, quote=False)}</note>" for note in row.notes)
        yield "   </notes>"
    state = _STATES.get(row.state, "initial") if row.target else "initial"
    yield f'   <segment state="{state}">'
    yield f"    <source>{inline(row.source, _PLACEHOLDER)}</source>"
    if row.target:
        yield f"    <target>{inline(row.target, _PLACEHOLDER)}</target>"
    yield "   </segment>"
    yield "  </unit>"


def read(root: etree._Element, label: str) -> Received:
    """What the units of a file hold, and every text that cannot be read."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for unit in root.iter("{*}unit"):
        row, odd = _row(unit, root.get("trgLang") or "", label)
        rows.append(row)
        findings += odd
    return Received(tuple(rows), tuple(findings))


def _row(unit: etree._Element, language: str, label: str) -> tuple[Row, list[Finding]]:
    key, category = id_and_form(unit.get("id") or "")
    place = Place(label, unit.sourceline or 1, field=key)
    source, target, findings = _texts(unit, place)
    print_ = next((m.text or "" for m in unit.iter("{*}meta") if m.get("type") == _FINGERPRINT), "")
    return Row(key, category, source, target, language, print_.strip(), place=place), findings


def _texts(unit: etree._Element, place: Place) -> tuple[str, str, list[Finding]]:
    """Source and target of a unit; a tool may have cut it into segments, which are put together again."""
    sources, targets, marks, empty = [], [], [], 0
    for part in unit:
        if local(part) not in ("segment", "ignorable"):
            continue
        held = {local(child): words(child) for child in part}
        source, target = held.get("source", ("", ""))[0], held.get("target", ("", ""))
        sources.append(source)
        empty += local(part) == "segment" and bool(source.strip()) and not target[0].strip()
        targets.append(target[0] or (source if local(part) == "ignorable" else ""))
        marks += [target[1]] if target[1] else []
    findings = [odd_mark(place, mark) for mark in marks[:1]]
    whole = "".join(targets)
    if empty and whole.strip():
        way_out = said("Translate every segment of the unit, or none.")
        findings.append(
            fault("EX013", place, said("half of the unit is not translated"), way_out, (whole, ""))
        )
    return "".join(sources), whole, findings
