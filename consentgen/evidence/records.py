"""Evidence records as they stand in a file, with every fault at its line and column."""

from __future__ import annotations

from collections.abc import Container, Mapping
from difflib import get_close_matches
from typing import Any

from consentgen.evidence.fields import FILE, Field, Refused, Shape, record_shape
from consentgen.model.catalogue import Catalogue
from consentgen.model.evidence import Counts, Estimate, EvidenceRecord, Rate, Source, Use
from consentgen.model.finding import Finding, Severity, in_order, shorten
from consentgen.model.quantities import NotAQuantity
from consentgen.model.values import Term
from consentgen.source import Document
from consentgen.source.yaml import Path_
from consentgen.tongue import both, either, later, said

EVIDENCE_CODES = {
    "EV001": later("An evidence record leaves out something a reader needs to weigh it."),
    "EV002": later("An evidence record has a field that does not exist."),
    "EV003": later("A value in an evidence record is not one of those allowed."),
    "EV004": later("A value in an evidence record is not a number or a date."),
    "EV005": later("The parts of a figure are more than the people counted."),
    "EV006": later("The address of a source is not a full https address."),
    "EV007": later("Two evidence records have the same id."),
}
"""What each finding of this reader means, in one line."""

_RESULTS = ("counts", "rate", "estimate")
_CHANGE = "questionnaire-change"
_SETS_OF_PARTS = ({"yes"}, {"yes", "no"}, {"better", "same", "worse"})


def read_records(
    document: Document, *, catalogue: Catalogue | None = None, taken: Container[str] = ()
) -> tuple[list[EvidenceRecord], list[Finding]]:
    """The records of a file that can be used, and every fault in the others.

    Args:
        document: a file with `consentgen: 1` and a list `records`.
        catalogue: holds the therapies, problems and outcomes a record may name; None checks none.
        taken: ids that other records have already, for instance a `Ledger`.
    """
    reader = _Reader(document)
    root = reader.group(document.value, (), FILE)
    if root.get("consentgen") not in (None, "1"):
        reader.report("EV003", ("consentgen",), said("this is not a version we know"), expected="1")
    shape = record_shape(catalogue)
    records: list[EvidenceRecord] = []
    seen: set[str] = set()
    for number, value in enumerate(root.get("records") or []):
        path: Path_ = ("records", number)
        before = len(reader.findings)
        fields = reader.group(value, path, shape)
        key = fields.get("id")
        if key and (key in seen or key in taken):
            way_out = said("Give each record its own id.")
            reader.report("EV007", (*path, "id"), said("another record has this id"), help_text=way_out)
        seen.add(key or "")
        _check(fields, path, reader)
        if len(reader.findings) == before:
            records.append(_record(fields))
    return records, in_order(reader.findings)


class _Reader:
    """Reads groups of fields and keeps every fault."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.findings: list[Finding] = []

    def group(self, value: object, path: Path_, shape: Shape) -> dict[str, Any]:
        """The fields of one mapping; None stands for one that could not be read."""
        if not isinstance(value, dict):
            self.report("EV003", path, said("a group of fields belongs here"), expected=", ".join(shape))
            return {}
        for name in value:
            if name not in shape:
                self.unknown((*path, name), shape)
        out: dict[str, Any] = {}
        for name, field in shape.items():
            if value.get(name) not in (None, "", [], {}):
                self.read(value[name], (*path, name), field, out)
            elif field.required:
                way_out = (
                    said("Add {name} to this record.", name=name)
                    if path
                    else said("Add {name} to the file.", name=name)
                )
                what = said("{name} is missing", name=name)
                self.report("EV001", (*path, name), what, said(field.expected), way_out)
        return out

    def read(self, value: object, path: Path_, field: Field, out: dict[str, Any]) -> None:
        """Put the value of one field into `out`, or report its fault."""
        name = str(path[-1])
        out[name] = None
        if not callable(field.read):
            out[name] = self.group(value, path, field.read)
            return
        try:
            out[name] = field.read(value)
        except NotAQuantity as error:
            self.report("EV004", path, error.fault, error.expected)
        except Refused as refused:
            expected = refused.expected or said(field.expected)
            self.report(refused.code, path, refused.what, expected, refused.help_text)

    def unknown(self, path: Path_, shape: Shape) -> None:
        """Report a field that does not exist, with the likeliest one that does."""
        name = str(path[-1])
        near = get_close_matches(name, shape, n=1)
        way_out = (
            said("Did you mean {near}?", near=near[0])
            if near
            else said("Take it out. Fields here: {fields}.", fields=", ".join(shape))
        )
        what = said("there is no field called {field}", field=shorten(name))
        self.report("EV002", path, what, help_text=way_out)

    def report(self, code: str, path: Path_, what: str, expected: str = "", help_text: str = "") -> None:
        """Keep one fault, with its place and what stands there."""
        place = self.document.place(path, key=code == "EV002")
        found = "" if code in ("EV001", "EV002") else self._found(path)
        self.findings.append(Finding(code, Severity.ERROR, place, what, found, expected, help_text))

    def _found(self, path: Path_) -> str:
        value: Any = self.document.value
        for step in path:
            value = value[step]
        return shorten(value) if isinstance(value, str) else ""


def _check(fields: Mapping[str, Any], path: Path_, reader: _Reader) -> None:
    """Report what is wrong between the fields of one record."""
    given = [name for name in _RESULTS if name in fields]
    use = fields.get("use")
    if len(given) > 1:
        what = said("{one} and {other} both stand here", one=given[0], other=given[1])
        reader.report("EV003", (*path, given[1]), what, said("one of the two"))
    elif use and use is not Use.BACKGROUND and not given:
        what, way_out = said("the figure is missing"), said("Add one of the two.")
        reader.report("EV001", (*path, "counts"), what, either(("counts", "rate")), way_out)
    elif use and use is not Use.BACKGROUND and given == ["estimate"]:
        what = said("a mean or a ratio is not a share of people, so no leaflet can print it")
        reader.report("EV003", (*path, "use"), what, Use.BACKGROUND)
    if fields.get("counts"):
        _check_counts(fields, path, reader)
    if use and use is not Use.BACKGROUND and fields.get("outcome"):
        _check_parts(fields, path, reader)
    review_by, read_on = fields.get("review_by"), (fields.get("source") or {}).get("read_on")
    if review_by and read_on and review_by <= read_on:
        what = said("the review date is not after the day the source was read")
        reader.report("EV003", (*path, "review_by"), what, said("a date after {day}", day=read_on))


def _check_counts(fields: Mapping[str, Any], path: Path_, reader: _Reader) -> None:
    parts, here = fields["counts"], (*path, "counts")
    if set(parts) not in _SETS_OF_PARTS:
        expected = said("yes, or yes and no, or better, same and worse")
        what = said("{parts} cannot stand alone", parts=both(parts))
        reader.report("EV003", here, what, expected)
    if "people" not in fields:
        way_out = said("Add {name} to this record.", name="people")
        what = said("{name} is missing", name="people")
        reader.report("EV001", (*path, "people"), what, said("everybody counted"), way_out)
    elif fields["people"] and None not in parts.values() and sum(parts.values()) > fields["people"]:
        people = f"{fields['people']:,}"
        what = said(
            "the parts add up to {sum} of {people} people", sum=f"{sum(parts.values()):,}", people=people
        )
        reader.report("EV005", here, what, said("at most {most}", most=people))


def _check_parts(fields: Mapping[str, Any], path: Path_, reader: _Reader) -> None:
    """A change on questionnaires has better, same and worse; every other figure has yes and no."""
    parts = set(fields.get("counts") or ({"yes"} if fields.get("rate") else ()))
    if parts in _SETS_OF_PARTS and ("better" in parts) != (fields["outcome"] == _CHANGE):
        what = said("better, same and worse are the parts of {outcome}, and of nothing else", outcome=_CHANGE)
        expected = said(
            "{outcome} with better, same and worse; or another outcome with yes and no", outcome=_CHANGE
        )
        reader.report("EV003", (*path, "outcome"), what, expected)


def _record(fields: Mapping[str, Any]) -> EvidenceRecord:
    source = fields["source"]
    return EvidenceRecord(
        id=fields["id"],
        use=fields["use"],
        population=Term(f"evidence.{fields['id']}.population", fields["population"]),
        therapies=fields["therapies"],
        problems=fields["problems"],
        outcome=fields["outcome"],
        denominator=fields["denominator"],
        comparator=fields["comparator"],
        assessor=fields["assessor"],
        measure=fields["measure"],
        follow_up=fields["follow_up"],
        conflict=fields["conflict"],
        result=_result(fields),
        source=Source(
            title=source["title"],
            year=source["year"],
            address=source["address"],
            read_on=source["read_on"],
            note=source.get("note", ""),
        ),
        review_by=fields["review_by"],
        people=fields.get("people"),
        caveat=fields.get("caveat", ""),
    )


def _result(fields: Mapping[str, Any]) -> Counts | Rate | Estimate | None:
    match fields:
        case {"counts": parts, "people": people}:
            return Counts(people, {name: float(count) for name, count in parts.items()})
        case {"rate": rate}:
            return Rate(rate["per_hundred"], rate.get("compared"))
        case {"estimate": estimate}:
            return Estimate(estimate["measure"], estimate["value"], estimate.get("low"), estimate.get("high"))
        case _:
            return None
