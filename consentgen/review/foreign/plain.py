"""Plain text: hard-wrapped lines joined, underlined headings, bullets, and labels with what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import category, east_asian_width

from consentgen.model.reading import Kind, Link
from consentgen.review.foreign.found import Found, squeezed

Line = tuple[int, str]
"""A line with its number, from 1."""
_UNSEEN = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_RULE = re.compile(r"\s*([=\-~_*#])(?:\s?\1){2,}\s*")
_BULLET = re.compile(r"\s*(?:[-*•‣◦▪●○–—·]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
_PLAIN_BULLET = re.compile(r"\s*[-*•‣◦▪●○·]\s")
_LABELLED = re.compile(r"([^:：?؟]{1,80}(?:[:?؟](?=\s)|：))\s*(\S.*)")
_FACT = re.compile(r"(?=[^\W\d_])[^:：?؟a-z][^:：?؟.]{0,39}[:：]\s*\S")
"""A line that says one thing of one label; two on end are two."""
_ADDRESS = re.compile(r"\s*[(（](https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)[)）]")
_BARE = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
_ENDS = tuple(".!:;,。，；：")
_WIDEST_WRAPPED = 160
"""Columns; where lines go on past this, nobody broke them by hand."""
_MANY = 3
"""So many lines must be broken before their width tells anything."""


def read_plain(text: str) -> list[Found]:
    """The blocks of a plain text."""
    lines = list(enumerate(_UNSEEN.sub("", text).expandtabs(4).replace("\f", "\n").split("\n"), 1))
    page = _Page(lines)
    groups = list(_groups(lines))
    return [block for n, group in enumerate(groups) for block in page.group(group, last=n == len(groups) - 1)]


def columns(text: str) -> int:
    """Columns of a terminal that `text` takes: two for a wide letter, none for a mark on another."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WF" else category(c) not in ("Mn", "Me", "Cf") for c in text)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that stand together, without the empty ones between."""
    group: list[Line] = []
    for number, line in [*lines, (0, "")]:
        if line.strip():
            group.append((number, line))
        elif group:
            yield group
            group = []


class _Page:
    """A text, and at which width its lines were broken."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.width, self.strict = _width(lines)

    def group(self, lines: list[Line], *, last: bool) -> Iterator[Found]:
        """The blocks of lines that stand together."""
        rule = next((n for n, (_, line) in enumerate(lines) if _RULE.fullmatch(line)), None)
        if rule is not None:
            yield from self._ruled(lines, rule, last=last)
            return
        parts = list(self._parts(lines))
        alone = len(lines) == 1 and not last
        if alone and not _BULLET.match(lines[0][1]) and _is_heading(lines[0][1]):
            yield _block(Kind.HEADING, lines)
        else:
            yield from _told(parts)

    def _ruled(self, lines: list[Line], rule: int, *, last: bool) -> Iterator[Found]:
        """Lines with a rule among them, which underlines what is above or stands alone."""
        above, drawn = lines[:rule], lines[rule][1].strip()
        if above:
            widest = max(columns(line.strip()) for _, line in above)
            whole = abs(widest - len(drawn)) <= 2 and len(above) <= 4
            start = 0 if whole else len(above) - 1
            if start:
                yield from self.group(above[:start], last=False)
            yield _block(Kind.TITLE if drawn[0] == "=" else Kind.HEADING, above[start:])
        if lines[rule + 1 :]:
            yield from self.group(lines[rule + 1 :], last=last)

    def _parts(self, lines: list[Line]) -> Iterator[list[Line]]:
        """Paragraphs and items: lines that go on are together."""
        part: list[Line] = []
        for line in lines:
            if part and (self._starts_item(part, line[1]) or self._breaks(part, line[1])):
                yield part
                part = []
            part.append(line)
        if part:
            yield part

    def _starts_item(self, part: list[Line], line: str) -> bool:
        if not _BULLET.match(line):
            return False
        if _PLAIN_BULLET.match(line) or _BULLET.match(part[0][1]):
            return True
        # A dash or a number may have come to the start of a line by chance.
        return part[-1][1].rstrip().endswith((":", ".", "?", "!", "。", "："))

    def _breaks(self, part: list[Line], line: str) -> bool:
        """Whether a line was begun on purpose, though its first word had room above."""
        before = part[-1][1].rstrip()
        if not self.width:
            return True
        if _BULLET.match(part[0][1]) and _indent(line) > _indent(part[0][1]):
            return False
        if not self.strict and _FACT.match(part[0][1]) and _FACT.match(line):
            return True
        room = self.width - columns(before) - 1 - columns(_first_word(line))
        return room >= 0 if self.strict else room >= self.width * 0.4


def _width(lines: Sequence[Line]) -> tuple[int, bool]:
    """Columns at which lines were broken, 0 where they were not; and whether each was filled first."""
    pairs = [
        (line.rstrip(), following)
        for (_, line), (_, following) in pairwise(lines)
        if (" " in line.strip() or _has_no_spaces(line.strip()[:1]))
        and following.strip()
        and not _RULE.fullmatch(following)
        and not _RULE.fullmatch(line)
    ]
    widths = sorted(columns(line) for line, _ in pairs)
    if not widths or widths[len(widths) * 95 // 100] > _WIDEST_WRAPPED:
        return 0, False
    width = widths[-1] if widths[-1] <= _WIDEST_WRAPPED else widths[len(widths) * 95 // 100]
    long = [
        (line, following)
        for line, following in pairs
        if columns(line) > width * 0.8 and not _BULLET.match(following)
    ]
    loose = [1 for line, following in long if columns(line) + 1 + columns(_first_word(following)) <= width]
    return width, len(long) >= _MANY and len(loose) <= len(long) * 0.1


def _first_word(line: str) -> str:
    word = line.split(maxsplit=1)[0]
    return word[:1] if _has_no_spaces(word[:1]) else word


def _has_no_spaces(letter: str) -> bool:
    """Whether a letter is of a script that has no spaces between words, or a wide mark."""
    return bool(letter) and east_asian_width(letter) in "WF"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_heading(line: str) -> bool:
    words = line.strip()
    return len(words) <= 80 and not words.endswith(_ENDS) and any(c.isalpha() for c in words)


def _told(parts: Sequence[list[Line]]) -> Iterator[Found]:
    """Items, paragraphs, and where several lines say `Label: told` these two."""
    labelled = [_labelled(part) for part in parts]
    many = sum(map(bool, labelled)) > 1
    for part, pair in zip(parts, labelled, strict=True):
        if many and pair:
            label, told = pair
            yield Found(Kind.LABEL, label, f"line {part[0][0]}")
            yield _linked(Kind.TOLD, told, part[0][0])
        else:
            yield _block(Kind.ITEM if _BULLET.match(part[0][1]) else Kind.PARAGRAPH, part)


def _labelled(part: list[Line]) -> tuple[str, str] | None:
    if _BULLET.match(part[0][1]):
        return None
    found = _LABELLED.fullmatch(joined(part))
    if not found:
        return None
    return found[1].removesuffix(":").removesuffix("："), found[2]


def joined(lines: Sequence[Line]) -> str:
    """Lines as one, with a space between where the script has any."""
    text = ""
    for line in (words.strip() for _, words in lines):
        if not text:
            text = line
        elif text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower():
            text += line
        else:
            gap = "" if _has_no_spaces(text[-1]) and _has_no_spaces(line[0]) else " "
            text += gap + line
    return text


def _block(kind: Kind, lines: Sequence[Line]) -> Found:
    text = joined(lines)
    return _linked(kind, _BULLET.sub("", text, count=1) if kind is Kind.ITEM else text, lines[0][0])


def _linked(kind: Kind, text: str, line: int) -> Found:
    """A block whose addresses in brackets, which stand for links, are links."""
    links = [Link("", address) for address in _ADDRESS.findall(text)]
    words = _ADDRESS.sub("", text) if links else text
    links += [Link(address, address) for address in _BARE.findall(words)]
    return Found(kind, squeezed(words) or text, f"line {line}", tuple(links))
