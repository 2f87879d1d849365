"""Compiled catalogues hold what may be shown and nothing else."""

from __future__ import annotations

import io
from gettext import GNUTranslations

from consentgen.localise.mo import mo_bytes
from consentgen.localise.standing import standings
from tests.catalogues import entry, message

COUNT = message("count", "{count} session", "{count} sessions")
MESSAGES = (
    COUNT,
    message("good", "Stop."),
    message("stale", "Now."),
    message("doubt", "Soon."),
    message("gone", "No."),
)
ENTRIES = (
    entry("count", "{count} session", "{count} sesja", "{count} sessions", "{count} sesje", "{count} sesji"),
    entry("good", "Stop.", "Zażółć."),
    entry("stale", "Then.", "Wtedy."),
    entry("doubt", "Soon.", "Wkrótce.").marked(fuzzy=True),
)
HELD = {entry.id or "": entry.translation("pl.po") for entry in ENTRIES}
DATA = mo_bytes("pl", standings(MESSAGES, HELD, ()))
LOOKED_UP = GNUTranslations(io.BytesIO(DATA))


def test_gettext_finds_a_translation_by_its_id() -> None:
    assert "Zażółć." == LOOKED_UP.pgettext("good", "Stop.")


def test_gettext_counts_as_the_language_does() -> None:
    found = [LOOKED_UP.npgettext("count", "{count} session", "{count} sessions", n) for n in (1, 3, 5, 22)]
    assert ["{count} sesja", "{count} sesje", "{count} sesji", "{count} sesje"] == found


def test_what_is_stale_doubted_or_missing_stays_english() -> None:
    assert ["Now.", "Soon.", "No."] == [
        LOOKED_UP.pgettext(*pair) for pair in (("stale", "Now."), ("doubt", "Soon."), ("gone", "No."))
    ]


def test_the_same_translations_give_the_same_bytes() -> None:
    assert DATA == mo_bytes("pl", standings(reversed(MESSAGES), HELD, ()))
    assert b"Date" not in DATA
