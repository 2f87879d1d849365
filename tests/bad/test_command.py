"""The command line on bad input: the right exit code, every finding, no traceback, nothing half written."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from consentgen.build.pipeline import ASIDE, build
from consentgen.build.project import open_project
from consentgen.cli.main import main
from tests import starter
from tests.bad.cases import FOLDER, PLACES, expected, prepared

Command = Callable[..., tuple[int, str, str]]
WORKBOOK = f"services/{starter.WORKBOOK}.yaml"


def consentgen(*arguments: str | Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command; never a traceback."""
    command = [sys.executable, "-m", "consentgen", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def quickly(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """The same command, in this process."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["consentgen", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return int(end.value.code or 0), out, err

    return run


@pytest.fixture
def northtown(tmp_path: Path) -> Path:
    """A project with two descriptors, whose leaflets are built."""
    project = starter.project(tmp_path / "northtown", starter.WORKBOOK, "stress-class")
    build(replace(open_project(project), formats=("md",)), project / "leaflets", starter.AS_OF)
    return project


def put(project: Path, place: str, data: bytes) -> None:
    file = project / place
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)


def leaflets(project: Path) -> set[str]:
    folder = project / "leaflets"
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


ONE = {"stress-class.DRAFT.md", "manifest.json", f"{ASIDE}/{starter.WORKBOOK}.DRAFT.md"}
BOTH = {"stress-class.DRAFT.md", "manifest.json", f"{starter.WORKBOOK}.DRAFT.md"}
KINDS = {
    "descriptor/euphemism-and-score.yaml": ONE,
    "yaml/bomb-of-aliases.yaml": ONE,
    "yaml/python-call.yaml": ONE,
    "template/attribute-of-python.md.j2": ONE,
    "template/section-dropped-crisis.md.j2": ONE,
    "evidence/id-of-a-shipped-record.yaml": BOTH,
    "project/unknown-rule-for-old-figures.yaml": BOTH,
}


@pytest.mark.parametrize(("name", "left"), KINDS.items(), ids=KINDS)
def test_a_bad_file_stops_its_own_leaflet_and_no_other(northtown: Path, name: str, left: set[str]) -> None:
    file = FOLDER / name
    put(northtown, PLACES[file.parent.name], file.read_bytes())
    code, _, told = consentgen("build", northtown, "--format", "md")

    assert 1 == code
    assert [] == [want.code for want in expected(file) if f"error[{want.code}]" not in told]
    assert left == leaflets(northtown)


MADE = {"binary": (b"\x89PNG\r\n\x1a\n\0", "YA002"), "huge": (b"# words\n" * 200_000, "YA003"), "too-deep": (b"[" * 500_000, "YA007")}  # fmt: skip


@pytest.mark.parametrize(("data", "code"), MADE.values(), ids=MADE)
def test_a_file_that_is_no_text_stops_only_itself(northtown: Path, data: bytes, code: str) -> None:
    put(northtown, WORKBOOK, data)
    ended, _, told = consentgen("build", northtown, "--format", "md")

    assert 1 == ended
    assert f"error[{code}]" in told
    assert ONE == leaflets(northtown)


def test_the_two_faults_of_a_hidden_therapy_give_two_findings_with_the_way_out(northtown: Path) -> None:
    put(northtown, WORKBOOK, (FOLDER / "descriptor" / "euphemism-and-score.yaml").read_bytes())
    code, out, _ = consentgen("check", northtown, "--format", "json")

    found = [f for f in json.loads(out)["findings"] if f["severity"] == "error"]
    assert (1, ["HO001", "HO002"]) == (code, [f["code"] for f in found])
    assert "modality: guided-self-help-workbook" in found[0]["help"]
    assert "expected: usual-self" in found[1]["help"]


@pytest.fixture
def hostile(northtown: Path) -> Path:
    """A project whose file names, fields and values try to write lines and colours of their own."""
    (northtown / WORKBOOK).rename(northtown / "services" / "a\n::error::\x1b[31mred\u202eb.yaml")
    put(northtown, WORKBOOK, b'author: "\\e[31mred\\n::error::\\u202e"\n"\\e[31mred\\n::error::\\u202e": 1\n')
    put(northtown, "templates/cbt.md.j2", b'{% "\x1b[31mred\n" %}')
    return northtown


def test_every_word_of_a_finding_can_be_printed(hostile: Path) -> None:
    found, _ = prepared(hostile)
    told = [(f.place.path, f.place.field, f.what, f.found, f.expected, f.help) for f in found]

    assert {"DE012", "YA012", "DE002", "WO001"} < {f.code for f in found}
    assert [] == [words for words in told if not "".join(words).isprintable()]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_report_holds_no_line_that_a_file_put_there(hostile: Path, quickly: Command, form: str) -> None:
    code, out, err = quickly("check", hostile, "--format", form)

    assert (1, True) == (code, "DE012" in out)
    assert [] == [line for line in (out + err).splitlines() if line.startswith("::error::")]
    assert form in ("text", "github") or json.loads(out)


UNUSABLE = {
    "no-project": ["build", "{}/services"],
    "no-folder": ["check", "{}/nowhere"],
    "output-is-a-file": ["build", "{}", "--out", f"{{}}/{WORKBOOK}"],
    "output-inside-a-file": ["build", "{}", "--out", f"{{}}/{WORKBOOK}/leaflets"],
    "day-that-does-not-exist": ["build", "{}", "--date", "2026-02-30"],
    "format-that-does-not-exist": ["build", "{}", "--format", "docx"],
    "leaflet-that-does-not-exist": ["show", "{}", "../../etc/passwd"],
    "answer-with-hidden-characters": ["new", "{}/new", "--service", "North\u202etown"],
    "answer-that-is-no-address": ["new", "{}/new", "--email", "javascript:alert(1)"],
    "answer-too-long": ["new", "{}/new", "--service", "w" * 5000],
    "new-over-old": ["new", "{}"],
}


@pytest.mark.parametrize("arguments", UNUSABLE.values(), ids=UNUSABLE)
def test_input_that_cannot_be_used_ends_with_2_and_writes_nothing(
    northtown: Path, quickly: Command, arguments: list[str]
) -> None:
    before = {file: file.stat().st_mtime_ns for file in northtown.rglob("*")}
    code, out, err = quickly(*(argument.replace("{}", str(northtown)) for argument in arguments))

    assert (2, "") == (code, out)
    assert 2 <= len(err.splitlines())
    assert before == {file: file.stat().st_mtime_ns for file in northtown.rglob("*")}


def test_an_old_figure_is_refused_or_stamped_as_the_author_asks(northtown: Path) -> None:
    for name in (starter.WORKBOOK, "stress-class"):
        later = starter.with_lines("written: 2031-01-01\nreview_by: 2032-01-01\n", starter.text(name))
        put(northtown, f"services/{name}.yaml", later.encode())
    build_later: list[str | Path] = ["build", northtown, "--format", "md", "--date", "2031-06-01"]

    code, _, told = consentgen(*build_later)
    assert (1, True) == (code, "error[HO010]" in told)
    assert {
        "manifest.json",
        f"{ASIDE}/{starter.WORKBOOK}.DRAFT.md",
        f"{ASIDE}/stress-class.DRAFT.md",
    } == leaflets(northtown)

    code, _, told = consentgen(*build_later, "--expired", "stamp")
    assert (0, True) == (code, "warning[HO010]" in told)
    manifest = json.loads((northtown / "leaflets" / "manifest.json").read_text(encoding="utf-8"))
    assert [["draft", "expired"]] * 2 == [entry["stamps"] for entry in manifest["leaflets"]]


def test_a_project_that_is_none_ends_with_2_in_a_process_of_its_own(tmp_path: Path) -> None:
    code, out, err = consentgen("build", tmp_path)

    assert (2, "") == (code, out)
    assert "consentgen new" in err


def test_a_refused_leaflet_is_not_shown(northtown: Path, quickly: Command) -> None:
    put(northtown, WORKBOOK, (FOLDER / "descriptor" / "percentage.yaml").read_bytes())
    code, out, err = quickly("show", northtown, starter.WORKBOOK)

    assert (1, "") == (code, out)
    assert "HO009" in err
