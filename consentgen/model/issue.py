"""An issue: the number under which a leaflet is given out, and where anybody can check it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consentgen.model.values import Code, Url


@dataclass(frozen=True, slots=True)
class Issue:
    """What is printed on a leaflet when it is given out."""

    number: Code
    on: date
    address: Url | None = None
    """Where the number can be checked; None where the service has no such page."""
