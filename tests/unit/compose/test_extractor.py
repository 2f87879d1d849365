"""`pybabel extract` gives the same messages, by the method `consentgen`."""

from __future__ import annotations

import io
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from consentgen.compose.extractor import extract
from consentgen.errors import BadWording
from consentgen.localise.template import notes_of
from consentgen.places import shipped
from tests import catalogues

TEMPLATES = shipped("templates") / "leaflet"


def found() -> dict[str, tuple[object, list[str]]]:
    """What Babel finds in the shipped templates, by id."""
    rows = extract_from_dir(TEMPLATES, [("**.md.j2", "consentgen")], {})
    return {str(context): (words, comments) for _, _, words, comments, context in rows}


def test_babel_knows_the_method() -> None:
    [entry] = entry_points(group="babel.extractors", name="consentgen")
    assert extract is entry.load()


def test_babel_finds_every_statement_with_its_id_its_plural_and_its_notes() -> None:
    wanted = {
        message.id: ((message.text, message.plural) if message.plural else message.text, [*notes_of(message)])
        for message in catalogues.messages()
        if message.place.path.startswith("templates/")
    }
    assert 300 < len(wanted)
    assert wanted == found()


def test_babel_does_not_find_the_terms_which_stand_in_no_template() -> None:
    assert {"therapy", "grade", "problem", "evidence"} == {
        message.id.partition(".")[0] for message in catalogues.messages() if message.id not in found()
    }


def test_what_the_shipped_wording_marks_as_critical_is_so_in_a_template_of_a_project() -> None:
    [(*_, own)] = extract(io.BytesIO(b'{% text "rights.no" %}No.{% endtext %}'), (), (), {})
    [shipped_one] = [m for m in catalogues.messages() if m.id == "rights.no"]
    assert shipped_one.critical
    assert notes_of(shipped_one)[0] in own


def test_a_template_that_cannot_be_read_is_named_with_its_line() -> None:
    class Named(io.BytesIO):
        name = str(Path("templates") / "own.md.j2")

    with pytest.raises(BadWording, match=r"own\.md\.j2:2"):
        list(extract(Named(b'\n{% text "a" %}words'), (), (), {}))
