"""What translators are given: every statement and every term, once, with a note."""

from __future__ import annotations

from pathlib import Path

from consentgen.catalogue import load_catalogue
from consentgen.compose import Wording
from consentgen.compose.inline import PLACEHOLDER
from consentgen.compose.messages import source_messages
from consentgen.evidence import load_shipped

WORDING = Wording()
MESSAGES = source_messages(WORDING, load_catalogue(), load_shipped())
BY_ID = {message.id: message for message in MESSAGES}


def test_every_statement_is_there_once() -> None:
    assert len(BY_ID) == len(MESSAGES)
    assert {message.id for message in WORDING.declared()} <= set(BY_ID)


def test_terms_stand_after_the_statements() -> None:
    ids = list(BY_ID)
    assert ids.index("therapy.cbt.name") > ids.index("sources.keep")
    assert "CBT with a therapist" == BY_ID["therapy.cbt.name"].text


def test_every_placeholder_is_declared_and_told_to_the_translator() -> None:
    for message in MESSAGES:
        used = set(PLACEHOLDER.findall(f"{message.text} {message.plural or ''}"))
        assert used <= {mark.name for mark in message.placeholders}, message.id


def test_a_placeholder_has_its_own_part_of_the_note() -> None:
    marks = {mark.name: mark.meaning for mark in BY_ID["do.material.author"].placeholders}
    assert {"name": "title of the workbook or course.", "author": "who wrote it."} == marks


def test_the_rows_of_the_national_table_share_their_messages() -> None:
    national = [key for key in BY_ID if key.startswith("evidence.england-2024-25.population")]
    assert 4 == len(national)
    assert ("problem", "therapy") == tuple(
        mark.name for mark in BY_ID["evidence.england-2024-25.population.problem.change"].placeholders
    )


def test_the_hash_changes_with_the_english_words_only() -> None:
    one, other = BY_ID["dose.count"], BY_ID["dose.range"]
    assert one.hash != other.hash
    assert 16 == len(one.hash)


def test_words_a_project_changes_in_any_template_are_the_ones_that_are_translated(tmp_path: Path) -> None:
    (tmp_path / "guided_self_help.md.j2").write_text(
        '{% extends "leaflet/guided_self_help.md.j2" %}{% block rights %}\n'
        '{% text "rights.no", tells="right-to-refuse" %}Say no if you like.{% endtext %}\n{% endblock %}',
        encoding="utf-8",
    )
    own = source_messages(Wording(tmp_path), load_catalogue(), load_shipped())
    assert [("Say no if you like.", True)] == [
        (message.text, message.critical) for message in own if message.id == "rights.no"
    ]
    assert list(BY_ID) == [message.id for message in own]
