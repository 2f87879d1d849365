"""The JSON Schema of a descriptor, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from consentgen.model.catalogue import Catalogue
from consentgen.model.service import Service

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(catalogue: Catalogue) -> dict[str, Any]:
    """The schema of `services/*.yaml`, with the catalogue's keys as choices."""
    schema = Service.model_json_schema()
    schema = {"$schema": DIALECT, **schema, "title": "consentgen service descriptor"}
    schema["properties"]["consentgen"] = {
        "enum": [1, "1"],
        "description": "Version of this file format; always 1.",
    }
    return _complete(schema, catalogue)  # type: ignore[no-any-return] # a mapping stays a mapping


def _complete(node: Any, catalogue: Catalogue) -> Any:
    """`node` with catalogue keys filled in, and one value allowed where a list of texts may stand."""
    if isinstance(node, list):
        return [_complete(item, catalogue) for item in node]
    if not isinstance(node, dict):
        return node
    if "x-catalogue" in node:
        about = {key: value for key, value in node.items() if key != "x-catalogue"}
        return {**about, "type": "string", "enum": list(getattr(catalogue, node["x-catalogue"]))}
    done = {key: _complete(value, catalogue) for key, value in node.items() if key != "default"}
    if done.get("type") == "array" and "$ref" not in done.get("items", {}):
        one = done["items"]
        about = {key: done.pop(key) for key in ("description", "examples", "title") if key in done}
        return {**about, "anyOf": [done, one]}
    return done
