"""Findings keep to one line, and stand in the order of the file."""

from __future__ import annotations

from consentgen.model.finding import Finding, Place, Severity, in_order, shorten


def finding(path: str, line: int, severity: Severity = Severity.ERROR, what: str = "a fault") -> Finding:
    return Finding("DE001", severity, Place(path, line), what)


def test_a_place_is_written_so_that_an_editor_opens_it() -> None:
    assert "services/a.yaml:14:9" == str(Place("services/a.yaml", 14, 9, "sessions.length"))


def test_findings_stand_in_the_order_of_the_file() -> None:
    given = [finding("b", 1), finding("a", 9), finding("a", 2)]
    assert [("a", 2), ("a", 9), ("b", 1)] == [(f.place.path, f.place.line) for f in in_order(given)]


def test_the_gravest_finding_of_a_place_comes_first() -> None:
    given = [finding("a", 1, severity) for severity in (Severity.INFO, Severity.ERROR, Severity.WARNING)]
    assert ["error", "warning", "info"] == [f.severity for f in in_order(given)]


def test_a_finding_is_told_once() -> None:
    assert 1 == len(in_order([finding("a", 1), finding("a", 1)]))


def test_a_finding_can_be_put_elsewhere() -> None:
    assert Place("b", 2) == finding("a", 1).at(Place("b", 2)).place


def test_a_long_value_is_cut() -> None:
    assert "a" * 79 + "…" == shorten("a" * 5000)


def test_a_value_cannot_steer_the_terminal() -> None:
    assert "red [31m north east" == shorten("red\x1b[31m\nnorth\u202eeast")
