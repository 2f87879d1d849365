"""What a language brings: its words, its plurals, its dates and its direction."""

from consentgen.localise.catalog import Catalog, SourceCatalog
from consentgen.localise.facts import LocaleFacts
from consentgen.localise.locale_file import read_locale
from consentgen.localise.plurals import plural_forms
from consentgen.localise.state import State
from consentgen.localise.translated import TranslatedCatalog

__all__ = [
    "Catalog",
    "LocaleFacts",
    "SourceCatalog",
    "State",
    "TranslatedCatalog",
    "plural_forms",
    "read_locale",
]
