"""Files that travel to a translator and back: XLIFF for their tools, a spreadsheet or CSV for those without."""

from consentgen.localise.exchange.arrive import Arrived, Draft, arrive
from consentgen.localise.exchange.formats import FORMATS, pack, unpack
from consentgen.localise.exchange.row import Row, filled, rows_of

__all__ = ["FORMATS", "Arrived", "Draft", "Row", "arrive", "filled", "pack", "rows_of", "unpack"]
