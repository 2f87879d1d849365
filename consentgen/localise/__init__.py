"""What a language brings: its words, its plurals, its dates and its direction."""

from consentgen.localise.catalog import Catalog, SourceCatalog

__all__ = ["Catalog", "SourceCatalog"]
