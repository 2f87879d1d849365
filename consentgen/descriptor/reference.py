"""The field reference page, written from the model itself."""

from __future__ import annotations

from consentgen.descriptor.fields import all_fields
from consentgen.model.catalogue import Catalogue

_HEAD = """# Fields of a service descriptor

This page is made by `consentgen schema --reference`. Do not edit it by hand.

A descriptor is a YAML file in `services/`. One file describes one therapy.
Write units out: `30 minutes`, `6 to 8`, `every 1 to 2 weeks`.
Where a list may stand, one value may stand too.
A field you leave out is printed as not known, and `consentgen check` tells you.

| field | needed | what it holds | example |
|---|---|---|---|
"""


def field_reference(catalogue: Catalogue) -> str:
    """The reference of all fields and catalogue keys, in Markdown."""
    rows = []
    for field in all_fields():
        sample = f"`{field.sample}`" if field.sample else ""
        many = " (list)" if field.many else ""
        rows.append(
            f"| `{field.name}`{many} | {'yes' if field.required else ''} | {field.description} | {sample} |"
        )
    return _HEAD + "\n".join(rows) + "\n" + _keys(catalogue)


def _keys(catalogue: Catalogue) -> str:
    parts = []
    tables = (
        ("Therapies", "`therapy.modality`", {k: v.name.text for k, v in catalogue.therapies.items()}),
        (
            "Practitioner grades",
            "`practitioner.grade`",
            {k: v.name.text for k, v in catalogue.grades.items()},
        ),
        ("Problems", "`problems`", {k: v.name.text for k, v in catalogue.problems.items()}),
        ("Outcomes", "`outcome.expected`", {k: v.name.text for k, v in catalogue.aims.items()}),
        ("Other outcome kinds", "`outcome` in an evidence record", _scores(catalogue)),
    )
    for title, field, names in tables:
        parts.append(f"\n## {title}\n\nKeys for {field}.\n\n| key | printed as |\n|---|---|\n")
        parts.append("".join(f"| `{key}` | {name} |\n" for key, name in names.items()))
    return "".join(parts)


def _scores(catalogue: Catalogue) -> dict[str, str]:
    """Outcome kinds that a record may hold but no service may aim at."""
    return {key: kind.name.text for key, kind in catalogue.outcomes.items() if key not in catalogue.aims}
