"""Every error says in one sentence what cannot go on, and gives the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen import errors
from consentgen.build.decide import CannotApprove
from consentgen.build.release import NobodySigns
from consentgen.build.signing import CannotSign, NoSshKeygen
from consentgen.errors import ConsentgenError
from consentgen.review.data_reader import NotADiff

FOLDER = Path("northtown")
ERRORS = [
    errors.NotAProject(FOLDER),
    errors.FolderNotEmpty(FOLDER),
    errors.CannotWrite(FOLDER / "a.html", "the disk is full"),
    errors.UnknownName("rule", "HO999", ["HO001"]),
    errors.AmbiguousName("cbt", ["descriptor:cbt", "therapy:cbt"]),
    errors.CannotRender("workbook", "PDF", "a letter is missing"),
    errors.BadWording("own.md.j2", 3, "a value stands outside a statement", "Put it in a statement."),
    errors.BadAnswer("call us", "a phone number"),
    errors.UnknownLocale("xx"),
    errors.ChangedMeanwhile(FOLDER / "consentgen.po"),
    errors.AlreadyThere(FOLDER / "consentgen.po"),
    errors.NotShipped(FOLDER / "locales"),
    errors.WouldReplace(FOLDER / "consentgen-pl.xlsx"),
    errors.CannotIssue("workbook", "nobody has approved it", "See who still has to sign."),
    errors.NothingIssued(FOLDER),
    errors.MistypedNumber("7K2M-9QXE"),
    errors.NoFileNoNumber("letter"),
    errors.CannotRead("letter.pdf", "it is locked", "Save it without its password."),
    NotADiff("changes[0]", "it has no passage"),
    CannotApprove("its author wrote it"),
    CannotSign("the key is locked"),
    NoSshKeygen(),
    NobodySigns(),
]


def test_every_error_is_here() -> None:
    assert {type(error) for error in ERRORS} == set(ConsentgenError.__subclasses__())


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_is_one_sentence_with_a_way_out(error: ConsentgenError) -> None:
    assert str(error)
    assert "\n" not in str(error)
    assert error.help_text
    assert error.exit_code in (2, 3)


def test_a_name_that_is_nearly_right_is_offered() -> None:
    assert "Did you mean HO001?" == errors.UnknownName("rule", "HO01", ["HO001", "YA001"]).help_text


def test_a_name_that_is_far_off_gets_the_whole_list() -> None:
    assert "Choose one of: HO001, YA001" == errors.UnknownName("rule", "x", ["HO001", "YA001"]).help_text
