"""Every statement of a leaflet beside its id, and its English: the page a translator or a reviewer works from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from consentgen.compose.composer import ENGLISH
from consentgen.localise import State
from consentgen.model.artifact import Artifact
from consentgen.model.leaflet import Leaflet, Section, Statement, section_statements
from consentgen.render.bidi import figures_apart, statement_direction
from consentgen.render.html import POLICY, escape, fresh_id, run_html, style

_MEANS = {
    State.REVIEWED: "Signed by as many people as it needs.",
    State.DRAFT: "Translated, but not signed yet. The leaflet shows it, marked as a draft.",
    State.STALE: "The English has changed since, or the translation is marked fuzzy. The leaflet shows English.",
    State.MISSING: "Not translated, or a check has found a fault in it. The leaflet shows English.",
}
_FURNITURE = "On every page"
"""Heading of the texts that stand in no section."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One statement in English, and in the language of the leaflet where that is another."""

    english: Statement
    words: Statement | None

    @property
    def states(self) -> tuple[tuple[str, State], ...]:
        """The messages in it that are not reviewed, its own first, each with its state."""
        pending = self.words.pending if self.words else ()
        return tuple((name, State(state)) for name, state in pending)

    @property
    def state(self) -> State:
        """How far the whole of it can be trusted: as far as the least of its messages."""
        order = list(State)
        return min((state for _, state in self.states), key=order.index, default=State.REVIEWED)


def render_side_by_side(english: Leaflet, translated: Leaflet | None = None, *, name: str = "") -> Artifact:
    """One HTML file with a table: every statement in reading order, its id, its words, and how it stands.

    Args:
        english: the leaflet in English.
        translated: the same leaflet in another language, as a draft; None for a table of the English alone.
        name: the name of that language.
    """
    language = _language(translated, name) if translated else "English"
    columns = ["Statement", "English", *([language, "State"] if translated else [])]
    heads = "".join(f'<th scope="col">{column}</th>' for column in columns)
    groups = list(_groups(english, translated))
    rows = [row for _, group in groups for row in group]
    table = _Table(english, translated)
    bodies = "".join(table.group(heading, group, len(columns)) for heading, group in groups)
    title = escape(english.title.text)
    document = (
        '<!doctype html>\n<html lang="en-GB" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>{title} – {escape(translated.language if translated else english.language)}</title>\n"
        f"<style>\n{style('side_by_side')}</style>\n</head>\n<body>\n<header>\n"
        f'<p class="service"><bdi>{escape(english.service_name)}</bdi></p>\n'
        f"<h1>{title} – {language}</h1>\n{_summary(rows, translated)}</header>\n"
        f'<main>\n<table class="{"two" if translated else "one"}">\n'
        f"<thead>\n<tr>{heads}</tr>\n</thead>\n{bodies}</table>\n</main>\n</body>\n</html>\n"
    )
    spoken = (translated or english).language
    return Artifact(f"{english.id}.{spoken}.ids.html", "text/html", document.encode())


def _language(leaflet: Leaflet, name: str) -> str:
    """The name of a language, in its own letters and direction, with its tag behind it."""
    tag = escape(leaflet.language)
    return f'<bdi lang="{tag}">{escape(name)}</bdi> ({tag})' if name else tag


def _groups(english: Leaflet, translated: Leaflet | None) -> Iterator[tuple[str, list[_Row]]]:
    """The rows of each section under the words of its heading, then those of every page."""
    yield "Title", _rows([english.title], [translated.title] if translated else [])
    others: Iterable[Section | None] = translated.sections if translated else [None] * len(english.sections)
    for section, other in zip(english.sections, others, strict=True):
        heading = section.heading.text if section.heading else "Opening"
        yield heading, _rows(section_statements(section), section_statements(other) if other else ())
    names = [name for name in english.furniture if not name.endswith(ENGLISH)]
    there = [translated.furniture[name] for name in names] if translated else []
    yield _FURNITURE, _rows([english.furniture[name] for name in names], there)


def _rows(english: Iterable[Statement], translated: Iterable[Statement]) -> list[_Row]:
    """Statements side by side, less the English that a leaflet shows beside critical ones."""
    others = [s for s in translated if not s.language or s.pending]
    pairs = zip(english, others, strict=True) if others else ((s, None) for s in english)
    return [_Row(one, other) for one, other in pairs]


def _summary(rows: list[_Row], translated: Leaflet | None) -> str:
    """What stands in the table, counted, and what the marks mean."""
    critical = sum(row.english.critical for row in rows)
    told = (
        f'<p>{len(rows)} statements in reading order. {critical} are <b class="mark">critical</b>: '
        "about crisis, consent, confidentiality or risk"
    )
    values = 'What is <bdi class="value">underlined with dots</bdi> comes from the service, or is a term.'
    if not translated:
        return f"{told}.</p>\n<p>{values}</p>\n"
    numbers = Counter(row.state for row in rows)
    states = "".join(
        f'<div><dt><span class="state {state}">{state}</span> <b>{numbers[state]}</b></dt>'
        f"<dd>{_MEANS[state]}</dd></div>\n"
        for state in _MEANS
    )
    return f"{told}, so two people have to sign them.</p>\n<dl>\n{states}</dl>\n<p>{values}</p>\n"


class _Table:
    """The table being written; it gives every id once."""

    def __init__(self, english: Leaflet, translated: Leaflet | None) -> None:
        self.english, self.translated = english, translated
        self.taken: set[str] = set()

    def group(self, heading: str, rows: list[_Row], columns: int) -> str:
        """The rows of one section."""
        head = f'<tr class="group"><th scope="rowgroup" colspan="{columns}">{escape(heading)}</th></tr>\n'
        return f"<tbody>\n{head}{''.join(map(self.row, rows))}</tbody>\n"

    def row(self, row: _Row) -> str:
        """One statement."""
        id_ = escape(fresh_id(self.taken, f"s-{row.english.id}"))
        shown = escape(row.english.id).replace(".", ".<wbr>")
        mark = ' <b class="mark">critical</b>' if row.english.critical else ""
        cells = [
            f'<th scope="row"><a href="#{id_}">{shown}</a>{mark}</th>',
            _words(row.english, self.english),
        ]
        if row.words and self.translated:
            cells += [_words(row.words, self.translated), _state(row)]
        return f'<tr id="{id_}">{"".join(cells)}</tr>\n'


def _words(statement: Statement, leaflet: Leaflet) -> str:
    """The cell with the words of a statement, in their own language and direction."""
    language = statement.language or leaflet.language
    direction = statement_direction(statement, leaflet)
    runs = figures_apart(statement.runs) if direction == "rtl" else statement.runs
    kind = ' class="english"' if statement.language else ""
    told = "".join(map(run_html, runs))
    return f'<td{kind} lang="{escape(language)}" dir="{direction}">{told}</td>'


def _state(row: _Row) -> str:
    """The cell that says how a statement stands, and which other messages in it are to be looked at."""
    others = [(name, state) for name, state in row.states if name != row.english.id]
    items = "".join(f"<li>{escape(name).replace('.', '.<wbr>')}: {state}</li>" for name, state in others)
    inside = f"<ul>{items}</ul>" if items else ""
    return f'<td><span class="state {row.state}">{row.state}</span>{inside}</td>'
