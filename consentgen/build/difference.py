"""From what is named to what differs: every pair compared, and the changes grouped by cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from consentgen.build.side import ENGLISH, Asked, Side
from consentgen.build.sides import Pair, Sides, project_side
from consentgen.build.write import write_whole
from consentgen.errors import UnknownName
from consentgen.model.reading import Reading
from consentgen.review.across import across, grouped_across
from consentgen.review.change import Compared, WordingDiff
from consentgen.review.compare import compare
from consentgen.review.group import grouped


def difference(found: Sides, *, on_text: Callable[[], object] = lambda: None) -> WordingDiff:
    """Everything between two sides.

    Args:
        found: the sides.
        on_text: called when a pair of texts has been compared.
    """
    if found.languages:
        texts = _each(found.pairs, across, on_text)
        return grouped_across(texts, old=found.old, new=found.new)
    texts = _each(found.pairs, compare, on_text)
    return grouped(texts, old=found.old, new=found.new, added=found.added, removed=found.removed)


def put_report(path: Path, data: bytes) -> None:
    """Write the report of a review, whole; `CannotWrite` where that cannot be."""
    write_whole(path, data)


def _each(
    pairs: tuple[Pair, ...], compared: Callable[[Reading, Reading], Compared], on_text: Callable[[], object]
) -> Iterator[Compared]:
    for old, new in pairs:
        yield compared(old, new)
        on_text()


def between(name: str | None, languages: tuple[str, str], asked: Asked) -> Sides:
    """The leaflets of one project in two languages, as drafts.

    Args:
        name: a project folder or a revision; None for the project as it lies in its folder.
        languages: as `en` and `pl`.
        asked: which leaflets.

    Raises:
        UnknownName: nobody has begun one of the languages, or there is no such leaflet.
    """
    side = project_side(name, replace(asked, locales=languages))
    old, new = (_in(side, language) for language in languages)
    ids = sorted({r.leaflet for r in side.readings} | {r.leaflet for r in side.refused})
    for wanted in asked.leaflets:
        if wanted not in ids:
            raise UnknownName("leaflet", wanted, ids)
    pairs = tuple((old[leaflet], new[leaflet]) for leaflet in old if leaflet in new)
    return Sides(*languages, pairs, refused=side.refused, faults=side.faults, languages=True)


def _in(side: Side, language: str) -> dict[str, Reading]:
    """The leaflets of a side in one language."""
    tag = ENGLISH if language == "en" else language.replace("_", "-")
    found = {r.leaflet: r for r in side.readings if r.language == tag}
    refused = any(r.language == tag for r in side.refused)
    if not found and not refused:
        raise UnknownName("translation", language, sorted({r.language for r in side.readings}))
    return found
