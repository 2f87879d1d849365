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
        what = "this id, or the file's name, cannot be the name of a leaflet"
        expected = "small letters, digits and hyphens, at most 64"
        way_out = 'Rename the file, or write for instance "id: workbook-by-phone".'
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
    what = f"{len(names)} parts of the descriptor are missing"
    way_out = "Copy them from a starter file: consentgen new my-leaflets makes four."
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
    name = next((step for step in reversed(path) if isinstance(step, str)), "the file")
    match kind:
        case "missing":
            about = field.description if field else ""
            return f"{name} is missing", about, f"Add: {field.snippet(name)}" if field else ""
        case "extra_forbidden":
            known = known_fields(path[:-1])
            near = get_close_matches(name, known, n=1, cutoff=0.6)
            way_out = f"Did you mean {near[0]}?" if near else f"Take it out. Fields here: {', '.join(known)}."
            return f"there is no field called {name}", "", way_out
        case "literal_error" | "not_in_catalogue":
            expected = context.get("expected", "")
            choices = re.findall(r"[\w-]+", expected.removeprefix("one of:").replace(" or ", " "))
            near = get_close_matches(str(value).lower(), choices, n=1, cutoff=0.5)
            way_out = f"Did you mean {near[0]}?" if near else _write(name, sample)
            listed = expected if expected.startswith("one of") else f"one of: {', '.join(choices)}"
            return context.get("what", "this value is not one of those allowed"), listed, way_out
        case "model_type":
            listed = f"fields, one a line: {', '.join(known_fields(path))}"
            return "a group of fields belongs here", listed, "Indent them by 2 spaces."
        case "list_type":
            return "a list belongs here", "one item a line, each after a hyphen", _write_list(name, sample)
        case "too_short" | "too_long" if "field_type" in context:
            least, most = context.get("min_length", 0), context.get("max_length", "")
            limit = f"at most {most}" if most else f"at least {least}"
            return (
                f"{context.get('actual_length', 0)} items stand here",
                f"{limit} items",
                _write_list(name, sample),
            )
        case _:
            return (
                context.get("what", "this value does not fit"),
                context.get("expected", ""),
                _write(name, sample),
            )


def _write(name: str, sample: str) -> str:
    return f"Write for instance: {name}: {sample}" if sample else ""


def _write_list(name: str, sample: str) -> str:
    return f"Write for instance: {name}: [{sample}]" if sample else ""
