"""A register that somebody has been at proves nothing, and says so; no file and no number makes a traceback."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from consentgen.build.register import RECORD, digest
from consentgen.build.verify import Verdict, verify, verify_file
from consentgen.cli.main import group
from consentgen.cli.verdict import verdict_text
from consentgen.errors import ConsentgenError
from consentgen.review.edition import edition_of, record
from tests import approved, starter

WORDS = f"{starter.WORKBOOK}.json"


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> approved.Given:
    return approved.give(approved.project(tmp_path_factory.mktemp("untouched") / "northtown"))


@pytest.fixture
def given(untouched: approved.Given, tmp_path: Path) -> approved.Given:
    """A leaflet that was issued, in a project of its own."""
    shutil.copytree(untouched.project, tmp_path / "northtown")
    return approved.Given(tmp_path / "northtown", untouched.edition)


def change(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def changed(folder: Path) -> None:
        data = (folder / name).read_bytes()
        assert old in data
        (folder / name).write_bytes(data.replace(old, new))

    return changed


def resealed(*names: str) -> Callable[[Path], None]:
    """Other words in some files, with every hash in the record made anew by somebody who knows how."""

    def changed(folder: Path) -> None:
        for name in names:
            change(name, b"30 minutes", b"50 minutes")(folder)
        _seal(folder)

    return changed


def _seal(folder: Path) -> None:
    edition = edition_of((folder / RECORD).read_bytes())
    files = []
    for kept in edition.files:
        data = (folder / kept.path).read_bytes()
        files.append(kept.model_copy(update={"sha256": digest(data), "bytes": len(data)}))
    (folder / RECORD).write_bytes(record(edition.model_copy(update={"files": tuple(files)}).sealed))


def other_words_hash(folder: Path) -> None:
    held = json.loads((folder / RECORD).read_text("utf-8"))
    (folder / RECORD).write_text(json.dumps(held | {"words_hash": "0" * 64}), encoding="utf-8")


TAMPERED = {
    "a word of the page": change(f"{starter.WORKBOOK}.html", b"30 minutes", b"50 minutes"),
    "a byte of the PDF": change(f"{starter.WORKBOOK}.pdf", b"%%EOF", b"%%EOF\n"),
    "the words": change(WORDS, b"30 minutes", b"50 minutes"),
    "who approved": change(RECORD, b"B. Example", b"C. Example"),
    "the words hash": other_words_hash,
    "the day": change(RECORD, b'"issued": "2026-11-23"', b'"issued": "2026-11-20"'),
    "no JSON": change(RECORD, b"{", b""),
    "another number": change(RECORD, b'"number": "', b'"number": "0'),
    "no record": lambda folder: (folder / RECORD).unlink(),
    "no words": lambda folder: (folder / WORDS).unlink(),
    "no page": lambda folder: (folder / f"{starter.WORKBOOK}.html").unlink(),
    "a file more": lambda folder: (folder / "notes\n.txt").write_text("x", encoding="utf-8") and None,
    "the words and every hash": resealed(f"{starter.WORKBOOK}.html", WORDS),
    "the page and every hash": resealed(f"{starter.WORKBOOK}.html"),
    "the text and every hash": resealed(f"{starter.WORKBOOK}.txt"),
}  # fmt: skip


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_a_register_that_was_changed_says_so_and_proves_nothing(
    given: approved.Given, tamper: Callable[[Path], None]
) -> None:
    tamper(given.folder)
    verified = verify(given.register, given.edition.number, starter.AS_OF)
    assert (False, 1) == (verified.good, verified.exit_code)
    assert verified.tampered
    told = verdict_text(verified, width=100, colour=False)
    assert "WARNING: what was kept of this leaflet was changed." in told


def test_a_kept_page_that_was_edited_is_not_taken_for_what_was_issued(given: approved.Given) -> None:
    change(f"{starter.WORKBOOK}.html", b"30 minutes", b"50 minutes")(given.folder)
    verified = verify_file(given.register, given.data("html"), "x.html", starter.AS_OF)
    assert (Verdict.EDITED, False) == (verified.verdict, verified.good)
    assert verified.places == 3


@pytest.mark.parametrize("tamper", ["no JSON", "no record", "no words", "who approved"])
def test_a_copy_is_known_though_its_record_was_changed(given: approved.Given, tamper: str) -> None:
    data = given.data("md") + b"\n"
    TAMPERED[tamper](given.folder)
    verified = verify_file(given.register, data, "x.md", starter.AS_OF)
    assert (given.edition.number, False, 1) == (verified.number, verified.good, verified.exit_code)
    assert verified.tampered
    assert "was not issued here" not in verdict_text(verified, width=100, colour=False)


def test_a_copy_of_a_folder_under_another_number_is_no_issue(given: approved.Given) -> None:
    shutil.copytree(given.folder, given.folder.parent / "7K2M-9QXD")
    verified = verify(given.register, "7K2M-9QXD", starter.AS_OF)
    assert (None, False) == (verified.edition, verified.good)
    assert verified.tampered


def test_a_link_in_the_register_is_not_followed(given: approved.Given, tmp_path: Path) -> None:
    page = given.folder / f"{starter.WORKBOOK}.html"
    page.rename(tmp_path / "elsewhere.html")
    page.symlink_to(tmp_path / "elsewhere.html")
    assert not verify(given.register, given.edition.number, starter.AS_OF).good


def nested(data: bytes) -> bytes:
    return b"<div>" * 50_000 + data


def locked(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


HOSTILE = {
    "empty": ("x.txt", b""),
    "binary": ("x.bin", bytes(range(256)) * 1000),
    "zip": ("x.docx", b"PK\x03\x04" + b"\0" * 100),
    "cut pdf": ("x.pdf", b"%PDF-1.7\n1 0 obj\n"),
    "nul": ("x.html", b"<html>\0</html>"),
    "many numbers": ("x.txt", b" ".join(b"%04d-%04d" % (n, n) for n in range(20_000))),
    "one long word": ("x.txt", b"a" * 2_000_000),
    "many words": ("x.txt", b"therapy " * 200_000),
    "script": ("x.html", b"<html><script>Leaflet number 7K2M-9QXD</script><p>x</p></html>"),
}


@pytest.mark.parametrize(("name", "data"), HOSTILE.values(), ids=HOSTILE)
def test_no_file_makes_a_traceback(given: approved.Given, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    try:
        assert not verify(given.register, str(tmp_path / name), starter.AS_OF).good
    except ConsentgenError as error:
        assert 2 == error.exit_code
        assert name in str(error)


def test_a_locked_or_deeply_nested_copy_is_told_with_the_way_out(given: approved.Given) -> None:
    for name, data in (("x.pdf", locked(given.data("pdf"))), ("x.html", nested(given.data("html")))):
        with pytest.raises(ConsentgenError) as caught:
            verify_file(given.register, data, name, starter.AS_OF)
        assert caught.value.help_text


def test_a_file_of_100_megabytes_is_refused_before_it_is_read(given: approved.Given, tmp_path: Path) -> None:
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(100_000_000)
    ran = CliRunner().invoke(group, ["verify", str(tmp_path / "large.pdf"), "--project", str(given.project)])
    assert isinstance(ran.exception, ConsentgenError)
    assert "larger than" in str(ran.exception)


@pytest.mark.parametrize(
    "number", ["../..", "../issued/x", "..\\..", "%2e%2e/", "DNW3/2DVJ", "\u202e", "-", "$(ls)"]
)
def test_a_number_leads_nowhere_else(given: approved.Given, number: str) -> None:
    assert given.register.find(number) is None
    ran = CliRunner().invoke(group, ["verify", "--project", str(given.project), "--", number])
    assert isinstance(ran.exception, ConsentgenError)


@pytest.mark.parametrize(
    "address",
    ["http://service.example/{number}", "https://service.example/", "javascript:{number}",
     "https://a.example/{number}/{number}", "https://a.example/{number} x", "7", "[a]"],
)  # fmt: skip
def test_an_address_nobody_can_check_at_is_a_finding(tmp_path: Path, address: str) -> None:
    project = approved.project(tmp_path / "northtown", address=json.dumps(address))
    [fault] = approved.prepared(project)[0].project.findings
    assert "https://service.example/leaflets/{number}" in fault.help
