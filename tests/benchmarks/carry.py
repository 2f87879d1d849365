"""Bringing a language up to date, against Babel's `Catalog.update` in the same run."""

from __future__ import annotations

import io
from copy import deepcopy
from statistics import median
from time import perf_counter

from babel.messages.pofile import read_po as babel_read

from consentgen.localise.entry import PoFile
from consentgen.localise.message import SourceMessage
from consentgen.localise.po import read_po, write_po
from consentgen.localise.template import template
from consentgen.localise.update import update
from tests import catalogues

from .measure import Bench, Table

COUNT, CHANGED = 500, 50


def carry(bench: Bench) -> Table:
    """A Polish file of 500 messages, 50 of which have other English now."""
    before, after = _messages()
    data = write_po(_translated(before))
    pot = template(after)
    file, _ = read_po(data, "pl.po")
    theirs = babel_read(io.BytesIO(data), locale="pl")
    wanted = babel_read(io.BytesIO(pot))
    if file is None:
        raise SystemExit("the catalogue of the benchmark cannot be read")
    ours, whole, babel = [], [], []
    for _ in range(3 if bench.quick else 9):
        start = perf_counter()
        update(file, after, count=3)
        ours.append(perf_counter() - start)
        start = perf_counter()
        again, _findings = read_po(data, "pl.po")
        write_po(update(again or file, after, count=3).file)
        whole.append(perf_counter() - start)
        fresh = deepcopy(theirs)
        start = perf_counter()
        fresh.update(wanted)
        babel.append(perf_counter() - start)
    table = Table(
        f"Update of {COUNT} messages, {CHANGED} of them changed",
        "In one process, in turns; files read beforehand but for the second row. Target: 100 times faster, below 0.01.",
    )
    slow = median(babel)
    for name, times in (("ours, by id", ours), ("ours, with reading and writing the file", whole)):
        table.rows.append(
            (name, f"{median(times):.5f}", f"{1 / median(times):.0f}", f"{median(times) / slow:.5f}")
        )
    table.rows.append(("Babel's `Catalog.update`, by likeness", f"{slow:.5f}", f"{1 / slow:.1f}", ""))
    return table


def _messages() -> tuple[list[SourceMessage], list[SourceMessage]]:
    """The shipped messages and more like them, before and after a revision of every tenth."""
    shipped = catalogues.messages()
    before = [
        catalogues.message(
            f"{one.id}.{number}", f"{one.text} ({number})", one.plural and f"{one.plural} ({number})"
        )
        for number in range(2)
        for one in shipped
    ][:COUNT]
    step = COUNT // CHANGED
    after = [
        catalogues.message(one.id, f"Now {one.text}", one.plural and f"Now {one.plural}")
        if not n % step
        else one
        for n, one in enumerate(before)
    ]
    return before, after


def _translated(messages: list[SourceMessage]) -> PoFile:
    entries = [
        catalogues.entry(
            one.id, one.text, one.text[::-1], one.plural, *([one.text[::-1]] * 2 if one.plural else [])
        )
        for one in messages
    ]
    return catalogues.file("pl", *entries)
