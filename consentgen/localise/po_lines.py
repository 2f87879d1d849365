"""The lines of a PO file, taken apart strictly: what cannot be read whole is said, never guessed.

Our own, for polib reads too kindly: of a line cut short it drops the last letter without a word, it forgets
`#~|` lines and comments behind the last entry, and it cuts a text in two at U+2028 (see the tests).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from consentgen.localise.catalog import Source
from consentgen.localise.entry import Entry
from consentgen.model.finding import shorten
from consentgen.tongue import later, said

MOST_FORMS = 6
"""No language has more: CLDR's categories are six."""
_FIELD = re.compile(
    r"(?:(?P<name>msgctxt|msgid_plural|msgid|msgstr)(?:\[(?P<form>\d{1,2})\])?[ \t]*)?"
    r'"(?P<text>(?:[^"\\]|\\.)*)"'
)
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_BEGINS = re.compile(r"#(?!~)|#~[ \t]*[|#]|(?:#~[ \t]*)?(?:msgctxt|msgid(?!_plural))")
"""What begins the next entry where the one above is whole."""
_CONFLICT = re.compile(r"<{7} |={7}$|>{7} |\|{7} ")
_ORDER = ("msgctxt", "msgid", "msgid_plural", "msgstr")


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that cannot be read."""

    line: int
    column: int
    what: str
    found: str
    help: str
    cut: bool = False
    """Whether the file ends here too early."""


class _Bad(Exception):
    def __init__(self, what: str, way_out: str, column: int = 1, *, open_: bool = False) -> None:
        super().__init__(what)
        self.what, self.way_out, self.column = what, way_out, column
        self.open = open_


_QUOTES = later('Each text stands between two quotation marks; a mark inside it is written \\".')
_PARTS = later("Each entry has msgctxt, msgid and msgstr, in this order; compare the entries above.")


@dataclass(slots=True)
class _Block:
    """The lines of one entry while they are read."""

    lines: list[str] = field(default_factory=list)
    line: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    previous: dict[str, str] = field(default_factory=dict)
    last: tuple[dict[str, str], str] | None = None
    comments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    obsolete: bool | None = None
    spoilt: bool = False
    """Whether one of its lines could not be read."""

    @property
    def full(self) -> bool:
        """Whether it has a text, so that what is no text begins another entry."""
        return any(name.startswith("msgstr") for name in self.fields)

    def comment(self, line: str) -> None:
        kind, rest = line[1:2], line[2:].strip()
        if kind == ".":
            self.notes.append(rest)
        elif kind == ":":
            self.references += rest.split()
        elif kind in (",", "="):
            self.flags += [flag.strip() for flag in rest.split(",") if flag.strip()]
        else:
            self.comments.append(line)

    def add(self, line: str, *, obsolete: bool) -> None:
        """Take in a line of the entry itself."""
        if self.obsolete not in (None, obsolete):
            raise _Bad(
                said("half of this entry is taken out of use"),
                said("Put #~ before all of its lines or none."),
            )
        self.obsolete = obsolete
        self._put(line, self.fields)

    def add_previous(self, line: str) -> None:
        """Take in a line of what the entry was before."""
        self._put(line, self.previous)

    def _put(self, line: str, table: dict[str, str]) -> None:
        name, text = _parts(line)
        if not name:
            if self.last is None or self.last[0] is not table:
                raise _Bad(said("this text belongs to nothing"), said(_PARTS))
            table[self.last[1]] += text
            return
        self._check(name, table)
        table[name] = text
        self.last = (table, name)

    def _check(self, name: str, table: dict[str, str]) -> None:
        plain = name.partition("[")[0]
        if name in table:
            raise _Bad(said("{item} stands here twice", item=name), said(_PARTS))
        if table is self.previous and plain == "msgstr":
            raise _Bad(said("msgstr has no place behind #|"), said(_PARTS))
        ranks = [_ORDER.index(there.partition("[")[0]) for there in table]
        if ranks and max(ranks) > _ORDER.index(plain):
            raise _Bad(said("{item} stands in the wrong place", item=name), said(_PARTS))
        if "[" in name and name != f"msgstr[{sum(there.startswith('msgstr[') for there in table)}]":
            raise _Bad(
                said("the plural forms are not numbered 0, 1, 2 and so on"), said("Number them without gaps.")
            )

    def entry(self) -> Entry:
        """The entry, when all of its lines are there."""
        texts = self.fields
        forms = tuple(text for name, text in texts.items() if name.startswith("msgstr"))
        counted = "msgid_plural" in texts
        if "msgid" not in texts:
            raise _Bad(said("this entry has no {item}", item="msgid"), said(_PARTS))
        if not forms:
            raise _Bad(said("this entry has no {item}", item="msgstr"), said(_PARTS))
        if counted is not ("msgstr[0]" in texts):
            raise _Bad(
                said("{one} and {other} belong together", one="msgid_plural", other="msgstr[0]"), said(_PARTS)
            )
        if len(forms) > MOST_FORMS:
            raise _Bad(said("no language has so many plural forms"), said("Keep to {most}.", most=MOST_FORMS))
        if counted and not texts["msgid_plural"]:
            raise _Bad(said("{item} is empty", item="msgid_plural"), said(_PARTS))
        previous: Source | None = None
        if "msgid" in self.previous:
            previous = self.previous["msgid"], self.previous.get("msgid_plural")
        return Entry(
            texts.get("msgctxt"), (texts["msgid"], texts.get("msgid_plural")), forms, tuple(self.flags),
            previous, self.previous.get("msgctxt"), tuple(self.comments), tuple(self.notes),
            tuple(self.references), bool(self.obsolete), self.line, tuple(self.lines),
        )  # fmt: skip


def _parts(line: str) -> tuple[str, str]:
    """The keyword of a line, empty where it continues the one above, and its text."""
    match = _FIELD.fullmatch(line)
    if not match:
        raise _reason(line)
    for escape in _ESCAPE.finditer(match["text"]):
        if escape[1] not in _ESCAPES:
            way_out = said('Use \\n, \\t, \\" and \\\\ only, and write every other character as it is.')
            what = said("nobody here knows {item}", item=shorten(escape[0]))
            raise _Bad(what, way_out, match.start("text") + escape.start() + 1)
    name = match["name"] or ""
    if match["form"]:
        if name != "msgstr":
            raise _Bad(said("{item} has no plural forms", item=name), said(_PARTS))
        name = f"msgstr[{int(match['form'])}]"
    return name, _ESCAPE.sub(lambda escape: _ESCAPES[escape[1]], match["text"])


def _reason(line: str) -> _Bad:
    """Why a line is none of a PO file's."""
    if _CONFLICT.match(line):
        what = said("two versions of this file were joined and left unresolved")
        return _Bad(what, said("Choose one of the two."))
    start = line.find('"')
    if start < 0:
        return _Bad(said("this line is none of a PO file's"), said(_PARTS))
    if line.count('"', start) == 1 or not line.endswith('"'):
        what = said("a quotation mark is missing at the end")
        return _Bad(what, said(_QUOTES), len(line) + 1, open_=True)
    return _Bad(said("a quotation mark stands inside the text"), said(_QUOTES), start + 1)


def read_lines(text: str) -> Iterator[Entry | Fault | list[str]]:
    """Entries and faults in the order of the file; at last the comment lines behind the last entry."""
    block = _Block()
    lines = text.split("\n")
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if not line:
            continue
        if _BEGINS.match(line) and (block.full or (block.spoilt and _blank(lines, number))):
            yield from _closed(block, number, last)
            block = _Block()
        block.lines.append(raw.rstrip())
        try:
            _take(block, line, number)
        except _Bad as bad:
            if not block.spoilt:
                column = bad.column + len(raw) - len(raw.lstrip())
                yield Fault(number, column, bad.what, line, bad.way_out, _is_cut(bad, number, last))
            block.spoilt = True
    if block.fields or block.previous or block.spoilt:
        yield from _closed(block, last, last)
        yield []
    else:
        yield block.lines


def _take(block: _Block, line: str, number: int) -> None:
    """Put one line where it belongs in its entry."""
    obsolete = line.startswith("#~")
    body = line[2:].lstrip() if obsolete else line
    if body.startswith("#|") or (obsolete and body.startswith("|")):
        block.add_previous(body.partition("|")[2].lstrip())
    elif body.startswith("#"):
        block.comment(body)
    elif body:
        block.add(body, obsolete=obsolete)
        block.line = block.line or number


def _blank(lines: list[str], number: int) -> bool:
    """Whether the line above is blank."""
    return number > 1 and not lines[number - 2].strip()


def _closed(block: _Block, number: int, last: int) -> Iterator[Entry | Fault]:
    if block.spoilt:
        return
    try:
        yield block.entry()
    except _Bad as bad:
        cut = number == last and not block.full
        yield Fault(block.line or number, 1, bad.what, block.lines[-1].strip(), bad.way_out, cut)


def _is_cut(bad: _Bad, number: int, last: int) -> bool:
    return number == last and bad.open
