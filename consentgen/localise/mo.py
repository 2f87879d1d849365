"""Compiled catalogues, for whatever looks messages up with gettext."""

from __future__ import annotations

from collections.abc import Iterable

import polib

from consentgen.localise.header import fields, header
from consentgen.localise.standing import Standing


def mo_bytes(locale: str, standings: Iterable[Standing]) -> bytes:
    """A MO file with the usable translations alone; the same translations give the same bytes.

    Its header is our own: a stranger's `Plural-Forms` never gets into it.
    """
    file = polib.POFile()
    file.metadata = dict(fields(header(locale)))
    for standing in standings:
        if standing.usable and standing.translation:
            message, forms = standing.message, standing.translation.forms
            counted = message.plural is not None
            file.append(
                polib.POEntry(
                    msgctxt=message.id, msgid=message.text, msgid_plural=message.plural or "",
                    msgstr="" if counted else forms[0], msgstr_plural=dict(enumerate(forms)) if counted else {},
                )
            )  # fmt: skip
    return file.to_binary()
