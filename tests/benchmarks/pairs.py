"""The edit pairs under `diff_pairs/`: both texts, and what a person marked as changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import regex
from ruamel.yaml import YAML

from consentgen.model.reading import Kind, Link, Passage, Reading

FOLDER = Path(__file__).parent / "diff_pairs"
KINDS = {"#": Kind.HEADING, "*": Kind.ITEM, "|": Kind.CELL}
WORD = regex.compile(r"\p{Han}|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*")
"""What counts as one word, for every tool alike."""
_LINE = re.compile(r"(?:\{(?P<id>[^}]*)\} )?(?:(?P<kind>[#*|]) )?(?P<text>.*)", re.DOTALL)
_MARK = re.compile(
    r"\[-(?P<old>.*?)-\]|\[\+(?P<new>.*?)\+\]|\[=(?P<was>.*?)\|(?P<now>.*?)=\]| ?//(?P<parts>[+-]) ?"
    r"|<(?P<words>[^>]*)>\((?P<target>[^ )]*)(?: -> (?P<other>[^)]*))?\)|(?P<same>.)",
    re.DOTALL,
)


@dataclass(slots=True)
class Marked:
    """One passage with a mark for each character that changed."""

    line: int
    """The line of the file it comes from."""
    kind: Kind = Kind.PARAGRAPH
    id: str = ""
    text: str = ""
    changed: list[bool] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    """All lines, where several were joined."""

    def add(self, text: str, *, changed: bool = False) -> None:
        """Go on with some words."""
        self.text += text
        self.changed += [changed] * len(text)


@dataclass(frozen=True, slots=True)
class EditPair:
    """Two texts and what a person says of them."""

    name: str
    language: str
    what: str
    old: tuple[Marked, ...]
    new: tuple[Marked, ...]
    moved: frozenset[int]
    """Lines that left their place."""
    kinds: dict[int, str]
    """What happened to each line."""
    stream: str = ""
    """The side that is one page without paragraphs."""

    @property
    def together(self) -> set[tuple[int, int]]:
        """Places of old and new passages that belong together."""
        return {
            (i, j)
            for i, a in enumerate(self.old)
            for j, b in enumerate(self.new)
            if not a.lines.isdisjoint(b.lines)
        }

    def reading(self, side: str) -> Reading:
        """A side as the comparison takes it."""
        passages = tuple(
            Passage(m.text, m.kind, m.id, block=n, links=tuple(m.links), pattern=m.text if m.id else "")
            for n, m in enumerate(getattr(self, side))
        )
        stream = side == self.stream
        if stream:
            passages = (Passage(" ".join(p.text for p in passages), place="page 1"),)
        return Reading(side, self.language, passages, stream=stream)


def pairs(name: str) -> tuple[EditPair, ...]:
    """The pairs of one file of the folder."""
    data = YAML(typ="safe").load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return tuple(map(_pair, data))


def words(passage: Marked) -> Iterator[bool]:
    """For each word of a passage whether it changed."""
    for match in WORD.finditer(passage.text):
        yield any(passage.changed[match.start() : match.end()])


def _pair(entry: dict[str, Any]) -> EditPair:
    space = "" if entry["language"] == "zh" else " "
    lines = [_line(number, line, space) for number, line in enumerate(entry["text"])]
    order = entry.get("was") or range(len(lines))
    if sorted(order) != list(range(len(lines))):
        raise ValueError(f"{entry['name']}: `was` does not hold every line once")
    old = [m for number in order for m in lines[number][0]]
    new = [m for olds_news in lines for m in olds_news[1]]
    left = entry.get("moved", []), entry.get("reordered", [])
    kinds = {n: _kind(entry["text"][n], made, left) for n, made in enumerate(lines)}
    sides = {"old": old, "new": new}
    if "ids" in entry:
        other = "old" if entry["ids"] == "new" else "new"
        sides[other] = _joined([replace(m, id="") for m in sides[other]], entry.get("join", []), space)
    return EditPair(
        entry["name"], entry["language"], entry["what"], tuple(sides["old"]), tuple(sides["new"]),
        frozenset(left[0]) | frozenset(left[1]), kinds, entry.get("stream", ""),
    )  # fmt: skip


def _joined(side: list[Marked], groups: Sequence[Sequence[int]], space: str) -> list[Marked]:
    """Lines that stand in one paragraph where there are no ids."""
    group_of = {line: number for number, group in enumerate(groups) for line in group}
    made: list[Marked] = []
    for marked in side:
        group = group_of.get(marked.line)
        if made and group is not None and group_of.get(made[-1].line) == group:
            made[-1].add(space)
            made[-1].text += marked.text
            made[-1].changed += marked.changed
            made[-1].lines |= marked.lines
        else:
            made.append(replace(marked, lines=set(marked.lines), changed=list(marked.changed)))
    return made


def _line(number: int, line: str, space: str) -> tuple[list[Marked], list[Marked]]:
    """The old and the new passages of one line of the file."""
    side = _side(line)
    if side:
        marked = _marked(number, line[2:-2])
        marked.add(_LINE.fullmatch(line[2:-2])["text"], changed=True)  # type: ignore[index] # it matches any line
        return ([marked], []) if side == "-" else ([], [marked])
    olds, news = [_marked(number, line)], [_marked(number, line)]
    text = _LINE.fullmatch(line)["text"]  # type: ignore[index] # it matches any line
    for match in _MARK.finditer(text):
        _take(match, olds, news, space)
    return olds, news


def _side(line: str) -> str:
    """`-` or `+` where a line is marked from end to end, else nothing."""
    for mark in "-+":
        if line.startswith(f"[{mark}") and line.find(f"{mark}]") == len(line) - 2:
            return mark
    return ""


def _marked(number: int, line: str) -> Marked:
    match = _LINE.fullmatch(line)
    assert match, line
    return Marked(number, KINDS.get(match["kind"], Kind.PARAGRAPH), match["id"] or "", lines={number})


def _take(match: re.Match[str], olds: list[Marked], news: list[Marked], space: str) -> None:
    """One mark, or one character that is not marked."""
    old, new = olds[-1], news[-1]
    if match["parts"]:
        parted, whole = (news, old) if match["parts"] == "+" else (olds, new)
        parted.append(Marked(old.line, old.kind, lines={old.line}))
        whole.add(space)
    elif match["target"]:
        old.add(match["words"])
        new.add(match["words"])
        old.links.append(Link(match["words"], match["target"]))
        new.links.append(Link(match["words"], match["other"] or match["target"]))
    elif match["was"] is not None:
        old.add(match["was"])
        new.add(match["now"])
    elif match["same"]:
        old.add(match["same"])
        new.add(match["same"])
    else:
        old.add(match["old"] or "", changed=True)
        new.add(match["new"] or "", changed=True)


def _kind(line: str, made: tuple[list[Marked], list[Marked]], left: tuple[list[int], list[int]]) -> str:
    """What happened to a line, in the words of the comparison."""
    olds, news = made
    if not olds or not news:
        return "added" if news else "removed"
    if len(olds) != len(news):
        return "split" if len(news) > len(olds) else "merged"
    reworded = any(any(words(m)) for m in (*olds, *news))
    if olds[0].line in left[0]:
        return "moved and reworded" if reworded else "moved"
    if reworded:
        return "reworded"
    if olds[0].line in left[1]:
        return "reordered"
    if olds[0].links != news[0].links:
        return "relinked"
    return "rewrapped" if "[=" in line else "same"
