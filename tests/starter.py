"""The starter descriptors, changed as a test wants them, and what the stages make of them."""

from __future__ import annotations

import json
import re
import shutil
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from consentgen.build.prepare import Prepared, Preparer
from consentgen.build.project import Project
from consentgen.catalogue import load_catalogue
from consentgen.compose import Composer, Wording
from consentgen.descriptor import load_descriptor
from consentgen.evidence import Ledger, load_shipped
from consentgen.localise import SourceCatalog
from consentgen.model.finding import Finding
from consentgen.model.leaflet import Leaflet, Statement
from consentgen.model.service import Service
from consentgen.places import shipped
from consentgen.rules import Subject
from consentgen.source import Document, read_yaml

AS_OF = date(2026, 11, 23)
EPOCH = int(datetime(2026, 11, 23, tzinfo=UTC).timestamp())
FOLDER = shipped("templates") / "starter"
NAMES = tuple(sorted(file.stem for file in (FOLDER / "services").glob("*.yaml")))
WORKBOOK = "workbook-by-phone"

_GROUP = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


def text(name: str = WORKBOOK) -> str:
    """A starter descriptor as it ships."""
    return (FOLDER / "services" / f"{name}.yaml").read_text(encoding="utf-8")


def groups(source: str) -> dict[str, str]:
    """The lines of a descriptor by the field at the top that they belong to."""
    parts = [part for part in _GROUP.split(source) if part and not part.startswith("#")]
    return {part.partition(":")[0]: part for part in parts}


def with_lines(lines: str, source: str | None = None) -> str:
    """A descriptor with `lines` in place of its own fields of the same names."""
    return "".join({**groups(source or text()), **groups(lines)}.values())


def with_fields(fields: dict[str, Any], source: str | None = None) -> str:
    """A descriptor with other values in some fields, each named as in `waits.first_session`."""
    whole = values(source or text())
    for field, value in fields.items():
        *groups_above, name = field.split(".")
        _inside(whole, groups_above)[name] = value
    return json.dumps(whole, ensure_ascii=False)


def without(*fields: str, source: str | None = None) -> str:
    """A descriptor less some fields."""
    whole = values(source or text())
    for field in fields:
        *groups_above, name = field.split(".")
        del _inside(whole, groups_above)[name]
    return json.dumps(whole, ensure_ascii=False)


def values(source: str) -> dict[str, Any]:
    """What a descriptor holds, to be changed: what the reader gives is shared."""
    value = document(source).value
    assert isinstance(value, dict)
    return deepcopy(value)


def _inside(whole: dict[str, Any], path: list[str]) -> dict[str, Any]:
    for name in path:
        whole = whole[name]
    return whole


def document(source: str, label: str = "services/northtown.yaml") -> Document:
    """The document a text holds, which has to have no faults."""
    found, findings = read_yaml(source.encode(), label)
    assert found, findings
    assert not findings
    return found


def load(source: str) -> tuple[Service | None, list[Finding]]:
    """The service a descriptor holds, and what its reader finds."""
    loaded, findings = load_descriptor(document(source), load_catalogue())
    return loaded.service if loaded else None, findings


def service(source: str | None = None) -> Service:
    """The service of a descriptor without faults."""
    found, findings = load(source or text())
    assert found, findings
    return found


@cache
def wording() -> Wording:
    """The shipped wording, compiled once."""
    return Wording()


def compose(given: Service, *, ledger: Ledger | None = None, own: Wording | None = None) -> Leaflet:
    """The leaflet of a service, by the shipped wording and evidence unless others are given."""
    composer = Composer(load_catalogue(), ledger or load_shipped(), own or wording(), SourceCatalog(), AS_OF)
    return composer.compose(WORKBOOK, given)


def subject(source: str | None = None, **more: Any) -> Subject:
    """What a rule looks at, for a descriptor that can be loaded."""
    source = source or text()
    given = Subject(document(source), load_catalogue(), load_shipped(), AS_OF, service=service(source))
    return replace(given, **more)


def prepared(
    folder: Path, source: str, *, as_of: date = AS_OF, stamp_expired: bool | None = None
) -> Prepared:
    """What `check` makes of one descriptor, written into `folder`."""
    file = folder / "services" / f"{WORKBOOK}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(source, encoding="utf-8")
    alone = Project(folder, (file,), load_shipped(), wording())
    return Preparer(alone.with_expired(stamp_expired), as_of).prepare(file)


def codes(folder: Path, source: str) -> list[str]:
    """The codes of all findings in one descriptor, in order."""
    return [finding.code for finding in prepared(folder, source).findings]


def project(folder: Path, *names: str) -> Path:
    """A project folder with some of the starter descriptors."""
    (folder / "services").mkdir(parents=True)
    for name in names:
        shutil.copy(FOLDER / "services" / f"{name}.yaml", folder / "services")
    return folder


def by_id(leaflet: Leaflet, statement_id: str) -> Statement:
    """The first statement with an id.

    Raises:
        StopIteration: there is none.
    """
    return next(s for s in leaflet.statements() if s.id == statement_id)


def ids(leaflet: Leaflet) -> list[str]:
    """The ids of a leaflet's statements in reading order."""
    return [statement.id for statement in leaflet.statements()]
