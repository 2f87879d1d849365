"""An Arabic leaflet in HTML, plain text and Markdown: what is read from the left is kept together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from consentgen.model.artifact import Artifact
from consentgen.model.leaflet import Bullets, Definitions, Leaflet, Paragraph, Run, Section, Statement
from consentgen.render.html import render_html
from consentgen.render.markdown import render_markdown
from consentgen.render.text import render_text
from tests.unit.render.parts import MAIL, OFFICE, SAMARITANS, WEB, Part, items, rows, say, value
from tests.unit.render.sample import sample_leaflet

PLAIN = [render_text, render_markdown]
ISOLATES = "\u2066\u2067\u2068"


def arabic(*statements: Statement) -> Leaflet:
    section = Section("s", None, (Paragraph(statements),))
    return replace(
        sample_leaflet(), language="ar", direction="rtl", sections=(section,), title=say("t", "عنوان"),
        furniture={}, stamps=(), service_name="مركز",
    )  # fmt: skip


def english(key: str, *parts: Part) -> Statement:
    return replace(say(key, *parts), language="en-GB")


def told(render: Callable[[Leaflet], Artifact], *statements: Statement) -> str:
    return render(arabic(*statements)).data.decode()


def html(*statements: Statement) -> str:
    page = told(render_html, *statements)
    return re.sub(r' (id|data-id)="[^"]*"', "", page[page.index("<main") :])


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (SAMARITANS, '<bdi class="phone" dir="ltr"><a href="tel:116123">116 123</a></bdi>'),
        (MAIL, f'<bdi class="email" dir="ltr"><a href="{MAIL.url}">{MAIL.text}</a></bdi>'),
        (value("9:00–17:00"), '<bdi class="words" dir="ltr">9:00–17:00</bdi>'),
        (value("6–8", "number"), '<bdi class="number" dir="ltr">6–8</bdi>'),
        (value("4 مايو 2026", "date"), '<bdi class="date">4 مايو 2026</bdi>'),
        (value("Living Well", "name"), '<bdi class="name">Living Well</bdi>'),
        ("116 123", '<bdi class="number" dir="ltr">116 123</bdi>'),
        ("9:00–17:00", '<bdi class="number" dir="ltr">9:00–17:00</bdi>'),
    ],
)
def test_html_isolates_it(part: Part, expected: str) -> None:
    assert f"اتصل {expected} الآن" in html(say("a", "اتصل ", part, " الآن"))


def test_html_says_the_language_and_direction_of_a_statement() -> None:
    assert '<span lang="en-GB" dir="ltr">Yes.</span> <span>نعم.</span>' in html(
        english("a", "Yes."), say("b", "نعم.")
    )


def test_html_keeps_two_english_sentences_together() -> None:
    one, two = (
        '<span lang="en-GB" dir="ltr">One.</span>',
        '<span dir="ltr"><bdi class="words">Two.</bdi></span>',
    )
    page = html(say("a", "نعم."), english("b", "One."), say("c", value("Two.")))
    assert f'<span>نعم.</span> <span dir="ltr">{one} {two}</span>' in page


def test_html_escapes_the_language() -> None:
    page = html(replace(say("a", "x"), language='"><script>'))
    assert "<script>" not in page


@pytest.mark.parametrize("render", PLAIN)
@pytest.mark.parametrize("words", ["9:00–17:00", "6–8", "116 123", "04/05/2026"])
def test_figures_are_isolated_from_the_left(render: Callable[[Leaflet], Artifact], words: str) -> None:
    for part in (value(words), words):
        assert f"اتصل \u2066{words}\u2069 الآن" in told(render, say("a", "اتصل ", part, " الآن"))


@pytest.mark.parametrize("render", PLAIN)
def test_names_are_isolated_in_their_own_direction(render: Callable[[Leaflet], Artifact]) -> None:
    text = told(render, say("a", "كتاب ", value("Living Well", "name"), "."))
    assert "كتاب \u2068Living Well\u2069." in text


def test_markdown_isolates_a_link_whole() -> None:
    assert "اتصل \u2066[116 123](tel:116123)\u2069." in told(
        render_markdown, say("a", "اتصل ", SAMARITANS, ".")
    )


@pytest.mark.parametrize("render", PLAIN)
def test_english_sentences_are_one_isolate(render: Callable[[Leaflet], Artifact]) -> None:
    text = told(render, say("a", "نعم."), english("b", "One."), english("c", "Two."), say("d", "لا."))
    assert "نعم. \u2066One. Two.\u2069 لا." in text


@pytest.mark.parametrize("render", PLAIN)
def test_a_line_that_begins_with_english_still_runs_from_the_right(
    render: Callable[[Leaflet], Artifact],
) -> None:
    text = told(render, say("a", "NHS ", value("111", "number"), " في أي وقت."))
    assert "\n\u200fNHS \u2066111\u2069 في أي وقت.\n" in text


@pytest.mark.parametrize("render", PLAIN)
def test_every_line_closes_what_it_opens(render: Callable[[Leaflet], Artifact]) -> None:
    long = value("A name that is so long that no line of seventy-two columns will ever hold it whole", "name")
    leaflet = arabic(say("a", "كتاب ", long, " و ", WEB), english("b", "Ring us. " * 30))
    blocks = (Bullets(items("i", "نعم 6–8", "لا")), Definitions(rows("d", ("مدة", "30 دقيقة"))))
    section = replace(leaflet.sections[0], blocks=(*leaflet.sections[0].blocks, *blocks))
    text = render(replace(leaflet, sections=(section,))).data.decode()
    for line in text.splitlines():
        assert sum(map(line.count, ISOLATES)) == line.count("\u2069")


def test_a_continued_line_is_isolated_again() -> None:
    text = told(render_text, say("a", "نعم."), english("b", *["word "] * 30))
    lines = text.splitlines()[3:]
    assert 3 == len(lines)
    assert all("\u2066word" in line and line.endswith("\u2069") for line in lines)


def test_markdown_marks_its_labels_from_the_right() -> None:
    leaflet = arabic(say("a", "نعم."))
    rows_ = Definitions(rows("d", ("NHS", "خدمة")))
    section = replace(leaflet.sections[0], blocks=(rows_,))
    text = render_markdown(replace(leaflet, sections=(section,))).data.decode()
    assert "- **\u200f\u2066NHS\u2069:** خدمة" in text


@pytest.mark.parametrize("render", PLAIN)
def test_an_arabic_sentence_in_an_english_leaflet_is_isolated(render: Callable[[Leaflet], Artifact]) -> None:
    statements = (say("a", "Yes."), replace(say("b", "نعم ", OFFICE, "."), language="ar"))
    leaflet = replace(arabic(*statements), language="en-GB", direction="ltr")
    text = render(leaflet).data.decode()
    assert "Yes. \u2067نعم \u2066" in text
    assert "\u2069.\u2069\n" in text


@pytest.mark.parametrize("render", [*PLAIN, render_html])
def test_chinese_sentences_follow_each_other_without_a_space(render: Callable[[Leaflet], Artifact]) -> None:
    leaflet = replace(arabic(say("a", "您决定。"), say("b", "可以。")), language="zh-Hans", direction="ltr")
    text = re.sub(r"<[^>]*>", "", render(leaflet).data.decode())
    assert "您决定。可以。" in text
    mixed = replace(
        leaflet, sections=arabic(say("a", "您决定。"), english("b", "Yes."), say("c", "可以。")).sections
    )
    assert "您决定。 Yes. 可以。" in re.sub(r"<[^>]*>", "", render(mixed).data.decode())


@pytest.mark.parametrize("render", [*PLAIN, render_html])
def test_bold_words_stay_bold(render: Callable[[Leaflet], Artifact]) -> None:
    text = told(render, say("a", "اتصل ", Run("الآن", strong=True), "."))
    assert "الآن" in text
