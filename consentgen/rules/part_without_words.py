"""LE003: a picture whose parts are not all told in words."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.finding import Finding, Severity
from consentgen.model.leaflet import Block, Box, Icons, Section
from consentgen.once import once
from consentgen.rules.rule import PIF, Kind, Rule, Subject
from consentgen.tongue import later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each icon array whose words and parts differ in number or in figures."""
    for section in subject.leaflet.sections if subject.leaflet else ():
        for icons in _pictures(section):
            shown = [[part.shown, part.denominator] for part in icons.whole.parts]
            told = [item[0].facts.get("share") if item else None for item in icons.legend]
            if shown != told:
                yield subject.finding(
                    RULE, ("outcome", "evidence"), said("a picture and its words do not tell the same"), found=str(told),
                    expected=str(shown), help=said("Give each part of the picture one statement, in the same order."),
                )  # fmt: skip


@once
def _pictures(section: Section) -> tuple[Icons, ...]:
    """The icon arrays of a section."""
    return tuple(_icons(section.blocks))


def _icons(blocks: tuple[Block, ...]) -> Iterator[Icons]:
    for block in blocks:
        if isinstance(block, Icons):
            yield block
        elif isinstance(block, Box):
            yield from _icons(block.blocks)


RULE = Rule(
    code="LE003",
    name="part-without-words",
    kind=Kind.LEAFLET,
    severity=Severity.ERROR,
    summary=later("A picture of people and the words beside it do not tell the same figures."),
    why=later(
        "Both sides have to be shown: those it helped, those it did not, and those nobody knows about."
    ),
    sources=(PIF,),
    bad=later("# a template that draws better, same and worse, and tells only better"),
    good=later("# the shipped wording"),
    check=check,
    example_of="leaflet",
)
