"""Our comparison and four others, each asked what changed between two texts."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import html
from lxml.html.diff import htmldiff
from redlines import Redlines

from consentgen.model.reading import Kind, Passage
from consentgen.review.change import Compared, PieceKind
from consentgen.review.compare import compare
from consentgen.review.words import words

from .pairs import EditPair, Marked

SAME, OLD, NEW = "same", "old", "new"
ELEMENTS = {Kind.HEADING: "h2", Kind.ITEM: "li", Kind.CELL: "td"}
Run = tuple[str, str]
"""Whose words, and the words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool says of two texts."""

    old: list[bool]
    """For each character of the old text that is no space, whether it is shown as changed."""
    new: list[bool]
    together: set[tuple[int, int]]
    """Places of passages that belong together."""
    compared: Compared | None = None
    """All that ours says."""


Differ = Callable[[EditPair], Answer]


def ours(pair: EditPair) -> Answer:
    """What `consentgen diff` compares with."""
    compared = compare(pair.reading("old"), pair.reading("new"))
    olds, news = _Side(pair.old), _Side(pair.new)
    together: set[tuple[int, int]] = set()
    ordered = sorted(compared.edits, key=lambda e: -sum(len(p.text) for p in (*e.old, *e.new)))
    for edit in ordered:
        before = [(p.kind is not PieceKind.SAME, p.before) for p in edit.pieces]
        after = [(p.kind is not PieceKind.SAME, p.after) for p in edit.pieces]
        held = [
            side.mark(passages, told)
            for side, passages, told in ((olds, edit.old, before), (news, edit.new, after))
        ]
        together |= {(i, j) for i in held[0] for j in held[1]}
    return Answer(olds.changed(), news.changed(), together, compared)


class _Side:
    """The characters of one side, and what is said of them."""

    def __init__(self, passages: Sequence[Marked]) -> None:
        self.letters = "".join(_letters(m.text) for m in passages)
        self.owner = [n for n, m in enumerate(passages) for _ in _letters(m.text)]
        self.marks: list[bool | None] = [None] * len(self.letters)

    def mark(self, passages: Iterable[Passage], told: Sequence[tuple[bool, str]]) -> set[int]:
        """Mark the words of passages, wherever they stand first and nothing is said of them; where that is."""
        row = [changed for changed, text in told for _ in _letters(text)]
        places: set[int] = set()
        for passage in passages:
            letters = _letters(passage.text)
            at = self.letters.find(
                letters, self.owner.index(passage.block) if passage.block in self.owner else 0
            )
            while at >= 0 and self.marks[at] is not None:
                at = self.letters.find(letters, at + 1)
            if at < 0:
                raise ValueError(f"not a part of the text: {passage.text}")
            self.marks[at : at + len(letters)], row = row[: len(letters)], row[len(letters) :]
            places |= set(self.owner[at : at + len(letters)])
        return places

    def changed(self) -> list[bool]:
        """What nothing is said of counts as not shown."""
        return [bool(mark) for mark in self.marks]


def git(pair: EditPair) -> Answer:
    """`git diff --word-diff`, words as it splits them."""
    lines = git_says(pair).split("\n@@", 1)[-1].splitlines()[1:]
    kinds = {" ": SAME, "-": OLD, "+": NEW}
    runs = [(kinds[line[0]], line[1:]) for line in lines if line[:1] in kinds]
    return _answer(pair, runs or [(SAME, plain(pair.old))])


def git_says(pair: EditPair) -> str:
    """What git prints."""
    with TemporaryDirectory(prefix="consentgen-") as folder:
        Path(folder, "old").write_text(plain(pair.old), "utf-8")
        Path(folder, "new").write_text(plain(pair.new), "utf-8")
        command = ["git", "diff", "--no-index", "--word-diff=porcelain", "--unified=1000000", "old", "new"]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def difflib_words(pair: EditPair) -> Answer:
    """`difflib` on words between spaces."""
    return _answer(pair, difflib_says(pair))


def difflib_says(pair: EditPair) -> list[Run]:
    """What it makes of words with the spaces after them."""
    return list(_difflib(*(re.findall(r"\S+\s*", plain(side)) for side in (pair.old, pair.new))))


def difflib_tokens(pair: EditPair) -> Answer:
    """`difflib` on our tokens."""
    return _answer(pair, _difflib(*(list(words(plain(side)).keys) for side in (pair.old, pair.new))))


def _difflib(old: list[str], new: list[str]) -> Iterator[Run]:
    for tag, i, end_i, j, end_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield SAME, "".join(old[i:end_i])
        else:
            yield from ((OLD, "".join(old[i:end_i])), (NEW, "".join(new[j:end_j])))


def redlines(pair: EditPair) -> Answer:
    """The package of that name, on plain text."""
    runs = []
    for part in re.split(
        r"(<span style='color:(?:red|green)[^>]*>.*?</span>)", redlines_says(pair), flags=re.DOTALL
    ):
        kind = OLD if part.startswith("<span style='color:red") else NEW if part.startswith("<span") else SAME
        runs.append((kind, re.sub(r"^<span[^>]*>|</span>$", "", part).replace("¶", "")))
    return _answer(pair, runs)


def redlines_says(pair: EditPair) -> str:
    """Its Markdown."""
    return str(Redlines(plain(pair.old), plain(pair.new)).output_markdown)


def lxml_html(pair: EditPair) -> Answer:
    """`lxml.html.diff`, on HTML with headings, items and cells as such."""
    return _answer(pair, _html_runs(html.fragment_fromstring(lxml_says(pair), create_parent="div"), SAME))


def lxml_says(pair: EditPair) -> str:
    """Its HTML."""
    return str(htmldiff(_html(pair.old), _html(pair.new)))


def _html(passages: Sequence[Marked]) -> str:
    tags = [(ELEMENTS.get(m.kind, "p"), escape(m.text)) for m in passages]
    return "".join(f"<{tag}>{text}</{tag}>" for tag, text in tags)


def _html_runs(element: html.HtmlElement, kind: str) -> Iterator[Run]:
    own = {"ins": NEW, "del": OLD}.get(element.tag, kind)
    yield own, element.text or ""
    for child in element:
        yield from _html_runs(child, own)
        yield own, child.tail or ""


def plain(side: Sequence[Marked]) -> str:
    """A side as plain text, an empty line between its passages."""
    return "\n\n".join(m.text for m in side) + "\n"


def _letters(text: str) -> str:
    return "".join(text.split())


def _answer(pair: EditPair, runs: Iterable[Run]) -> Answer:
    """Marks of both sides; passages belong together where half of the shorter one is shown as the same."""
    told = [(kind, letter) for kind, text in runs for letter in _letters(text)]
    sides = (pair.old, pair.new)
    owner = [[n for n, m in enumerate(side) for _ in _letters(m.text)] for side in sides]
    places = [_places(side, told, kind) for side, kind in zip(sides, (OLD, NEW), strict=True)]
    marks = [[False] * len(side) for side in owner]
    shared: Counter[tuple[int, int]] = Counter()
    for n, (kind, _) in enumerate(told):
        at = [place.get(n) for place in places]
        for mark, where in zip(marks, at, strict=True):
            if where is not None:
                mark[where] = kind != SAME
        if at[0] is not None and at[1] is not None:
            shared[owner[0][at[0]], owner[1][at[1]]] += 1
    sizes = [Counter(side) for side in owner]
    together = {(i, j) for (i, j), n in shared.items() if 2 * n >= min(sizes[0][i], sizes[1][j])}
    return Answer(marks[0], marks[1], together)


def _places(side: Sequence[Marked], told: Sequence[tuple[str, str]], kind: str) -> dict[int, int]:
    """Where letters of an answer stand in one side; what the tool lost has no place and counts as not shown."""
    letters = "".join(_letters(m.text) for m in side)
    own = [n for n, (whose, _) in enumerate(told) if whose in (SAME, kind)]
    answer = "".join(told[n][1] for n in own)
    if answer == letters:
        return {n: place for place, n in enumerate(own)}
    blocks = SequenceMatcher(None, answer, letters, autojunk=False).get_matching_blocks()
    return {own[a + n]: b + n for a, b, size in blocks for n in range(size)}
