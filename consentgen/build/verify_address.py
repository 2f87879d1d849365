"""The address at which anybody can check an issued leaflet, as a project gives it."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from consentgen.model.fields import Url
from consentgen.model.finding import Finding, Place, Severity, shorten
from consentgen.tongue import said

NAME = "verify_address"
BLANK = "{number}"
"""Where the number stands in it."""
EXAMPLE = f"https://service.example/leaflets/{BLANK}"


def address_for(pattern: str, number: str) -> str:
    """The address at which a number is checked."""
    return pattern.replace(BLANK, number)


def address_fault(value: object, place: Place) -> Finding | None:
    """What is wrong with the setting; None where nothing is."""
    try:
        if isinstance(value, str) and value.count(BLANK) == 1:
            TypeAdapter(Url).validate_python(address_for(value, "7K2M-9QXD"))
            return None
    except ValidationError:
        pass
    return Finding(
        "PR001",
        Severity.ERROR,
        place,
        said("leaflets cannot be checked at this address"),
        shorten(str(value)),
        said(
            "an address that begins with {https} and has {blank} once, where the number of the leaflet stands",
            https="https://",
            blank=BLANK,
        ),
        said("Write for instance: {example}", example=f"{NAME}: {EXAMPLE}"),
    )
