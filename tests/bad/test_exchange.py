"""Files from strangers: each fault is told at its place, nothing is run, nothing outside is read, nothing is lost."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consentgen.cli.main import group
from consentgen.localise.checks.expected import expected_of
from consentgen.localise.exchange import arrive, pack, unpack
from consentgen.localise.exchange.fault import MAX_BYTES, Received
from consentgen.localise.exchange.formats import received
from consentgen.model.finding import Finding
from consentgen.rules import rule_called
from tests import catalogues, travel
from tests.bad.cases import Expected, expected, files, named

PURPOSE = travel.row("pl", "opening.purpose")
POLISH = {PURPOSE.id: PURPOSE.target}
TABLES = {
    "plain-table": Expected("EX007", "", 1, "first line"),
    "column-left-out": Expected("EX007", "", 1, "no column called fingerprint"),
    "quote-left-open": Expected("EX004", "", 2, "CSV"),
    "quote-inside-a-cell": Expected("EX004", "", 2, "CSV"),
    "script": Expected("LO110", PURPOSE.id, 2, "HTML"),
    "turned-words": Expected("LO112", PURPOSE.id, 2, "direction"),
    "form-of-another-language": Expected("EX010", "facts.sessions.count", 2, "one, few, many"),
}
"""What has to be found in the CSV files, which have no place to say it themselves."""


def wanted(file: Path) -> list[Expected]:
    """What has to be found in a bad file."""
    return [TABLES[file.stem]] if file.suffix == ".csv" else expected(file)


def filled(file: Path) -> bytes:
    """A bad file with the English there is now in it."""
    text = file.read_text(encoding="utf-8").replace("@fingerprint@", PURPOSE.fingerprint)
    return text.replace("@english@", PURPOSE.source).replace("@polish@", PURPOSE.target).encode()


def errors(got: Received) -> list[Finding]:
    arrived = arrive(got, travel.standings("pl"), expected_of("pl"))
    assert () == arrived.drafts
    return [finding for finding in arrived.findings if finding.severity == "error"]


@pytest.mark.parametrize("file", files("exchange"), ids=named)
def test_a_bad_file_is_told_its_fault_and_no_other(file: Path) -> None:
    found = errors(received(filled(file), file.name))
    [want] = wanted(file)
    [finding] = [f for f in found if f.code == want.code]
    assert (want.line, want.field) == (finding.place.line, finding.place.field)
    assert want.text in f"{finding.what} {finding.found} {finding.expected} {finding.help}"
    assert finding.help
    assert rule_called(finding.code).why
    assert {want.code} == {f.code for f in found}


def run(root: Path, file: Path) -> Result:
    """What `i18n import pl` says of a file."""
    arguments = ["i18n", "import", "pl", str(file), "--locales", str(root)]
    return CliRunner().invoke(group, arguments, catch_exceptions=False)


@pytest.mark.parametrize("file", files("exchange"), ids=named)
def test_a_bad_file_changes_no_catalogue(file: Path, tmp_path: Path) -> None:
    po = catalogues.put(tmp_path / "locales", "pl", POLISH)
    before = po.read_bytes()
    bad = tmp_path / file.name
    bad.write_bytes(filled(file))
    assert run(tmp_path / "locales", bad).exit_code in (1, 2)
    assert before == po.read_bytes()
    assert filled(file) == bad.read_bytes()


def test_an_entity_is_never_looked_up(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not read", encoding="utf-8")
    for define in ("<!DOCTYPE x [<!ENTITY a SYSTEM '%s'>]>", "<!doctype x SYSTEM '%s'>"):
        data = f"{define % secret.as_uri()}<xliff version='1.2'><a>&a;</a></xliff>"
        for encoding in ("utf-8", "utf-16"):
            got = received(data.encode(encoding), "x.xlf")
            assert (["EX005"], ()) == (travel.codes(got), got.rows)


NO_TEXT = {
    "nul": b'"id","translation"\r\n"a\0b",""\r\n',
    "windows-1250": '"id","translation"\r\n"a","wybór"\r\n'.encode("cp1250"),
    "half-of-a-character": b'"id","translation"\r\n"a","\xed\xa0\x80"\r\n',
    "cut-in-a-letter": '"id","translation"\r\n"a","wybó'.encode()[:-1],
    "utf-16-without-a-mark": '"id","translation"\r\n'.encode("utf-16-le"),
    "utf-32": '"id","translation"\r\n'.encode("utf-32"),
    "a-picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "an-old-workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
    "nothing": b"",
    "spaces": b" \r\n ",
}


@pytest.mark.parametrize("data", NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_one_finding(data: bytes) -> None:
    got = received(data, "pl.csv")
    assert () == got.rows
    [finding] = got.findings
    assert finding.code in ("EX001", "EX002")
    assert finding.help


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        assert ["EX001"] == travel.codes(unpack(path, "x"))
    assert 2 == run(tmp_path, tmp_path / "none.csv").exit_code


def test_a_file_of_50_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "pl.csv"
    with file.open("wb") as opened:
        opened.truncate(50_000_000)
    assert ["EX003"] == travel.codes(unpack(file, "pl.csv"))
    assert ["EX003"] == travel.codes(received(b" " * (MAX_BYTES + 1), "pl.csv"))


SLOW = {
    "blank-lines": b"id,form,English,translation,language,fingerprint\n" + b"\n" * 9_000_000,
    "one-long-line": b"id,translation," * 600_000,
    "one-long-cell": b'id,form,English,translation,language,fingerprint\ntitle,,x,"' + b"y" * 9_000_000 + b'",pl,z',
    "a-hundred-thousand-texts": b"<xliff version='1.2'><file><body>" + b"<trans-unit id='a'><target>b</target></trans-unit>\n" * 100_000 + b"</body></file></xliff>",
    "elements-in-elements": b"<xliff version='1.2'>" + b"<g>" * 1_000_000,
    "no-text-at-all": b"<xliff version='1.2' " + b" ".join(b"a%d=''" % n for n in range(100_000)) + b"/>",
}  # fmt: skip


@pytest.mark.parametrize("data", SLOW.values(), ids=SLOW)
def test_no_file_is_worked_on_without_end(data: bytes) -> None:
    got = received(data, "pl")
    assert ((), 1) == (got.rows, len(got.findings))


Parts = dict[str, bytes]
GOOD = pack(travel.rows("pl")[:20], "pl", "xlsx")


def with_parts(change: Callable[[Parts], object]) -> bytes:
    """The good workbook with some of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as pack_:
        parts = {name: pack_.read(name) for name in pack_.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


SHEET = "xl/worksheets/sheet2.xml"
BOMB = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


def with_entity(name: str, encoding: str = "utf-8") -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        text = (
            parts[name].decode().partition("?>")[2]
            if parts[name].startswith(b"<?xml")
            else parts[name].decode()
        )
        parts[name] = (BOMB.decode() + text).encode(encoding)

    return change


def only_words(parts: Parts) -> None:
    parts.clear()
    parts["a.txt"] = b"words"


WORKBOOKS: dict[str, tuple[str, Callable[[Parts], object]]] = {
    "zip-bomb": ("EX003", lambda parts: parts.update({"xl/media/a.xml": b" " * 60_000_000})),
    "thousands-of-parts": ("EX003", lambda parts: parts.update({f"xl/{n}.xml": b"" for n in range(600)})),
    "macros": ("EX005", lambda parts: parts.update({"xl/vbaProject.bin": b"x"})),
    "macro-sheet": ("EX005", lambda parts: parts.update({"xl/macrosheets/sheet1.xml": b"<a/>"})),
    "file-inside": ("EX005", lambda parts: parts.update({"xl/embeddings/oleObject1.bin": b"x"})),
    "says-it-has-macros": ("EX005", lambda parts: parts.update({
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(b"sheet.main", b"sheet.macroEnabled.main")
    })),
    "entity-in-a-sheet": ("EX005", with_entity(SHEET)),
    "entity-in-the-book": ("EX005", with_entity("xl/workbook.xml")),
    "entity-in-another-encoding": ("EX002", lambda parts: parts.update({
        SHEET: b'<?xml version="1.0" encoding="cp037"?>' + (BOMB.decode() + parts[SHEET].decode()).encode("cp037", "replace")
    })),
    "entity-in-utf-16": ("EX005", with_entity(SHEET, "utf-16")),
    "a-zip-of-something": ("EX007", only_words),
    "no-sheet": ("EX007", lambda parts: parts.pop(SHEET)),
    "broken-sheet": ("EX004", lambda parts: parts.update({SHEET: parts[SHEET][:500]})),
    "no-book": ("EX004", lambda parts: parts.pop("xl/workbook.xml")),
    "text-that-is-not-there": ("EX004", lambda parts: parts.update({
        SHEET: parts[SHEET].replace(b't="inlineStr"><is><t>translation</t></is>', b't="s"><v>99999</v>')
    })),
    "another-table": ("EX007", lambda parts: parts.update({SHEET: parts[SHEET].replace(b">translation<", b">prices<")})),
}  # fmt: skip


@pytest.mark.parametrize(("code", "change"), WORKBOOKS.values(), ids=WORKBOOKS)
def test_a_bad_workbook_is_one_finding(code: str, change: Callable[[Parts], object]) -> None:
    got = received(with_parts(change), "pl.xlsx")
    assert ([code], ()) == (travel.codes(got), got.rows)
    assert got.findings[0].help


def test_a_workbook_cut_anywhere_is_refused() -> None:
    for end in (4, 100, len(GOOD) // 2, len(GOOD) - 1):
        assert travel.codes(received(GOOD[:end], "pl.xlsx"))[0] in ("EX001", "EX004")


def test_half_of_a_character_in_a_workbook_is_never_taken() -> None:
    words = travel.rows("pl")[5].target.encode()

    def change(parts: Parts) -> None:
        parts[SHEET] = parts[SHEET].replace(words, b"Ta _xD800_ ulotka.")

    arrived = travel.taken(received(with_parts(change), "pl.xlsx").rows, "pl")
    assert [] == [draft for draft in arrived.drafts if any("\ud800" in form for form in draft.forms)]
