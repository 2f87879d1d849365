"""Glossaries: read whole with every fault, one in front of another, and found in other forms of a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.localise.checks.terms import stem
from consentgen.localise.glossary import Glossary, GlossaryTerm, read_glossary

SESSION = (
    '[[term]]\nenglish = "session"\nuse = ["sesja", "spotkanie"]\navoid = ["wizyta"]\nnote = "One word."\n'
)


def read(folder: Path, text: str | bytes) -> tuple[Glossary, list[str]]:
    file = folder / "glossary.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    glossary, findings = read_glossary(file, "pl/glossary.toml")
    assert {"LO140"} >= {finding.code for finding in findings}
    return glossary, [finding.what for finding in findings]


def test_a_glossary_is_read(tmp_path: Path) -> None:
    term = GlossaryTerm("session", ("sesja", "spotkanie"), ("wizyta",), "One word.")
    assert (Glossary((term,)), []) == read(tmp_path, SESSION)


def test_one_word_needs_no_list(tmp_path: Path) -> None:
    glossary, _ = read(tmp_path, '[[term]]\nenglish = "session"\nuse = "sesja"\n')
    assert ("sesja",) == glossary.terms[0].use


def test_no_file_is_an_empty_glossary(tmp_path: Path) -> None:
    assert (Glossary(), []) == read_glossary(tmp_path / "none.toml", "none.toml")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[[term]\n", "the file cannot be read as TOML"),
        (b"\xff\xfe", "the file is not UTF-8 text"),
        ("#" * 300_000, "the file is larger than 200,000 bytes"),
        ('term = "session"\n', "`term` is not a list of tables"),
        ("term = [1]\n", "term 1 has no English, or no words to use"),
        ('[[term]]\nenglish = "session"\n', "term 1 has no English, or no words to use"),
        ('[[term]]\nenglish = "session"\nuse = []\n', "term 1 has no English, or no words to use"),
        ('[[term]]\nenglish = 7\nuse = ["sesja"]\n', "term 1 has no English, or no words to use"),
        ('[[term]]\nenglish = "session"\nuse = [7]\n', "term 1 has no English, or no words to use"),
        ("a = " + "[" * 5000, "the file cannot be read"),
    ],
)
def test_a_fault_is_told_and_nothing_is_used(tmp_path: Path, text: str | bytes, what: str) -> None:
    glossary, told = read(tmp_path, text)
    assert Glossary() == glossary
    assert [True] == [one.startswith(what) for one in told]


def test_terms_beside_a_faulty_one_are_kept(tmp_path: Path) -> None:
    glossary, told = read(tmp_path, SESSION + "[[term]]\n")
    assert (1, 1) == (len(glossary.terms), len(told))


def test_a_projects_own_terms_stand_in_front() -> None:
    own, shipped = GlossaryTerm("Session", ("spotkanie",)), GlossaryTerm("session", ("sesja",))
    other = GlossaryTerm("course", ("kurs",))
    assert Glossary((own, other)) == Glossary((own,)).over(Glossary((shipped, other)))


@pytest.mark.parametrize(
    ("phrase", "locale", "text"),
    [
        ("samopomoc ze wsparciem", "pl", "po samopomocy ze wsparciem"),
        ("hunangymorth dan arweiniad", "cy", "Math o hunangymorth dan arweiniad"),
        ("cwnsela", "cy", "drwy gwnsela"),
        ("therapydd", "cy", "fy therapydd"),
        ("triniaeth", "cy", "fy nhriniaeth"),
        ("sesiwn", "cy", "6 sesiynau"),
        ("المساعدة الذاتية مع دعم", "ar", "بالمساعدة الذاتية مع الدعم"),
        ("керована самодопомога", "uk", "про керовану самодопомогу"),
        ("引导式自助", "zh_Hans", "这是引导式自助课程"),
    ],
)
def test_a_phrase_is_found_in_other_forms(phrase: str, locale: str, text: str) -> None:
    assert stem(phrase, locale).search(text)


@pytest.mark.parametrize(
    ("phrase", "locale", "text"),
    [
        ("samopomoc ze wsparciem", "pl", "terapia ze wsparciem"),
        ("samopomoc ze wsparciem", "pl", "samopomoc"),
        ("hunangymorth dan arweiniad", "cy", "hunangymorth"),
        ("引导式自助", "zh_Hans", "自助"),
        ("CBT", "pl", "CB"),
    ],
)
def test_another_phrase_is_not_taken_for_it(phrase: str, locale: str, text: str) -> None:
    assert not stem(phrase, locale).search(text)
