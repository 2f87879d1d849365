"""Whether the leaflets of a project tell the same facts in another language."""

from __future__ import annotations

from datetime import date

from consentgen.build.project import Project, wording_fault
from consentgen.catalogue import load_catalogue
from consentgen.compose import Composer
from consentgen.descriptor import load_descriptor
from consentgen.errors import BadWording
from consentgen.localise import Catalog, SourceCatalog
from consentgen.localise.leaflet_facts import facts_differ
from consentgen.model.finding import Finding
from consentgen.model.service import Service
from consentgen.source import read_file


def facts_alike(project: Project, catalog: Catalog, as_of: date) -> list[Finding]:
    """What the leaflets of a project tell otherwise in another language than in English.

    Descriptors with faults are left out: `consentgen check` tells of them.

    Args:
        project: its descriptors, its evidence and its wording.
        catalog: the words of the language.
        as_of: the day the leaflets are made for.
    """

    def composer(words: Catalog) -> Composer:
        return Composer(load_catalogue(), project.ledger, project.wording, words, as_of)

    english, other = composer(SourceCatalog()), composer(catalog)
    found: list[Finding] = []
    for name, service in _services(project).items():
        try:
            found += facts_differ(english.compose(name, service), other.compose(name, service))
        except BadWording as error:
            found.append(wording_fault(error))
    return found


def _services(project: Project) -> dict[str, Service]:
    """The services whose descriptors can be read, by the id of their leaflets."""
    found: dict[str, Service] = {}
    for file in project.descriptors:
        document, _ = read_file(file, project.label(file))
        loaded, _ = load_descriptor(document, load_catalogue()) if document else (None, [])
        if loaded:
            found.setdefault(loaded.id, loaded.service)
    return found
