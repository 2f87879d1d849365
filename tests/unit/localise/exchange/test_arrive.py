"""What comes back is taken for the English it was made of, or refused with its place; the rest is taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consentgen.localise.checks.expected import expected_of
from consentgen.localise.exchange import Arrived, arrive, rows_of
from consentgen.localise.exchange.fault import Received
from consentgen.localise.message import Translation
from consentgen.localise.standing import Standing, standing
from tests import travel

PURPOSE, OFFER, COUNT = "opening.purpose", "opening.offer", "facts.sessions.count"
WORDS = "Ta ulotka pomaga podjąć decyzję."


def with_words(name: str, words: str | tuple[str, ...], **changes: object) -> tuple[Standing, ...]:
    """The Polish messages, one of them with other words in the catalogue."""
    forms = (words,) if isinstance(words, str) else words

    def of(one: Standing) -> Standing:
        if one.message.id != name:
            return one
        assert one.translation
        held: Translation = replace(one.translation, forms=forms, **changes)  # type: ignore[arg-type] # its fields
        return standing(one.message, held, ())

    return tuple(map(of, travel.standings("pl")))


def drafts(arrived: Arrived) -> dict[str, tuple[str, ...]]:
    return {draft.message.id: draft.forms for draft in arrived.drafts}


REFUSED = {
    "an id that is gone": ("EX008", {"id": "no.such"}),
    "English that changed": ("EX009", {"fingerprint": "0123456789abcdef-0123456789abcdef"}),
    "no fingerprint": ("EX009", {"fingerprint": ""}),
    "English edited in the file": ("EX009", {"source": "This leaflet decides for you."}),
    "another language": ("EX006", {"language": "uk"}),
    "no language": ("EX006", {"language": ""}),
    "a plural form of nothing": ("EX010", {"category": "few"}),
    "half of a character": ("EX002", {"target": "Ta ulotka \ud800."}),
    "a control character": ("EX002", {"target": "Ta ulotka \x07."}),
    "a placeholder of its own": ("LO102", {"target": "Ta ulotka {phone}."}),
    "a script": ("LO110", {"target": "<script>alert(1)</script>"}),
    "a forced direction": ("LO112", {"target": "Ta \u202eulotka."}),
    "a template": ("LO111", {"target": "Ta ulotka {{ 7*7 }}."}),
    "a number more": ("LO105", {"target": "Ta ulotka ma 3 strony."}),
    "a link that runs": ("LO107", {"target": "Ta [ulotka](javascript:alert(1))."}),
}  # fmt: skip


@pytest.mark.parametrize(("code", "changes"), REFUSED.values(), ids=REFUSED)
def test_a_row_is_refused_at_its_place_and_the_rest_is_taken(code: str, changes: dict[str, object]) -> None:
    sent = [
        replace(row, target="Oferujemy Ci: {therapy}.") if row.name == OFFER else row
        for row in travel.put("pl", PURPOSE, **changes)
    ]
    arrived = travel.taken(sent, "pl")
    errors = [f for f in arrived.findings if f.severity == "error"]
    assert code in [f.code for f in errors]
    assert [] == [f for f in errors if not f.help]
    assert {OFFER: ("Oferujemy Ci: {therapy}.",)} == drafts(arrived)
    assert 1 == arrived.refused


def test_an_empty_cell_never_replaces_a_translation() -> None:
    for empty in ("", "  ", "\n"):
        arrived = travel.taken(travel.put("pl", PURPOSE, target=empty), "pl")
        assert ((), 1, ()) == (arrived.drafts, arrived.empty, arrived.findings)


def test_an_empty_form_keeps_the_words_that_are_there() -> None:
    sent = travel.put("pl", f"{COUNT}:few", target="{count} spotkania")
    sent = tuple(replace(row, target="") if row.name == f"{COUNT}:one" else row for row in sent)
    assert {COUNT: ("{count} sesja", "{count} spotkania", "{count} sesji")} == drafts(
        travel.taken(sent, "pl")
    )


def test_a_translation_that_was_only_begun_is_refused_until_every_form_has_words() -> None:
    bare = with_words(COUNT, ("", "", ""))
    sent = [replace(row, target="") for row in rows_of(bare, "pl") if row.id == COUNT]
    arrived = arrive(Received((replace(sent[0], target="{count} sesja"), *sent[1:])), bare, expected_of("pl"))
    assert (["LO115"], 1) == (travel.codes(arrived), arrived.refused)


def test_words_nobody_touched_do_not_undo_what_was_changed_meanwhile() -> None:
    now = with_words(PURPOSE, WORDS)
    arrived = arrive(Received(travel.rows("pl")), now, expected_of("pl"))
    assert ((), ()) == (arrived.drafts, arrived.findings)


def test_words_two_people_changed_are_refused() -> None:
    sent = travel.put("pl", PURPOSE, target="Ta ulotka ma pomóc.")
    arrived = arrive(Received(sent), with_words(PURPOSE, WORDS), expected_of("pl"))
    assert (["EX012"], ()) == (travel.codes(arrived), arrived.drafts)


def test_the_same_change_twice_is_no_change() -> None:
    sent = travel.put("pl", PURPOSE, target=WORDS)
    assert () == arrive(Received(sent), with_words(PURPOSE, WORDS), expected_of("pl")).drafts


def test_two_translations_of_one_text_are_refused() -> None:
    row = travel.row("pl", PURPOSE)
    arrived = travel.taken([row, replace(row, target=WORDS)], "pl")
    assert (["EX011"], ()) == (travel.codes(arrived), arrived.drafts)
    assert [] == travel.codes(travel.taken([row, row], "pl"))


def test_what_a_translator_doubts_arrives_marked() -> None:
    sent = travel.put("pl", PURPOSE, target=WORDS, doubted=True)
    assert [True] == [draft.doubted for draft in travel.taken(sent, "pl").drafts]
    held = with_words(PURPOSE, WORDS, fuzzy=True)
    assert () == arrive(Received(sent), held, expected_of("pl")).drafts


def test_accents_composed_another_way_are_no_change() -> None:
    import unicodedata

    sent = [replace(row, target=unicodedata.normalize("NFD", row.target)) for row in travel.rows("cy")]
    assert () == travel.taken(sent, "cy").drafts


def test_line_breaks_of_a_cell_are_spaces() -> None:
    sent = travel.put("pl", PURPOSE, target="Ta ulotka\r\n  pomaga\tzdecydować. ")
    assert {PURPOSE: ("Ta ulotka pomaga zdecydować.",)} == drafts(travel.taken(sent, "pl"))


def test_a_file_of_another_language_or_project_is_told_once() -> None:
    assert ["EX006"] == travel.codes(travel.taken(travel.rows("uk"), "pl"))
    assert ["EX007"] == travel.codes(
        travel.taken([replace(r, id=f"x{r.id}") for r in travel.rows("pl")], "pl")
    )


def test_a_warning_is_told_and_stops_nothing() -> None:
    arrived = travel.taken(travel.put("pl", PURPOSE, target="Ta ulotka pomaga podjąć decyzję?"), "pl")
    assert (["LO131"], 1) == (travel.codes(arrived), len(arrived.drafts))
