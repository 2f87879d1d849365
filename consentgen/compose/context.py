"""What a wording template may see: the service, the catalogue's words for it, and the figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from consentgen.compose.claims import Evidence
from consentgen.model.catalogue import Catalogue, Therapy
from consentgen.model.dose import compared, contact_time
from consentgen.model.service import Option, Service
from consentgen.model.values import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """Another option with the catalogue's words for it."""

    option: Option
    therapy: Therapy | None


def context(service: Service, catalogue: Catalogue, evidence: Evidence, as_of: date) -> dict[str, Any]:
    """The names a template may use, with what stands for them."""
    therapy = catalogue.therapies[service.therapy.modality]
    dose = therapy.dose_for(service.problems)
    return {
        "service": service,
        "therapy": therapy,
        "grade": catalogue.grades[service.practitioner.grade],
        "problems": [catalogue.problems[key] for key in service.problems],
        "outcome": catalogue.outcomes[service.outcome.expected],
        "choices": [
            Choice(o, catalogue.therapies.get(o.therapy or "")) for o in service.alternatives.options
        ],
        "dose": dose,
        "dose_compared": compared(service.sessions.number, dose),
        "contact_time": contact_time(service.sessions),
        "evidence": evidence,
        "as_of": as_of,
        "page_mark": Words("{page}"),
        "pages_mark": Words("{pages}"),
    }
