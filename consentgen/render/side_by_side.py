"""Every statement of a leaflet beside its id, and its English: the page a translator or a reviewer works from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from html import escape

from consentgen.model.artifact import Artifact
from consentgen.model.leaflet import Leaflet, Statement, section_statements
from consentgen.render.bidi import direction_of, figures_apart
from consentgen.render.html import run_html
from consentgen.render.theme import THEME

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
body { background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
h1 { color: var(--accent); font-size: 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-block-end: 1px solid var(--line); padding: .5rem .75rem .5rem 0; text-align: start; vertical-align: top; }
th { color: var(--quiet); font-weight: bold; }
td:first-child { font: .85rem/1.7 ui-monospace, monospace; overflow-wrap: anywhere; width: 17rem; }
a { color: var(--accent); text-decoration: none; }
a:focus, a:hover { text-decoration: underline; }
tr:target { background: var(--wash); }
.state { color: var(--quiet); font-size: .85rem; white-space: nowrap; }
.missing, .stale { color: var(--alarm); font-weight: bold; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14191c; --ink: #e8eef0; --quiet: #b3c1c6; --accent: #8fd3df; --line: #3a4a50; --wash: #20343a; --alarm: #ffb4a8; }
}
"""


def render_side_by_side(english: Leaflet, translated: Leaflet | None = None) -> Artifact:
    """One HTML page with a row for each statement, in reading order.

    Args:
        english: the leaflet.
        translated: the same in another language.
    """
    language = translated.language if translated else english.language
    heads = (
        "Statement",
        "English",
        *([_name(language)] if translated else []),
        "State" if translated else "",
    )
    rows = "".join(_rows(english, translated))
    colours = "".join(f"--{k.replace('_', '-')}:{v};" for k, v in asdict(THEME).items() if str(v)[0] == "#")
    title = escape(f"{english.title.text} – {language}")
    page = (
        '<!doctype html>\n<html lang="en-GB" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n<style>:root{{{colours}}}{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<table>\n<thead><tr>{''.join(f'<th scope=col>{escape(head)}</th>' for head in heads)}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n</body>\n</html>\n"
    )
    return Artifact(f"{english.id}.{language}.ids.html", "text/html", page.encode())


def _name(language: str) -> str:
    return f"Translation ({language})"


def _told(leaflet: Leaflet) -> Iterator[Statement]:
    """The statements in reading order, less the English that stands beside a draft."""
    for statement in (
        leaflet.title,
        *(s for section in leaflet.sections for s in section_statements(section)),
    ):
        if statement.pending or not statement.language:
            yield statement


def _rows(english: Leaflet, translated: Leaflet | None) -> Iterator[str]:
    theirs = [*_told(translated)] if translated else [None] * len([*_told(english)])
    for number, (ours, other) in enumerate(zip(_told(english), theirs, strict=True), 1):
        id_ = f"{number}-{ours.id}"
        marks = ["critical"] if ours.critical else []
        row = f'<td><a href="#{escape(id_)}">{escape(ours.id)}</a></td><td>{_words(ours, english.language)}</td>'
        if translated and other:
            tag = other.language or translated.language
            row += f'<td lang="{escape(tag)}" dir="{direction_of(tag)}">{_words(other, tag)}</td>'
            marks = [other.pending[0][1] if other.pending else "reviewed", *marks]
        row += f'<td class="state {marks[0] if marks else ""}">{", ".join(marks)}</td>'
        yield f'<tr id="{escape(id_)}">{row}</tr>\n'


def _words(statement: Statement, language: str) -> str:
    runs = figures_apart(statement.runs) if direction_of(language) == "rtl" else statement.runs
    return "".join(map(run_html, runs))
