"""Leaflets of the starter project as they are when they are given out, in any language that ships."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from consentgen.build.desk import Desk
from consentgen.build.translation import translated
from consentgen.catalogue import load_catalogue
from consentgen.compose import Composer
from consentgen.evidence import load_shipped
from consentgen.localise import Catalog, SourceCatalog
from consentgen.model.issue import Issue
from consentgen.model.leaflet import Leaflet
from consentgen.model.values import Code, Url
from consentgen.places import shipped
from tests import starter
from tests.catalogues import messages

NUMBER = "7K2M-9QXD"
ADDRESS = f"https://service.example/leaflets/{NUMBER}"


@cache
def issued(locale: str = "", *, address: str = ADDRESS) -> Leaflet:
    """The workbook leaflet under a number, as if everybody had approved it and its translation."""
    words = _catalog(locale) if locale else SourceCatalog()
    composer = Composer(load_catalogue(), load_shipped(), starter.wording(), words, starter.AS_OF)
    given = Issue(Code(NUMBER), date(2026, 11, 23), Url(address) if address else None)
    return replace(composer.compose(starter.WORKBOOK, starter.service(), given), draft=False, stamps=())


def _catalog(locale: str) -> Catalog:
    return translated(Desk(shipped("locales"), None, messages(), messages()), locale).catalog
