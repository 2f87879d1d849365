"""Names of languages: `zh_Hans` is a folder and a file, `zh-Hans` stands in `lang` attributes."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from consentgen.errors import UnknownLocale

_CODE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?", re.ASCII)
"""Language, script, region: RFC 5646, section 2.1, as far as gettext folders use it."""
_MOST_CHARACTERS = 35
"""RFC 5646, section 4.4.1: what a tag needs at most."""


def code(locale: str) -> str:
    """The folder name of a language: `zh_Hans` for `zh-Hans`.

    Raises:
        UnknownLocale: this is not the name of a language.
    """
    name = locale.replace("-", "_")
    if len(name) > _MOST_CHARACTERS or not _CODE.fullmatch(name):
        raise UnknownLocale(locale)
    return name


def tag(locale: str) -> str:
    """The BCP 47 tag of a language: `zh-Hans` for `zh_Hans`."""
    return code(locale).replace("_", "-")


@cache
def cldr(locale: str) -> Locale:
    """What CLDR knows of a language; a region it does not know counts as its language (`en_XA` is `en`).

    Raises:
        UnknownLocale: CLDR has never heard of the language.
    """
    name = code(locale)
    for known in (name, name.rpartition("_")[0], name.partition("_")[0]):
        try:
            if known:
                return Locale.parse(known)
        except UnknownLocaleError:
            continue
    raise UnknownLocale(locale)
