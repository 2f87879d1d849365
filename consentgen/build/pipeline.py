"""Build: read every descriptor, render what may be rendered, write it, and say what happened."""

from __future__ import annotations

import gc
import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from consentgen.build.approvals import approvals_of, stamped
from consentgen.build.manifest import NAME, Manifest
from consentgen.build.prepare import Into, Prepared, Preparer
from consentgen.build.project import Project
from consentgen.build.settings import FORMATS
from consentgen.build.write import set_aside, write_whole
from consentgen.descriptor.load import LEAFLET_ID
from consentgen.errors import CannotRender
from consentgen.model.artifact import Artifact
from consentgen.model.finding import Finding, Place, Severity, in_order
from consentgen.model.leaflet import DRAFT, Leaflet, file_name

ASIDE = "out-of-date"
"""Folder for files of leaflets that could not be built again."""
_OURS = re.compile(rf"{LEAFLET_ID.pattern}(?:\.{DRAFT})?\.(?:{'|'.join(FORMATS)})")
"""Names of files that a build writes; a manifest from elsewhere may list others."""
Renderer = Callable[[Leaflet], Artifact]
CORES = min(os.cpu_count() or 1, 8)
"""Cores that draw PDF files; each more takes about 20 MiB for its fonts."""


@dataclass(slots=True)
class Built:
    """What a build did."""

    written: list[str] = field(default_factory=list)
    """Ids of the leaflets written."""
    drafts: int = 0
    """How many of them are not approved."""
    refused: list[str] = field(default_factory=list)
    """Labels of the descriptors that gave none."""
    findings: list[Finding] = field(default_factory=list)
    gated: list[str] = field(default_factory=list)
    """Labels of those among them that only lack reviews of their translation."""
    set_aside: list[str] = field(default_factory=list)
    """Names of files moved away because they are no longer true."""


def renderers(formats: tuple[str, ...]) -> dict[str, Renderer]:
    """One renderer for each format; only what is asked for is loaded."""
    return {name: _renderer(name) for name in formats}


@cache
def _renderer(name: str) -> Renderer:
    match name:
        case "html":
            from consentgen.render.html import render_html

            return render_html
        case "md":
            from consentgen.render.markdown import render_markdown

            return render_markdown
        case "txt":
            from consentgen.render.text import render_text

            return render_text
        case _:
            from consentgen.render.pdf import PdfRenderer

            return PdfRenderer().render


def build(
    project: Project,
    out: Path,
    as_of: date,
    *,
    into: Into | None = None,
    on_leaflet: Callable[[str], None] = lambda _label: None,
) -> Built:
    """Write the leaflets of a project into `out`, and what became of each.

    One bad descriptor never stops the others; its old files are set aside.

    Args:
        project: what to build.
        out: the folder to write into.
        as_of: the day to build for.
        into: the language of the leaflets; None for English.
        on_leaflet: called with the label of each descriptor when it is done.

    Raises:
        CannotWrite: a file could not be written; the ones before it are whole.
    """
    built = Built(findings=list(project.findings))
    manifest = Manifest(project.folder, out, as_of, into.language.digest if into else "")
    suspect: list[str] = []
    makers = renderers(project.formats)
    every = approved(project, as_of, into)
    if project.only_approved:
        every = map(_without_drafts, every)
    with _few_collections():
        for prepared, artifacts in _rendered(every, makers):
            built.findings += prepared.findings
            if artifacts and prepared.leaflet:
                for artifact in artifacts:
                    write_whole(out / artifact.name, artifact.data)
                manifest.add(prepared, prepared.leaflet, artifacts)
                # A lost manifest must not leave an approved file beside a draft of other words.
                suspect += _names(prepared.id, draft=not prepared.leaflet.draft)
                built.written.append(prepared.id)
                built.drafts += prepared.leaflet.draft
            else:
                manifest.refuse(prepared)
                built.refused.append(prepared.label)
                built.gated += [prepared.label] if prepared.gated else []
                # The manifest may be lost or garbled; an old file must not look new for all that.
                suspect += _names(prepared.id, draft=True) + _names(prepared.id, draft=False)
            on_leaflet(prepared.label)
    built.set_aside = list(_set_aside([*manifest.stale(), *suspect], manifest.files, out))
    built.findings = in_order(built.findings)
    write_whole(out / NAME, manifest.data())
    return built


def approved(project: Project, as_of: date, into: Into | None = None) -> Iterator[Prepared]:
    """Every descriptor, its leaflet without DRAFT where everybody has signed it who has to."""
    approvals = approvals_of(project, as_of)
    for prepared in Preparer(project, as_of, into).all():
        if approvals and prepared.leaflet:
            yield replace(prepared, leaflet=stamped(prepared.leaflet, approvals))
        else:
            yield prepared


def _without_drafts(prepared: Prepared) -> Prepared:
    draft = prepared.leaflet and prepared.leaflet.draft
    return replace(prepared, leaflet=None, gated=True) if draft else prepared


@contextmanager
def _few_collections() -> Iterator[None]:
    """Look less often for cycles, and not among what stays: the search took a sixth of the time."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _rendered(
    every: Iterable[Prepared], makers: dict[str, Renderer]
) -> Iterator[tuple[Prepared, list[Artifact]]]:
    """Each leaflet with all its files, or none: a leaflet is written whole. In the order they come.

    PDF files are drawn ahead on every core, for typst works outside Python's lock.
    """
    ahead: deque[tuple[Prepared, Future[Artifact] | None]] = deque()
    for prepared in every:
        drawn = (
            _pool().submit(makers["pdf"], prepared.leaflet) if prepared.leaflet and "pdf" in makers else None
        )
        ahead.append((prepared, drawn))
        while ahead and (len(ahead) > 2 * CORES or not ahead[0][1]):
            yield _together(*ahead.popleft(), makers)
    while ahead:
        yield _together(*ahead.popleft(), makers)


@cache
def _pool() -> ThreadPoolExecutor:
    """Kept for the next build of this process: each of its threads holds a compiler with all fonts."""
    return ThreadPoolExecutor(CORES)


def _together(
    prepared: Prepared, drawn: Future[Artifact] | None, makers: dict[str, Renderer]
) -> tuple[Prepared, list[Artifact]]:
    """A leaflet with the files of all formats."""
    if not prepared.leaflet:
        return prepared, []
    try:
        return prepared, [
            drawn.result() if drawn and name == "pdf" else make(prepared.leaflet)
            for name, make in makers.items()
        ]
    except CannotRender as error:
        place = Place(prepared.label)
        what, way_out = error.told()
        prepared.findings.append(Finding("RE001", Severity.ERROR, place, what, help=way_out))
        return prepared, []


def _names(leaflet: str, *, draft: bool) -> list[str]:
    """The names of a leaflet's files, as a draft or approved."""
    return [file_name(leaflet, form, draft=draft) for form in FORMATS]


def _set_aside(names: list[str], fresh: set[str], out: Path) -> Iterator[str]:
    """Move away files of ours that are no longer true."""
    for name in dict.fromkeys(names):
        if _OURS.fullmatch(name) and name not in fresh and (out / name).is_file():
            set_aside(out / name, out / ASIDE)
            yield name
