"""What a PDF draws and where its links lead, whatever it says of itself."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from io import BytesIO

import pypdfium2


def is_pdf(data: bytes) -> bool:
    """Whether some bytes are a PDF."""
    return b"%PDF-" in data[:1024]


def drawn_letters(data: bytes) -> list[str]:
    """The letters of each page as they are drawn, without spaces; what is spelled beside them is passed over.

    Args:
        data: a PDF that can be opened.
    """
    with closing(pypdfium2.PdfDocument(data)) as document:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands in a PDF and is not drawn."""

    links: frozenset[str]
    """Where its links lead."""
    spelled: bool
    """Whether it spells words beside their shapes."""


def behind(data: bytes) -> Behind:
    """What stands in a PDF and is not drawn.

    Args:
        data: a PDF that can be opened.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        found = [held for held in pdf.objects if isinstance(held, pikepdf.Dictionary)]
        actions = [held.A for held in found if isinstance(held.get("/A"), pikepdf.Dictionary)]
        actions += [held for held in found if "/URI" in held]
        links = {str(action.URI).rstrip("/") for action in actions if "/URI" in action}
        # Whatever else an action may do, opening a program among it, no leaflet of ours does.
        links |= {
            str(action.S) for action in actions if action.get("/S") in ("/Launch", "/JavaScript", "/GoToR")
        }
        return Behind(frozenset(links), any("/ActualText" in held for held in found))
