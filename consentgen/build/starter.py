"""A new project: the starter files, with the service's own name in them."""

from __future__ import annotations

import json
import re
from dataclasses import astuple, dataclass
from pathlib import Path

from consentgen.build.write import write_whole
from consentgen.catalogue import load_catalogue
from consentgen.descriptor import load_descriptor
from consentgen.descriptor.schema import json_schema
from consentgen.errors import BadAnswer, FolderNotEmpty
from consentgen.places import shipped
from consentgen.source import read_yaml
from consentgen.source.yaml import INVISIBLE
from consentgen.tongue import said


@dataclass(frozen=True, slots=True)
class Answers:
    """What a service says of itself when it starts."""

    service: str
    phone: str
    email: str


DEFAULTS = Answers("Northtown Talking Therapies", "01632 960 123", "hello@northtown.example")
"""The made-up service of the starter files; 01632 960 is a range kept free for fiction."""


def start(folder: Path, answers: Answers) -> list[str]:
    """Write a new project into `folder`; the paths written.

    Raises:
        FolderNotEmpty: something is there already.
        BadAnswer: an answer cannot stand in a descriptor.
        CannotWrite: a file could not be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(folder)
    for given in astuple(answers):
        if hidden := INVISIBLE.search(given):
            raise BadAnswer(f"U+{ord(hidden[0]):04X}", said("characters that can be seen"))
    base = shipped("templates") / "starter"
    files = {
        f.relative_to(base).as_posix(): f.read_text("utf-8") for f in sorted(base.rglob("*")) if f.is_file()
    }
    made = {name: _answered(text, answers) for name, text in files.items()}
    for name, text in made.items():
        if name.startswith("services/"):
            _must_read(text, name)
    made["schema/service.schema.json"] = json.dumps(json_schema(load_catalogue()), indent=1) + "\n"
    for name, text in made.items():
        write_whole(folder / name, text.encode())
    return list(made)


def _answered(text: str, answers: Answers) -> str:
    """`text` with the answers where the made-up service stood, in quotes where they are a whole value."""
    given = dict(zip(astuple(DEFAULTS), astuple(answers), strict=True))

    def answer(match: re.Match[str]) -> str:
        value: str = given[match[2]]
        if match[1]:
            return match[1] + (value if value == match[2] else json.dumps(value, ensure_ascii=False))
        return " ".join(re.sub(r"[:#]", " ", value.replace('"', "'")).split())

    if answers.phone.startswith("+"):
        # Relay UK takes a number as it is dialled in the United Kingdom.
        text = re.sub(r"\n *relay: .*", "", text)
    return re.sub(rf"(: )?({'|'.join(map(re.escape, given))})", answer, text)


def _must_read(text: str, name: str) -> None:
    document, findings = read_yaml(text.encode(), name)
    if document:
        findings = findings + load_descriptor(document, load_catalogue())[1]
    if findings:
        raise BadAnswer(findings[0].found or findings[0].what, findings[0].expected)
