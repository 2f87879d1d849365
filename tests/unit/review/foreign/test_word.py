"""Word files: what stands there when every tracked change is accepted, and nothing from elsewhere."""

from __future__ import annotations

import docx
import pytest

from consentgen.model.reading import Link
from consentgen.review.foreign import read_foreign
from tests.unit.review.foreign.texts import NS, kinds_and_words, saved, word


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def gone(words: str) -> str:
    return f'<w:del w:id="1" w:author="A. Example"><w:r><w:delText>{words}</w:delText></w:r></w:del>'


def come(inner: str) -> str:
    return f'<w:ins w:id="2" w:author="A. Example">{inner}</w:ins>'


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.example" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>our page</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CASES = {
    "words in several runs": ((run("Six ") + run("sessions."),), ["Six sessions."]),
    "tracked changes": ((run("Six ") + gone("free ") + come(run("long ")) + run("sessions."),), ["Six long sessions."]),
    "a move": (
        (
            '<w:moveFrom w:id="1" w:author="A">' + run("Old place.") + "</w:moveFrom>" + run("One."),
            '<w:moveTo w:id="2" w:author="A">' + run("New place.") + "</w:moveTo>",
        ),
        ["One.", "New place."],
    ),
    "two paragraphs made one": (
        ('<w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>' + run("One, "), run("two.")),
        ["One, two."],
    ),
    "hidden words": ((run("Seen.") + run("Hidden.", "<w:vanish/>"),), ["Seen."]),
    "tabs, breaks and hyphens": (
        (run("a") + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r>",),
        ["a b c-d"],
    ),
    "a content control": (
        (f"<w:sdt {NS}><w:sdtContent>{run('In a control.')}</w:sdtContent></w:sdt>",), ["In a control."],
    ),
    "a field": ((run("See ") + FIELD + run("."),), ["See our page."]),
}  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected"), CASES.values(), ids=CASES)
def test_a_paragraph_is_read_as_it_is_printed(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    read = read_foreign(word(*paragraphs), "leaflet.docx")
    assert expected == [p.text for p in read.passages]


def test_headings_lists_and_tables_are_told_apart() -> None:
    document = docx.Document()
    document.add_heading("Help", 0)
    document.add_heading("What will you do?", 1)
    document.add_paragraph("You read.")
    document.add_paragraph("One", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ("A", "B", "C", "D"), strict=True):
        cell.text = words
    document.sections[0].header.paragraphs[0].text = "A running head"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    read = read_foreign(saved(document), "leaflet.docx")
    assert [
        ("title", "Help"), ("heading", "What will you do?"), ("paragraph", "You read."), ("item", "One"),
        *(("cell", letter) for letter in "ABCD"),
    ] == kinds_and_words(read)  # fmt: skip
    assert ["", "What will you do?", "What will you do?"] == [p.section for p in read.passages[:3]]
    assert "paragraph 3" == read.passages[2].place


def test_the_first_heading_of_a_file_without_a_title_is_its_title() -> None:
    document = docx.Document()
    document.add_heading("Help", 1)
    document.add_heading("Risks", 1)
    assert [("title", "Help"), ("heading", "Risks")] == kinds_and_words(
        read_foreign(saved(document), "a.docx")
    )


def test_links_come_with_their_targets() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    target = document.part.relate_to(
        "https://a.example/x",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    from docx.oxml import parse_xml

    relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    paragraph._p.append(
        parse_xml(f'<w:hyperlink {NS} {relations} r:id="{target}"><w:r><w:t>here</w:t></w:r></w:hyperlink>')
    )
    paragraph.add_run(".")
    [passage] = read_foreign(saved(document), "leaflet.docx").passages
    assert ("See here.", (Link("here", "https://a.example/x"),)) == (passage.text, passage.links)
    [passage] = read_foreign(word(FIELD), "leaflet.docx").passages
    assert (Link("our page", "https://a.example"),) == passage.links


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent><w:p {NS}>{run('In a box.')}</w:p></w:txbxContent>"
    spaces = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f'<w:r><mc:AlternateContent {spaces}><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    read = read_foreign(word(run("One.") + both, run("Two.")), "leaflet.docx")
    assert ["One.", "In a box.", "Two."] == [p.text for p in read.passages]


def test_deleted_rows_are_gone() -> None:
    def row(words: str, properties: str = "") -> str:
        return f"<w:tr>{properties}<w:tc><w:p>{run(words)}</w:p></w:tc></w:tr>"

    deleted = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>'
    table = f"<w:tbl {NS}>{row('Kept')}{row('Gone', deleted)}{row('Kept too')}</w:tbl>"
    assert ["Kept", "Kept too"] == [p.text for p in read_foreign(word(table), "leaflet.docx").passages]


def test_language_and_direction_are_those_of_most_words() -> None:
    arabic = "<w:pPr><w:bidi/></w:pPr>" + run("كلمات", '<w:lang w:val="ar-SA"/>')
    read = read_foreign(word(arabic, arabic), "leaflet.docx")
    assert ("ar-SA", "rtl") == (read.language, read.direction)
