"""A service descriptor as a `Service`, with every fault at its line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from consentgen.descriptor.fields import field_at, known_fields
from consentgen.model.catalogue import Catalogue
from consentgen.model.fields import found_text
from consentgen.model.finding import Finding, Severity
from consentgen.model.service import Part, Service
from consentgen.once import Kept
from consentgen.source import Document
from consentgen.source.yaml import Path_
from consentgen.tongue import counted, said

LEAFLET_ID = re.compile(r"(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
"""File names that are the same on every system and in every address; Windows keeps some for itself."""


MANY = 4
"""From this number of missing groups on, they are told in one finding."""


@dataclass(frozen=True, slots=True)
class Descriptor:
    """A service with the document it was read from."""

    id: str
    service: Service
    document: Document


def load_descriptor(document: Document, catalogue: Catalogue) -> tuple[Descriptor | None, list[Finding]]:
    """The descriptor a document holds, and every fault in it.

    Returns None for the descriptor when a fault leaves it unusable.
    """
    findings: list[Finding] = []
    try:
        service = _service(document.value, catalogue)
    except ValidationError as error:
        details = error.errors(include_url=False)
        absent = [str(d["loc"][0]) for d in details if d["type"] == "missing" and len(d["loc"]) == 1]
        if len(absent) >= MANY:
            findings.append(_all_absent(absent, document))
            details = [d for d in details if not (d["type"] == "missing" and len(d["loc"]) == 1)]
        return None, findings + [_finding(detail, document) for detail in details]
    leaflet_id = service.id or PurePosixPath(document.path).stem
    if not LEAFLET_ID.fullmatch(leaflet_id):
        where = document.place(("id",))
        what = said("this id, or the file's name, cannot be the name of a leaflet")
        expected = said("small letters, digits and hyphens, at most 64")
        way_out = said('Rename the file, or write for instance "{field}".', field="id: workbook-by-phone")
        findings.append(
            Finding("DE012", Severity.ERROR, where, what, found_text(leaflet_id), expected, way_out)
        )
        return None, findings
    return Descriptor(leaflet_id, service, document), findings


_GROUPS: Kept[tuple[int, int], tuple[object, Catalogue, Part]] = Kept()


def _service(value: object, catalogue: Catalogue) -> Service:
    """The service a document's value is.

    Its groups are validated once for all descriptors that write them alike: the reader hands out the
    same value for them, and pydantic takes a group that is one already as it is.

    Raises:
        ValidationError: with every fault.
    """
    if not isinstance(value, dict):
        return Service.model_validate(value, context=catalogue)
    groups = {name: kept for name in value if (kept := _GROUPS.get((id(value[name]), id(catalogue))))}
    service = Service.model_validate(
        {**value, **{name: kept[2] for name, kept in groups.items()}}, context=catalogue
    )
    for name in value.keys() - groups.keys():
        if isinstance(group := getattr(service, name), Part):
            _GROUPS.keep((id(value[name]), id(catalogue)), (value[name], catalogue, group))
    return service


def _all_absent(names: list[str], document: Document) -> Finding:
    what = counted(
        "{count} part of the descriptor is missing",
        "{count} parts of the descriptor are missing",
        len(names),
    )
    way_out = said(
        "Copy them from a starter file: {command} makes four.", command="consentgen new my-leaflets"
    )
    return Finding("DE001", Severity.ERROR, document.place(()), what, "", ", ".join(names), way_out)


_CODES = {
    "missing": "DE001",
    "extra_forbidden": "DE002",
    "wrong_kind": "DE003",
    "model_type": "DE003",
    "list_type": "DE003",
    "literal_error": "DE004",
    "not_in_catalogue": "DE004",
    "empty": "DE005",
    "too_long": "DE006",
    "wrong_form": "DE007",
    "one_of_two": "DE008",
    "no_contact": "DE009",
    "too_short": "DE010",
    "repeated": "DE010",
    "not_a_quantity": "DE011",
    "no_unit": "DE014",
}


def _finding(detail: ErrorDetails, document: Document) -> Finding:
    path: Path_ = tuple(detail["loc"])
    kind = detail["type"]
    value = detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    code = _CODES.get(kind, "DE003")
    place = document.place(path, key=code == "DE002")
    what, expected, way_out = _words(kind, path, context, value)
    found = "" if code in ("DE001", "DE002") else found_text(value)
    if code == "DE006" and "field_type" in context:
        code = "DE010"
    return Finding(code, Severity.ERROR, place, what, found, expected, way_out)


def _words(kind: str, path: Path_, context: dict[str, Any], value: object) -> tuple[str, str, str]:
    """What, expected and help for one kind of fault."""
    field = field_at(path)
    sample = field.sample if field else ""
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    match kind:
        case "missing":
            what = said("{name} is missing", name=name)
            return what, said(field.description) if field else "", field.advice(name) if field else ""
        case "extra_forbidden":
            known = known_fields(path[:-1])
            near = get_close_matches(name, known, n=1, cutoff=0.6)
            way_out = (
                said("Did you mean {near}?", near=near[0])
                if near
                else said("Take it out. Fields here: {fields}.", fields=", ".join(known))
            )
            return said("there is no field called {field}", field=name), "", way_out
        case "literal_error" | "not_in_catalogue":
            # pydantic tells its choices in English: 'a', 'b' or 'c'.
            choices = context.get("choices") or re.findall(r"'([\w-]+)'", context.get("expected", ""))
            near = get_close_matches(str(value).lower(), choices, n=1, cutoff=0.5)
            way_out = said("Did you mean {near}?", near=near[0]) if near else _write(name, sample)
            listed = said("one of: {choices}", choices=", ".join(choices))
            return context.get("what") or said("this value is not one of those allowed"), listed, way_out
        case "model_type":
            listed = said("fields, one a line: {fields}", fields=", ".join(known_fields(path)))
            return said("a group of fields belongs here"), listed, said("Indent them by 2 spaces.")
        case "list_type":
            expected = said("one item a line, each after a hyphen")
            return said("a list belongs here"), expected, _write_list(name, sample)
        case "too_short" | "too_long" if "field_type" in context:
            least, most = context.get("min_length", 0), context.get("max_length", 0)
            expected = (
                counted("at most {count} item", "at most {count} items", most)
                if most
                else counted("at least {count} item", "at least {count} items", least)
            )
            there = context.get("actual_length", 0)
            what = counted("{count} item stands here", "{count} items stand here", there)
            return what, expected, _write_list(name, sample)
        case _:
            return (
                context.get("what") or said("this value does not fit"),
                context.get("expected", ""),
                _write(name, sample),
            )


def _write(name: str, sample: str) -> str:
    return said("Write for instance: {example}", example=f"{name}: {sample}") if sample else ""


def _write_list(name: str, sample: str) -> str:
    return said("Write for instance: {example}", example=f"{name}: [{sample}]") if sample else ""
