"""In an Arabic or Urdu leaflet, what is read from the left stands from the left."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from consentgen.model.frequency import whole
from consentgen.model.leaflet import Bullets, Definitions, Icons, Leaflet, Lines, Run
from consentgen.render.pdf import PdfRenderer
from consentgen.render.theme import THEME
from tests.print.page import Page, spelled
from tests.print.samples import SENTENCES, in_english, leaflet_in, paragraph
from tests.unit.render.parts import MAIL, OFFICE, SAMARITANS, WEB, Part, items, rows, say, value

RTL = ("ar", "ur")
WORDS = {"ar": ("اتصل ", " الآن أو غدًا."), "ur": ("فون کریں ", " ابھی یا کل۔")}


@pytest.fixture(scope="module")
def renderer() -> PdfRenderer:
    return PdfRenderer()


@pytest.fixture(params=RTL)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def page(renderer: PdfRenderer, language: str, *parts: Part) -> Page:
    """The page that says `parts` between two pieces of wording."""
    before, after = WORDS[language]
    return Page(renderer.render(leaflet_in(language, paragraph(say("a", before, *parts, after)))).data)


@pytest.mark.parametrize(
    "part",
    [
        SAMARITANS,
        OFFICE,
        MAIL,
        WEB,
        value("9:00–17:00", "words"),
        value("6–8", "number"),
        value("04/05/2026", "date"),
        value("Living Well, 3rd edition", "name"),
        value("Monday to Friday, 9am to 5pm", "words"),
    ],
)
def test_a_value_stands_from_left_to_right(renderer: PdfRenderer, language: str, part: Part) -> None:
    words = part if isinstance(part, str) else part.text
    assert page(renderer, language, part).seen(words)


@pytest.mark.parametrize("figures", ["116 123", "020 7946 0000", "6–8", "9:00-17:00", "24/7"])
def test_figures_in_the_wording_stand_from_left_to_right(
    renderer: PdfRenderer, language: str, figures: str
) -> None:
    assert page(renderer, language, figures).seen(figures)


def test_the_crisis_number_goes_up_from_the_left(renderer: PdfRenderer) -> None:
    letters = page(renderer, "ar", SAMARITANS).letters
    number = sorted((left, letter) for letter, left, foot in letters if letter in "1236" and foot > 100)
    assert "116123" == "".join(digit for _, digit in number)


def test_the_crisis_number_is_copied_in_its_order(renderer: PdfRenderer, language: str) -> None:
    words = page(renderer, language, SAMARITANS).paper.get_textpage().get_text_range()
    assert "116123" in words.replace("\u202f", "")


def test_a_full_stop_before_english_stays_with_its_own_sentence(renderer: PdfRenderer) -> None:
    arabic = say("a", "ننظر بعد الجلسة رقم ", Run("4", "number"), ".")
    found = Page(renderer.render(leaflet_in("ar", paragraph(arabic, in_english("b", "We can help.")))).data)
    assert found.seen("We can help. .4")


def test_two_english_sentences_are_read_one_after_the_other(renderer: PdfRenderer, language: str) -> None:
    told = paragraph(
        say("a", SENTENCES[language]), in_english("b", "You can say no."), in_english("c", "Ring us.")
    )
    found = Page(renderer.render(leaflet_in(language, told)).data)
    assert found.seen("You can say no. Ring us.")


def test_what_a_service_wrote_in_english_is_read_as_english(renderer: PdfRenderer) -> None:
    told = paragraph(say("a", value("Nobody sees it.")), say("b", value("We promise.")))
    assert Page(renderer.render(leaflet_in("ar", told)).data).seen("Nobody sees it. We promise.")


def test_the_page_begins_at_the_right(renderer: PdfRenderer, language: str) -> None:
    found = Page(renderer.render(leaflet_in(language)).data)
    assert found.left_of("Northtown") > found.width / 2


def everything(language: str) -> Leaflet:
    """A leaflet of every kind of block over several pages."""
    sentence = SENTENCES[language]
    mixed = paragraph(
        say("m", sentence, " ", SAMARITANS, " ", MAIL), in_english("e", "Ring now."), say("n", sentence)
    )
    bold = paragraph(say("b", Run(sentence, strong=True), Run("bold", "name", strong=True), " ", sentence))
    return leaflet_in(
        language,
        mixed,
        bold,
        Bullets(items("i", sentence, sentence), ordered=True),
        Definitions(rows("d", (sentence, sentence))),
        Icons(whole({"yes": 62, "no": 38}, 100), items("l", sentence, sentence)),
        Lines(3),
        *(paragraph(*(say(f"p.{n}.{m}", sentence) for m in range(9))) for n in range(30)),
    )


def test_a_screen_reader_gets_the_words_as_they_are_spelled(renderer: PdfRenderer, language: str) -> None:
    leaflet = everything(language)
    words = "".join("".join(spelled(renderer.render(leaflet).data)).split())
    told = [leaflet.furniture["draft"], say("name", leaflet.service_name), *leaflet.statements()][:-1]
    assert "".join("".join(s.text for s in told).split()) == words


@pytest.mark.parametrize("between", [" ", "\u00a0", "\u200c", ""])
def test_a_link_or_bold_word_without_letters_loses_nothing(renderer: PdfRenderer, between: str) -> None:
    runs: list[Part] = [
        SAMARITANS,
        Run(between, strong=True),
        OFFICE,
        Run(between, href="#s"),
        Run(between, href="#nowhere"),
    ]
    told = "".join(spelled(renderer.render(leaflet_in("ar", paragraph(say("a", "نعم ", *runs, " لا")))).data))
    assert "نعم 116 123020 7946 0000" in told
    assert told.endswith("لا")


def test_the_spelling_leaves_the_file_what_it_was(renderer: PdfRenderer, language: str) -> None:
    with pikepdf.open(BytesIO(renderer.render(leaflet_in(language)).data)) as pdf:
        root, about = pdf.Root, pdf.open_metadata()
        assert (language, "/R2L") == (str(root.Lang), str(root.ViewerPreferences.Direction))
        assert bool(root.MarkInfo.Marked)
        assert ("1", "2", "A") == (about["pdfuaid:part"], about["pdfaid:part"], about["pdfaid:conformance"])


def test_the_same_leaflet_gives_the_same_bytes(renderer: PdfRenderer, language: str) -> None:
    assert renderer.render(everything(language)) == PdfRenderer().render(everything(language))


def test_english_in_it_is_marked_as_english(renderer: PdfRenderer) -> None:
    data = renderer.render(leaflet_in("ar", paragraph(say("a", "نعم."), in_english("b", "Yes.")))).data
    with pikepdf.open(BytesIO(data)) as pdf:
        marks = [
            str(step.operands[1].Lang)
            for step in pikepdf.parse_content_stream(pdf.pages[0])
            if str(step.operator) == "BDC" and "/Lang" in step.operands[1]
        ]
    assert "en-GB" in marks


@pytest.mark.parametrize(("direction", "side"), [("rtl", "right"), ("ltr", "left")])
def test_people_are_counted_from_the_side_a_line_begins_at(
    renderer: PdfRenderer, direction: str, side: str
) -> None:
    icons = Icons(whole({"worse": 5, "no": 95}, 100), items("l", "نعم.", "لا."))
    leaflet = replace(leaflet_in("ar", icons), direction=direction, stamps=())
    page = Page(renderer.render(leaflet).data)
    start, end = (2.0, 7.2) if direction == "ltr" else (21 - 7.2, 21 - 2.0)
    middle = (start + end) / 2
    left, right = page.dots(THEME.alarm, start, middle), page.dots(THEME.alarm, middle, end)
    assert side == ("right" if right > left else "left")
    assert not min(left, right)
