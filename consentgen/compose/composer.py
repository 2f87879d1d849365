"""Composes leaflets: one service, its evidence and the wording, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from consentgen.compose.blocks import ROOT, Blocks
from consentgen.compose.claims import Evidence, gather
from consentgen.compose.context import context
from consentgen.compose.fill import Filler, in_english
from consentgen.compose.page import Page
from consentgen.compose.tags import PAGE
from consentgen.compose.wording import FURNITURE, SUFFIX, UNREADABLE, Wording
from consentgen.evidence import Ledger
from consentgen.localise import Catalog
from consentgen.model.catalogue import Catalogue, Therapy
from consentgen.model.issue import Issue
from consentgen.model.leaflet import Leaflet, Section, Statement, section_statements
from consentgen.model.service import Service
from consentgen.once import Kept

_TEMPLATES = {
    "guided-self-help": "guided_self_help",
    "class": "class",
    "cbt": "cbt",
    "counselling": "counselling",
}


ENGLISH = ".english"
"""Ends the name of a warning in English beside the same in the leaflet's language."""


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
    _own_furniture: bool = field(init=False)
    _blocks: dict[str, Blocks] = field(init=False, default_factory=dict)
    _figures: Kept[tuple[object, ...], Evidence] = field(init=False, default_factory=Kept)

    def __post_init__(self) -> None:
        object.__setattr__(self, "filler", Filler(self.wording, self.catalog))
        object.__setattr__(self, "_own_furniture", FURNITURE in self.wording.own_names())

    def compose(self, leaflet_id: str, service: Service, issue: Issue | None = None) -> Leaflet:
        """The leaflet of one service.

        Args:
            leaflet_id: what its files are called by.
            service: what it tells of.
            issue: the number it is given out under, None before.

        Raises:
            BadWording: its template cannot be used, or gives no leaflet.
        """
        evidence = self._evidence(service)
        names = {**context(service, self.catalogue, evidence, self.as_of), "issue": issue}
        therapy = self.catalogue.therapies[service.therapy.modality]
        name = template_for(therapy.family)
        page = Page(self.filler, self._blocks_of(name, names, self.catalog.language), names)
        title, sections = page.sections(self._run(name, page), self.wording.label(name))
        expired = any(claim.record.expired(self.as_of) for claim in evidence.all)
        furniture = self._furniture(names)
        stamps = ["draft", *(["expired"] if expired else [])]
        if self.filler.translates:
            stamps += _of_translation(title, sections)
            stamps = [name for stamp in stamps for name in (stamp, f"{stamp}{ENGLISH}")]
        return Leaflet(
            id=leaflet_id,
            language=self.catalog.language,
            direction=self.catalog.direction,
            title=title,
            sections=sections,
            furniture=furniture,
            service_name=service.service.name.text,
            author=service.author.text,
            version=service.version,
            written=service.written,
            review_by=service.review_by,
            stamps=tuple(stamp for stamp in stamps if stamp in furniture),
            evidence=tuple(claim.record.id for claim in evidence.all),
            about=_about(service, therapy),
            issue=issue,
        )

    def _evidence(self, service: Service) -> Evidence:
        """The figures of one leaflet, gathered once for all services that rest on the same."""
        outcome = service.outcome
        key = (service.therapy.modality, *service.problems, "", outcome.expected, *outcome.evidence)
        return self._figures.get(key) or self._figures.keep(key, gather(service, self.ledger, self.catalogue))

    def _blocks_of(self, name: str, names: dict[str, object], language: str) -> Blocks:
        """The blocks of a template in one language."""
        key = f"{name} {language}"
        if key not in self._blocks:
            self._blocks[key] = Blocks(self.wording.names_read(name, names))
        return self._blocks[key]

    def _furniture(self, names: dict[str, object]) -> dict[str, Statement]:
        """Banner, page and footer texts by id.

        A project may word its footer, but not what warns a reader off an unapproved leaflet.
        """
        made = self._worded(names, self.filler)
        if self.filler.translates:
            # What warns a reader off stands there in both languages; the service may read only one of them.
            english = self._worded(names, self.filler.english)
            made |= {
                f"{name}{ENGLISH}": in_english(s) for name, s in english.items() if not made[name].language
            }
        return made

    def _worded(self, names: dict[str, object], filler: Filler) -> dict[str, Statement]:
        made = self._named(f"leaflet/{FURNITURE}", names, filler)
        if self._own_furniture:
            own = self._named(FURNITURE, names, filler)
            made |= {name: s for name, s in own.items() if not (name in made and made[name].critical)}
        return made

    def _named(self, template: str, names: dict[str, object], filler: Filler) -> dict[str, Statement]:
        page = Page(filler, self._blocks_of(template, names, filler.catalog.language), names)
        self._run(template, page)
        # Critical ones may have their English beside them; here it has a name of its own.
        return {s.id.removeprefix("furniture."): s for s in reversed(page.statements)}

    def _run(self, name: str, page: Page) -> str:
        template = self.wording.template(name)
        try:
            return page.run(
                ROOT, self.wording.label(name), lambda: template.generate({**page.names, PAGE: page})
            )
        except (*UNREADABLE, AttributeError, TypeError, LookupError) as error:
            raise self.wording.stopped(error, name) from None


def _of_translation(title: Statement, sections: tuple[Section, ...]) -> Iterator[str]:
    """The warnings a leaflet owes its readers about its translation."""
    told = (title, *(statement for section in sections for statement in section_statements(section)))
    if any(statement.draft for statement in told):
        # Where all of it is a draft, the warning says so; else each draft does, and the warning says that.
        checked = any(not statement.pending and not statement.language for statement in told)
        yield "translation_parts" if checked else "translation"
    if any(statement.pending and not statement.draft for statement in told):
        yield "translation_gaps"


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
