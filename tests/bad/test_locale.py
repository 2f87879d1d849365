"""Every bad locale.toml is told its faults at their lines, and CLDR's values stand in for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentgen.localise.facts import facts_by_cldr
from consentgen.localise.locale_file import MAX_BYTES, read_facts, read_locale
from consentgen.rules import rule_called
from tests.bad.cases import expected, files, named, told

LABEL = "locales/pl/locale.toml"
POLISH = facts_by_cldr("pl")


@pytest.mark.parametrize("file", files("locale"), ids=named)
def test_a_bad_file_is_told_its_faults_and_no_others(file: Path) -> None:
    facts, found = read_facts(file.read_bytes(), "pl", label=LABEL)

    assert facts is not None
    assert expected(file) == told(found, expected(file))
    assert [] == [f for f in found if not f.help or LABEL != f.place.path]
    assert [] == [f.code for f in found if not rule_called(f.code).why]


@pytest.mark.parametrize("file", files("locale"), ids=named)
def test_a_faulty_value_is_replaced_by_cldrs(file: Path) -> None:
    facts, found = read_facts(file.read_bytes(), "pl", label=LABEL)

    assert facts is not None
    faulty = {f.place.field for f in found if f.code in ("LO003", "LO004")}
    assert {name: getattr(POLISH, name) for name in faulty} == {name: getattr(facts, name) for name in faulty}


HOSTILE = {
    "not-utf-8": ("name = 'Polski'\n".encode("utf-16"), "not a UTF-8 text file", 1),
    "latin-2": (b'name = "Polski"\nenglish_name = "pol\xb6"\n', "not a UTF-8 text file", 2),
    "too-large": (b"#" * (MAX_BYTES + 1), "larger than 20,000 bytes", 1),
    "a-pit": (b"fonts = " + b"[" * 9_000, "nested too deeply", 1),
    "a-pit-of-tables": (b"a = " + b"{a=" * 6_000, "nested too deeply", 1),
    "an-endless-number": (b"name = " + b"9" * 9_000, "cannot be read as TOML", 1),
    "a-binary-file": (b"name = \x00\x01", "cannot be read as TOML", 1),
    "another-format": (b"name: Polski\n", "cannot be read as TOML", 1),
}


@pytest.mark.parametrize("fault", HOSTILE)
def test_a_hostile_file_is_one_finding(fault: str) -> None:
    data, what, line = HOSTILE[fault]
    facts, [finding] = read_facts(data, "pl", label=LABEL)

    assert POLISH == facts
    assert ("LO001", line) == (finding.code, finding.place.line)
    assert what in finding.what
    assert len(finding.what) < 200


def test_an_empty_file_leaves_everything_out() -> None:
    facts, found = read_facts(b"", "pl", label=LABEL)

    assert POLISH == facts
    assert {"LO004"} == {f.code for f in found}
    assert 7 == len(found)


def test_thousands_of_settings_give_a_handful_of_findings() -> None:
    _, found = read_facts("\n".join(f"a{n} = 1" for n in range(1_500)).encode(), "pl", label=LABEL)

    assert len(found) < 20


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "pl").mkdir()
    facts, [finding] = read_locale(tmp_path / "pl" / "locale.toml", LABEL)

    assert POLISH == facts
    assert ("LO001", "there is no such file") == (finding.code, finding.what)


def test_a_huge_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "pl").mkdir()
    file = tmp_path / "pl" / "locale.toml"
    with file.open("wb") as whole:
        whole.truncate(50_000_000)
    _, [finding] = read_locale(file, LABEL)

    assert "larger than 20,000 bytes" in finding.what


@pytest.mark.parametrize("folder", ["xx", "LC_MESSAGES", "..", "pl\u202e", "a" * 200])
def test_a_folder_that_is_no_languages_gives_no_facts(folder: str) -> None:
    facts, [finding] = read_facts(b"", folder, label="locales")

    assert facts is None
    assert "There is no language called" in finding.what
    assert len(finding.what) < 100
