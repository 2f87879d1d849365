"""The tool's own messages in one module, for `pybabel extract`.

Besides calls of `said`, `counted` and `later`, within f-strings too, these are what click shows: the docstring
of a command, a paragraph a message; `help=` of an option; and the lines in the tables of verbs.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import IO, Any

from consentgen.cli.formatter import paragraphs
from consentgen.source import read_yaml

Extracted = tuple[int, str | None, tuple[str, ...], list[str]]
"""Line, function, its arguments, comments: what Babel asks of an extractor."""


def extract(
    fileobj: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],  # noqa: ARG001 - Babel hands it over
    options: Mapping[str, Any],  # noqa: ARG001 - Babel hands it over
) -> Iterator[Extracted]:
    """Every message of a module in the order of its lines: the method Babel calls.

    Args:
        fileobj: the module.
        keywords: functions Babel was told to look for.
        comment_tags: comments Babel was told to look for; there are none.
        options: from the mapping file; there are none.
    """
    module = ast.parse(fileobj.read())
    shown: list[Extracted] = [(line, None, (text,), []) for line, text in _shown(module)]
    yield from sorted([*_calls(module, keywords), *shown], key=lambda found: found[0])


def extract_fields(
    fileobj: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],  # noqa: ARG001 - Babel hands it over
    options: Mapping[str, Any],  # noqa: ARG001 - Babel hands it over
) -> Iterator[Extracted]:
    """Every message of the module of fields, and what each field holds that a finding may miss."""
    from consentgen.descriptor.fields import all_fields

    yield from sorted(_calls(ast.parse(fileobj.read()), keywords), key=lambda found: found[0])
    yield from ((1, None, (field.description,), []) for field in all_fields() if field.required)


def extract_words(
    fileobj: IO[bytes],
    keywords: Collection[str],  # noqa: ARG001 - Babel hands it over
    comment_tags: Collection[str],  # noqa: ARG001 - Babel hands it over
    options: Mapping[str, Any],  # noqa: ARG001 - Babel hands it over
) -> Iterator[Extracted]:
    """What is said of each entry of a list in YAML: its title, why it is there, what to write instead."""
    document, _ = read_yaml(fileobj.read(), "")
    lists = document.value if document and isinstance(document.value, dict) else {}
    for name, entries in lists.items():
        for number, entry in enumerate(entries if isinstance(entries, list) else ()):
            for key in ("title", "why", "instead"):
                if document and isinstance(text := entry.get(key), str):
                    yield document.place((name, number, key)).line, None, (text,), []


def _calls(module: ast.Module, keywords: Collection[str]) -> Iterator[Extracted]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and (name := ast.unparse(node.func)) in keywords:
            texts = tuple(text for _, text in _texts(node.args))
            yield node.lineno, name, texts, []


def _shown(module: ast.Module) -> Iterator[tuple[int, str]]:
    """What click shows of a module, with its lines."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            parts = paragraphs(ast.get_docstring(node) or "")
            yield from ((node.lineno, part) for part in parts if not part.startswith("\b"))
        elif isinstance(node, ast.keyword) and node.arg == "help":
            yield from _texts([node.value])
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and _is_table(node):
            yield from _texts(node.value.values)


def _makes_command(decorator: ast.expr) -> bool:
    return ast.unparse(decorator).startswith(("click.command(", "click.group("))


def _is_table(node: ast.Assign) -> bool:
    return ast.unparse(node.targets[0]) == "VERBS"


def _texts(nodes: Iterable[ast.expr]) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
