"""The manifest: what was built from what, with the hash of every file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from consentgen import __version__
from consentgen.build.prepare import Prepared
from consentgen.model.artifact import Artifact
from consentgen.model.finding import shorten
from consentgen.model.leaflet import Leaflet
from consentgen.places import shipped
from consentgen.rules.disclosures import matrix

NAME = "manifest.json"


def digest(data: bytes) -> str:
    """`sha256:` and the hash of some bytes."""
    return "sha256:" + sha256(data).hexdigest()


@dataclass(slots=True)
class Manifest:
    """What one build made."""

    as_of: date
    leaflets: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)

    def add(self, prepared: Prepared, leaflet: Leaflet, artifacts: list[Artifact]) -> None:
        """Enter a leaflet that was written."""
        self.leaflets.append(
            {
                "id": leaflet.id,
                "title": leaflet.title.text,
                "language": leaflet.language,
                "version": leaflet.version,
                "stamps": list(leaflet.stamps),
                "descriptor": _entry(prepared.label, prepared.file.read_bytes()),
                "evidence": list(leaflet.evidence),
                "disclosures": {told.disclosure.id: told.state for told in matrix(leaflet)},
                "files": [{**_entry(a.name, a.data), "media_type": a.media_type} for a in artifacts],
            }
        )

    def refuse(self, prepared: Prepared) -> None:
        """Enter a descriptor that gave no leaflet."""
        errors = sorted({f.code for f in prepared.findings if f.severity == "error"})
        self.refused.append({"descriptor": prepared.label, "findings": errors})

    def data(self, own: Path) -> bytes:
        """The manifest as JSON.

        Args:
            own: the project folder, whose evidence and templates are inputs too.
        """
        made = {
            "consentgen": __version__,
            "date": self.as_of.isoformat(),
            "inputs": {"wording": shipped_digest(), **_inputs(own)},
            "leaflets": self.leaflets,
            "refused": self.refused,
        }
        return (json.dumps(made, indent=1, ensure_ascii=False) + "\n").encode()


def _entry(path: str, data: bytes) -> dict[str, Any]:
    return {"path": path, "sha256": digest(data), "bytes": len(data)}


def _inputs(own: Path) -> dict[str, str]:
    files = [*own.glob("evidence/*.y*ml"), *own.glob("templates/*.j2"), own / "consentgen.yaml"]
    found = {}
    for file in sorted(filter(Path.is_file, files)):
        try:
            found[shorten(file.relative_to(own).as_posix(), 300)] = digest(file.read_bytes())
        except OSError:  # not ours to read; the project's findings tell of it
            continue
    return found


@cache
def shipped_digest() -> str:
    """One hash over the shipped wording and layouts."""
    files = sorted(p for kind in ("leaflet", "layout") for p in (shipped("templates") / kind).iterdir())
    return digest(b"".join(f.name.encode() + b"\0" + f.read_bytes() for f in files))


def old_files(folder: Path) -> dict[str, list[str]]:
    """File names by leaflet id, as the manifest that stands in `folder` lists them."""
    try:
        held = json.loads((folder / NAME).read_text("utf-8"))
        listed = {entry["id"]: [f["path"] for f in entry["files"]] for entry in held["leaflets"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return {key: [name for name in names if isinstance(name, str)] for key, names in listed.items()}
