"""What the leaflet is, for machines: schema.org data for the head of the HTML page."""

from __future__ import annotations

import json

from consentgen.model.leaflet import Leaflet

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""JSON escapes of the characters that could end a script element or open a comment in one."""


def json_ld(leaflet: Leaflet) -> str:
    """A `MedicalWebPage` about a `PsychologicalTreatment`, as JSON that is safe inside `<script>`.

    A draft carries no `lastReviewed`: nobody has signed it.

    Source: schema.org/MedicalWebPage, schema.org/PsychologicalTreatment.
    """
    about = leaflet.about
    name = about.get("therapy") or leaflet.title.text
    treatment: dict[str, object] = {"@type": "PsychologicalTreatment", "name": name}
    if code := about.get("code"):
        treatment["code"] = {"@type": "MedicalCode", "codeValue": code, "codingSystem": "SNOMED CT"}
    publisher = {"@type": "Organization", "name": about.get("provider") or leaflet.service_name}
    if (web := about.get("web", "")).startswith("https://"):
        publisher["url"] = web
    written = leaflet.written.isoformat()
    page = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": leaflet.title.text,
        "inLanguage": leaflet.language,
        "about": treatment,
        "publisher": publisher,
        "version": leaflet.version,
        **({"identifier": leaflet.issue.number.text} if leaflet.issue else {}),
        "datePublished": written,
        "expires": leaflet.review_by.isoformat(),
        **(
            {"creativeWorkStatus": "Draft"}
            if leaflet.draft
            else {"lastReviewed": (leaflet.approved or leaflet.written).isoformat()}
        ),
    }
    return json.dumps(page).translate(_ESCAPES)
