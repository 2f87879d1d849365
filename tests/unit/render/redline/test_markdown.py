"""The comment on a pull request: short enough, gravest first, and nothing in it calls anybody or becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from consentgen.render.redline.markdown import LEAST, render_pull_request
from consentgen.review.change import Cause, EditKind, Tell, Weight, WordingDiff
from consentgen.review.data import diff_hash
from tests.unit.render.redline import sample

CALLS = {
    "a person": "@admin",
    "a team": "@org/team",
    "an issue": "#12",
    "an issue elsewhere": "org/repo#12",
    "an old issue": "GH-12",
    "a picture": ":tada:",
    "an address": "a@b.example",
}
MARKUP = {
    "a tag": "<img src=x onerror=alert(1)>",
    "a comment": "<!-- hidden",
    "an end tag": "</details></ins>",
    "bold": "**x** __y__",
    "struck": "~~x~~",
    "a link": "[a](https://evil.example)",
    "an image": "![a](https://evil.example/x.png)",
    "a bare link": "https://evil.example www.evil.example",
    "code": "`x`",
    "a fence": "``` x",
    "a tilde fence": "~~~",
    "a cell": "a | b",
    "a heading": "# x",
    "a list": "1. x",
    "a dash": "- x",
    "a quotation": "> x",
    "an entity": "&lt;script&gt; &#64;admin",
    "a backslash": "\\<b> \\",
    "a footnote": "[^1]",
    "new lines": "a\n\n# b\n\n```\n",
    "mathematics": "$x$ $$y$$",
    "a mark turned round": "\u202ex",
}


def told(diff: WordingDiff, limit: int = 60_000) -> str:
    return render_pull_request(diff, limit=limit).data.decode()


def with_words(text: str) -> WordingDiff:
    """A review in which every word from outside is `text`."""
    gone = sample.edit(
        EditKind.REWORDED, sample.passage(text, text, place=text), sample.passage(f"{text}!", text), f"={text}", "+!",
        meanings=(sample.meaning("fact", Weight.MAJOR, text),),
    )  # fmt: skip
    change = sample.change("a", Cause("wording", text), (gone, []), tell=Tell(needed=True, why=text))
    return WordingDiff(text, text, (change,), (sample.compared(gone, leaflet=text),))


def shape(markdown: str) -> list[tuple[str, str]]:
    """What is markup in it: every token but the words, and the elements written out."""
    parser = MarkdownIt("gfm-like", {"linkify": False})
    tokens = [t for token in parser.parse(markdown) for t in (token, *(token.children or ()))]
    kept = [
        (t.type, t.tag or re.sub(r">[^<]*<", "><", t.content))
        for t in tokens
        if t.type not in ("text", "inline")
    ]
    return [token for token in kept if token[0] != "text_special"]


def plain(markdown: str) -> str:
    return re.sub(r"<[^>]*>", "", MarkdownIt("gfm-like", {"linkify": False}).render(markdown))


@pytest.mark.parametrize("text", [*MARKUP.values(), *CALLS.values()], ids=[*MARKUP, *CALLS])
def test_words_that_look_like_markup_stay_words(text: str) -> None:
    assert shape(told(with_words("harmless"))) == shape(told(with_words(text)))


@pytest.mark.parametrize("text", CALLS.values(), ids=CALLS)
def test_nobody_and_nothing_is_called(text: str) -> None:
    assert text not in plain(told(with_words(text)))
    assert text in plain(told(with_words(text))).replace("\u2060", "")


def test_bare_addresses_do_not_become_links() -> None:
    markdown = told(with_words(MARKUP["a bare link"]))
    assert not re.search(r"https?://|www\.", markdown)


@pytest.mark.parametrize("limit", [LEAST, 5_000, 60_000])
@pytest.mark.parametrize(
    "diff",
    [
        sample.many(4000),
        with_words("wörds and more " * 20_000),
        with_words("#@<|" * 50_000),
        sample.project(),
    ],
    ids=["thousands", "long words", "all escaped", "project"],
)
def test_it_is_always_shorter_than_the_limit_and_holds_the_whole_hash(diff: WordingDiff, limit: int) -> None:
    markdown = told(diff, limit)
    assert len(markdown) < limit
    assert diff_hash(diff) in markdown


def test_the_gravest_stands_first_and_what_has_no_room_is_counted() -> None:
    diff = sample.many(4000)
    unsorted = replace(diff, changes=tuple(sorted(diff.changes, key=lambda change: change.id)))
    markdown = told(unsorted)
    assert markdown.partition("---")[0] == told(diff).partition("---")[0]
    assert "### 1. Blocking: The wording of s.3999" in markdown
    shown = len(re.findall(r"^### ", markdown, re.MULTILINE))
    assert 100 < shown
    assert f"**{4000 - shown} changes have no room here." in markdown
    assert f"Minor: {4000 - shown}" in markdown


def test_everything_has_room_in_a_small_review() -> None:
    markdown = told(sample.project())
    assert "no room" not in markdown
    assert 8 == len(re.findall(r"^### ", markdown, re.MULTILINE))


@pytest.mark.parametrize(
    "words",
    [
        "- Before: It <del>can</del> help you.",
        "- After: It <ins><b>will</b></ins> help you.",
        "- Taken out: “can”",
        "- Put in: “will”",
        "- After: nothing",
        '- After: <span lang="ar" dir="rtl">ستلتقي بالمعالج لمدة <ins><b>45</b></ins> دقيقة</span>',
        "<details open><summary>Removed · complain.how · English (United Kingdom)</summary>",
        "<details><summary>Moved, same words · needs · English (United Kingdom)</summary>",
        "To sign it: `consentgen approve PROJECT workbook --who NAME --role ROLE`",
        "- Hint, from word lists for English: “can” became “will”.",
    ],
)
def test_a_change_is_told_in_marks_and_in_words(words: str) -> None:
    assert words in told(sample.project()).splitlines()


def test_what_is_folded_away_is_closed_again() -> None:
    markdown = told(sample.many(4000))
    assert markdown.count("<details") == markdown.count("</details>")
