"""The language of the command line: the first that is asked for and shipped, else English."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from consentgen.places import shipped
from consentgen.tongue import ENGLISH, Tongue, speak, wished


def choose(variables: Mapping[str, str]) -> None:
    """Speak the language the environment asks for; English where the terminal cannot write its letters."""
    chosen = tongue(shipped("locales"), variables)
    encodings = {getattr(stream, "encoding", None) or "utf-8" for stream in (sys.stdout, sys.stderr)}
    speak(chosen if all(_writes(encoding, chosen) for encoding in encodings) else ENGLISH)


def tongue(root: Path, variables: Mapping[str, str]) -> Tongue:
    """The language asked for, out of a folder of languages; English where its file is not whole."""
    for name in wished(variables):
        file = root / name / "LC_MESSAGES" / "consentgen-tool.po"
        if file.is_file():
            return _read(file, name)
    return ENGLISH


def _writes(encoding: str, chosen: Tongue) -> bool:
    try:
        "".join(form for forms in chosen.sentences.values() for form in forms).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _read(file: Path, locale: str) -> Tongue:
    from consentgen.localise.plurals import plural_forms
    from consentgen.localise.po import read_file
    from consentgen.source.yaml import INVISIBLE

    held, faults = read_file(file, file.name)
    if held is None or faults:
        return ENGLISH
    plural = plural_forms(locale)
    sentences = {
        entry.source[0]: entry.forms
        for entry in held.live
        if not entry.fuzzy
        and len(entry.forms) == (plural.count if entry.source[1] is not None else 1)
        and not INVISIBLE.search("".join(entry.forms))
    }
    return Tongue(sentences, plural.index, locale.replace("_", "-"))
