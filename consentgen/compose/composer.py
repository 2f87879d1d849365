"""Composes leaflets: one service, its evidence and the wording, in one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from consentgen.compose.claims import gather
from consentgen.compose.context import context
from consentgen.compose.fill import Filler
from consentgen.compose.page import Page
from consentgen.compose.tags import PAGE
from consentgen.compose.wording import FURNITURE, SUFFIX, UNREADABLE, Wording
from consentgen.errors import BadWording
from consentgen.evidence import Ledger
from consentgen.localise import Catalog
from consentgen.model.catalogue import Catalogue, Therapy
from consentgen.model.leaflet import Leaflet, Section, Statement
from consentgen.model.service import Service

MAX_SKELETON = 400_000
"""Characters a template may put out before it is stopped; a leaflet's skeleton has about 3,000."""
_TEMPLATES = {
    "guided-self-help": "guided_self_help",
    "class": "class",
    "cbt": "cbt",
    "counselling": "counselling",
}


def template_for(family: str) -> str:
    """Name of the template that words a family of therapies."""
    return _TEMPLATES.get(family, "general") + SUFFIX


@dataclass(frozen=True, slots=True)
class Composer:
    """Everything that stays the same from leaflet to leaflet."""

    catalogue: Catalogue
    ledger: Ledger
    wording: Wording
    catalog: Catalog
    as_of: date
    filler: Filler = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "filler", Filler(self.wording, self.catalog))

    def compose(self, leaflet_id: str, service: Service) -> Leaflet:
        """The leaflet of one service.

        Raises:
            BadWording: its template cannot be used, or gives no leaflet.
        """
        evidence = gather(service, self.ledger, self.catalogue)
        names = context(service, self.catalogue, evidence, self.as_of)
        therapy = self.catalogue.therapies[service.therapy.modality]
        title, sections = self._sections(template_for(therapy.family), names)
        furniture = self._furniture(names)
        expired = any(claim.record.expired(self.as_of) for claim in evidence.all)
        return Leaflet(
            id=leaflet_id,
            language=self.catalog.language,
            direction=self.catalog.direction,
            title=title,
            sections=sections,
            furniture=furniture,
            service_name=service.service.name.text,
            version=service.version,
            written=service.written,
            review_by=service.review_by,
            stamps=("draft", "expired") if expired else ("draft",),
            evidence=tuple(claim.record.id for claim in evidence.all),
            about=_about(service, therapy),
        )

    def _sections(self, name: str, names: dict[str, object]) -> tuple[Statement, tuple[Section, ...]]:
        page = Page(self.filler)
        skeleton = self._run(name, names, page)
        return page.sections(skeleton, self.wording.label(name))

    def _furniture(self, names: dict[str, object]) -> dict[str, Statement]:
        """Banner, page and footer texts by id.

        A project may word its footer, but not what warns a reader off an unapproved leaflet.
        """
        made = self._named(f"leaflet/{FURNITURE}", names)
        if FURNITURE in self.wording.own_names():
            own = self._named(FURNITURE, names)
            made |= {name: s for name, s in own.items() if not (name in made and made[name].critical)}
        return made

    def _named(self, template: str, names: dict[str, object]) -> dict[str, Statement]:
        page = Page(self.filler)
        self._run(template, names, page)
        return {statement.id.removeprefix("furniture."): statement for statement in page.statements}

    def _run(self, name: str, names: dict[str, object], page: Page) -> str:
        template = self.wording.template(name)
        parts: list[str] = []
        size = 0
        try:
            for part in template.generate({**names, PAGE: page}):
                size += len(part)
                if size > MAX_SKELETON:
                    way_out = "Look for a loop that repeats too often."
                    raise BadWording(self.wording.label(name), 1, "the template puts out too much", way_out)
                parts.append(part)
        except (*UNREADABLE, AttributeError, TypeError, LookupError) as error:
            raise self.wording.stopped(error, name) from None
        return "".join(parts)


def _about(service: Service, therapy: Therapy) -> dict[str, str]:
    """Plain facts for machines; what is not known is left out."""
    provider, web = service.service.provider, service.contact.web
    facts = {
        "therapy": therapy.name.text,
        "category": therapy.category,
        "code": therapy.code,
        "provider": provider.text if provider else "",
        "web": web.text if web else "",
    }
    return {name: value for name, value in facts.items() if value}
