"""The PDF says every word of the leaflet, whatever the words are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from consentgen.errors import CannotRender
from consentgen.model.leaflet import Box, Leaflet, Paragraph, Run, Section
from consentgen.render.pdf import PdfRenderer
from tests.unit.render.parts import paragraph, say
from tests.unit.render.sample import sample_leaflet, with_words

DRAFT = "DRAFT: not yet approved. Do not give this to anyone."


@pytest.fixture(scope="module")
def renderer() -> PdfRenderer:
    return PdfRenderer()


@pytest.fixture(scope="module")
def sample(renderer: PdfRenderer) -> bytes:
    return renderer.render(sample_leaflet()).data


def pages(data: bytes) -> list[str]:
    """The words of each page, without any white space: lines break where the layout likes."""
    return ["".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(data)]


def solid(text: str) -> str:
    return "".join(text.split())


def with_section(leaflet: Leaflet, *blocks: Box | Paragraph) -> Leaflet:
    more = Section("more", say("more.heading", "More"), blocks)
    return replace(leaflet, sections=(*leaflet.sections, more))


def test_it_is_named_after_the_leaflet(renderer: PdfRenderer) -> None:
    made = renderer.render(sample_leaflet())
    assert "northtown-guided-self-help.DRAFT.pdf" == made.name
    assert "application/pdf" == made.media_type


def test_the_same_leaflet_gives_the_same_bytes(sample: bytes) -> None:
    assert sample == PdfRenderer().render(sample_leaflet()).data


def test_it_is_dated_by_the_leaflet_and_not_by_the_clock(renderer: PdfRenderer) -> None:
    made = renderer.render(replace(sample_leaflet(), written=date(2019, 1, 2)))
    about = pypdfium2.PdfDocument(made.data).get_metadata_dict()
    assert {"D:20190102000000Z"} == {about["CreationDate"], about["ModDate"]}


def test_every_statement_is_in_it(sample: bytes) -> None:
    words = "".join(pages(sample))
    assert [] == [s.text for s in sample_leaflet().statements() if solid(s.text) not in words]


def test_the_draft_band_stands_on_every_page(sample: bytes) -> None:
    assert 2 <= len(pages(sample)) <= 4
    assert all(solid(DRAFT) in page for page in pages(sample))


def test_no_word_of_the_page_stands_in_the_band(renderer: PdfRenderer) -> None:
    leaflet = sample_leaflet()
    long = say(
        "furniture.long", "Nobody has checked this translation yet, so do not rely on it. " * 4 + "End."
    )
    stamped = replace(leaflet, stamps=("draft", "long"), furniture={**leaflet.furniture, "long": long})
    for page in pypdfium2.PdfDocument(renderer.render(stamped).data):
        text = page.get_textpage()
        words = text.get_text_range()
        _, foot, _, _ = text.get_charbox(words.index("End."))
        tops = [text.get_charbox(i)[3] for i, letter in enumerate(words) if not letter.isspace()]
        assert len(solid(DRAFT + long.text)) == sum(top > foot for top in tops)


def test_an_approved_leaflet_has_no_band(renderer: PdfRenderer) -> None:
    made = renderer.render(replace(sample_leaflet(), draft=False, stamps=()))
    assert "DRAFT" not in "".join(pages(made.data))
    document = pypdfium2.PdfDocument(made.data)
    assert "Guided self-help for low mood" == document.get_metadata_value("Title")
    assert ("northtown-guided-self-help.pdf", "") == (made.name, document.get_metadata_value("Keywords"))


def test_every_page_has_its_number_and_the_footer(sample: bytes) -> None:
    found = pages(sample)
    for number, page in enumerate(found, 1):
        assert f"Page{number}of{len(found)}" in page
        assert solid(sample_leaflet().furniture["footer"].text) in page


def test_without_a_footer_text_the_bare_facts_stand_there(renderer: PdfRenderer) -> None:
    leaflet = sample_leaflet()
    bare = replace(leaflet, furniture={k: leaflet.furniture[k] for k in ("draft", "page")})
    assert "NorthtownTalkingTherapies·Guidedself-helpforlowmood·3" in pages(renderer.render(bare).data)[-1]


def test_it_is_tagged_titled_and_in_a_language(sample: bytes) -> None:
    document = pypdfium2.PdfDocument(sample)
    assert document.is_tagged()
    assert "DRAFT – Guided self-help for low mood" == document.get_metadata_value("Title")
    assert "DRAFT" == document.get_metadata_value("Keywords")
    assert "Northtown Talking Therapies" == document.get_metadata_value("Author")
    for mark in (b"/Lang(en-GB)", b"/MarkInfo", b"/StructTreeRoot", b"/DisplayDocTitle true"):
        assert mark in sample
    for standard in (b"<pdfuaid:part>1", b"<pdfaid:part>2", b"<pdfaid:conformance>A"):
        assert standard in sample


@pytest.mark.parametrize(("language", "direction"), [("cy", "ltr"), ("pa", "ltr"), ("ar", "rtl")])
def test_the_direction_is_the_leaflets_own(renderer: PdfRenderer, language: str, direction: str) -> None:
    made = renderer.render(replace(sample_leaflet(), language=language, direction=direction)).data
    page = pypdfium2.PdfDocument(made)[0]
    text = page.get_textpage()
    left, _, _, _ = text.get_charbox(text.get_text_range().index("Northtown"))
    with pikepdf.open(BytesIO(made)) as pdf:
        assert language == pdf.Root.Lang
    assert (direction == "rtl") == (left > page.get_width() / 2)


@pytest.mark.parametrize(
    "words",
    [
        '#include "x"',
        "#sys.inputs $x^2$ *strong* _weak_ `code` @ref <label>",
        "= heading - item + item / term: // comment /* more */",
        "</script><b>&amp;",
        r"C:\new\table \u{41} \#",
        'it\'s -- a --- "quote" ~ ... [x](javascript:alert(1))',
        "{page} of {pages} {0} %s %(x)s",
        "W" * 300,
    ],
)
def test_hostile_words_come_out_as_words(renderer: PdfRenderer, words: str) -> None:
    assert solid(words) in "".join(pages(renderer.render(with_words(sample_leaflet(), words)).data))


def test_a_long_word_stays_on_the_paper(renderer: PdfRenderer) -> None:
    made = renderer.render(with_words(sample_leaflet(), "W" * 300))
    page = pypdfium2.PdfDocument(made.data)[0]
    text = page.get_textpage()
    assert page.get_width() > max(text.get_charbox(i)[2] for i in range(text.count_chars()))


@pytest.mark.parametrize(
    "words", ["ŵ ŷ ẃ Ŵ Ŷ", "ł ą ę ć ż ź", "ș ț ă â î", "’ “ ” – … £ ½", "Việt ơ ư ạ", "Привет", "Ελλάδα"]
)
def test_letters_of_many_languages_are_there(renderer: PdfRenderer, words: str) -> None:
    assert solid(words) in "".join(pages(renderer.render(with_words(sample_leaflet(), words)).data))


@pytest.mark.parametrize(("words", "name"), [("glad 😀 day", "😀 (U+1F600)"), ("ሰላም", "U+1230")])
def test_a_character_in_no_font_is_named_with_its_statement(
    renderer: PdfRenderer, words: str, name: str
) -> None:
    with pytest.raises(CannotRender) as caught:
        renderer.render(with_words(sample_leaflet(), words))
    assert name in str(caught.value)
    assert str(caught.value).endswith(" in hostile.value.")


def test_a_character_in_no_font_is_found_in_the_furniture(renderer: PdfRenderer) -> None:
    leaflet = sample_leaflet()
    furniture = {**leaflet.furniture, "footer": say("furniture.footer", "Ring ☎")}
    with pytest.raises(CannotRender, match=r"☎ \(U\+260E\) in furniture\.footer"):
        renderer.render(replace(leaflet, furniture=furniture))


def test_a_failure_leaves_the_renderer_usable(renderer: PdfRenderer, sample: bytes) -> None:
    with pytest.raises(CannotRender):
        renderer.render(with_words(sample_leaflet(), "😀"))
    assert sample == renderer.render(sample_leaflet()).data


def test_only_safe_links_are_made(renderer: PdfRenderer) -> None:
    runs = [
        Run("ring", "phone", "tel:116123"),
        Run("risks", href="#risk"),
        Run("nowhere", href="#nowhere"),
        Run("script", href="javascript:alert(1)"),
        Run("file", href="file:///etc/hostname"),
    ]
    made = renderer.render(with_section(sample_leaflet(), Paragraph((say("links", *runs),)))).data
    assert "ringrisksnowherescriptfile" in "".join(pages(made))
    assert b"tel:116123" in made
    assert b"javascript" not in made
    assert b"file:" not in made


def test_a_box_longer_than_a_page_loses_nothing(renderer: PdfRenderer) -> None:
    sentences = [f"Sentence {n} of a box that is much too long for one page, and goes on." for n in range(99)]
    box = Box("urgent", tuple(paragraph(f"long.{n}", text) for n, text in enumerate(sentences)))
    words = "".join(pages(renderer.render(with_section(sample_leaflet(), box)).data))
    assert [] == [text for text in sentences if solid(text) not in words]
