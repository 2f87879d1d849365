"""Faults caught and false alarms raised: our check of translations beside those of three other tools."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from babel.messages.catalog import Catalog, Message, TranslationError
from babel.messages.checkers import num_plurals, python_format
from babel.messages.pofile import read_po as babel_po

from consentgen.localise.checks import check_translation
from consentgen.localise.entry import Entry, PoFile
from consentgen.localise.header import header
from consentgen.localise.message import SourceMessage
from consentgen.localise.plurals import PINNED
from consentgen.localise.po import read_po, write_po
from consentgen.model.finding import Place, Severity
from tests.planted.cases import Case, expected, faults, sound

from .measure import Bench, Table

ALL = tuple(Severity)
TOOLKIT = {"zh_Hans": "zh_CN"}
"""What the Translate Toolkit calls a language otherwise than we do."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One PO file on disk."""

    locale: str
    file: Path


Alarms = Callable[[Sequence[Catalogue]], int]
"""How many entries a tool complains about."""


def checkers(bench: Bench) -> Table:
    """Every planted fault and sound translation in a file of its own, and Django's catalogues as they ship."""
    planted = _written(bench.folder / "planted", faults())
    clean = _written(bench.folder / "sound", sound())
    real = _django()
    tools: dict[str, Alarms] = {
        "consentgen, everything": partial(_ours, least=ALL),
        "consentgen, errors alone": partial(_ours, least=(Severity.ERROR,)),
        "`msgfmt -c`": _msgfmt,
        f"`pofilter` {version('translate-toolkit')}": _pofilter,
        f"Babel {version('babel')}, its two checkers": _babel,
    }
    table = Table(
        "Checks of translations",
        f"Django {version('django')}: {_entries(real):,} translated entries in {len({c.locale for c in real})} "
        "of our languages. Babel ships no catalogue. Any complaint about an entry counts, whatever it says.",
        columns=(
            "", f"faults caught of {len(planted)}", f"alarms on {len(clean)} sound translations",
            "entries complained about in Django", "seconds",
        ),
    )  # fmt: skip
    for name, alarms in tools.items():
        start = perf_counter()
        counts = [alarms(catalogues) for catalogues in (planted, clean, real)]
        table.rows.append((name, *map(str, counts), f"{perf_counter() - start:.1f}"))
    return table


def _written(folder: Path, cases: Iterable[Case]) -> list[Catalogue]:
    """Each case as a catalogue; placeholders flagged, so that gettext looks at them."""
    made = []
    for number, case in enumerate(cases):
        flags = ("python-brace-format",) if "{" in case.english else ()
        forms = case.forms if case.plural else case.forms[:1]
        entry = Entry("planted", (case.english, case.plural), forms, flags)
        file = folder / case.language / f"{number:03}.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(write_po(PoFile(file.name, header(case.language), (entry,))))
        made.append(Catalogue(case.language, file))
    return made


def _django() -> list[Catalogue]:
    """The catalogues in Django's package, in our languages."""
    spec = find_spec("django")
    if not spec or not spec.submodule_search_locations:
        raise SystemExit("Install the peers first: pip install -e '.[bench]'")
    root = Path(spec.submodule_search_locations[0])
    return [
        Catalogue(locale, file)
        for locale in sorted(set(PINNED) - {"en"})
        for file in sorted(root.rglob(f"locale/{locale}/LC_MESSAGES/*.po"))
    ]


def _read(catalogue: Catalogue) -> list[Entry]:
    """The translated entries of a catalogue that nobody marked fuzzy."""
    held, _ = read_po(catalogue.file.read_bytes(), catalogue.file.name)
    return [e for e in held.live if e.source[0] and not e.fuzzy] if held else []


def _entries(catalogues: Sequence[Catalogue]) -> int:
    return sum(entry.has_words for catalogue in catalogues for entry in _read(catalogue))


def _ours(catalogues: Sequence[Catalogue], *, least: Sequence[Severity]) -> int:
    """Ours; Django's own plural rule is taken where it counts otherwise, as ours would be in its place."""
    alarmed = 0
    for catalogue in catalogues:
        django = "django" in catalogue.file.parts
        known = expected(catalogue.locale)
        for entry in _read(catalogue):
            if django and (not entry.has_words or len(entry.forms) not in (1, known.plurals.count)):
                continue
            source = SourceMessage("", *entry.source, (), "", critical=False, place=Place(""))
            translation = replace(entry.translation(""), id="")
            alarmed += any(f.severity in least for f in check_translation(source, translation, known))
    return alarmed


def _msgfmt(catalogues: Sequence[Catalogue]) -> int:
    """GNU gettext: one complaint a line of the file; what it misses in the header is not counted."""
    complaints = 0
    for catalogue in catalogues:
        command = ["msgfmt", "--check", "--output-file=/dev/null", str(catalogue.file)]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stderr.splitlines()
        about = [
            line for line in said if line.startswith(f"{catalogue.file}:") and "header field" not in line
        ]
        complaints += len({line.removeprefix(f"{catalogue.file}:").partition(":")[0] for line in about})
    return complaints


def _pofilter(catalogues: Sequence[Catalogue]) -> int:
    """The Translate Toolkit: it writes out every entry that fails one of its tests."""
    with TemporaryDirectory(prefix="consentgen-") as folder:
        return sum(_failing(catalogue, Path(folder) / f"{n}.po") for n, catalogue in enumerate(catalogues))


def _failing(catalogue: Catalogue, out: Path) -> int:
    language = TOOLKIT.get(catalogue.locale, catalogue.locale)
    command = [
        sys.executable, "-m", "translate.filters.pofilter", "--progress=none", "--nofuzzy",
        f"--language={language}", str(catalogue.file), str(out),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=False)
    return len(_read(Catalogue(catalogue.locale, out))) if out.exists() else 0


def _babel(catalogues: Sequence[Catalogue]) -> int:
    """Babel's own two checkers, and its reader's warnings; ours, which stands in its list too, is left out."""
    alarmed = 0
    for catalogue in catalogues:
        with redirect_stdout(StringIO()) as said:
            held = babel_po(BytesIO(catalogue.file.read_bytes()))
        alarmed += said.getvalue().count("WARNING: msg")
        alarmed += sum(_refused(held, message) for message in held if message.id and message.string)
    return alarmed


def _refused(held: Catalog, message: Message) -> bool:
    try:
        num_plurals(held, message)
        python_format(held, message)
    except TranslationError:
        return True
    return False
