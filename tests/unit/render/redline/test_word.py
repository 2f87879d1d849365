"""The Word file: all changes taken it is the new text, all taken back the old, in Word's own order of elements."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.model.reading import Kind, Passage, Reading
from consentgen.render.redline.word import render_word
from consentgen.review.change import Compared
from consentgen.review.compare import compare
from tests.unit.render.redline import sample
from tests.unit.render.redline.pairs import PAIRS
from tests.unit.render.redline.tracked import W, accepted, part, rejected, told, without_last_empty

each = pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
ORDER = {
    "rPr": ["ins", "del", "rtl", "lang"],
    "pPr": ["pStyle", "bidi", "rPr", "pPrChange"],
}
"""Of the elements we write: ISO/IEC 29500-1, 17.3.1.26, 17.3.1.29 and 17.3.2.28."""
OFFICE = Path(__file__).with_name("office.py")
PYTHON = "/usr/bin/python3"
"""The system's own, for UNO is none of our packages."""


def data(pair: Compared) -> bytes:
    return render_word(pair, as_of=date(2026, 11, 23)).data


def comments_of(made: bytes) -> list[Any]:
    """The comments; a file without has no part for them."""
    with zipfile.ZipFile(BytesIO(made)) as opened:
        there = "word/comments.xml" in opened.namelist()
    return list(part(made, "word/comments.xml")) if there else []


def holds(pair: Compared, new: list[str], old: list[str]) -> None:
    """Both texts come out; the empty paragraph at the end may be one more."""
    for made, reading in ((new, pair.new), (old, pair.old)):
        expected = told(reading)
        assert made in (expected, [*expected, ""]) or without_last_empty(expected) == without_last_empty(made)


@each
def test_all_accepted_is_the_new_text_and_all_rejected_the_old(pair: Compared) -> None:
    made = data(pair)
    holds(pair, accepted(made), rejected(made))


words = st.sampled_from(["you", "can", "stop", "we", "ring", "116", "123", "您", "可以", "اتصل", "a. b"])
texts = st.lists(words, min_size=1, max_size=5).map(" ".join)
kinds = st.sampled_from([Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.TOLD])


@st.composite
def readings(draw: st.DrawFn, *, ours: bool) -> Reading:
    """Statements in any order and paragraphs, some twice; or a text from elsewhere."""
    ids = st.sampled_from("abcdef") if ours else st.just("")
    rows = draw(st.lists(st.tuples(texts, kinds, ids, st.integers(0, 1)), max_size=8))
    block, passages = 0, []
    for text, kind, id_, step in rows:
        block += step if ours else 1
        passages.append(Passage(text, kind, id_, block))
    return Reading("x", draw(st.sampled_from(["en", "ar", "zh"])), tuple(passages))


@settings(max_examples=120, deadline=None)
@given(st.booleans().flatmap(lambda ours: st.tuples(readings(ours=ours), readings(ours=ours))))
def test_whatever_the_texts_both_come_out(both: tuple[Reading, Reading]) -> None:
    pair = compare(*both)
    made = data(pair)
    holds(pair, accepted(made), rejected(made))


@settings(max_examples=60, deadline=None)
@given(readings(ours=True), readings(ours=False), st.booleans())
def test_beside_a_text_from_elsewhere_every_word_comes_out(
    one: Reading, other: Reading, turned: bool
) -> None:
    """Its paragraphs are cut along the statements, so that spaces may differ."""
    pair = compare(other, one) if turned else compare(one, other)
    made = data(pair)
    for text, reading in ((accepted(made), pair.new), (rejected(made), pair.old)):
        assert "".join(told(reading)).replace(" ", "") == "".join(text).replace(" ", "")


def test_words_that_stay_are_not_tracked() -> None:
    document = part(data(sample.compared(sample.LENGTH)))
    assert ["30"] == [e.text for e in document.iter(f"{W}delText")]
    assert ["45"] == [t.text for e in document.iter(f"{W}ins") for t in e.iter(f"{W}t")]


def test_a_new_sentence_does_not_break_its_paragraph() -> None:
    document = part(data(PAIRS["a statement put into a paragraph"]))
    assert [] == document.findall(f".//{W}pPr/{W}rPr")


@each
def test_no_number_stands_on_two_changes_or_comments(pair: Compared) -> None:
    document = part(data(pair))
    changes = [e.get(f"{W}id") for e in document.iter(f"{W}ins", f"{W}del", f"{W}pPrChange")]
    comments = [comment.get(f"{W}id") for comment in comments_of(data(pair))]
    assert len({*changes, *comments}) == len(changes) + len(comments)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert comments == sorted((e.get(f"{W}id") for e in document.iter(W + name)), key=int)


@each
def test_elements_stand_in_the_order_word_needs(pair: Compared) -> None:
    for name, order in ORDER.items():
        for element in part(data(pair)).iter(W + name):
            names = [child.tag.removeprefix(W) for child in element]
            assert names == sorted(names, key=order.index)


def test_what_a_reviewer_changes_is_tracked_too() -> None:
    settings = part(data(PAIRS["Arabic"]), "word/settings.xml")
    names = [child.tag.removeprefix(W) for child in settings]
    assert ["zoom", "proofState", "trackRevisions", "defaultTabStop"] == names[:4]


@each
def test_every_change_says_who_and_when(pair: Compared) -> None:
    for element in part(data(pair)).iter(f"{W}ins", f"{W}del", f"{W}pPrChange"):
        assert ("consentgen", "2026-11-23T00:00:00Z") == (element.get(f"{W}author"), element.get(f"{W}date"))


def test_without_a_day_none_is_made_up() -> None:
    made = render_word(PAIRS["Arabic"]).data
    assert [] == [
        e
        for name in ("document", "comments")
        for e in part(made, f"word/{name}.xml").iter()
        if e.get(f"{W}date")
    ]


@each
def test_the_same_texts_give_the_same_bytes(pair: Compared) -> None:
    assert data(pair) == data(pair)


def test_what_a_change_means_stands_in_a_comment() -> None:
    comments = part(data(sample.project().texts[0]), "word/comments.xml")
    told = ["".join(t.text for t in comment.iter(f"{W}t")) for comment in comments]
    assert 8 == len(told)
    assert "Major. Reworded. Certain: The length of a session changed from 30 to 45 minutes." == told[0]
    assert {"consentgen"} == {comment.get(f"{W}author") for comment in comments}
    moved = [words for words in told if words.startswith("Minor. Moved, same words.")]
    assert ["It stood here." in words for words in moved] != [
        "It stands here now." in words for words in moved
    ]


def test_arabic_is_set_from_the_right_and_its_numbers_are_not() -> None:
    document = part(data(PAIRS["Arabic"]))
    set_so = [
        p.find(f"{W}pPr/{W}bidi") is not None for p in document.iter(f"{W}p") if p.find(f"{W}pPr") is not None
    ]
    assert [True] * 3 == set_so
    runs = {"".join(t.text for t in r.iter(f"{W}t", f"{W}delText")): r for r in document.iter(f"{W}r")}
    assert runs["اتصل على "].find(f"{W}rPr/{W}rtl") is not None
    assert "ar" == runs["اتصل على "].find(f"{W}rPr/{W}lang").get(f"{W}bidi")
    assert [None, None] == [runs[n].find(f"{W}rPr/{W}rtl") for n in ("123", "124")]


def test_chinese_says_so() -> None:
    document = part(data(PAIRS["Chinese"]))
    assert {"zh-Hans"} == {e.get(f"{W}eastAsia") for e in document.iter(f"{W}lang")}


def styles(pair: Compared) -> list[str]:
    return [e.get(f"{W}val") for e in part(data(pair)).iter(f"{W}pStyle")]


def test_titles_headings_lists_and_answers_have_real_styles() -> None:
    assert ["Title", "Heading1", "Normal", "ListBullet"] == list(dict.fromkeys(styles(PAIRS["nothing"])))
    assert ["DefinitionTerm", "Definition"] == list(dict.fromkeys(styles(PAIRS["labels and answers"])))


def test_a_paragraph_that_becomes_a_heading_can_become_one_again() -> None:
    change = part(data(PAIRS["a heading for a paragraph"])).find(f".//{W}pPrChange")
    assert ["Heading1", "Normal"] == styles(PAIRS["a heading for a paragraph"])
    assert change.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Normal"


def links(pair: Compared) -> Iterator[tuple[str, str]]:
    """Each link: its address and its words."""
    made = data(pair)
    targets = {e.get("Id"): e.get("Target") for e in part(made, "word/_rels/document.xml.rels")}
    for link in part(made).iter(f"{W}hyperlink"):
        key = next(value for name, value in link.items() if name.endswith("}id"))
        yield targets[key], "".join(t.text for t in link.iter(f"{W}t", f"{W}delText"))


def test_a_link_that_leads_elsewhere_is_taken_out_and_put_in() -> None:
    found = [
        ("https://old.example/", "our page"),
        ("https://new.example/?a=1&b=2", "our page"),
        ("tel:116123", "ring us"),
    ]
    assert found == list(links(PAIRS["links"]))


def test_a_link_that_nobody_should_follow_is_none() -> None:
    assert [] == [
        target
        for target, _ in links(PAIRS["links nobody should follow"])
        if target[:4] not in ("http", "tel:")
    ]


def test_the_name_of_the_file_is_one_whatever_the_leaflet_is_called() -> None:
    assert "workbook.en-GB.redline.docx" == render_word(sample.compared(sample.LENGTH)).name
    name = render_word(sample.compared(sample.LENGTH, leaflet="../../etc/x\x00<y>")).name
    assert "etc-x-y-.en-GB.redline.docx" == name


def test_every_part_has_the_same_day_in_the_zip() -> None:
    with zipfile.ZipFile(BytesIO(data(PAIRS["Arabic"]))) as opened:
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in opened.infolist()}
        assert "[Content_Types].xml" == opened.namelist()[0]


def office() -> str:
    """Why LibreOffice cannot be asked; empty where it can."""
    if not shutil.which("soffice"):
        return "no soffice: apt-get install libreoffice-writer-nogui python3-uno"
    asked = (
        subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False)
        if Path(PYTHON).exists()
        else None
    )
    return "" if asked and asked.returncode == 0 else "no python3-uno beside soffice"


@pytest.mark.skipif(bool(office()), reason=office() or "LibreOffice is there")
def test_libreoffice_accepts_and_rejects_all_of_them(tmp_path: Path) -> None:
    files = []
    for number, pair in enumerate(PAIRS.values()):
        files.append(tmp_path / f"{number:03}.docx")
        files[-1].write_bytes(data(pair))
    command: list[Any] = [PYTHON, OFFICE, tmp_path / "profile", *files]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert 0 == ran.returncode, ran.stderr
    answers = json.loads(ran.stdout)
    assert len(PAIRS) == len(answers)
    for pair, (new, old) in zip(PAIRS.values(), answers, strict=True):
        holds(pair, new, old)
