"""A file or number is known for what it is: the issue, a copy with the same words, an edited one, or a stranger."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from docx import Document
from lxml import html as lxml_html

from consentgen.build.settings import FORMATS
from consentgen.build.verify import Verdict, Verified, verify, verify_file
from consentgen.cli.verdict import verdict_text
from consentgen.errors import CannotRead, MistypedNumber, NoFileNoNumber, NothingIssued
from tests import approved, starter

LATER = date(2026, 12, 1)
Change = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> approved.Given:
    """One leaflet that was issued, beside another."""
    project = approved.project(
        tmp_path_factory.mktemp("given") / "northtown", starter.WORKBOOK, "online-course"
    )
    approved.give(project, "online-course")
    return approved.give(project)


def judged(given: approved.Given, data: bytes, name: str) -> Verified:
    return verify_file(given.register, data, name, starter.AS_OF)


def by_lxml(data: bytes) -> bytes:
    made: bytes = lxml_html.tostring(
        lxml_html.document_fromstring(data.decode()), encoding="utf-8", pretty_print=True
    )
    return made


def by_pikepdf(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.docinfo["/Producer"] = "Another program"
        pdf.save(out, linearize=True)
    return out.getvalue()


def untagged(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(out)
    return out.getvalue()


def rewrapped(data: bytes) -> bytes:
    """Narrower lines, straight quotes, Windows line ends, less what is no paragraph."""
    parts = data.decode().replace("’", "'").replace("–", "-").split("\n\n")
    told = [
        p if "\n=" in p or "\n-" in p or p[:2] == "- " or ": " in p else textwrap.fill(p, 50) for p in parts
    ]
    return "\n\n".join(told).replace("\n", "\r\n").encode()


def out_of_the_pdf(data: bytes) -> bytes:
    """Every line of every page, with what is printed at its foot."""
    pages = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
    # pdfium marks a hyphen at the end of a line in its own way.
    return "\n".join(pages).replace("\x02", "-").encode()


def as_word(data: bytes) -> bytes:
    document, out = Document(), BytesIO()
    for line in data.decode().split("\n\n"):
        if words := " ".join(part for part in line.split() if set(part) - set("=-")):
            document.add_paragraph(words.removeprefix("- "))
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("form", [*FORMATS, "json"])
def test_the_file_that_was_issued_is_known(given: approved.Given, form: str) -> None:
    verified = judged(given, given.data(form), f"renamed.{form}")
    assert (Verdict.FILE, True, given.edition) == (verified.verdict, verified.good, verified.edition)


@pytest.mark.parametrize(
    ("form", "change", "name"),
    [
        ("html", by_lxml, "saved.html"),
        ("html", lambda data: data.replace(b"\n", b"\r\n"), "windows.htm"),
        ("md", lambda data: data.replace("’".encode(), b"'"), "x.md"),
        ("txt", rewrapped, "x.txt"),
        ("txt", lambda data: "\ufeff".encode() + data, "x.txt"),
        ("pdf", by_pikepdf, "x.pdf"),
        ("pdf", untagged, "x.pdf"),
        ("pdf", out_of_the_pdf, "x.txt"),
    ],
)
def test_the_same_words_printed_or_saved_again_are_known(
    given: approved.Given, form: str, change: Change, name: str
) -> None:
    data = change(given.data(form))
    assert data != given.data(form)
    verified = judged(given, data, name)
    assert (Verdict.WORDS, True, given.edition.number) == (verified.verdict, verified.good, verified.number)


def not_qualified(data: bytes) -> bytes:
    """Without the word that says that the worker is no therapist."""
    made, count = re.subn(rb"not (a\s+qualified\s+therapist)", rb"\1", data)
    assert count == 1
    return made


@pytest.mark.parametrize(
    ("form", "change", "name"),
    [
        ("html", not_qualified, "x.html"),
        ("html", lambda data: not_qualified(by_lxml(data)), "x.html"),
        ("md", not_qualified, "x.md"),
        ("txt", not_qualified, "x.txt"),
        ("txt", lambda data: not_qualified(rewrapped(data)), "x.txt"),
        ("pdf", lambda data: not_qualified(out_of_the_pdf(data)), "x.txt"),
    ],
)
def test_one_word_taken_out_is_shown(given: approved.Given, form: str, change: Change, name: str) -> None:
    verified = judged(given, change(given.data(form)), name)
    assert (Verdict.EDITED, 1, False) == (verified.verdict, verified.places, verified.good)
    assert "[-not -]" in verdict_text(verified, width=120, colour=False)
    assert "1 place differs" in verdict_text(verified, width=120, colour=False)


def test_a_word_document_of_the_same_words_is_compared(given: approved.Given) -> None:
    verified = judged(given, as_word(given.data("txt")), "leaflet.docx")
    assert given.edition.number == verified.number
    assert verified.verdict in (Verdict.WORDS, Verdict.EDITED)
    changed = judged(given, as_word(not_qualified(given.data("txt"))), "leaflet.docx")
    assert Verdict.EDITED is changed.verdict
    assert verified.places + 1 == changed.places


def test_a_link_that_leads_elsewhere_is_an_edit(given: approved.Given) -> None:
    data = given.data("html").replace(b'href="https://service.example', b'href="https://evil.example')
    verified = judged(given, data, "x.html")
    [address] = verified.elsewhere
    assert (Verdict.EDITED, 1) == (verified.verdict, verified.places)
    assert address.startswith("https://evil.example")
    assert address in verdict_text(verified, width=100, colour=False)


def test_a_pdf_whose_links_lead_elsewhere_is_an_edit(given: approved.Given) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(given.data("pdf"))) as pdf:
        links = (mark.A for page in pdf.pages for mark in page.get("/Annots", []) if "/A" in mark)
        next(link for link in links if "/URI" in link).URI = pikepdf.String("https://evil.example/")
        pdf.save(out)
    verified = judged(given, out.getvalue(), "x.pdf")
    assert (Verdict.EDITED, ("https://evil.example",)) == (verified.verdict, verified.elsewhere)


def test_a_pdf_is_read_by_what_it_draws(given: approved.Given, tmp_path: Path) -> None:
    project = approved.project(tmp_path / "other")
    approved.reword(project, "length: 30 minutes", "length: 50 minutes")
    other = approved.give(project)
    forged = other.data("pdf")
    verified = judged(given, forged, "x.pdf")
    assert Verdict.EDITED is verified.verdict
    assert verified.places > 0


@pytest.mark.parametrize("number", ["7K2M-9QXD", "0000-0000"])
def test_another_number_on_it_is_an_edit(given: approved.Given, number: str) -> None:
    data = given.data("html").replace(given.edition.number.encode(), number.encode())
    verified = judged(given, data, "x.html")
    assert (Verdict.EDITED, given.edition.number) == (verified.verdict, verified.number)


def test_the_number_of_another_leaflet_does_not_help(given: approved.Given) -> None:
    [other] = [n for n in given.register.numbers() if n != given.edition.number]
    data = given.data("md").replace(given.edition.number.encode(), other.encode())
    verified = judged(given, data, "x.md")
    assert (Verdict.EDITED, other) == (verified.verdict, verified.number)
    assert verified.places > 10


@pytest.mark.parametrize("words", ["Bread, milk, eggs.", "Leaflet number 7K2M-9QXD. Bread."])
def test_a_stranger_is_unknown(given: approved.Given, words: str) -> None:
    verified = judged(given, words.encode(), "list.txt")
    assert (Verdict.UNKNOWN, False, None) == (verified.verdict, verified.good, verified.edition)


def test_a_superseded_leaflet_is_genuine_but_not_the_newest(tmp_path: Path) -> None:
    first = approved.give(approved.project(tmp_path / "northtown"))
    approved.reword(first.project, "length: 30 minutes", "length: 35 minutes")
    second = approved.give(first.project, as_of=LATER)
    verified = verify_file(first.register, first.data("pdf"), "x.pdf", LATER)
    assert (Verdict.FILE, False, second.edition) == (verified.verdict, verified.good, verified.newer)
    told = verdict_text(verified, width=100, colour=False)
    assert f"superseded by {second.edition.number} on 2026-12-01" in told
    assert verify(first.register, second.edition.number, LATER).good


def test_evidence_past_its_date_is_told(given: approved.Given) -> None:
    verified = verify(given.register, given.edition.number, date(2028, 6, 1))
    assert verified.past
    assert "is out of date" in verdict_text(verified, width=100, colour=False)
    assert () == verify(given.register, given.edition.number, starter.AS_OF).past


@pytest.mark.parametrize(
    "change", [str, str.lower, lambda n: n.replace("-", ""), lambda n: n.replace("0", "o")]
)
def test_a_number_is_taken_as_people_type_it(given: approved.Given, change: Callable[[str], str]) -> None:
    verified = verify(given.register, change(given.edition.number), starter.AS_OF)
    assert (Verdict.NUMBER, True) == (verified.verdict, verified.good)


def test_a_typing_mistake_is_told_from_an_unknown_number(given: approved.Given) -> None:
    number = given.edition.number
    wrong = number[:-1] + ("2" if number[-1] != "2" else "3")
    with pytest.raises(MistypedNumber, match="this number has a typing mistake"):
        verify(given.register, wrong, starter.AS_OF)
    assert Verdict.UNKNOWN is verify(given.register, "7K2M-9QXD", starter.AS_OF).verdict


@pytest.mark.parametrize("what", ["../..", "/etc", "issued", "no-such-file.pdf", "\0", "x" * 5000, ""])
def test_what_is_neither_is_said_to_be_neither(given: approved.Given, what: str) -> None:
    with pytest.raises(NoFileNoNumber):
        verify(given.register, what, starter.AS_OF)


def test_a_project_that_has_issued_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingIssued):
        verify(approved.Given(tmp_path, None).register, "7K2M-9QXD", starter.AS_OF)  # type: ignore[arg-type] # only its folder is used


def test_a_file_that_cannot_be_read_is_no_verdict(given: approved.Given) -> None:
    with pytest.raises(CannotRead):
        judged(given, bytes(range(256)) * 40, "x.bin")
