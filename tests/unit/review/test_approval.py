"""Where a leaflet stands is worked out from hashes: nothing unsigned passes, and no signature is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from consentgen.model.reading import Reading
from consentgen.model.values import Duration
from consentgen.review.hashes import shape_hash
from consentgen.review.record import Decision, Record, read_record
from consentgen.review.sign_off import Signer, SignOff
from consentgen.review.validity import Held, Signature
from tests.unit.review.decisions import (
    BOTH,
    LEAD,
    PATIENT,
    TODAY,
    WRITTEN,
    after,
    because,
    lacks,
    lead,
    record,
    stands,
    text,
)

NOW = text("You stop when you want.", "It takes 30 minutes.")
NEW = text("You stop when you want.", "It takes 45 minutes.")
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPV5nRbAaDqYmRPzRaRfVLkT1Dkw9RShrPOwyVVFAyTO"
PEOPLE = replace(BOTH, people=(Signer("A. Example", LEAD, KEY), Signer("B. Example", PATIENT)))


def test_a_leaflet_is_approved_when_every_role_has_signed_every_word() -> None:
    made = stands(NOW, [record(NOW), record(NOW, PATIENT)])
    assert (True, ()) == (made.approved, made.invalid)
    assert [(LEAD, "A. Example"), (PATIENT, "B. Example")] == [(s.role, s.reviewer) for s in made.signed_by]


@pytest.mark.parametrize("records", [[], [record(NOW)], [record(NOW, PATIENT)]])
def test_without_one_of_the_roles_it_is_not(records: list[Record]) -> None:
    assert not stands(NOW, records).approved


def test_without_roles_nothing_is_ever_approved() -> None:
    assert not stands(NOW, [record(NOW)], sign_off=SignOff(())).approved


def test_a_changed_word_voids_exactly_what_it_touches() -> None:
    assert [("b", "changed")] == lacks(NEW, [record(NOW)])
    assert ("title", "a", "order") == lead(NEW, [record(NOW)]).signed


def test_signing_one_change_leaves_the_other_open() -> None:
    changed = text("You can stop.", "It takes 45 minutes.")
    one = record(changed, of="b", order=False, after=after(record(NOW)))
    assert [("a", "changed")] == lacks(changed, [record(NOW), one])


OTHER_SHAPES = {
    "added": (text("You stop when you want.", "It takes 30 minutes.", "It is free."), [("c", "new"), ("order", "changed")]),
    "removed": (text("You stop when you want."), [("order", "changed")]),
    "reordered": (replace(NOW, passages=(NOW.passages[0], *NOW.passages[:0:-1])), [("order", "changed")]),
    "another language": (replace(NOW, language="pl"), None),
}  # fmt: skip


@pytest.mark.parametrize(("about", "open_"), OTHER_SHAPES.values(), ids=OTHER_SHAPES)
def test_what_is_added_removed_or_moved_is_open(about: Reading, open_: list[tuple[str, str]] | None) -> None:
    if open_ is None:
        assert ["it is about workbook in en-GB, so it was copied here"] == because(about, [record(NOW)])
    else:
        assert open_ == lacks(about, [record(NOW)])


def test_links_are_signed_but_not_how_it_is_wrapped() -> None:
    wrapped = text("You stop  when\nyou want.", "It takes 30 minutes.")
    assert [] == lacks(wrapped, [record(NOW)])


NO = record(
    NOW, decision=Decision.REJECTED, of="b", order=False, comment="Too short.", after=after(record(NOW))
)


def test_a_later_rejection_by_the_same_role_opens_a_statement_again() -> None:
    assert [("b", "rejected")] == lacks(NOW, [record(NOW), NO])
    assert lead(NOW, [record(NOW), NO]).open[0].why == "A. Example rejected it on 2026-11-23: Too short."
    yes = record(NOW, of="b", order=False, after=after(NO))
    assert [] == lacks(NOW, [record(NOW), NO, yes])


def test_a_rejection_of_another_role_leaves_ours() -> None:
    theirs = replace(NO, role=PATIENT, reviewer="B. Example")
    assert [] == lacks(NOW, [record(NOW), theirs])


def test_of_two_decisions_that_did_not_know_of_each_other_the_rejection_counts() -> None:
    assert [("b", "rejected")] == lacks(NOW, [record(NOW), replace(NO, after={})])


@pytest.mark.parametrize("order", ["shape", "statements"])
def test_a_rejected_order_is_open(order: str) -> None:
    no = replace(NO, statements={}, shape=shape_hash(NOW)) if order == "shape" else NO
    assert ["order" if order == "shape" else "b"] == [one.id for one in lead(NOW, [record(NOW), no]).open]


def test_a_comment_changes_nothing() -> None:
    assert [] == lacks(NOW, [record(NOW), replace(NO, decision=Decision.COMMENTED)])


def test_words_that_were_replaced_have_to_be_signed_again_when_they_come_back() -> None:
    old, new = NOW.passages[2], NEW.passages[2]
    other = record(NEW, of="b", order=False, instead=_hashes(old), after=after(record(NOW)))
    assert new.id == "b"
    assert [] == lacks(NEW, [record(NOW), other])
    assert [("b", "replaced")] == lacks(NOW, [record(NOW), other])


def _hashes(passage: Any) -> dict[str, str]:
    from consentgen.review.hashes import passage_hash

    return {passage_hash(passage): passage.id}


def test_an_order_that_was_replaced_has_to_be_signed_again_when_it_comes_back() -> None:
    shorter = text("You stop when you want.")
    other = record(shorter, of="title", after=after(record(NOW)))
    assert [("order", "replaced")] == lacks(NOW, [record(NOW), other])


@pytest.mark.parametrize(
    ("lasts", "as_of", "open_"),
    [
        (Duration(12, 12, "month"), date(2027, 11, 23), 0),
        (Duration(12, 12, "month"), date(2027, 11, 24), 4),
        (Duration(1, 1, "week"), date(2026, 12, 1), 4),
        (Duration(5, 5, "year"), date(2027, 11, 24), 4),
    ],
)
def test_a_signature_lapses_after_its_own_time_or_the_shorter_one_of_the_settings(
    lasts: Duration, as_of: date, open_: int
) -> None:
    found = lacks(NOW, [record(NOW)], sign_off=replace(BOTH, lasts=lasts), as_of=as_of)
    assert (open_, {"lapsed"} if open_ else set()) == (len(found), {lack for _, lack in found})


def test_a_rejection_does_not_lapse() -> None:
    again = record(NOW, date=date(2027, 10, 1), expires=date(2028, 10, 1), after=after(record(NOW)))
    assert [("b", "rejected")] == lacks(NOW, [again, replace(NO, after={})], as_of=date(2027, 11, 30))


def test_a_leaflet_that_says_it_was_written_after_everything_was_signed_is_open() -> None:
    assert [("written", "changed")] == lacks(NOW, [record(NOW)], written=date(2026, 12, 1))
    newer = record(
        NOW, of="title", date=date(2026, 12, 2), written=date(2026, 12, 1), after=after(record(NOW))
    )
    day: dict[str, Any] = {"written": date(2026, 12, 1), "as_of": date(2026, 12, 2)}
    assert [] == lacks(NOW, [record(NOW), newer], **day)


NOT_VALID: dict[str, tuple[Callable[[Record], Record], dict[str, Any], str]] = {
    "unknown role": (lambda r: replace(r, role="manager"), {}, "nobody asks for the role manager"),
    "the author": (lambda r: replace(r, reviewer="c  EXAMPLE"), {}, "c EXAMPLE wrote the leaflet, and an author"),
    "the author among others": (
        lambda r: r, {"about": text("a", author="Dr A. Example and others")}, "A. Example wrote the leaflet"),
    "future": (lambda r: replace(r, date=date(2026, 11, 24)), {}, "it is dated 2026-11-24, which is still to come"),
    "before it was written": (
        lambda r: replace(r, date=date(2026, 10, 31)), {}, "before the leaflet was written (2026-11-01)"),
    "another leaflet": (lambda r: replace(r, leaflet="class"), {}, "it is about class in en-GB, so it was copied here"),
    "another language": (lambda r: replace(r, language="pl"), {}, "it is about workbook in pl, so it was copied here"),
    "not listed": (lambda r: replace(r, reviewer="E. Example"), {"sign_off": PEOPLE}, "E. Example is not among the people"),
    "listed for another role": (
        lambda r: replace(r, reviewer="B. Example"), {"sign_off": PEOPLE}, "gives B. Example another role: patient"),
    "not signed": (lambda r: r, {"sign_off": PEOPLE}, "A. Example has a key in consentgen.yaml, and this is not signed"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "more", "why"), NOT_VALID.values(), ids=NOT_VALID)
def test_a_record_that_does_not_count_says_why_and_signs_nothing(
    change: Callable[[Record], Record], more: dict[str, Any], why: str
) -> None:
    settings = dict(more)
    about = settings.pop("about", NOW)
    given = record(about)
    wrong = replace(change(given), reviewer=" ".join(change(given).reviewer.split()))
    found = because(about, [wrong], **settings)
    assert [True] == [why in one for one in found], found
    assert {"new"} == {lack for _, lack in lacks(about, [wrong], **settings)}


@pytest.mark.parametrize(
    ("signature", "why"),
    [
        (Signature.GOOD, ""),
        (Signature.BAD, "its signature does not fit its content and the key of A. Example"),
        (Signature.UNCHECKED, "its signature cannot be checked: ssh-keygen is not installed"),
    ],
)
def test_a_person_with_a_key_signs_with_it(signature: Signature, why: str) -> None:
    held = Held("a.json", record(NOW), signature=signature)
    assert [why] * bool(why) == because(NOW, [held], sign_off=PEOPLE)
    assert (3 + 1) * bool(why) == len(lacks(NOW, [held], sign_off=PEOPLE))


def test_a_rejection_whose_signature_was_taken_away_still_counts() -> None:
    signed = Held("a.json", record(NOW), signature=Signature.GOOD)
    assert [("b", "rejected")] == lacks(NOW, [signed, NO], sign_off=PEOPLE)


def test_a_record_is_not_older_than_one_that_was_there_before_it() -> None:
    older = record(NOW, PATIENT, date=date(2026, 11, 20), after=after(record(NOW)))
    [why] = because(NOW, [record(NOW), older])
    assert f"before the record {record(NOW).id[:10]} of 2026-11-23" in why


def test_one_person_cannot_fill_two_roles() -> None:
    first = record(NOW)
    second = record(NOW, PATIENT, reviewer="a example", after=after(first))
    made = stands(NOW, [first, second])
    assert (False, 4) == (made.approved, len(made.roles[1].open))
    assert ["a example signs as clinical lead already, and cannot fill two roles"] == [
        i.because for i in made.invalid
    ]


def test_a_rejection_that_is_gone_leaves_what_it_overturned_in_doubt_until_it_is_signed_again() -> None:
    later = record(NOW, PATIENT, after=after(NO))
    [why] = because(NOW, [record(NOW), later])
    assert "is missing or was edited, and may have overturned it" in why
    assert 4 == len(lacks(NOW, [record(NOW), later]))
    assert [] == lacks(NOW, [record(NOW), later, record(NOW, after=after(later))])


def test_an_approval_that_is_gone_takes_only_itself() -> None:
    a = record(NOW, of="title a", order=False)
    b = record(NOW, of="b", order=False, after=after(a))
    c = record(NOW, of="title", after=after(b))
    assert [("b", "new")] == lacks(NOW, [a, c])


def damaged(given: Record) -> Held:
    from consentgen.review.record import Damaged

    return Held("damaged.json", because="it was edited", damaged=Damaged("f" * 64, given))


def test_what_was_edited_by_hand_counts_against_what_it_names_until_it_is_signed_again() -> None:
    edited = damaged(record(NOW, of="b", order=False))
    assert [("b", "rejected")] == lacks(NOW, [record(NOW), edited])
    again = record(NOW, of="b", order=False, after={"f" * 64: ("approved", LEAD), **after(record(NOW))})
    assert [] == lacks(NOW, [record(NOW), edited, again])


def test_the_same_record_twice_is_one() -> None:
    assert [] == lacks(NOW, [Held("a.json", record(NOW)), Held("b.json", record(NOW))])


def test_a_translation_that_nobody_reviewed_stops_it() -> None:
    unread = replace(NOW, passages=(*NOW.passages[:2], replace(NOW.passages[2], state="draft")))
    made = stands(unread, [record(NOW), record(NOW, PATIENT)])
    assert (False, ("its translation is not reviewed: b",)) == (made.approved, made.stopped)


@pytest.mark.parametrize(
    ("author", "sign_off", "noted"),
    [
        ("Clinical lead, Northtown", BOTH, True),
        ("C. Example", BOTH, False),
        ("C. Example", PEOPLE, True),
        ("B. Example", PEOPLE, False),
    ],
)
def test_an_author_who_is_no_person_we_know_is_told(author: str, sign_off: SignOff, noted: bool) -> None:
    assert noted == bool(stands(text("a", author=author), [], sign_off=sign_off).notes)


def test_a_record_holds_what_was_written() -> None:
    given = record(
        NOW, comment="Read.\nTwice.", instead={"a" * 64: "a"}, changes=("b" * 10,), after=after(NO)
    )
    assert given == read_record(given.data())
    assert f"2026-11-23-clinical-lead-{given.id[:10]}.json" == given.file_name
    assert (TODAY, WRITTEN) == (given.date, given.written)
