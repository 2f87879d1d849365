"""Files from strangers that cannot be compared: each is told why, with a way out; none takes long or reaches out."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.errors import CannotRead
from consentgen.review.foreign import MAX_BYTES, read_foreign
from tests.command import consentgen_command
from tests.unit.review.foreign.texts import html, pdf, word, zipped

WORD = word("<w:r><w:t>Words.</w:t></w:r>")


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(["Words."]))) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def scanned() -> bytes:
    """A page that is one picture."""
    out = io.BytesIO()
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=(595, 842))
        picture = pikepdf.Stream(file, b"\x80" * 100)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width = picture.Height = 10
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=file.make_indirect(picture)))
        page.Contents = pikepdf.Stream(file, b"595 0 0 842 0 0 cm /P Do")
        file.save(out)
    return out.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    """The Word file with a part in the place of its own."""
    with zipfile.ZipFile(io.BytesIO(WORD)) as pack:
        return zipped([*((n, pack.read(n)) for n in pack.namelist() if n != name), (name, data)])


def no_document() -> bytes:
    with zipfile.ZipFile(io.BytesIO(WORD)) as pack:
        return zipped((n, pack.read(n)) for n in pack.namelist() if n != "word/document.xml")


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>'
DEEP = b"<w:sdt><w:sdtContent>" * 300 + b"</w:sdtContent></w:sdt>" * 300
NS = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
REFUSED = {
    "empty": ("a.txt", b"", "holds no words"),
    "a picture": ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary file"),
    "a program by the name of a page": ("a.html", b"\x7fELF\x02\x01\x01\0\0", "binary file"),
    "text in an unknown encoding": ("a.txt", "Café".encode("latin-1"), "unknown encoding"),
    "a page that is not in the encoding it declares": (
        "a.html", b'<meta charset="big5"><p>\xff\xff</p>', "says that it is in big5",
    ),
    "UTF-16 without its mark": ("a.txt", "Words.".encode("utf-16-le"), "binary file"),
    "UTF-16 cut short": ("a.txt", b"\xff\xfea", "unknown encoding"),
    "a cut Word file": ("a.docx", WORD[: len(WORD) // 2], "damaged"),
    "a Word file without its document": ("a.docx", no_document(), "damaged"),
    "a Word file with broken XML": ("a.docx", with_part("word/document.xml", b"<w:document"), "damaged"),
    "a Word file with entities": ("a.docx", with_part("word/document.xml", BOMB), "document type"),
    "a Word file that nests without end": ("a.docx", with_part("word/document.xml", NS % DEEP), "damaged"),
    "a zip bomb": ("a.docx", with_part("word/document.xml", b" " * 70_000_000), "unpacks to more"),
    "a Word file without words": ("a.docx", word(), "holds no words"),
    "another zip file": ("a.docx", zipped([("a.txt", b"a")]), "zip file and no Word"),
    "OpenDocument": (
        "a.odt", zipped([("mimetype", b"application/vnd.oasis.opendocument.text")]), "OpenDocument",
    ),
    "a Word file with a password": (
        "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "password",
    ),
    "an old Word file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "old Office"),
    "RTF": ("a.rtf", b"{\\rtf1 Words.}", "RTF"),
    "a cut PDF": ("a.pdf", pdf(["Words."])[:60], "damaged"),
    "a PDF with a password": ("a.pdf", locked(), "password"),
    "a scanned PDF": ("a.pdf", scanned(), "pictures without words"),
    "a PDF with too many pages": ("a.pdf", pdf(*([["Words."]] * 501)), "more than 500 pages"),
    "a page without words": ("a.html", html("<script>x</script><img src=x>"), "holds no words"),
    "a page that nests without end": ("a.html", b"<div>" * 50_000 + b"Words.", "nests so deep"),
    "too much Markdown": ("a.md", b"# A\n\n" + b"word " * 700_000, "more Markdown"),
    "JSON of something else": ("a.json", b'{"a": 1}', "not the JSON of a leaflet"),
    "JSON that nests without end": ("a.json", b'{"a":' * 100_000, "not the JSON of a leaflet"),
    "a file past the bound": ("a.txt", b"word " * (MAX_BYTES // 5 + 1), "larger than"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "why"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_read_is_told_why_and_the_way_out(name: str, data: bytes, why: str) -> None:
    before = time.perf_counter()
    with pytest.raises(CannotRead) as refused:
        read_foreign(data, name)
    sentence, way_out = refused.value.told()
    assert sentence.startswith(f"{name}: ")
    assert why in sentence
    assert len(way_out) > 10
    assert time.perf_counter() - before < 20


def test_a_file_by_a_wrong_name_is_read_for_what_it_holds() -> None:
    assert "Words." == read_foreign(html("<p>Words.</p>"), "a.pdf").passages[0].text
    assert "Words." == read_foreign(WORD, "a.html").passages[0].text


def test_the_name_of_a_file_cannot_play_with_the_terminal() -> None:
    with pytest.raises(CannotRead) as refused:
        read_foreign(b"\0", "\x1b[31m\u202eevil\n.txt")
    assert {"\x1b", "\u202e", "\n"}.isdisjoint(refused.value.told()[0])


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = html(
        '<link rel=stylesheet href="http://a.example/x.css"><img src="file:///etc/hostname"><p>Words.</p>'
    )
    assert ["Words."] == [p.text for p in read_foreign(page, "a.html").passages]


quick = settings(derandomize=True, deadline=None, max_examples=60)


@quick
@given(st.data(), st.sampled_from(["docx", "pdf", "html", "md", "txt", "json"]))
def test_a_file_with_bytes_turned_is_read_or_refused(data: st.DataObject, form: str) -> None:
    whole = {"docx": WORD, "pdf": pdf(["Some words.", "More."])}.get(
        form, html("<h1>A</h1><p>Words <b>x</b></p>")
    )
    made = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 12))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert read_foreign(bytes(made), f"a.{form}").passages
    except CannotRead as refused:
        assert all(refused.told())


@quick
@given(st.binary(max_size=300), st.sampled_from(["docx", "pdf", "html", "md", "txt", "json", "x"]))
def test_random_bytes_are_read_or_refused(data: bytes, form: str) -> None:
    try:
        assert read_foreign(data, f"a.{form}").passages
    except CannotRead as refused:
        assert all(refused.told())


def test_the_command_ends_with_2_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(locked())
    (tmp_path / "b.txt").write_text("Words.", encoding="utf-8")
    ran = consentgen_command("diff", "a.pdf", "b.txt", cwd=tmp_path)
    assert (2, "") == (ran.returncode, ran.stdout)
    assert "consentgen: a.pdf: it has a password.\n  Save a copy" in ran.stderr
