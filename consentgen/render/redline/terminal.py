"""A review in a terminal, as wide as that is; every mark stands in words or signs, colour only helps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from consentgen.render.bidi import END, FIRST_STRONG, LEFT_TO_RIGHT, isolates_closed, turned
from consentgen.render.redline.labels import (
    approve_words,
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
    headings,
    inline,
    shown,
    sides,
    stretches,
    words_of,
)
from consentgen.review.change import Change, EditKind, Piece, PieceKind, Weight, WordingDiff
from consentgen.tongue import counted, said

NARROWEST = 20
"""Columns; below, words would be cut to letters."""
MOST_SHOWN = 30
"""Pairs of texts of one change; the others are counted."""
_MARKS = {PieceKind.OLD: ("[-", "-]", "red strike"), PieceKind.NEW: ("{+", "+}", "green underline")}
_STYLES = {
    Weight.BLOCK: "bold red",
    Weight.MAJOR: "bold magenta",
    Weight.MINOR: "bold blue",
    Weight.INFO: "bold",
}
_REWORDED = (EditKind.REWORDED, EditKind.MOVED_REWORDED)


def render_terminal(diff: WordingDiff, *, width: int, colour: bool, signing: bool = True) -> str:
    """The review as text: a summary, every change with what it means, and the summary once more.

    Args:
        diff: the review.
        width: columns of the terminal.
        colour: whether it shows colours, and the reader wants them.
        signing: whether the changes are still to be signed, and how is said.
    """
    page = _Page(max(width, NARROWEST), colour=colour, above=headings(diff))
    page.head(diff)
    for number, change in enumerate(diff.changes, 1):
        number_of = said("{number} of {count}", number=number, count=len(diff.changes))
        page.change(change, number_of, sign=signing)
    if diff.changes:
        page.rule(said("In short"), "bold")
        page.summary(diff)
    return page.written()


def render_words(diff: WordingDiff, *, width: int, colour: bool) -> str:
    """What differs and where, and nothing of what it means: for a text nobody has to decide about.

    Args:
        diff: the review.
        width: columns of the terminal.
        colour: whether it shows colours, and the reader wants them.
    """
    page = _Page(max(width, NARROWEST), colour=colour, above=headings(diff))
    page.line(before_after(diff))
    page.line(said("Words taken out stand in [-brackets-], words put in in {+braces+}."))
    for change in diff.changes:
        for one in shown(change, page.above):
            page.words(one)
    return page.written()


def render_change(change: Change, diff: WordingDiff, *, number: str, width: int, colour: bool) -> str:
    """One change by itself, as the review shows it, for whoever decides on it.

    Args:
        change: what is to be decided.
        diff: the review it belongs to.
        number: what stands before its weight, for instance `2 of 5`.
        width: columns of the terminal.
        colour: whether it shows colours, and the reader wants them.
    """
    page = _Page(max(width, NARROWEST), colour=colour, above=headings(diff))
    page.change(change, number, sign=False)
    return page.written()


class _Page:
    """The text being written."""

    def __init__(self, width: int, *, colour: bool, above: Headings) -> None:
        self._width, self.above = width, above
        self._file = StringIO()
        # Nothing of the machine counts, only what is handed in: no variable, no size, no clock.
        self._console = Console(
            file=self._file, width=width, force_terminal=colour, color_system="standard" if colour else None,
            no_color=not colour, markup=False, emoji=False, highlight=False, legacy_windows=False, _environ={},
        )  # fmt: skip

    def written(self) -> str:
        """All of it, without spaces at the ends of lines."""
        return "".join(f"{line.rstrip()}\n" for line in self._file.getvalue().splitlines())

    def head(self, diff: WordingDiff) -> None:
        """What is compared, and the review in short."""
        self.line(Text(said("What changed for the reader"), style="bold"))
        self.line(before_after(diff))
        self.gap()
        self.summary(diff)
        if diff.changes:
            self.line(said("Words taken out stand in [-brackets-], words put in in {+braces+}."))

    def summary(self, diff: WordingDiff) -> None:
        """The review in a few sentences."""
        for sentence in summary(diff):
            self.line(sentence)

    def rule(self, title: str, style: str) -> None:
        """A line across with a title."""
        self.gap()
        text = Text(f"── {title} ", style=style)
        text.append("─" * max(0, self._width - text.cell_len))
        self.line(text)

    def change(self, change: Change, number: str, *, sign: bool = True) -> None:
        """One change: how much it weighs, what it means, where it stands, and its words."""
        self.rule(f"{number} · {weight_word(change.weight)} · {change.id}", _STYLES[change.weight])
        self.line(Text(cause_words(change.cause), style="bold"))
        for meaning in change.meanings:
            self.line(f"- {meaning_words(meaning)}", 2)
        if change.where:
            self.line(said("Where: {where}.", where=where_words(change.where)), 2)
        self.line(Text(tell_words(change.tell), style="bold" if change.tell.needed else ""), 2)
        groups = shown(change, self.above)
        for one in groups[:MOST_SHOWN]:
            self.words(one)
        if len(groups) > MOST_SHOWN:
            more = len(groups) - MOST_SHOWN
            self.line(counted("And {count} more text.", "And {count} more texts.", more), 2)
        if sign:
            self.gap()
            self.line(approve_words(change), 2)

    def words(self, one: Shown) -> None:
        """The words of one passage, then and now."""
        self.gap()
        head = Text(kind_word(one.edit.kind), style="bold")
        head.append(f" · {place_words(one)}", style="")
        self.line(head, 2)
        for label, pieces, direction in _rows(one):
            if label:
                self.line(label, 2)
            self.line(_marked(pieces, direction), 4, direction)
        for remark in remarks(one):
            self.line(remark, 4)

    def gap(self) -> None:
        """An empty line."""
        self._file.write("\n")

    def line(self, words: str | Text, indent: int = 0, direction: str = "ltr") -> None:
        """Words on as many lines as they need, behind a margin."""
        text = Text(words) if isinstance(words, str) else words
        indent = min(indent, self._width // 10)
        lines: Iterable[Text] = text.wrap(self._console, self._width - indent)
        if direction == "rtl":
            lines = _turned(lines)
        for line in lines:
            line.rstrip()
            self._console.print(
                Padding(line, (0, 0, 0, indent), expand=False), no_wrap=True, overflow="ignore", crop=False
            )


def _rows(one: Shown) -> Iterator[tuple[str, tuple[Piece, ...], str]]:
    """The rows that show an edit: one with both, or then and now where hardly a word stayed."""
    row = inline(one.edit)
    same = sum(len(piece.text) for piece in row if piece.kind is PieceKind.SAME)
    if (
        one.edit.kind in _REWORDED
        and one.edit.pieces
        and 2 * same < max(len(side_text(one, 0)), len(side_text(one, 1)))
    ):
        old, new = sides(one.edit)
        yield said("Before"), old, one.old_direction
        yield said("After"), new, one.direction
    else:
        yield "", row, one.direction


def side_text(one: Shown, side: int) -> str:
    """The words of one side of an edit."""
    return "".join(piece.text for piece in sides(one.edit)[side])


def _marked(pieces: Iterable[Piece], direction: str) -> Text:
    """Words with what went in brackets and what came in braces; in right-to-left words each kept for itself."""
    text = Text()
    for stretch in stretches(pieces, direction):
        isolate = LEFT_TO_RIGHT if stretch.figures else FIRST_STRONG if direction == "rtl" else ""
        text.append(isolate if stretch.figures else "")
        for piece in stretch.pieces:
            begin, end, style = _MARKS.get(piece.kind, ("", "", ""))
            marked = f"{begin}{words_of(piece)}{end}"
            alone = isolate and style and not stretch.figures
            text.append(f"{isolate}{marked}{END}" if alone else marked, style=style)
        text.append(END if stretch.figures else "")
    return text


def _turned(lines: Iterable[Text]) -> Iterator[Text]:
    """Lines that every program sets from the right, with what is kept together closed on each."""
    lines = list(lines)
    plain = isolates_closed(line.plain for line in lines)
    for line, closed in zip(lines, plain, strict=True):
        at = closed.index(line.plain)
        whole = Text(turned(closed)[: at + len(turned(closed)) - len(closed)])
        whole.append_text(line)
        whole.append(closed[at + len(line.plain) :])
        yield whole
