"""The wording: shipped templates with a project's own in front of them."""

from __future__ import annotations

from pathlib import Path

from jinja2 import StrictUndefined, Template, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.loaders import BaseLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from consentgen.compose import guard
from consentgen.compose.tags import Message, StatementTags
from consentgen.errors import BadWording
from consentgen.places import shipped

MAX_TEMPLATE_BYTES = 200_000
SUFFIX = ".md.j2"
FURNITURE, UNITS = f"furniture{SUFFIX}", f"units{SUFFIX}"


class Wording:
    """Every template of a project, compiled when first used."""

    def __init__(self, own: Path | None = None) -> None:
        self.environment = _Environment(_Folders(own))
        self._messages: dict[str, Message] = {}

    def template(self, name: str) -> Template:
        """The compiled template called `name`.

        Raises:
            BadWording: it is missing, cannot be read, or does more than a template may.
        """
        try:
            return self.environment.get_template(name)
        except TemplateNotFound as error:
            way_out = f"Templates here: {', '.join(self.names())}"
            raise BadWording(str(error), 1, "there is no such template", way_out) from None
        except TemplateSyntaxError as error:
            way_out = "Compare the tags with the shipped templates; each {% text %} needs {% endtext %}."
            fault = f"the template cannot be read: {error.message}"
            raise BadWording(error.name or name, error.lineno, fault, way_out) from None
        except (TemplateError, RecursionError) as error:
            raise BadWording(name, 1, f"the template cannot be read: {error}", "Simplify it.") from None

    def names(self) -> list[str]:
        """Names of all templates, shipped and own."""
        return self.environment.folders.list_templates()

    def own_names(self) -> list[str]:
        """Names of the project's own templates, sorted."""
        own = self.environment.folders.own
        return sorted(file.name for file in own.glob(f"*{SUFFIX}")) if own and own.is_dir() else []

    def declared(self) -> list[Message]:
        """Every statement of every template, in the order of their files."""
        for name in self.names():
            self.template(name)
        return self.environment.statements.declared

    def unit(self, statement_id: str) -> Message:
        """The wording of a unit, for instance `unit.minute`."""
        if not self._messages:
            declared = self.environment.statements.declared
            before = len(declared)
            source, filename, _ = self.environment.folders.get_source(self.environment, UNITS)
            self.environment.parse(source, UNITS, filename)
            self._messages = {m.id: m for m in declared[before:]}
        return self._messages[statement_id]


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja with our four tags, the guard, and nothing else."""

    def __init__(self, folders: _Folders) -> None:
        super().__init__(
            loader=folders, extensions=[StatementTags], undefined=StrictUndefined, autoescape=False,
            # Optimising folds constants: templates may not compute, so there is nothing to fold.
            optimized=False,
            trim_blocks=True, lstrip_blocks=True, auto_reload=False, cache_size=200,
        )  # fmt: skip
        self.globals.clear()
        self.folders = folders
        self.statements: StatementTags = self.extensions[StatementTags.identifier]  # type: ignore[assignment] # the class above

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        label = self.folders.label(name) if name else "template"
        template = super()._parse(source, label, filename)
        if not name or self.folders.is_own(name):
            # The shipped templates pass the same guard in the tests.
            guard.check(template, label)
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
        if own and own.is_file():
            return own
        base = self.base / plain
        return base if base.is_file() else None

    def label(self, name: str) -> str:
        """The path an author knows the template by."""
        return (
            f"templates/{name}" if self.is_own(name) else f"templates/leaflet/{name.removeprefix('leaflet/')}"
        )

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
        if file.is_symlink() or file.stat().st_size > MAX_TEMPLATE_BYTES:
            way_out = f"Use a plain file of at most {MAX_TEMPLATE_BYTES:,} bytes."
            raise BadWording(label, 1, "the template is a link or too large", way_out)
        try:
            return file.read_text("utf-8"), str(file), None
        except UnicodeDecodeError:
            raise BadWording(label, 1, "the template is not UTF-8 text", "Save it as UTF-8.") from None

    def list_templates(self) -> list[str]:
        """Names of all templates, sorted."""
        folders = [self.base, *([self.own] if self.own and self.own.is_dir() else [])]
        return sorted({file.name for folder in folders for file in folder.glob(f"*{SUFFIX}")})
