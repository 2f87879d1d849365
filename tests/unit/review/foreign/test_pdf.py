"""PDF: the words of each page in order, put together again where a line's end broke them."""

from __future__ import annotations

import pytest

from consentgen.review.foreign import read_foreign
from consentgen.review.foreign.pdf_words import rejoined, without_furniture
from tests.unit.review.foreign.texts import pdf

BREAKS = {
    "a word the text has elsewhere": ("therapy and thera-\npy", "therapy and therapy"),
    "a compound the text has elsewhere": ("self-help and self-\nhelp", "self-help and self-help"),
    "a soft hyphen": ("thera\u00ad\npy", "therapy"),
    "a lone compound": ("a meta-\nanalysis of studies", "a meta-analysis of studies"),
    "a name": ("Anglo-\nSaxon", "Anglo-Saxon"),
    "a range of numbers": ("2018-\n2019", "2018-2019"),
    "a compound set the Polish way": ("meta-\r\n-analiza", "meta-analiza"),
    "words in a text that breaks them": ("therapy thera-\npy treat-\nment", "therapy therapy treatment"),
    "ligatures": ("di\ufb03cult \ufb01rst", "difficult first"),
    "Arabic letters in their shapes": ("\ufe8e\ufedf", "\u0627\u0644"),
    "bullets": ("One\n• Two", "One\nTwo"),
    "signs without spaces": ("我们不\n知道", "我们不知道"),
}


@pytest.mark.parametrize(("printed", "expected"), BREAKS.values(), ids=BREAKS)
def test_words_are_put_together_again(printed: str, expected: str) -> None:
    assert [expected] == rejoined([printed])


def test_what_stands_on_every_page_is_left_out() -> None:
    pages = ["Head\nOne.\nPage 1 of 3", "Head\nTwo.\nHead\nPage 2 of 3", "Head\nThree.\nPage 3 of 3"]
    assert ["One.", "Two.", "Three."] == [
        p.replace("\nHead", "") for p in without_furniture(pages, tagged=False)
    ]
    assert without_furniture(pages, tagged=True)[0] == pages[0]


def test_one_page_is_read_whole() -> None:
    assert ["Head\nOne.\nPage 1"] == without_furniture(["Head\nOne.\nPage 1"], tagged=False)


def test_a_file_is_a_stream_of_words_with_a_passage_for_each_page() -> None:
    data = pdf(
        ["Northtown", "You have six ses-", "sions of help.", "1"],
        ["Northtown", "These sessions are free.", "2"],
    )
    read = read_foreign(data, "leaflet.pdf")
    assert read.stream
    assert [("page 1", "You have six sessions of help."), ("page 2", "These sessions are free.")] == [
        (p.place, p.text) for p in read.passages
    ]


def test_a_pdf_by_another_name_is_still_one() -> None:
    assert read_foreign(pdf(["Some words."]), "leaflet.txt").stream
