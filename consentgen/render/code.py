"""The square code (QR) of an issued leaflet: where to check it, or what it is."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import segno
from segno.encoder import DataOverflowError

from consentgen.errors import CannotRender
from consentgen.model.leaflet import Leaflet
from consentgen.tongue import said

QUIET = 4
"""Modules of white around the code. Source: ISO/IEC 18004, 6.3.8."""
_SMALLEST_CM, _MODULE_CM = 2.2, 0.05
"""In print: how wide a code is at least without its white, and how wide each module is."""


@dataclass(frozen=True, slots=True)
class Square:
    """A code that is drawn."""

    svg: str
    """With its white around it."""
    modules: int
    """On each side, without the white."""

    @property
    def module_cm(self) -> float:
        """How wide a module is in print."""
        return max(_SMALLEST_CM / self.modules, _MODULE_CM)

    @property
    def quiet_cm(self) -> float:
        """How wide the white on each side is in print."""
        return self.module_cm * QUIET

    @property
    def cm(self) -> float:
        """How wide all of it is in print."""
        return self.module_cm * (self.modules + 2 * QUIET)


def code_words(leaflet: Leaflet) -> str:
    """What the code of an issued leaflet holds: the address to check it, or its number, title, version and date."""
    issue = leaflet.issue
    if not issue:
        return ""
    if issue.address:
        return issue.address.url
    return "\n".join((issue.number.text, leaflet.title.text, leaflet.version, issue.on.isoformat()))


def code_of(leaflet: Leaflet) -> Square:
    """The code of an issued leaflet; black on white whatever the page around it.

    Raises:
        CannotRender: there is more to hold than a code can.
    """
    try:
        drawn = segno.make_qr(code_words(leaflet), error="m", boost_error=False)
    except DataOverflowError:
        why = said("the title or the address is too long for one")
        raise CannotRender(leaflet.id, said("QR code"), why) from None
    out = BytesIO()
    drawn.save(
        out, kind="svg", border=QUIET, dark="#000000", light="#ffffff",
        xmldecl=False, omitsize=True, svgclass=None, lineclass=None, nl=False,
    )  # fmt: skip
    return Square(out.getvalue().decode(), len(drawn.matrix))
