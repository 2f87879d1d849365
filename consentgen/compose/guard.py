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
        fault = f"the block {node.name} cannot be overridden", "Override the block around it."
    if isinstance(node, nodes.For):
        loops += 1
        if loops > MAX_LOOPS or node.recursive:
            fault = f"more than {MAX_LOOPS} loops inside one another", "Take the inner loop out."
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
            return "a loop may go only over what a name stands for", "For instance: {% for step in steps %}."
        case nodes.For() if any(_supers(node)):
            return "super() stands in a loop", "Put it before or after the loop."
        case nodes.Block() if len(list(_supers(node))) > 1:
            return "super() stands twice in one block", "Keep one of the two."
    return None


def _fault(node: nodes.Node) -> tuple[str, str] | None:
    """What is wrong with one node, and the way out; None when it may stand."""
    way_out = "Templates may use {% text %}, {% if %}, {% for %}, {% block %} and {% extends %}."
    match node:
        case nodes.Call():
            inside = isinstance(node.node, nodes.ExtensionAttribute)
            parent = isinstance(node.node, nodes.Name) and node.node.name == "super"
            return None if inside or parent else ("calls are not allowed here", way_out)
        case nodes.Getattr() if node.attr.startswith("_"):
            return f"the attribute {node.attr} cannot be used", way_out
        case nodes.Name() if node.name.startswith("_"):
            return f"the name {node.name} cannot be used", way_out
        case nodes.Getitem() if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int):
            return None
        case nodes.Filter() if node.name not in _FILTERS:
            return f"the filter {node.name} cannot be used", f"Filters here: {', '.join(sorted(_FILTERS))}."
        case nodes.Test() if node.name not in _TESTS:
            return f"the test {node.name} cannot be used", f"Tests here: {', '.join(sorted(_TESTS))}."
        case nodes.Include() | nodes.Extends() if not isinstance(node.template, nodes.Const):
            return "the name of a template must be written out", 'For instance: {% extends "base.md.j2" %}.'
        case nodes.TemplateData() if not _STRUCTURE.fullmatch(node.data):
            words = " ".join(node.data.split())[:40]
            return (
                f"words stand outside a statement: {words!r}",
                'Put them in {% text "an.id" %}...{% endtext %}.',
            )
        case nodes.Output():
            return _output_fault(node)
        case _ if not isinstance(node, _ALLOWED):
            return f"{type(node).__name__} cannot be used here", way_out
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
            return "a value stands outside a statement", "Put it in a {placeholder} of a {% text %}."
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
