"""Icon arrays: everybody counted, drawn one by one, told apart by shape as well as colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from consentgen.model.frequency import Whole
from consentgen.render.theme import THEME

_CELL = 20
"""Side of the square one icon stands in, in user units."""
_IN_A_ROW = 10

_FIGURE = "M10 2a2.8 2.8 0 1 1-.01 0zM10 9.6a5.4 5.4 0 0 1 5.4 5.4v2.2h-10.8v-2.2a5.4 5.4 0 0 1 5.4-5.4z"
_DIAMOND = "M10 2.5 16.5 10 10 17.5 3.5 10z"
_RING_OF_DASHES = (
    "M8 3A7.3 7.3 0 0 1 12 3M15.1 4.7A7.3 7.3 0 0 1 17.1 8.2M17.1 11.8A7.3 7.3 0 0 1 15.1 15.3"
    "M12 17A7.3 7.3 0 0 1 8 17M4.9 15.3A7.3 7.3 0 0 1 2.9 11.8M2.9 8.2A7.3 7.3 0 0 1 4.9 4.7"
    "M10 9.3a.7.7 0 1 1-.01 0z"
)
_SQUARE = "M4 4h12v12H4z"
_RING_WITH_BAR = "M10 2.5a7.5 7.5 0 1 1-.01 0zM6.5 10h7"
_TRIANGLE = "M10 2.5 18 17H2z"
_CROSS = "M4.5 4.5l11 11M15.5 4.5l-11 11"


@dataclass(frozen=True, slots=True)
class _Look:
    """How one part is drawn; `name` is also its CSS class, so a dark page can recolour it."""

    name: str
    path: str
    fill: str
    stroke: str

    def group(self, icons: str) -> str:
        """`icons` in this look; plain attributes, because CSS of a page may then override them."""
        return (
            f'<g class="part-{self.name}" fill="{self.fill}" stroke="{self.stroke}" stroke-width="1.5"'
            f' stroke-linecap="round" stroke-linejoin="round">{icons}</g>'
        )


_SOLID = _Look("solid", _FIGURE, THEME.accent, THEME.accent)
_OUTLINE = _Look("outline", _FIGURE, THEME.paper, THEME.quiet)
_KNOWN = {
    "better": _SOLID,
    "yes": _SOLID,
    "same": _OUTLINE,
    "no": _OUTLINE,
    "worse": _Look("alarm", _DIAMOND, THEME.alarm, THEME.alarm),
    "unknown": _Look("unknown", _RING_OF_DASHES, "none", THEME.quiet),
}
_FURTHER = (
    _Look("square", _SQUARE, THEME.ink, THEME.ink),
    _Look("bar", _RING_WITH_BAR, THEME.paper, THEME.accent),
    _Look("triangle", _TRIANGLE, THEME.paper, THEME.ink),
    _Look("cross", _CROSS, "none", THEME.ink),
)


@lru_cache(maxsize=512)
def icon_array_svg(whole: Whole, *, alt: str = "") -> str:
    """An SVG of everybody counted, in rows of ten, filled in the order of the parts.

    Args:
        whole: the parts; their counts add up to the denominator.
        alt: the text equivalent; without it the picture is hidden from assistive technology.
    """
    if sum(part.shown for part in whole.parts) != whole.denominator:
        raise ValueError(f"the parts of {whole} do not add up")
    groups, start = [], 0
    for name, part in zip(whole.names, whole.parts, strict=True):
        path = _look(name, whole.names).path
        cells = [divmod(i, _IN_A_ROW) for i in range(start, start + part.shown)]
        icons = [f'<path transform="translate({c * _CELL} {r * _CELL})" d="{path}"/>' for r, c in cells]
        groups.append(_look(name, whole.names).group("".join(icons)))
        start += part.shown
    rows = -(-whole.denominator // _IN_A_ROW)
    return _svg(_IN_A_ROW * _CELL, rows * _CELL, "".join(groups), alt)


def marker_svg(name: str, names: Sequence[str] = ()) -> str:
    """One decorative icon of the part `name`, for a legend.

    Args:
        name: a part of a whole.
        names: all parts of that whole, needed where some have no fixed shape of their own.
    """
    look = _look(name, names)
    return _svg(_CELL, _CELL, look.group(f'<path d="{look.path}"/>'), "")


def _look(name: str, names: Sequence[str]) -> _Look:
    """The look of `name`: fixed for the usual names, by turns for the others of `names`."""
    if name in _KNOWN:
        return _KNOWN[name]
    others = [n for n in names if n not in _KNOWN] or [name]
    return _FURTHER[others.index(name) % len(_FURTHER)]


def _svg(width: int, height: int, inside: str, alt: str) -> str:
    role = f'role="img" aria-label="{escape(alt)}"' if alt else 'aria-hidden="true"'
    start = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {role}>'
    return f"{start}{inside}</svg>"
