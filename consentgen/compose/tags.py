"""The tags of a wording template: `text`, `box`, `icons`, `lines` and `same`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context

from consentgen.compose.inline import PLACEHOLDER
from consentgen.errors import BadWording
from consentgen.source.yaml import INVISIBLE
from consentgen.tongue import said

PAGE = "_page"
"""Name under which the statements of one leaflet are gathered while its template runs."""
OPEN, SHUT, MARK, TWIN = "\ue000", "\ue001", "\ue002", "\ue003"
"""A statement stands in the page as OPEN SHUT, the same in English as TWIN SHUT, a block's edge as MARK word SHUT.

Their order numbers them.
"""
COUNTED = {"count", "share", "high"}
"""Placeholders whose number chooses the plural form."""
_NOTES = ("note", "tells")
_FLAGS = ("critical", "unknown")
_NO_NAME = re.compile(r"\W")
_ID = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


def hidden_block(path: str) -> str:
    """What the names of the blocks begin with that `same` makes in the template at `path`."""
    return f"_same_{_NO_NAME.sub('_', path)}"


@dataclass(frozen=True, slots=True)
class Message:
    """A statement as it is declared in a template."""

    id: str
    body: str
    plural: str | None
    placeholders: tuple[str, ...]
    note: str
    """For translators: what the placeholders mean, with an example."""
    tells: tuple[str, ...]
    critical: bool
    unknown: bool
    path: str
    line: int

    @property
    def source(self) -> tuple[str, str | None]:
        """The wording, and its plural."""
        return self.body, self.plural


class StatementTags(Extension):
    """Reads the tags and hands what they hold to the page."""

    tags = {"text", "box", "icons", "lines", "same"}  # noqa: RUF012 - Jinja's own declaration

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.declared: list[Message] = []
        """Every statement of every template parsed; a compiled template refers to it by number."""

    def mark(self, first: int, critical: Collection[str]) -> None:
        """Mark the statements declared from number `first` on as critical where their id is among `critical`."""
        told = self.declared[first:]
        self.declared[first:] = [replace(m, critical=True) if m.id in critical else m for m in told]

    def parse(self, parser: Parser) -> nodes.Node:
        """The node a tag stands for."""
        line = next(parser.stream)
        reader: Callable[[Parser, int], nodes.Node] = getattr(self, f"_{line.value}")
        return reader(parser, line.lineno)

    def _text(self, parser: Parser, line: int) -> nodes.Node:
        path = parser.name or "template"
        identity = parser.stream.expect("string").value
        arguments: dict[str, nodes.Expr] = {}
        while parser.stream.skip_if("comma"):
            name = parser.stream.expect("name").value
            parser.stream.expect("assign")
            arguments[name] = parser.parse_expression()
        body, plural = self._bodies(parser, path, line)
        flags = {name: _constant(arguments.pop(name, None), name, path, line) for name in (*_NOTES, *_FLAGS)}
        message = Message(
            identity, body, plural, tuple(arguments), flags["note"] or "",
            tuple((flags["tells"] or "").split()), bool(flags["critical"]), bool(flags["unknown"]), path, line,
        )  # fmt: skip
        _check_placeholders(message)
        self.declared.append(message)
        values = nodes.Dict([nodes.Pair(nodes.Const(k), v) for k, v in arguments.items()])
        parts = [nodes.ContextReference(), nodes.Const(len(self.declared) - 1), values]
        return nodes.Output([self.call_method("_emit", parts)]).set_lineno(line)

    def _bodies(self, parser: Parser, path: str, line: int) -> tuple[str, str | None]:
        first = parser.parse_statements(("name:plural", "name:endtext"))
        plural = None
        if parser.stream.current.test("name:plural"):
            next(parser.stream)
            plural = _plain(parser.parse_statements(("name:endtext",)), path, line)
        next(parser.stream)
        return _plain(first, path, line), plural

    def _box(self, parser: Parser, line: int) -> nodes.Node:
        kind = parser.stream.expect("string").value
        inside = parser.parse_statements(("name:endbox",), drop_needle=True)
        return self._around(f"box {kind}", inside, line)

    def _icons(self, parser: Parser, line: int) -> nodes.Node:
        whole = parser.parse_expression()
        inside = parser.parse_statements(("name:endicons",), drop_needle=True)
        call = self.call_method("_picture", [nodes.ContextReference(), whole])
        return self._around(call, inside, line)

    def _lines(self, parser: Parser, line: int) -> nodes.Node:
        count = parser.stream.expect("integer").value
        return self._edge(f"lines {count}", line)

    def _same(self, parser: Parser, line: int) -> nodes.Node:
        """What stands between `same` and `endsame`, as a block that nobody can override.

        It changes nothing on the page: it is run once for all leaflets that give it the same values.
        """
        inside = parser.parse_statements(("name:endsame",), drop_needle=True)
        name = f"{hidden_block(parser.name or '')}_{line}"
        return nodes.Block(name, inside, False, False).set_lineno(line)  # noqa: FBT003 - Jinja's node: not scoped, not required

    def _edge(self, mark: str, line: int) -> nodes.Node:
        return nodes.Output([self.call_method("_mark", [nodes.Const(mark)])]).set_lineno(line)

    def _around(self, opening: str | nodes.Expr, inside: list[nodes.Node], line: int) -> nodes.Node:
        first = self._edge(opening, line) if isinstance(opening, str) else nodes.Output([opening])
        always = nodes.If(nodes.Const(True), [first, *inside, self._edge("end", line)], [], [])  # noqa: FBT003 - Jinja's node
        return always.set_lineno(line)

    def _emit(self, context: Context, index: int, values: dict[str, Any]) -> str:
        twin = context[PAGE].add(self.declared[index], values)
        return f"{OPEN}{SHUT}{TWIN}{SHUT}\n" if twin else f"{OPEN}{SHUT}\n"

    def _picture(self, context: Context, value: object) -> str:
        context[PAGE].add_whole(value)
        return self._mark("icons")

    def _mark(self, word: str) -> str:
        return f"\n\n{MARK}{word}{SHUT}\n\n"


def _plain(body: list[nodes.Node], path: str, line: int) -> str:
    parts: list[str] = []
    for node in body:
        inside = node.nodes if isinstance(node, nodes.Output) else [node]
        for part in inside:
            if not isinstance(part, nodes.TemplateData):
                fault = said("a statement holds only words and {placeholders}")
                way_out = said("Write a {placeholder}, and choose between statements outside the tag.")
                raise BadWording(path, line, fault, way_out)
            parts.append(part.data)
    return " ".join("".join(parts).split())


def _constant(node: nodes.Expr | None, name: str, path: str, line: int) -> Any:
    if node is None:
        return None
    value = node.value if isinstance(node, nodes.Const) else None
    if not isinstance(value, bool if name in _FLAGS else str):
        example = f"{name}=true" if name in _FLAGS else f'{name}="dose"'
        way_out = said("For instance: {example}.", example=example)
        raise BadWording(path, line, said("{name} must be written out", name=f"{name}="), way_out)
    return value


def _check_placeholders(message: Message) -> None:
    declared, words = set(message.placeholders), f"{message.body} {message.plural or ''}"
    fault = way_out = ""
    if not message.body:
        fault = said("the statement {id} is empty", id=message.id)
        way_out = said("Write its words between the tags.")
    elif missing := sorted(set(PLACEHOLDER.findall(words)) - declared):
        fault = said(
            "the statement {id} uses {name}, which its tag does not declare",
            id=message.id,
            name=f"{{{missing[0]}}}",
        )
        way_out = said("Declare it in the tag: {example}", example=f"{missing[0]}=...")
    elif set("{}") & set(PLACEHOLDER.sub("", words)):
        fault = said("the statement {id} holds a stray brace", id=message.id)
        way_out = said("A placeholder is {small_letters}.")
    elif INVISIBLE.search(words):
        fault = said("the statement {id} holds characters that nobody can see", id=message.id)
        way_out = said("Type the words again.")
    elif not _ID.fullmatch(message.id):
        fault = said("the statement {id} needs another id", id=message.id)
        way_out = said('Use small letters, digits and full stops: "{example}".', example="costs.fee")
    elif message.plural and len(COUNTED & declared) != 1:
        fault = said("the statement {id} has a plural but no single counted number", id=message.id)
        way_out = said("Count exactly one thing: count=, share=, or low= with high=.")
    if fault:
        raise BadWording(message.path, message.line, fault, way_out)
