"""What flows between the stages cannot be changed on the way."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import is_dataclass
from typing import Any

import pytest
from pydantic import BaseModel

from consentgen import model

MODULES = [
    importlib.import_module(f"consentgen.model.{m.name}") for m in pkgutil.iter_modules(model.__path__)
]
VALUES: list[Any] = [
    kind
    for m in MODULES
    for _, kind in inspect.getmembers(m, inspect.isclass)
    if kind.__module__ == m.__name__
]


@pytest.mark.parametrize("kind", [k for k in VALUES if is_dataclass(k)], ids=lambda kind: kind.__name__)
def test_a_value_cannot_be_changed(kind: Any) -> None:
    assert kind.__dataclass_params__.frozen


@pytest.mark.parametrize(
    "kind", [k for k in VALUES if issubclass(k, BaseModel)], ids=lambda kind: kind.__name__
)
def test_a_part_of_a_service_cannot_be_changed_nor_hold_more(kind: Any) -> None:
    assert (True, "forbid") == (kind.model_config["frozen"], kind.model_config["extra"])


def test_there_are_values_to_look_at() -> None:
    assert 40 < len(VALUES)
