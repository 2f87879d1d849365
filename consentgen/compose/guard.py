"""What a wording template may do: choose and repeat, never compute, call or reach.

An allow-list over the template's syntax tree, on top of Jinja's sandbox: the sandbox stops
escapes but not work without end (nested ranges, `'x' * 2e9`), so what could cause it is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import nodes

from consentgen.compose.tags import hidden_block
from consentgen.errors import BadWording
from consentgen.tongue import later, said

MAX_LOOPS = 2
"""Loops inside one another."""
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.If,
    nodes.For, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.Keyword, nodes.Include, nodes.Extends, nodes.Block, nodes.Dict, nodes.Pair, nodes.List,
    nodes.Tuple, nodes.ContextReference, nodes.ExtensionAttribute, nodes.CallBlock,
)  # fmt: skip
_FILTERS = {"length", "first", "last"}
_TESTS = {"defined", "none", "in"}
_STRUCTURE = re.compile(r"[\s#:\-]*|\s*(?:\d+\.\s*)?")
"""Markdown that may stand outside a statement: headings, list marks, definition marks."""


_MAY_USE = later("Templates may use {% text %}, {% if %}, {% for %}, {% block %} and {% extends %}.")


def check(template: nodes.Template, path: str) -> None:
    """Refuse a template that does more than choose and repeat.

    Raises:
        BadWording: with the line and the way out.
    """
    _visit(template, path, loops=0)


def _visit(node: nodes.Node, path: str, loops: int) -> None:
    fault = _fault(node)
    if (
        isinstance(node, nodes.Block)
        and node.name.startswith("_")
        and not node.name.startswith(hidden_block(path))
    ):
        fault = (
            said("the block {name} cannot be overridden", name=node.name),
            said("Override the block around it."),
        )
    if isinstance(node, nodes.For):
        loops += 1
        if loops > MAX_LOOPS or node.recursive:
            fault = (
                said("more than {most} loops inside one another", most=MAX_LOOPS),
                said("Take the inner loop out."),
            )
    if fault:
        raise BadWording(path, _line(node), *fault)
    for child in node.iter_child_nodes():
        _visit(child, path, loops)
    if fault := _endless(node):
        raise BadWording(path, _line(node), *fault)


def _endless(node: nodes.Node) -> tuple[str, str] | None:
    """What is wrong with a loop or a block that could be made to work without end."""
    match node:
        case nodes.For() if not isinstance(node.iter, nodes.Name | nodes.Getattr):
            example = said("For instance: {example}.", example="{% for step in steps %}")
            return said("a loop may go only over what a name stands for"), example
        case nodes.For() if any(_supers(node)):
            return said("{item} stands in a loop", item="super()"), said("Put it before or after the loop.")
        case nodes.Block() if len(list(_supers(node))) > 1:
            return said("{item} stands twice in one block", item="super()"), said("Keep one of the two.")
    return None


def _fault(node: nodes.Node) -> tuple[str, str] | None:
    """What is wrong with one node, and the way out; None when it may stand."""
    match node:
        case nodes.Call():
            inside = isinstance(node.node, nodes.ExtensionAttribute)
            parent = isinstance(node.node, nodes.Name) and node.node.name == "super"
            return None if inside or parent else (said("calls are not allowed here"), said(_MAY_USE))
        case nodes.Getattr() if node.attr.startswith("_"):
            return said("the attribute {name} cannot be used", name=node.attr), said(_MAY_USE)
        case nodes.Name() if node.name.startswith("_"):
            return said("the name {name} cannot be used", name=node.name), said(_MAY_USE)
        case nodes.Getitem() if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int):
            return None
        case nodes.Filter() if node.name not in _FILTERS:
            way_out = said("Filters here: {names}.", names=", ".join(sorted(_FILTERS)))
            return said("the filter {name} cannot be used", name=node.name), way_out
        case nodes.Test() if node.name not in _TESTS:
            way_out = said("Tests here: {names}.", names=", ".join(sorted(_TESTS)))
            return said("the test {name} cannot be used", name=node.name), way_out
        case nodes.Include() | nodes.Extends() if not isinstance(node.template, nodes.Const):
            example = said("For instance: {example}.", example='{% extends "base.md.j2" %}')
            return said("the name of a template must be written out"), example
        case nodes.TemplateData() if not _STRUCTURE.fullmatch(node.data):
            words = " ".join(node.data.split())[:40]
            way_out = said("Put them in {tag}.", tag='{% text "an.id" %}...{% endtext %}')
            return said("words stand outside a statement: {words}", words=repr(words)), way_out
        case nodes.Output():
            return _output_fault(node)
        case _ if not isinstance(node, _ALLOWED):
            return said("{name} cannot be used here", name=type(node).__name__), said(_MAY_USE)
    return None


def _supers(node: nodes.Node) -> Iterator[nodes.Name]:
    """Each `super()` of a block or loop, less those of the blocks inside it.

    With two of them in every template of a chain, the work doubles with each template.
    """
    for child in node.iter_child_nodes():
        called = child.node if isinstance(child, nodes.Call) else None
        if isinstance(called, nodes.Name) and called.name == "super":
            yield called
        elif not isinstance(child, nodes.Block):
            yield from _supers(child)


def _output_fault(node: nodes.Output) -> tuple[str, str] | None:
    for part in node.nodes:
        if not isinstance(part, nodes.TemplateData | nodes.Call):
            way_out = said(
                "Put it in a {placeholder} of a {tag}.", placeholder="{placeholder}", tag="{% text %}"
            )
            return said("a value stands outside a statement"), way_out
    return None


def _line(node: nodes.Node) -> int:
    """The line of what is wrong: words and values may stand lines below the start of their node."""
    match node:
        case nodes.TemplateData(data=data):
            structure = _STRUCTURE.match(data)
            return node.lineno + data.count("\n", 0, structure.end() if structure else 0)
        case nodes.Output():
            return next(
                part.lineno for part in node.nodes if not isinstance(part, nodes.TemplateData | nodes.Call)
            )
        case _:
            return node.lineno
