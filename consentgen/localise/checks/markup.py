"""Markdown, HTML and the syntax of templates: the translation has what the English has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from consentgen.localise.checks.expected import Expected
from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import BRACED, TEMPLATE, Pair, Text, each_form
from consentgen.tongue import later, said

_MARK = re.compile(r"!?\[[^\[\]]*\](?=\()|\*+|(?<![^\W_])_+|_+(?![^\W_])|`+|\\|\[[^\[\]]*\]\[")
_ALONE = re.compile(r"(?<!\S)[*_]{1,3}(?!\S)")
"""Between spaces they are no marks."""
_BLOCKS = (
    (re.compile(r"#"), later("a heading (#) inside a statement")),
    (re.compile(r" {0,3}[*+-][ \t]"), later("a list (-) inside a statement")),
    (re.compile(r" {0,3}\d+\.[ \t]"), later("a numbered list (1.) inside a statement")),
    (re.compile(r" {0,3}>"), later("a quotation (>) inside a statement")),
    (re.compile(r" {4}|\t"), later("lines set in by four spaces inside a statement")),
    (
        re.compile(r" {0,3}(?:(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}|=+)[ \t]*$"),
        later("a line across the page inside a statement"),
    ),
    (re.compile(r" {0,3}(?:```|~~~)"), later("a block of code inside a statement")),
    (
        re.compile(r" {0,3}\[[^\[\]]*\]:[ \t]*\S"),
        later("a link defined apart from its words inside a statement"),
    ),
    (re.compile(r" {0,3}\|"), later("a table (|) inside a statement")),
)
HTML = re.compile(
    r"</?[A-Za-z][^<>]*>?|<!--|<[!?][A-Za-z]|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,31});"
)
_TAG_NAME = re.compile(r"</?[A-Za-z][\w-]*")


@each_form
def markdown(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """Other strong words, emphasis, code or links than the English has, or half of a pair."""
    if pair.differs(_marks):
        own, english = _marks(pair.form), _marks(pair.against)
        odd = next((mark for mark in own if own[mark] % 2 and not english[mark] % 2 and mark in _PAIRED), "")
        what = (
            said("a {mark} without its other half", mark=odd)
            if odd
            else said("other marks of Markdown than the English has")
        )
        yield Fault(
            "LO108", what, _told(own), _told(english),
            said("Put the same words between the same marks as in the English: **strong**, [link](address)."),
        )  # fmt: skip


@each_form
def blocks(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """A heading, list or other block inside a statement, which is one paragraph."""
    known = {block for text in pair.english for block in _blocks(text)}
    own = [block for block in _blocks(pair.form) if block not in known]
    if own:
        yield Fault(
            "LO109", said(own[0]), pair.form.raw, said("one paragraph of words"),
            said("Take the marks at the start of the line out, and empty lines."),
        )  # fmt: skip


@each_form
def html(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """HTML that is not in the English; it would be printed as it stands. An entity may become a word."""
    if pair.differs(_tags) or not any(_entities(pair.form) <= _entities(text) for text in pair.english):
        yield Fault(
            "LO110", said("other HTML than the English has"), ", ".join(HTML.findall(pair.form.raw)),
            ", ".join(HTML.findall(pair.against.raw)) or said("no HTML"), said("Write the words alone."),
        )  # fmt: skip


@each_form
def template_syntax(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """The syntax of templates: `{{ }}`, `{% %}`, `${ }`."""
    if pair.differs(_syntax):
        yield Fault(
            "LO111", said("the syntax of a template"), pair.form.raw,
            ", ".join(f"{{{name}}}" for name in sorted(pair.against.placeholders)) or said("words alone"),
            said("A placeholder has one brace on each side and a name between them. Nothing is computed here."),
        )  # fmt: skip


_PAIRED = ("**", "*", "`")


def _marks(text: Text) -> Counter[str]:
    """How often each mark of Markdown stands in a text."""
    if not any(mark in text.raw for mark in "*_`\\["):
        return Counter()
    found: Counter[str] = Counter()
    for mark in _MARK.findall(_ALONE.sub(" ", BRACED.sub("x", text.raw))):
        if mark[0] in "*_":
            strong, one = divmod(len(mark), 2)
            found["**"] += strong
            found["*"] += one
        else:
            found[_LINKS.get(mark[:1], mark[:1])] += 1
    return +found


_LINKS = {"[": "[]()", "!": "![]()"}


def _blocks(text: Text) -> list[str]:
    """What is said of the blocks that lines of a text would begin."""
    lines = text.raw.split("\n")
    found = [name for line in lines for block, name in _BLOCKS if block.match(line)]
    while lines and not lines[-1].strip():
        lines.pop()
    return found + [later("an empty line inside a statement") for line in lines if not line.strip()]


def _tags(text: Text) -> Counter[str]:
    if "<" not in text.raw:
        return Counter()
    return Counter(_name(tag) for tag in HTML.findall(text.raw) if tag[0] == "<")


def _entities(text: Text) -> Counter[str]:
    if "&" not in text.raw:
        return Counter()
    return Counter(entity for entity in HTML.findall(text.raw) if entity[0] == "&")


def _name(tag: str) -> str:
    name = _TAG_NAME.match(tag)
    return name[0].lower() if name else tag


def _syntax(text: Text) -> Counter[str]:
    return Counter(TEMPLATE.findall(text.raw)) if any(mark in text.raw for mark in "{}<%") else Counter()


def _told(marks: Counter[str]) -> str:
    return ", ".join(f"{count} {mark}" for mark, count in sorted(marks.items())) or said("none")
