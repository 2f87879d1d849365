"""The fields a descriptor has, read off the model: for messages, the schema and the reference page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from consentgen.model.service import Service
from consentgen.source.yaml import Path_
from consentgen.tongue import said


@dataclass(frozen=True, slots=True)
class Field:
    """One field as an author meets it."""

    name: str
    """Full name, for instance `sessions.length`; `[]` stands for each item of a list."""
    description: str
    sample: str
    """An example value, empty for a group of fields."""
    required: bool
    group: type[BaseModel] | None
    """The group it holds, if it is one."""
    many: bool
    """Whether a list may stand here."""

    def advice(self, key: str) -> str:
        """What to add where the field is missing, with an example."""
        if not self.group:
            return said("Add: {field}", field=f"{key}: {self.sample}")
        inner = [
            f"{name}: {example(info)}" for name, info in self.group.model_fields.items() if info.is_required()
        ]
        if not inner:
            return said("Add: {field}", field=f"{key}:")
        return said("Add: {field} with {inner}", field=f"{key}:", inner="; ".join(inner))


def example(info: FieldInfo) -> str:
    """The first example of a field, empty where it has none."""
    return str(info.examples[0]) if info.examples else "..."


def group_of(annotation: Any) -> type[BaseModel] | None:
    """The group of fields inside an annotation such as `list[Option]` or `Name | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        if group := group_of(inner):
            return group
    return None


def field_at(path: Path_) -> Field | None:
    """The field at `path`, or None where the format has none."""
    group: type[BaseModel] | None = Service
    info: FieldInfo | None = None
    names: list[str] = []
    for step in path:
        if isinstance(step, int):
            continue
        if group is None or step not in group.model_fields:
            return None
        info = group.model_fields[step]
        names.append(step)
        group = group_of(info.annotation)
    return _field(".".join(names), info) if info else None


def known_fields(path: Path_) -> list[str]:
    """Names of the fields that may stand inside `path`, in the order of the format."""
    if not path:
        return list(Service.model_fields)
    field = field_at(path)
    return list(field.group.model_fields) if field and field.group else []


def all_fields(group: type[BaseModel] = Service, prefix: str = "") -> Iterator[Field]:
    """Every field of the format in order, groups before what they hold."""
    for name, info in group.model_fields.items():
        field = _field(prefix + name, info)
        yield field
        if field.group:
            yield from all_fields(field.group, field.name + ("[]." if field.many else "."))


def _field(name: str, info: FieldInfo) -> Field:
    group = group_of(info.annotation)
    sample = "" if group else example(info)
    description = (
        info.description or (group.__doc__ or "").strip().splitlines()[0] if group else info.description
    )
    many = "list[" in str(info.annotation)
    return Field(name, description or "", sample, info.is_required(), group, many)
