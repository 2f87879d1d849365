"""A reviewer is asked for one thing at a time, and for everything that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consentgen.model.reading import Reading
from consentgen.review.change import Weight
from consentgen.review.compare import compare
from consentgen.review.group import grouped
from consentgen.review.record import Record
from consentgen.review.walk import Step, steps, together
from tests.unit.review.decisions import lead, record, text

OLD = text("You stop when you want.", "It takes 30 minutes.", "It is free.")


def walk(new: Reading, records: Sequence[Record], base: Reading | None = OLD, *decided: str) -> list[Step]:
    diff = grouped([compare(base, new)], old="then", new="now") if base else None
    return list(steps(new, lead(new, records), diff, frozenset(decided)))


def ids(step: Step) -> list[str]:
    return [passage.id for passage in step.signs]


def test_the_first_time_each_part_is_asked_and_every_critical_statement_and_the_order() -> None:
    found = walk(OLD, [], None)
    assert [("critical", ["title"]), ("section", ["a", "b", "c"]), ("order", [])] == [
        (s.kind, ids(s)) for s in found
    ]
    assert 3 == len({step.id for step in found})


def test_nothing_is_asked_where_everything_is_signed() -> None:
    assert [] == walk(OLD, [record(OLD)])


def test_only_what_is_left_is_asked_the_next_time() -> None:
    found = walk(OLD, [record(OLD, of="title a", order=False)], None)
    assert [("section", ["b", "c"]), ("order", [])] == [(s.kind, ids(s)) for s in found]


def test_two_changes_are_asked_one_by_one_and_have_the_ids_of_the_report() -> None:
    new = text("You can stop.", "It takes 45 minutes.", "It is free.")
    found = walk(new, [record(OLD)])
    report = grouped([compare(OLD, new)], old="x", new="y")
    assert [["a"], ["b"]] == sorted(map(ids, found))
    assert {change.id for change in report.changes} == {step.id for step in found}
    signed = [record(OLD), record(new, of="a", order=False)]
    assert [["b"]] == [
        ids(step) for step in walk(new, signed, OLD, *[s.id for s in found if ids(s) == ["a"]])
    ]


def test_what_was_removed_is_asked_and_with_it_the_order_is_signed() -> None:
    new = text("You stop when you want.", "It takes 30 minutes.")
    [step] = walk(new, [record(OLD)])
    assert (True, ["c"]) == (step.last, [p.id for p in step.instead])
    assert step.shape


def test_of_two_that_move_or_go_only_the_last_signs_the_order() -> None:
    new = text("You stop when you want.")
    first, second = walk(new, [record(OLD)])
    assert (False, False, True) == (first.last, second.last, bool(first.shape and second.shape))
    [left] = walk(new, [record(OLD)], OLD, first.id)
    assert (second.id, True) == (left.id, left.last)


def test_a_decided_change_whose_words_are_open_all_the_same_is_asked_as_a_part() -> None:
    new = text("You stop when you want.", "It takes 45 minutes.", "It is free.")
    [step] = walk(new, [record(OLD)])
    [again] = walk(new, [record(OLD)], OLD, step.id)
    assert ("section", ["b"]) == (again.kind, ids(again))


def test_where_only_the_date_is_new_that_alone_is_asked() -> None:
    from datetime import date

    role = lead(OLD, [record(OLD)], written=date(2026, 12, 1))
    [step] = steps(OLD, role, None, frozenset())
    assert ("written", [], True) == (step.kind, ids(step), step.last)


def test_small_changes_are_asked_together_and_grave_ones_alone() -> None:
    made = [
        Step("1", Weight.BLOCK), Step("2", Weight.MINOR), Step("3", Weight.MAJOR), Step("4", Weight.INFO),
    ]  # fmt: skip
    change = grouped(
        [compare(OLD, text("Stop.", "It takes 30 minutes.", "It is free."))], old="", new=""
    ).changes[0]
    held = [replace(step, change=change) for step in made] + [Step("5", Weight.MINOR, kind="section")]
    assert [["1"], ["3"], ["2", "4"], ["5"]] == [[s.id for s in several] for several in together(held)]
