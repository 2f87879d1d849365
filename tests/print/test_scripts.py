"""Every language that ships is printed in letters of its own, and they can be read back."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from consentgen.errors import CannotRender
from consentgen.render.pdf import PdfRenderer
from consentgen.render.typefaces import TYPEFACES
from tests.print.page import Page, spelled
from tests.print.samples import SENTENCES, in_english, leaflet_in, paragraph
from tests.unit.render.parts import say, value

LTR = [language for language in SENTENCES if language not in ("ar", "ur")]


@pytest.fixture(scope="module")
def renderer() -> PdfRenderer:
    return PdfRenderer()


def text_of(data: bytes) -> str:
    """The words a reader gets back from the shapes, without white space."""
    words = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    return "".join(words.split())


def solid(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", LTR)
def test_the_words_can_be_read_back(renderer: PdfRenderer, language: str) -> None:
    assert solid(SENTENCES[language]) in text_of(renderer.render(leaflet_in(language)).data)


@pytest.mark.parametrize("language", SENTENCES)
def test_the_file_says_its_language_and_direction(renderer: PdfRenderer, language: str) -> None:
    page = Page(renderer.render(leaflet_in(language)).data)
    assert (language in ("ar", "ur")) == (page.left_of("Northtown") > page.width / 2)


def test_punjabi_is_not_said_to_run_from_the_right(renderer: PdfRenderer) -> None:
    data = renderer.render(leaflet_in("pa")).data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/L2R" == pdf.Root.ViewerPreferences.Direction


@pytest.mark.parametrize("language", [tag for tag, face in TYPEFACES.items() if face.shaped])
def test_words_that_shapes_do_not_give_back_are_spelled(renderer: PdfRenderer, language: str) -> None:
    told = "".join(spelled(renderer.render(leaflet_in(language)).data))
    assert solid(SENTENCES[language]) in solid(told)


@pytest.mark.parametrize("language", SENTENCES)
def test_english_beside_it_is_there(renderer: PdfRenderer, language: str) -> None:
    told = paragraph(say("a", SENTENCES[language]), in_english("b", "You can say no."))
    assert Page(renderer.render(leaflet_in(language, told)).data).seen("You can say no.")


@pytest.mark.parametrize("language", SENTENCES)
def test_a_name_in_any_script_that_ships_can_be_printed(renderer: PdfRenderer, language: str) -> None:
    name = SENTENCES[language]
    data = renderer.render(
        leaflet_in("en-GB", paragraph(say("a", "It is called ", value(name, "name"))))
    ).data
    assert b"/Font" in data
    assert name in spelled(data) or language in ("ar", "ur") or solid(name) in text_of(data)


@pytest.mark.parametrize(
    ("language", "character"),
    [("zh-Hans", "龘"), ("zh-Hans", "㙍"), ("ar", "ሰ"), ("pa", "ส"), ("en-GB", "한")],
)
def test_a_character_in_no_font_is_named_with_its_statement(
    renderer: PdfRenderer, language: str, character: str
) -> None:
    told = paragraph(say("who.name", "x ", value(f"a{character}", "name")))
    with pytest.raises(CannotRender, match=f"{character} .*U\\+{ord(character):04X}.* in who\\.name"):
        renderer.render(leaflet_in(language, told))


def test_chinese_sentences_follow_each_other_without_a_space(renderer: PdfRenderer) -> None:
    told = paragraph(say("a", "您决定。"), say("b", "没有人会生气。"))
    words = pypdfium2.PdfDocument(renderer.render(leaflet_in("zh-Hans", told)).data)[0]
    assert "您决定。没有人会生气。" in words.get_textpage().get_text_range()
