"""The wording: shipped templates with a project's own in front of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    nodes,
)
from jinja2.loaders import BaseLoader
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from consentgen.compose import guard
from consentgen.compose.blocks import Reads, names_read, reads_of
from consentgen.compose.tags import PAGE, Message, StatementTags
from consentgen.errors import BadWording
from consentgen.places import shipped
from consentgen.tongue import said

MAX_TEMPLATE_BYTES = 200_000
SUFFIX = ".md.j2"
FURNITURE, UNITS = f"furniture{SUFFIX}", f"units{SUFFIX}"
UNREADABLE = (TemplateError, RecursionError, MemoryError, SyntaxError, ValueError, ArithmeticError)
"""What Jinja, or the Python it writes, raises over a template that is too much for it."""


class Wording:
    """Every template of a project, compiled when first used."""

    def __init__(self, own: Path | None = None) -> None:
        self.environment = _Environment(_Folders(own))
        self._messages: dict[str, Message] = {}
        self._labels: dict[str, str] = {}

    def template(self, name: str) -> Template:
        """The compiled template called `name`.

        Raises:
            BadWording: it is missing, cannot be read, or does more than a template may.
        """
        try:
            return self.environment.get_template(name)
        except TemplateNotFound as error:
            fault = said("there is no such template")
            raise BadWording(*self.place(error, name), fault, self._known()) from None
        except TemplateSyntaxError as error:
            raise self._unreadable(error) from None
        except UNREADABLE as error:
            path = self.label(name)
            raise _too_much(path, error) from None

    def names_read(self, name: str, known: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The names each block of a template reads, those of the templates it extends among them.

        None where one of them cannot be used: whoever runs it is told why.
        """
        return names_read((self.environment.reads[each] for each in self.chain(name)), known)

    def chain(self, name: str) -> tuple[str, ...]:
        """A template and those it extends, itself first; none where one of them cannot be used."""
        chain: list[str] = []
        above: str | None = name
        while above and above not in chain:
            try:
                self.template(above)
            except BadWording:
                return ()
            chain.append(above)
            above = self.environment.extended[above]
        return tuple(chain)

    def stopped(self, error: Exception, name: str) -> BadWording:
        """What to say of an error that came up while the template called `name` ran."""
        if isinstance(error, TemplateSyntaxError):
            return self._unreadable(error)
        path, line = self.place(error, name)
        if isinstance(error, TemplateNotFound):
            fault = said("there is no template called {name}", name=error)
            return BadWording(path, line, fault, self._known())
        way_out = said("Compare it with the shipped templates: {folder}.", folder="templates/leaflet/")
        return BadWording(path, line, said("the template stopped: {reason}", reason=_why(error)), way_out)

    def place(self, error: BaseException, name: str) -> tuple[str, int]:
        """The template and its line that an error came from; Jinja rewrites tracebacks to show it."""
        path, line, step = self.label(name), 1, error.__traceback__
        while step:
            file = step.tb_frame.f_code.co_filename
            if file.endswith(SUFFIX):
                path, line = self.environment.folders.label_of(Path(file)), step.tb_lineno
            step = step.tb_next
        return path, line

    def label(self, name: str) -> str:
        """The path an author knows a template by."""
        if name not in self._labels:
            self._labels[name] = self.environment.folders.label(name)
        return self._labels[name]

    def _unreadable(self, error: TemplateSyntaxError) -> BadWording:
        way_out = said("Compare the tags with the shipped templates; each {% text %} needs {% endtext %}.")
        fault = said("the template cannot be read: {reason}", reason=error.message)
        name = error.name or "templates"
        if Path(name).is_absolute():  # Jinja's lexer gives the file for the name where a comment is left open
            name = self.environment.folders.label_of(Path(name))
        return BadWording(name if "/" in name else self.label(name), error.lineno, fault, way_out)

    def _known(self) -> str:
        return said("Templates here: {names}", names=", ".join(self.names()))

    def names(self) -> list[str]:
        """Names of all templates, shipped and own."""
        return self.environment.folders.list_templates()

    def own_names(self) -> list[str]:
        """Names of the project's own templates, sorted."""
        own = self.environment.folders.own
        return sorted(file.name for file in own.glob(f"*{SUFFIX}")) if own and own.is_dir() else []

    def declared(self) -> list[Message]:
        """Every statement of every template, in the order of their files, whatever was loaded before.

        A shipped template stands behind the project's own of the same name, which may show its sections.
        """
        own = set(self.own_names())
        names = [n for name in self.names() for n in ([name, f"leaflet/{name}"] if name in own else [name])]
        folders = self.environment.folders
        return [
            message
            for name in names
            if folders.has(name)
            for message in self.declared_in(folders.get_source(self.environment, name)[0], name)
        ]

    def declared_in(self, source: str, name: str) -> list[Message]:
        """Every statement of one template's text, in its order.

        Raises:
            BadWording: it cannot be read.
        """
        declared = self.environment.statements.declared
        before = len(declared)
        try:
            self.environment.parse(source, name)
        except TemplateSyntaxError as error:
            raise self._unreadable(error) from None
        except UNREADABLE as error:
            path = self.label(name)
            raise _too_much(path, error) from None
        return declared[before:]

    def unit(self, statement_id: str) -> Message:
        """The wording of a unit, for instance `unit.minute`."""
        if not self._messages:
            source, _, _ = self.environment.folders.get_source(self.environment, UNITS)
            self._messages = {m.id: m for m in self.declared_in(source, UNITS)}
        if statement_id not in self._messages:
            raise missing(statement_id, self.label(UNITS))
        return self._messages[statement_id]


@cache
def critical_ids() -> frozenset[str]:
    """Ids the shipped templates mark as critical; they stay so in whatever words a project has for them."""
    return frozenset(message.id for message in Wording().declared() if message.critical)


def _why(error: Exception) -> str:
    """What went wrong; Python words an endless recursion now one way, now another."""
    return said("it nests without end") if isinstance(error, RecursionError) else str(error)


def missing(statement_id: str, path: str) -> BadWording:
    """What to say of a template of the project that leaves out a statement every leaflet needs."""
    file = f"templates/leaflet/{path.rpartition('/')[2]}"
    way_out = said("Keep every statement of the shipped file: {file}.", file=file)
    return BadWording(path, 1, said("the statement {id} is missing", id=statement_id), way_out)


def _too_much(path: str, error: Exception) -> BadWording:
    fault = said("the template cannot be read: {reason}", reason=_why(error))
    return BadWording(path, 1, fault, said("Simplify it."))


class _Template(Template):
    """A template that says when it begins: includes can double the work with every template."""

    def new_context(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - Jinja's own name
        shared: bool = False,  # noqa: FBT001, FBT002 - Jinja's own signature
        locals: Mapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name
    ) -> Context:
        """The names of one run, counted on its page."""
        if vars and PAGE in vars:
            vars[PAGE].enter(self.name or "")
        return super().new_context(vars, shared, locals)


@dataclass(slots=True)
class _Block:
    """A block of a template, which the page runs unless it knows already what it gives."""

    name: str
    label: str
    run: Callable[[Context], Iterator[str]]

    def __call__(self, context: Context) -> Iterator[str]:
        """What it puts out."""
        yield context[PAGE].run(self.name, self.label, lambda: self.run(context))

    def __eq__(self, other: object) -> bool:
        """Jinja looks for the block that calls `super()` by its own function."""
        return other is self or other is self.run

    __hash__ = None  # type: ignore[assignment] # never a key


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja with our four tags, the guard, and nothing else."""

    template_class = _Template

    def __init__(self, folders: _Folders) -> None:
        super().__init__(
            loader=folders, extensions=[StatementTags], undefined=StrictUndefined, autoescape=False,
            # Optimising folds constants: templates may not compute, so there is nothing to fold.
            optimized=False,
            trim_blocks=True, lstrip_blocks=True, auto_reload=False, cache_size=200,
        )  # fmt: skip
        self.globals.clear()
        self.folders = folders
        self.reads: dict[str, dict[str, Reads]] = {}
        """What the blocks of each template read, by the template's name."""
        self.extended: dict[str, str | None] = {}
        """The template that each extends."""
        self._ready: dict[str, Template] = {}
        self._safe: set[tuple[type, str]] = set()
        """Attributes the sandbox has let through, by the type they belong to."""
        self.statements: StatementTags = self.extensions[StatementTags.identifier]  # type: ignore[assignment] # the class above

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002 - Jinja's own name
        """A compiled template, its blocks run by the page; names are whole, so no parent changes them."""
        ready = self._ready.get(name)
        if ready is None:
            ready = self._ready[name] = super().get_template(name, parent, globals)
            label = self.folders.label(name)
            ready.blocks = {block: _Block(block, label, run) for block, run in ready.blocks.items()}
        return ready

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute the sandbox allows; it decides by type and name, so it is asked once for each."""
        if (type(obj), attribute) in self._safe:
            return getattr(obj, attribute)
        value = super().getattr(obj, attribute)
        if not isinstance(value, Undefined) and not isinstance(obj, Mapping):
            self._safe.add((type(obj), attribute))
        return value

    def call(self, context: Context, called: Any, *args: Any, **_scope: Any) -> Any:
        """A call of one of our tags or of `super()`: the guard leaves no other in a template."""
        return called(*args)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        label = self.folders.label(name) if name else "template"
        before = len(self.statements.declared)
        template = super()._parse(source, label, filename)
        if not name or self.folders.is_own(name):
            # The shipped templates pass the same guard in the tests.
            guard.check(template, label)
            self.statements.mark(before, critical_ids())
        if name:
            self.reads[name] = reads_of(template)
            extends = next((node for node in template.body if isinstance(node, nodes.Extends)), None)
            above = extends.template if extends else None
            self.extended[name] = above.value if isinstance(above, nodes.Const) else None
        return template


class _Folders(BaseLoader):
    """A project's own templates first, then the shipped ones, which `leaflet/NAME` always reaches."""

    def __init__(self, own: Path | None) -> None:
        self.own, self.base = own, shipped("templates") / "leaflet"

    def _file(self, name: str) -> Path | None:
        plain = name.removeprefix("leaflet/")
        if "/" in plain or "\\" in plain or not plain.endswith(SUFFIX):
            return None
        own = self.own / plain if self.own and plain == name else None
        if own and (own.exists() or own.is_symlink()):
            return own
        base = self.base / plain
        return base if base.is_file() else None

    def has(self, name: str) -> bool:
        """Whether there is a template called `name`."""
        return self._file(name) is not None

    def label(self, name: str) -> str:
        """The path an author knows the template by."""
        file = self._file(name)
        return self.label_of(file) if file else f"templates/{name}"

    def label_of(self, file: Path) -> str:
        """The path an author knows a template's file by."""
        return f"templates/{file.name}" if file.parent == self.own else f"templates/leaflet/{file.name}"

    def is_own(self, name: str) -> bool:
        """Whether the template is the project's, not a shipped one."""
        file = self._file(name)
        return file is not None and self.own is not None and file.parent == self.own

    def get_source(self, environment: object, template: str) -> tuple[str, str | None, None]:
        """The text of a template, at most `MAX_TEMPLATE_BYTES` long."""
        file = self._file(template)
        if not file:
            raise TemplateNotFound(template)
        label = self.label(template)
        plain = file.is_file() and not file.is_symlink()
        if not plain or file.stat().st_size > MAX_TEMPLATE_BYTES:
            way_out = said("Use a plain file of at most {most} bytes.", most=f"{MAX_TEMPLATE_BYTES:,}")
            raise BadWording(label, 1, said("the template is a link, a folder or too large"), way_out)
        try:
            return file.read_text("utf-8"), str(file), None
        except UnicodeDecodeError:
            fault = said("the template is not UTF-8 text")
            raise BadWording(label, 1, fault, said("Save it as UTF-8.")) from None
        except OSError as error:
            fault = said("the template cannot be read: {reason}", reason=error.strerror)
            raise BadWording(label, 1, fault, said("Check that you may read it.")) from None

    def list_templates(self) -> list[str]:
        """Names of all templates, sorted."""
        folders = [self.base, *([self.own] if self.own and self.own.is_dir() else [])]
        return sorted({file.name for folder in folders for file in folder.glob(f"*{SUFFIX}")})
