"""The page of a review: marks with words, languages and directions, one file, no word that becomes markup."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from hashlib import sha256

import pytest
from lxml import html

from consentgen.render.redline.page import render_page
from consentgen.review.change import Cause, EditKind, WordingDiff
from consentgen.review.data import diff_hash
from tests.unit.render.redline import sample

REVIEWS = {"project": sample.project(), "foreign": sample.foreign(), "hostile": sample.hostile()}
each = pytest.mark.parametrize("diff", REVIEWS.values(), ids=REVIEWS)


def page(diff: WordingDiff) -> html.HtmlElement:
    return html.document_fromstring(render_page(diff).data.decode())


def words(element: html.HtmlElement, *, mark: str = "") -> str:
    """What is seen of an element; with `mark`, less what stands in that element."""
    copy = html.fromstring(html.tostring(element))
    for gone in copy.xpath(f"//span[@class='hidden']{'|//' + mark if mark else ''}"):
        gone.drop_tree()
    return re.sub(r"\s+", " ", copy.text_content()).strip()


def change(name: str) -> html.HtmlElement:
    return page(sample.project()).get_element_by_id(f"change-{name * 10}")


@each
def test_only_its_own_script_may_run_and_nothing_is_fetched(diff: WordingDiff) -> None:
    made = page(diff)
    [script] = made.xpath("//script")
    [policy] = made.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = base64.b64encode(sha256(script.text.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert [] == made.xpath(
        "//link|//img|//iframe|//object|//form|//*[@src]|//*[starts-with(name(@*), 'on')]"
    )
    assert [] == [link for link in made.xpath("//@href") if not link.startswith("#")]
    assert "url(" not in made.xpath("string(//style)")


def test_hostile_words_stay_words() -> None:
    tags = [e.tag for e in page(sample.hostile()).iter(html.etree.Element)]
    plain = replace(sample.project(), changes=sample.project().changes[:1], added=(), removed=())
    assert set(tags) <= {e.tag for e in page(plain).iter(html.etree.Element)} | {"ins"}
    assert "<script>alert(1)</script> @admin #1" in words(page(sample.hostile()).get_element_by_id("changes"))
    assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e]", render_page(sample.hostile()).data.decode())


@each
def test_every_id_is_there_once_and_every_link_and_label_finds_its_own(diff: WordingDiff) -> None:
    made = page(diff)
    ids = made.xpath("//@id")
    assert len(ids) == len(set(ids))
    named = [*(link[1:] for link in made.xpath("//@href")), *made.xpath("//@aria-labelledby|//label/@for")]
    assert [] == [name for name in named if name not in ids]


def test_side_by_side_and_in_one_text_tell_the_same() -> None:
    for text in page(sample.project()).xpath("//section[@class='text']"):
        before, after = (words(half) for half in text.xpath("div[@class='sides']/div/p"))
        [row] = text.xpath("div[@class='inline']/p")
        if "Same words" not in words(text.find("h3")):
            assert before in (words(row, mark="ins"), "Nothing")
            assert after in (words(row, mark="del"), "Nothing")


def test_each_mark_says_in_words_where_it_begins_and_ends() -> None:
    marks = page(sample.project()).xpath("//main//ins|//main//del")
    assert 10 < len(marks)
    for mark in marks:
        told = "put in" if mark.tag == "ins" else "taken out"
        begin, end = mark.xpath("span[@class='hidden' and @lang='en' and @dir='ltr']")
        assert (f" {told}: ", f" end of what was {told} ") == (begin.text, end.text)
        assert (begin, end) == (mark[0], mark[-1])


def test_words_stand_in_their_language_and_direction() -> None:
    rows = page(sample.project()).xpath("//div[@class='inline']/p")
    found = {(row.get("lang"), row.get("dir")) for row in rows}
    assert {("en-GB", "ltr"), ("ar", "rtl"), ("zh-Hans", "ltr")} == found


def test_figures_in_arabic_keep_their_order() -> None:
    phone = sample.edit(
        EditKind.REWORDED, sample.passage("اتصل على 116 123", "ring"), sample.passage("اتصل على 116 124", "ring"),
        "=اتصل على 116 ", "-123", "+124",
    )  # fmt: skip
    text = sample.compared(phone, language="ar", direction="rtl")
    diff = WordingDiff(
        "a", "b", (sample.change("a", Cause("wording", "ring"), (phone, ["workbook/ar"])),), (text,)
    )
    [row] = page(diff).xpath("//div[@class='inline']/p/bdi[@dir='ltr']")
    assert "116 123124" == words(row)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a", "To sign it: consentgen approve PROJECT workbook --who NAME --role ROLE"),
        ("a", "Tell people who are already in treatment. They lose a right."),
        ("d", "Hint, from word lists for English: “can” became “will”."),
        ("d", "help · under “What it is” · English (United Kingdom)"),
        ("f", "Link now: https://new.example/?a=1&b=2"),
        ("c", "Arabic: workbook"),
        ("b", "2 of 8 Blocking The translation of stop.any_time was edited"),
    ],
)
def test_a_change_is_told_in_words(name: str, told: str) -> None:
    assert told in words(change(name))


def test_every_weight_and_class_has_its_filter() -> None:
    made = page(sample.project())
    style = made.xpath("string(//style)")
    for weight in ("block", "major", "minor", "info"):
        assert made.xpath(f"//input[@id='show-{weight}']")
        assert f"body:has(#show-{weight}:not(:checked)) .change.{weight}" in style
    options = {o.text: o.get("value") for o in made.xpath("//option")}
    key = options["Hint: can, may, must"]
    assert f'option[value="{key}"]:checked) .change:not(.{key})' in style
    assert ["change-dddddddddd"] == [
        c.get("id") for c in made.xpath("//article") if key in c.get("class").split()
    ]


def test_two_changes_with_one_id_have_an_anchor_each() -> None:
    twice = sample.project().changes[:1] * 2
    ids = page(replace(sample.project(), changes=twice)).xpath("//article/@id")
    assert ["change-aaaaaaaaaa", "change-aaaaaaaaaa-2"] == ids


def test_the_hash_of_the_review_stands_at_the_foot() -> None:
    assert diff_hash(sample.project()) in words(page(sample.project()).find(".//footer"))


def test_nothing_changed_is_one_sentence_without_a_bar() -> None:
    made = page(WordingDiff("a", "b", (), ()))
    assert "Nothing changed for the reader." in words(made)
    assert [] == made.xpath("//button")


@each
def test_the_same_review_gives_the_same_bytes(diff: WordingDiff) -> None:
    assert render_page(diff) == render_page(diff)
