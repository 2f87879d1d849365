"""The manifest: what was built from what, with the hash of every file."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
from consentgen.rules.disclosures import states

NAME = "manifest.json"
_PACKAGE = Path(__file__).resolve().parents[1]


def digest(data: bytes) -> str:
    """`sha256:` and the hash of some bytes."""
    return "sha256:" + sha256(data).hexdigest()


class Manifest:
    """What one build made; each leaflet's entry is kept as the text it will be written as."""

    def __init__(self, own: Path, out: Path, as_of: date, language: str = "") -> None:
        """Begin the manifest of a build.

        Args:
            own: the project folder, whose evidence and templates are inputs too.
            out: the folder that is written to; the manifest that stands there is read.
            as_of: the day the build is for.
            language: hash of the files of the leaflets' language; empty for English.
        """
        self.fixed = {
            "consentgen": __version__,
            "date": as_of.isoformat(),
            "inputs": {
                "wording": _wording_digest(),
                "data": _data_digest(),
                **({"language": language} if language else {}),
                **_inputs(own),
            },
        }
        self.files: set[str] = set()
        """Names of the files that are true after this build."""
        self.refused: list[dict[str, Any]] = []
        self._entries: list[str] = []
        self._before = Before(out)

    def add(self, prepared: Prepared, leaflet: Leaflet, artifacts: list[Artifact]) -> None:
        """Enter a leaflet that was written, with its files in other formats that are still true."""
        entry: dict[str, Any] = {
            "id": leaflet.id,
            "title": leaflet.title.text,
            "language": leaflet.language,
            "version": leaflet.version,
            "stamps": list(leaflet.stamps),
            **({} if leaflet.draft else {"signed": list(leaflet.signed)}),
            "descriptor": _entry(prepared.label, prepared.file.read_bytes()),
            "evidence": list(leaflet.evidence),
            "disclosures": states(leaflet),
        }
        files = [{**_entry(a.name, a.data), "media_type": a.media_type} for a in artifacts]
        made = {file["path"] for file in files}
        files += [file for file in self._before.still_true(self.fixed, entry) if file["path"] not in made]
        self.files |= {file["path"] for file in files}
        self._entries.append(_json({**entry, "files": files}))

    def refuse(self, prepared: Prepared) -> None:
        """Enter a descriptor that gave no leaflet."""
        errors = sorted({f.code for f in prepared.findings if f.severity == "error"})
        self.refused.append({"descriptor": prepared.label, "findings": errors})

    def stale(self) -> list[str]:
        """Names of files an earlier build listed and that are no longer true."""
        return [name for name in self._before.names() if name not in self.files]

    def data(self) -> Iterator[bytes]:
        """The manifest as JSON, a line for each leaflet; in parts, for it may be of any length."""
        yield f'{_json(self.fixed)[:-1]},\n "leaflets": ['.encode()
        for number, entry in enumerate(self._entries):
            yield f"{',' if number else ''}\n {entry}".encode()
        yield f'],\n "refused": {_json(self.refused)}}}\n'.encode()


class Before:
    """The manifest that stood in a folder before; whatever it holds, it is only believed where it is proved."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.held: dict[str, Any] = {}
        self.leaflets: dict[str, dict[str, Any]] = {}
        try:
            held = json.loads((folder / NAME).read_text("utf-8"))
            leaflets = {str(entry["id"]): entry for entry in held["leaflets"]}
            self.held, self.leaflets = held, {key: e for key, e in leaflets.items() if _listed(e) is not None}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return

    def names(self) -> list[str]:
        """Names of the files it lists."""
        return [file["path"] for entry in self.leaflets.values() for file in _listed(entry) or ()]

    def still_true(self, fixed: dict[str, Any], entry: dict[str, Any]) -> list[dict[str, Any]]:
        """Files of a leaflet that were made of the same inputs and stand there unchanged."""
        old = self.leaflets.get(entry["id"], {})
        same = all(self.held.get(key) == value for key, value in fixed.items())
        if not same or any(old.get(key) != value for key, value in entry.items()):
            return []
        return [file for file in _listed(old) or () if self._stands(file)]

    def _stands(self, file: dict[str, Any]) -> bool:
        name = file["path"]
        try:
            return Path(name).name == name and file == {
                **_entry(name, (self.folder / name).read_bytes()),
                "media_type": file.get("media_type"),
            }
        except OSError:
            return False


def _listed(entry: dict[str, Any]) -> list[dict[str, Any]] | None:
    """The files of an old entry; None where it does not list them as we do."""
    files = entry.get("files")
    whole = isinstance(files, list) and all(
        isinstance(f, dict) and isinstance(f.get("path"), str) for f in files
    )
    return files if whole else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


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
def _wording_digest() -> str:
    """One hash over the shipped wording and layouts."""
    return _digest_of(*(shipped("templates") / kind for kind in ("leaflet", "layout")))


@cache
def _data_digest() -> str:
    """One hash over the shipped catalogue and evidence."""
    return _digest_of(*(_PACKAGE / kind / "data" for kind in ("catalogue", "evidence")))


def _digest_of(*folders: Path) -> str:
    files = sorted(file for folder in folders for file in folder.iterdir() if file.is_file())
    return digest(b"".join(file.name.encode() + b"\0" + file.read_bytes() for file in files))
