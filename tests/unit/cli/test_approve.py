"""A reviewer signs change by change; a release waits until both roles have signed all of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consentgen.cli.main import group
from consentgen.places import shipped
from tests import starter
from tests.signing import LEAD, PATIENT, SETTINGS, asked, held, leaflet, records, reword, sign, state

Say = Callable[..., Result]
NAMES = {"clinical lead": "A. Example", "patient representative": "B. Example"}


def say(*arguments: str | Path, answers: str = "", env: dict[str, str] | None = None) -> Result:
    """What a command says, with the day of the tests."""
    made = CliRunner().invoke(
        group,
        [*map(str, arguments)],
        input=answers,
        env={"SOURCE_DATE_EPOCH": str(starter.EPOCH), "NO_COLOR": "1", **(env or {})},
    )
    if made.exception and not isinstance(made.exception, SystemExit):
        raise made.exception
    return made


def approve(project: Path, *more: str, role: str = "clinical lead", answers: str = "") -> Result:
    return say(
        "approve", project, starter.WORKBOOK, "--who", NAMES[role], "--role", role, *more, answers=answers
    )


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command take its input for a person at a terminal."""
    monkeypatch.setattr("consentgen.cli.approve._can_ask", lambda: True)


def listed(result: Result) -> list[str]:
    """The ids of what is open."""
    return re.findall(r"(?m)^([0-9a-f]{10})  ", result.stdout)


def reword_template(project: Path) -> None:
    """Give one section other words for this project."""
    base = (shipped("templates") / "leaflet" / "base.md.j2").read_text("utf-8")
    [block] = re.findall(r"{% block rights %}.*?{% endif %}\n{% endblock %}\n", base, re.DOTALL)
    own = '{% extends "leaflet/guided_self_help.md.j2" %}\n\n' + block.replace(BEFORE, AFTER)
    assert BEFORE in block
    (project / "templates").mkdir()
    (project / "templates" / "guided_self_help.md.j2").write_text(own, encoding="utf-8")


BEFORE, AFTER = "You can stop at any time", "You can stop whenever you wish"


def test_without_a_terminal_what_is_open_is_listed_and_nothing_signed(tmp_path: Path) -> None:
    project = asked(tmp_path)
    made = approve(project)
    assert (3, 30) <= (made.exit_code, len(listed(made)))
    assert 3 == approve(project, answers="y\n" * 200).exit_code  # `yes |` accepts nothing
    assert not (project / "approvals").exists()


def test_one_changed_word_and_one_changed_number_are_two_decisions_and_a_release_waits_for_both(
    signed: Path,
) -> None:
    if BEFORE not in "".join(s.text for s in leaflet(signed).statements()):
        pytest.fail(f"the wording has changed: {BEFORE}")
    reword_template(signed)
    reword(signed, "01632 960 123", "01632 960 124")
    release: list[str | Path] = ["build", signed, "--require-approved", "--format", "txt"]
    assert 3 == say(*release).exit_code

    for role in NAMES:
        first, second, *more = listed(approve(signed, role=role))
        assert 3 == approve(signed, "--change", first, "--decision", "approve", role=role).exit_code
        assert [second, *more] == listed(approve(signed, role=role))
        refused = say(*release)
        assert (3, "Nothing was written.") == (refused.exit_code, refused.stderr.splitlines()[-1])
        assert not (signed / "leaflets").exists()
        ids = [part for name in (second, *more) for part in ("--change", name)]
        assert 0 == approve(signed, *ids, "--decision", "approve", role=role).exit_code

    assert 0 == say(*release).exit_code
    assert ["manifest.json", f"{starter.WORKBOOK}.txt"] == sorted(
        f.name for f in (signed / "leaflets").iterdir()
    )


def test_the_ids_are_those_of_the_report_of_what_changed(signed: Path, signed_once: Path) -> None:
    reword(signed, "01632 960 123", "01632 960 124")
    report = say("diff", signed_once, signed, "--as", "json")
    changes = {change["id"] for change in json.loads(report.stdout)["changes"]}
    assert changes == set(listed(approve(signed)))


def test_a_person_is_asked_change_by_change_and_may_stop_and_go_on(signed: Path, terminal: None) -> None:
    reword(signed, "01632 960 123", "01632 960 124")
    reword(signed, "30 minutes", "45 minutes")
    count = len(listed_steps(signed))
    assert 2 <= count
    made = approve(signed, answers="y\nq\n")
    assert 3 == made.exit_code
    assert f"{count - 1} decision" in made.stdout
    assert "45 minutes" in made.stdout
    assert 0 == approve(signed, answers="y\n" * (count - 1)).exit_code


def listed_steps(project: Path) -> list[str]:
    from tests.signing import desk

    return [step.id for step in desk(project).steps()]


def test_a_no_keeps_its_reason_and_a_comment_is_asked_again(signed: Path, terminal: None) -> None:
    reword(signed, "01632 960 123", "01632 960 124")
    made = approve(signed, answers="c\nIs it new?\nn\nIt is wrong.\n" + "s\n" * 9)
    assert 3 == made.exit_code
    kinds = {(held(f)["decision"], held(f)["comment"]) for f in records(signed)} - {("approved", "")}
    assert {("commented", "Is it new?"), ("rejected", "It is wrong.")} == kinds
    assert "A. Example rejected it on 2026-11-23: It is wrong." in made.stdout


def test_a_first_review_shows_every_word(tmp_path: Path, terminal: None) -> None:
    project = asked(tmp_path)
    made = approve(project, answers="y\n" * 200)
    assert 0 == made.exit_code
    flat = " ".join(made.stdout.split())
    for statement in leaflet(project).statements():
        if not statement.id.startswith("furniture."):
            assert " ".join(statement.text.split()) in flat, statement.id
    assert not state(project).approved


WRONG = {
    "a change that is not open": (["--change", "0" * 10, "--decision", "approve"], 2, "no open change called"),
    "a change without a decision": (["--change", "0" * 10], 2, "belong together"),
    "a decision without a change": (["--decision", "approve"], 2, "belong together"),
    "a revision that is none": (["--against", "no-such"], 2, ""),
    "no name": (["--who", " "], 2, "expected a person's name"),
    "a name nobody sees": (["--who", "A\u202eB"], 2, "expected a person's name"),
    "a long comment": (["--comment", "a" * 5001], 2, "at most 5000"),
    "no such role": (["--role", "clinical leed"], 2, "Did you mean clinical lead?"),
    "the author": (["--who", "C. Example"], 3, "wrote the leaflet"),
    "another role of the same person": (["--who", "B. Example"], 3, "cannot fill two roles"),
    "a key that is none": (["--key", "nothing", "--change", "{}", "--decision", "approve"], 2, ""),
    "an early day": (["--date", "2026-01-01"], 3, ""),
}  # fmt: skip


@pytest.mark.parametrize(("more", "code", "told"), WRONG.values(), ids=WRONG)
def test_a_call_that_cannot_count_says_why_and_writes_nothing(
    signed: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    more: list[str],
    code: int,
    told: str,
) -> None:
    import sys

    from consentgen.cli.main import main

    reword(signed, "01632 960 123", "01632 960 124")
    before = {f: f.read_bytes() for f in signed.rglob("*") if f.is_file()}
    first = listed(approve(signed))[0]
    call = ["approve", str(signed), starter.WORKBOOK, "--who", "A. Example", "--role", "clinical lead"]
    monkeypatch.setattr(sys, "argv", ["consentgen", *call, *(m.replace("{}", first) for m in more)])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(starter.EPOCH))
    with pytest.raises(SystemExit) as end:
        main()
    err = " ".join(capsys.readouterr().err.split())
    assert (code, True, False) == (end.value.code, told in err, "Traceback" in err), err
    assert before == {
        f: f.read_bytes() for f in signed.rglob("*") if f.is_file() and "texts" not in f.parts
    } | {f: data for f, data in before.items() if "texts" in f.parts}


def test_approvals_say_who_still_has_to_sign_what(signed: Path) -> None:
    reword(signed, "01632 960 123", "01632 960 124")
    sign(signed, LEAD)
    made = say("approvals", signed)
    assert 3 == made.exit_code
    assert f"{starter.WORKBOOK}, en-GB: not approved" in made.stdout
    assert "clinical lead: has signed everything" in made.stdout
    assert re.search(r"patient representative still has to sign \d+ things?:", made.stdout)
    assert "it was changed after B. Example signed it on 2026-11-23" in made.stdout


def test_approvals_as_json_say_the_same(signed: Path) -> None:
    [broken, *_] = records(signed, PATIENT)
    broken.write_text("{}", encoding="utf-8")
    made = say("approvals", signed, "--as", "json", "--leaflet", starter.WORKBOOK)
    value = json.loads(made.stdout)
    [one] = value["leaflets"]
    assert (3, False, [True, False]) == (
        made.exit_code,
        value["approved"],
        [not r["open"] for r in one["roles"]],
    )
    assert [f"approvals/{starter.WORKBOOK}/en-GB/{broken.name}"] == [n["record"] for n in one["not_valid"]]


def test_approvals_end_with_0_when_all_is_signed_with_1_when_a_leaflet_has_a_fault(signed: Path) -> None:
    made = say("approvals", signed)
    assert 0 == made.exit_code
    assert (
        "approved (clinical lead: A. Example, 2026-11-23; patient representative: B. Example" in made.stdout
    )
    (signed / "services" / "broken.yaml").write_text("service: [open\n", encoding="utf-8")
    assert 1 == say("approvals", signed).exit_code
    assert 1 == say("build", signed, "--require-approved").exit_code
    assert not (signed / "leaflets").exists()


@pytest.mark.parametrize("more", [[], ["--locale", "pl"], ["--locale", "en", "--locale", "pl", "--draft"]])
def test_a_release_is_refused_in_every_language_before_anything_is_written(
    signed: Path, more: list[str]
) -> None:
    if not more:
        (signed / "consentgen.yaml").write_text(f"{SETTINGS}  lasts: 1 day\n", encoding="utf-8")
        more = ["--date", "2026-11-25"]
    if "en" in more:
        more = more[2:]
    made = say("build", signed, "--require-approved", "--format", "txt", *more)
    assert 3 == made.exit_code
    assert not (signed / "leaflets").exists()
