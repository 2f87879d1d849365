"""Service + Ledger + Wording + Catalog -> Leaflet."""

from consentgen.compose.composer import Composer
from consentgen.compose.wording import Wording

__all__ = ["Composer", "Wording"]
