"""Findings as text, JSON, SARIF or GitHub annotations."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import click

from consentgen import __version__
from consentgen.model.finding import Finding, Severity
from consentgen.tongue import counted, said

FORMATS = ("text", "json", "sarif", "github")
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def report(findings: list[Finding], form: str) -> str:
    """The findings in one of `FORMATS`, in the order given; empty text where there is none."""
    match form:
        case "json":
            return json.dumps(
                {"version": 1, "findings": [_plain(f) for f in findings]}, indent=1, ensure_ascii=False
            )
        case "sarif":
            return json.dumps(_sarif(findings), indent=1, ensure_ascii=False)
        case "github":
            return "\n".join(map(_annotation, findings))
        case _:
            return "\n\n".join(map(_text, findings))


def summary(findings: Iterable[Finding]) -> str:
    """How many of each severity, for instance `2 errors, 1 warning`."""
    kinds = [f.severity for f in findings]
    errors, warnings, infos = (kinds.count(severity) for severity in Severity)
    told = (
        counted("{count} error", "{count} errors", errors) if errors else "",
        counted("{count} warning", "{count} warnings", warnings) if warnings else "",
        counted("{count} info", "{count} info", infos) if infos else "",
    )
    return ", ".join(filter(None, told)) or said("no findings")


def severity_word(severity: Severity) -> str:
    """A severity as people read it."""
    words = {Severity.ERROR: said("error"), Severity.WARNING: said("warning"), Severity.INFO: said("info")}
    return words[severity]


def worst(findings: Iterable[Finding], fail_on: str) -> int:
    """Exit code 1 when a finding is at or above `fail_on`, else 0."""
    return int(any(f.severity.rank <= Severity(fail_on).rank for f in findings))


def use_colour() -> bool | None:
    """False when the reader asked for none (NO_COLOR), else what click decides by the terminal."""
    return False if os.environ.get("NO_COLOR") else None


def _text(finding: Finding) -> str:
    word = severity_word(finding.severity)
    mark = click.style(f"{word}[{finding.code}]", fg=_COLOURS[finding.severity], bold=True)
    where = f"{finding.place}  {finding.place.field}".rstrip()
    lines = [f"{where}  {mark}: {finding.what}"]
    labels = said("found"), said("expected"), said("help")
    width = max(map(len, labels))
    for label, value in zip(labels, (finding.found, finding.expected, finding.help), strict=True):
        if value:
            lines.append(f"  {label:<{width}} {value}")
    return "\n".join(lines)


def _plain(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code, "severity": finding.severity.value, "path": place.path, "line": place.line,
        "column": place.column, "field": place.field, "what": finding.what, "found": finding.found,
        "expected": finding.expected, "help": finding.help,
    }  # fmt: skip


def _message(finding: Finding) -> str:
    parts = [f"{finding.place.field}: {finding.what}".removeprefix(": ")]
    parts += [said("Expected: {expected}", expected=finding.expected)] if finding.expected else []
    parts += [finding.help] if finding.help else []
    return ". ".join(part.rstrip(".") for part in parts) + "."


def _annotation(finding: Finding) -> str:
    place = finding.place
    kind = {"error": "error", "warning": "warning", "info": "notice"}[finding.severity.value]
    where = f"file={_escaped(place.path)},line={place.line},col={place.column},title={finding.code}"
    return f"::{kind} {where}::{_message(finding).replace('%', '%25')}"


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")


def _sarif(findings: list[Finding]) -> dict[str, Any]:
    from consentgen.rules import rule_called

    codes = sorted({f.code for f in findings})
    rules = [
        {"id": rule.code, "name": rule.name, "shortDescription": {"text": rule.told(rule.summary)}}
        for rule in map(rule_called, codes)
    ]
    results = [
        {
            "ruleId": f.code,
            "ruleIndex": codes.index(f.code),
            "level": {"error": "error", "warning": "warning", "info": "note"}[f.severity.value],
            "message": {"text": _message(f)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(f.place.path)},
                        "region": {"startLine": f.place.line, "startColumn": f.place.column},
                    }
                }
            ],
        }
        for f in findings
    ]
    driver = {"name": "consentgen", "version": __version__, "rules": rules}
    return {"$schema": SARIF, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
