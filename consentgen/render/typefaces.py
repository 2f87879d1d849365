"""The typeface of each language in print: families in the order they are asked for a letter, and how lines stand.

Every family comes with the package under the SIL Open Font License (`fonts/README.md` says from where and why);
the machine's own fonts are never used, so a leaflet looks the same wherever it is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FONTS = Path(__file__).resolve().parent / "fonts"


@dataclass(frozen=True, slots=True)
class Typeface:
    """How one language is set."""

    families: tuple[str, ...] = ()
    """Asked first; whatever is in none of them comes from the others that are shipped."""
    scale: float = 1.0
    """Size against the Latin letters beside it: scripts fill their square differently."""
    leading: float = 0.7
    """Between the lines, in em."""
    top: float | None = None
    """From the baseline to the upper edge of a line, in em; None for the height of a Latin capital."""
    bottom: float = 0.0
    """From the baseline down to the lower edge of a line, in em."""
    borrows: bool = False
    """Latin letters and figures come from the Latin family: its own are not of one kind with it."""
    shaped: bool = False
    """Its letters change their shape or order, so that the shapes on a page do not give the words back."""


LATIN = Typeface()
TYPEFACES = {
    "ar": Typeface(("Vazirmatn",), scale=1.08, leading=0.85, shaped=True),
    # Nastaliq steps down along a word: lines need twice the room, and the same on every line.
    "ur": Typeface(
        ("Noto Nastaliq Urdu",), scale=1.1, leading=0.0, top=1.25, bottom=0.7, borrows=True, shaped=True
    ),
    "bn": Typeface(("Hind Siliguri",), scale=1.1, leading=0.85, shaped=True),
    "gu": Typeface(("Noto Sans Gujarati",), scale=1.05, leading=0.85, shaped=True),
    "pa": Typeface(("Noto Sans Gurmukhi",), scale=1.08, leading=0.85, shaped=True),
    "uk": Typeface(("Noto Sans",)),
    "zh": Typeface(("Noto Sans SC",), leading=0.85),
}
"""By the first part of the language tag; every other language is set as English is."""
LAST = ("Vazirmatn", "Noto Sans Gurmukhi", "Noto Sans Gujarati", "Hind Siliguri", "Noto Sans SC")
"""For letters of another script than the language's own, a name for instance."""


def typeface_of(language: str) -> Typeface:
    """The typeface of a language, given by its BCP 47 tag."""
    return TYPEFACES.get(language.split("-")[0].lower(), LATIN)
