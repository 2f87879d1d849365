"""A review as a comment on a pull request: short enough for it, gravest first, with nothing that calls anybody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from consentgen.model.artifact import Artifact
from consentgen.render.redline.labels import (
    approve_command,
    before_after,
    cause_words,
    kind_word,
    meaning_words,
    place_words,
    remarks,
    summary,
    tell_words,
    weight_word,
    where_words,
)
from consentgen.render.redline.shown import (
    Headings,
    Shown,
    Stretch,
    headings,
    shown,
    sides,
    stretches,
    words_of,
)
from consentgen.review.change import Change, Piece, PieceKind, Weight, WordingDiff
from consentgen.review.data import diff_hash
from consentgen.tongue import counted, later, said

LIMIT = 60_000
"""Characters; GitHub takes 65,536."""
LEAST = 2_000
MOST_SHOWN = 8
"""Texts of one change."""
MOST_MEANINGS = 8
LONG_SENTENCE = 400
LONG_PIECE = 1_200
LONG_SAME = 240
"""Characters of unchanged words; of more, the first and the last are shown."""
_MARKUP = re.compile(
    r"([\\`*_\[\]~|!#@${}]|(?<=/)/|(?<=www)\.|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)])", re.IGNORECASE
)
"""What begins markup or a link inside a line, and a list or a heading at its start."""
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_CALLS = re.compile(r"(?i)([@#]|\bGH(?=-)|:(?=[\w+-]+:))")
"""What a comment makes a person, an issue or a picture of, after all escapes are gone."""
_LINKS = re.compile(r"(?i)(:(?=//)|www(?=\.))")
_JOINER = "\u2060"
_MARKS = {PieceKind.OLD: "del", PieceKind.NEW: "ins"}


def render_pull_request(diff: WordingDiff, *, limit: int = LIMIT) -> Artifact:
    """The review as GitHub's Markdown, always shorter than `limit`.

    Where not all of it has room, the gravest changes stand in it, and how many are left out.

    Args:
        diff: the review.
        limit: characters, `LEAST` or more.
    """
    changes = sorted(diff.changes, key=lambda change: change.weight.rank)
    head, foot = _head(diff), _foot(diff)
    room = max(limit, LEAST) - len(_left_out(changes)) - len(foot)
    if len(head) > room:
        head = f"## {_safe(said('What changed for the reader'))}\n\n{_counts(changes)}\n"
    told, above = [head], headings(diff)
    room -= len(head)
    left: Sequence[Change] = ()
    for number, change in enumerate(changes):
        sections = (make(change, number + 1, above) for make in (_change, _brief))
        section = next((made for made in sections if len(made) < room), None)
        if section is None:
            left = changes[number:]
            break
        told.append(section)
        room -= len(section)
    return Artifact("review.md", "text/markdown", "".join([*told, _left_out(left), foot]).encode())


def _head(diff: WordingDiff) -> str:
    """What is compared, and the review in short."""
    lines = "".join(f"- {_sentence(sentence)}\n" for sentence in summary(diff))
    return f"## {_safe(said('What changed for the reader'))}\n\n{_sentence(before_after(diff))}\n\n{lines}"


def _foot(diff: WordingDiff) -> str:
    return f"\n---\n{_safe(said('Hash of the whole review:'))} `{diff_hash(diff)}`\n"


def _counts(changes: Iterable[Change]) -> str:
    found = Counter(change.weight for change in changes)
    return _safe(", ".join(f"{weight_word(w)}: {found[w]}" for w in Weight if found[w]))


def _left_out(changes: Sequence[Change]) -> str:
    """How many changes have no room, and where to find them; nothing where all have."""
    if not changes:
        return ""
    told = counted(
        "{count} change has no room here. Look at the whole review before you sign.",
        "{count} changes have no room here. Look at the whole review before you sign.",
        len(changes),
    )
    return f"\n**{_safe(told)}** {_counts(changes)}\n"


def _title(change: Change, number: int) -> str:
    return f"\n### {number}. {_safe(weight_word(change.weight))}: {_sentence(cause_words(change.cause))}\n\n"


def _sign(change: Change) -> str:
    return f"{_safe(said('To sign it:'))} `{approve_command(change)}`\n"


def _brief(change: Change, number: int, _above: Headings) -> str:
    """A change in two lines."""
    return f"{_title(change, number)}{_sign(change)}"


def _change(change: Change, number: int, above: Headings) -> str:
    """A change with what it means, where it stands, and its words."""
    meanings = change.meanings
    lines = [meaning_words(meaning) for meaning in meanings[:MOST_MEANINGS]]
    if (more := len(meanings) - MOST_MEANINGS) > 0:
        lines.append(counted("And {count} more meaning.", "And {count} more meanings.", more))
    lines += [tell_words(change.tell), said("Where: {where}.", where=where_words(change.where))]
    groups = shown(change, above)
    texts = "".join(_shown(one, change.weight) for one in groups[:MOST_SHOWN])
    if (more := len(groups) - MOST_SHOWN) > 0:
        texts += f"{_safe(counted('And {count} more text.', 'And {count} more texts.', more))}\n\n"
    told = "".join(f"- {_sentence(line)}\n" for line in lines)
    return f"{_title(change, number)}{told}\n{texts}{_sign(change)}"


def _shown(one: Shown, weight: Weight) -> str:
    """The words of one passage then and now; folded away where they weigh little."""
    head = _plain(f"{kind_word(one.edit.kind)} · {place_words(one)}")
    old, new = sides(one.edit)
    lines = [
        f"{_safe(label)} {_row(row, one.language, way) if row else _safe(said('nothing'))}"
        for label, row, way in (
            (said("Before:"), old, one.old_direction),
            (said("After:"), new, one.direction),
        )
    ]
    lines += [_sentence(sentence) for sentence in (*_in_words(one), *remarks(one))]
    told = "".join(f"- {line}\n" for line in lines)
    is_open = " open" if weight in (Weight.BLOCK, Weight.MAJOR) else ""
    return f"<details{is_open}><summary>{head}</summary>\n\n{told}\n</details>\n\n"


def _in_words(one: Shown) -> Iterator[str]:
    """The words that went and those that came, for readers to whom no mark is shown."""
    if not (one.edit.old and one.edit.new):
        return
    told = (PieceKind.OLD, later("Taken out: {words}")), (PieceKind.NEW, later("Put in: {words}"))
    for kind, sentence in told:
        words = [f"“{words_of(p).strip()}”" for p in one.edit.pieces if p.kind is kind and p.text.strip()]
        if words:
            yield said(sentence, words=", ".join(words))


def _stretch(stretch: Stretch) -> str:
    row = "".join(map(_marked, stretch.pieces))
    return f'<span dir="ltr">{row}</span>' if stretch.figures else row


def _row(pieces: Iterable[Piece], language: str, direction: str) -> str:
    """Words with what went struck out and what came in bold, in their direction."""
    words = "".join(map(_stretch, stretches(pieces, direction)))
    return f'<span lang="{_plain(language)}" dir="rtl">{words}</span>' if direction == "rtl" else words


def _marked(piece: Piece) -> str:
    words = words_of(piece)
    if piece.kind is PieceKind.SAME:
        half = LONG_SAME // 2
        return _safe(words if len(words) <= LONG_SAME else f"{words[:half]} … {words[-half:]}")
    name = _MARKS[piece.kind]
    told = _safe(_cut(words, LONG_PIECE))
    return f"<{name}>{told}</{name}>" if piece.kind is PieceKind.OLD else f"<{name}><b>{told}</b></{name}>"


def _cut(words: str, most: int) -> str:
    """Words no longer than a report can show, with how much is cut off."""
    if len(words) <= most:
        return words
    more = len(words) - most
    return words[:most] + " " + counted("… and {count} more character", "… and {count} more characters", more)


def _sentence(words: str) -> str:
    return _safe(_cut(words, LONG_SENTENCE))


def _safe(words: str) -> str:
    """Words that stay words: no markup, no tag, no mention, no issue, no picture."""
    return _MARKUP.sub(r"\\\1", _uncalled(words)).translate(_ENTITIES)


def _plain(words: str) -> str:
    """The same inside an element that stands on lines of its own, where Markdown is not read."""
    held = _LINKS.sub(rf"\1{_JOINER}", _cut(words, LONG_SENTENCE))
    return _uncalled(held).translate(_ENTITIES)


def _uncalled(words: str) -> str:
    return _CALLS.sub(rf"\1{_JOINER}", words)
