"""The messages of one template for `pybabel extract`: the method `consentgen`.

It gives every statement with its id as context, its plural and its notes. It cannot give the terms of the
catalogue and the evidence, which stand in no template; Babel puts line numbers, dates and its own header into
the file; and it takes templates in the order of their paths. `consentgen i18n extract` has none of this.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from consentgen.compose.messages import statement
from consentgen.compose.wording import Wording, critical_ids
from consentgen.localise.template import notes_of

Extracted = tuple[int, str, tuple[str, ...], list[str]]
"""Line, gettext function, its arguments, comments: what Babel asks of an extractor."""


def extract(
    fileobj: IO[bytes],
    keywords: Collection[str],  # noqa: ARG001 - Babel hands it over
    comment_tags: Collection[str],  # noqa: ARG001 - Babel hands it over
    options: Mapping[str, Any],
) -> Iterator[Extracted]:
    """Every statement of a template, as a call of `pgettext` or `npgettext` with its id as the context.

    Args:
        fileobj: the template.
        keywords: functions Babel was told to look for; the tags need none.
        comment_tags: comments Babel was told to look for; every note is given.
        options: from the mapping file: `encoding`, UTF-8 where it says nothing.

    Raises:
        BadWording: the template cannot be read.
    """
    name = Path(getattr(fileobj, "name", "template")).name
    source = fileobj.read().decode(options.get("encoding", "utf-8"))
    critical = critical_ids()
    for message in Wording().declared_in(source, name):
        one = replace(statement(message), critical=message.critical or message.id in critical)
        words = (one.id, one.text, *([one.plural] if one.plural else []))
        yield message.line, "npgettext" if one.plural else "pgettext", words, [*notes_of(one)]
