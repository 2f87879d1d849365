"""A review as one HTML file: side by side or in one text, to be read without a script and without a mouse."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from itertools import groupby

from consentgen.model.artifact import Artifact
from consentgen.places import shipped
from consentgen.render.html import escape, style
from consentgen.render.redline.labels import (
    approve_command,
    before_after,
    cause_words,
    class_word,
    kind_word,
    language_name,
    meaning_words,
    place_words,
    remarks,
    summary,
    tell_words,
    weight_means,
    weight_word,
    weights,
    where_words,
)
from consentgen.render.redline.shown import (
    Headings,
    Shown,
    Stretch,
    headings,
    inline,
    shown,
    sides,
    stretches,
    visible,
    words_of,
)
from consentgen.review.change import Change, Piece, PieceKind, Weight, Where, WordingDiff
from consentgen.review.data import diff_hash
from consentgen.tongue import said, spoken

MOST_LISTED = 12
"""Changes up to which the list of all stands open."""
_MARKS = {PieceKind.OLD: "del", PieceKind.NEW: "ins"}


def render_page(diff: WordingDiff) -> Artifact:
    """The review as one HTML file that asks the network for nothing."""
    classes = {
        name: f"c{n}" for n, name in enumerate(sorted({m.name for c in diff.changes for m in c.meanings}))
    }
    page = _Page(classes, headings(diff))
    title = escape(said("What changed for the reader"))
    script = _script()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    document = (
        f'<!doctype html>\n<html lang="{escape(spoken().language)}" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>{title}: {_text(diff.old)} → {_text(diff.new)}</title>\n"
        f"<style>\n{style('redline')}{_filters(classes)}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#changes">{escape(said("Go to the changes"))}</a>\n'
        f"<header>\n<h1>{title}</h1>\n{_head(diff)}</header>\n{_bar(diff, classes) if diff.changes else ''}"
        f'<main id="changes">\n{"".join(page.changes(diff.changes))}</main>\n'
        f"<footer>\n<p>{escape(said('Hash of the whole review:'))} <code>{diff_hash(diff)}</code></p>\n</footer>\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )
    return Artifact("review.html", "text/html", document.encode())


@cache
def _script() -> str:
    return (shipped("templates") / "layout" / "redline.js").read_text(encoding="utf-8")


def _digest(script: str) -> str:
    """What lets a browser run this script and no other: Content Security Policy Level 3, section 2.3.1."""
    return "sha256-" + base64.b64encode(sha256(script.encode()).digest()).decode()


def _filters(classes: Mapping[str, str]) -> str:
    """Rules that hide what is not of a class, without a script."""
    return "".join(
        f'body:has(#class option[value="{key}"]:checked) .change:not(.{key}) {{ display: none; }}\n'
        for key in classes.values()
    )


def _text(words: str) -> str:
    """Words from the review as text of a page."""
    return escape(visible(words))


def _head(diff: WordingDiff) -> str:
    """What is compared, how much changed, and how to read the marks."""
    cards = "".join(
        f'<div class="{weight}"><dt><span class="weight">{escape(weight_word(weight))}</span> <b>{count}</b></dt>'
        f"<dd>{escape(weight_means(weight))}</dd></div>\n"
        for weight, count in weights(diff)
    )
    sentences = [
        s for s in summary(diff) if not s.startswith(tuple(weight_word(weight) + ":" for weight in Weight))
    ]
    told = "".join(f"<p>{escape(sentence)}</p>\n" for sentence in (before_after(diff), *sentences))
    if not diff.changes:
        return told
    marks = said("{old} was taken out. {new} was put in.")
    marks = escape(marks).format(old=_marked(PieceKind.OLD, escape(said("Red, struck out"))),
                                 new=_marked(PieceKind.NEW, escape(said("Green, underlined"))))  # fmt: skip
    items = "".join(
        f'<li class="{c.weight}"><a href="#change-{c.id}">{escape(weight_word(c.weight))}: '
        f"{escape(cause_words(c.cause))}</a></li>\n"
        for c in diff.changes
    )
    is_open = " open" if len(diff.changes) <= MOST_LISTED else ""
    return (
        f'{told}<dl class="weights">\n{cards}</dl>\n<p>{marks}</p>\n'
        f'<nav aria-labelledby="all"><details{is_open}><summary id="all">{escape(said("All changes"))}</summary>\n'
        f"<ol>\n{items}</ol></details></nav>\n"
    )


def _bar(diff: WordingDiff, classes: Mapping[str, str]) -> str:
    """What a reader chooses: one text or two, which changes; and the steps, which need the script."""
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{weight}" checked> {escape(weight_word(weight))} ({count})</label>\n'
        for weight, count in weights(diff)
    )
    options = "".join(
        f'<option value="{key}">{_text(class_word(name))}</option>' for name, key in classes.items()
    )
    count = len(diff.changes)
    shown = escape(said("{shown} of {count} changes are shown.", count=count))
    return (
        f'<div class="bar" role="region" aria-label="{escape(said("View"))}">\n'
        f'<div class="steps" hidden><button type="button" id="previous">{escape(said("Previous change"))}</button>\n'
        f'<button type="button" id="next">{escape(said("Next change"))}</button>\n'
        f'<p role="status" data-at="{escape(said("Change {number} of {count}", count=count))}" data-shown="{shown}"></p>\n'
        f'<label><input type="checkbox" id="keys" checked> '
        f"{escape(said('Keys: n or j next, p or k previous'))}</label></div>\n"
        f"<details><summary>{escape(said('View and filter'))}</summary>\n"
        f"<fieldset><legend>{escape(said('Words'))}</legend>\n"
        f'<label><input type="radio" name="view" id="view-sides" checked> {escape(said("Before and after"))}</label>\n'
        f'<label><input type="radio" name="view" id="view-inline"> {escape(said("In one text"))}</label></fieldset>\n'
        f"<fieldset><legend>{escape(said('Show'))}</legend>\n{boxes}</fieldset>\n"
        f'<p><label for="class">{escape(said("Only"))}</label> <select id="class"><option value="">'
        f"{escape(said('all classes'))}</option>{options}</select></p></details>\n</div>\n"
    )


def _marked(kind: PieceKind, words: str) -> str:
    """Escaped words in their mark, with words for those to whom it is not read out."""
    if kind is PieceKind.SAME:
        return words
    name = _MARKS[kind]
    begin, end = (
        (said("taken out:"), said("end of what was taken out"))
        if kind is PieceKind.OLD
        else (said("put in:"), said("end of what was put in"))
    )
    language = escape(spoken().language)
    hidden = [
        f'<span class="hidden" lang="{language}" dir="ltr">{escape(w)}</span>'
        for w in (f" {begin} ", f" {end} ")
    ]
    return f"<{name}>{hidden[0]}{words}{hidden[1]}</{name}>"


def _stretch(stretch: Stretch) -> str:
    row = "".join(_marked(piece.kind, escape(words_of(piece))) for piece in stretch.pieces)
    return f'<bdi dir="ltr">{row}</bdi>' if stretch.figures else row


def _words(pieces: Iterable[Piece], language: str, direction: str) -> str:
    """A paragraph with its marks, in its language and direction."""
    told = map(_stretch, stretches(pieces, direction))
    lang = f' lang="{_text(language)}"' if language and language != "und" else ""
    return f'<p{lang} dir="{direction}">{"".join(told)}</p>'


class _Page:
    """The changes being written."""

    def __init__(self, classes: Mapping[str, str], above: Headings) -> None:
        self._classes, self._above = classes, above
        self._taken: dict[str, int] = {}

    def changes(self, changes: tuple[Change, ...]) -> Iterator[str]:
        """Every change in turn."""
        for number, change in enumerate(changes, 1):
            yield self._change(change, said("{number} of {count}", number=number, count=len(changes)))

    def _anchor(self, change: Change) -> str:
        """The id of a change on the page, numbered where two have the same."""
        taken = self._taken[change.id] = self._taken.get(change.id, 0) + 1
        return f"change-{change.id}" if taken == 1 else f"change-{change.id}-{taken}"

    def _change(self, change: Change, number: str) -> str:
        anchor = self._anchor(change)
        classes = " ".join(sorted({self._classes[m.name] for m in change.meanings}))
        meanings = "".join(f"<li>{escape(meaning_words(m))}</li>\n" for m in change.meanings)
        needed = ' class="needed"' if change.tell.needed else ""
        texts = "".join(map(self._shown, shown(change, self._above)))
        return (
            f'<article class="change {change.weight} {classes}" id="{anchor}" aria-labelledby="{anchor}-h">\n'
            f'<h2 id="{anchor}-h" tabindex="-1"><span class="number">{escape(number)}</span> '
            f'<span class="weight">{escape(weight_word(change.weight))}</span> {escape(cause_words(change.cause))}</h2>\n'
            f"<ul>\n{meanings}</ul>\n<p{needed}>{escape(tell_words(change.tell))}</p>\n{_where(change.where)}{texts}"
            f'<p class="sign">{escape(said("To sign it:"))} <code>{escape(approve_command(change))}</code></p>\n</article>\n'
        )

    def _shown(self, one: Shown) -> str:
        """The words of one passage: side by side, and in one text; the style shows one of them."""
        old, new = sides(one.edit)
        halves = [(said("Before"), old, one.old_direction), (said("After"), new, one.direction)]
        columns = "".join(
            f"<div><h4>{escape(label)}</h4>"
            + (_words(row, one.language, way) if row else f'<p class="none">{escape(said("Nothing"))}</p>')
            + "</div>\n"
            for label, row, way in halves
        )
        told = "".join(f"<li>{escape(remark)}</li>\n" for remark in remarks(one))
        listed = f"<ul>\n{told}</ul>\n" if told else ""
        return (
            f'<section class="text">\n<h3>{escape(kind_word(one.edit.kind))} · {escape(place_words(one))}</h3>\n'
            f'<div class="sides">\n{columns}</div>\n'
            f'<div class="inline">{_words(inline(one.edit), one.language, one.direction)}</div>\n{listed}</section>\n'
        )


def _where(where: tuple[Where, ...]) -> str:
    """How many leaflets and languages; all of them behind it."""
    if not where:
        return ""
    places = groupby(sorted(where, key=lambda w: (w.language, w.leaflet)), key=lambda w: w.language)
    rows = "".join(
        f"<li>{escape(language_name(language))}: {', '.join(_text(w.leaflet) for w in group)}</li>\n"
        for language, group in places
    )
    return f"<details><summary>{escape(where_words(where))}</summary>\n<ul>\n{rows}</ul></details>\n"
