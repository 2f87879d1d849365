"""What verify found, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from consentgen.model.finding import shorten
from consentgen.review.edition import Edition, Signature
from consentgen.tongue import counted, said

if TYPE_CHECKING:
    from consentgen.build.verify import Verified


def verdict_text(verified: Verified, *, width: int, colour: bool) -> str:
    """The verdict first, then what stands behind it, then where a copy differs."""
    fault = "green" if verified.good else "red"
    lines = [_styled(headline(verified), colour, fg=fault, bold=True)]
    if verified.tampered:
        warning = said("WARNING: what was kept of this leaflet was changed. It can prove nothing.")
        lines += [
            _styled(warning, colour, fg="red", bold=True),
            *(f"  - {told}" for told in verified.tampered),
        ]
    if verified.newer:
        told = said(
            "It was superseded by {number} on {day}.", number=verified.newer.number, day=verified.newer.issued
        )
        lines.append(_styled(told, colour, fg="red", bold=True))
    if verified.edition:
        copied = verified.verdict.value in ("edited", "unsure")
        head = [said("What was issued as {number}:", number=verified.number)] if copied else []
        lines += ["", *head, *edition_lines(verified.edition)]
    lines += [""] if verified.past else []
    for figures in verified.past:
        day = figures.review_by
        lines.append(
            said("The evidence {id} was to be checked by {day}: it is out of date.", id=figures.id, day=day)
        )
    if verified.elsewhere:
        lines += ["", said("Links of the copy that the issued leaflet does not have:")]
        lines += [f"  {shorten(address, 200)}" for address in verified.elsewhere]
    if verified.compared and verified.compared.changed:
        lines += ["", _differences(verified, width=width, colour=colour)]
    return "\n".join(lines).rstrip("\n") + "\n"


def headline(verified: Verified) -> str:
    """What it is, in one sentence."""
    number = verified.number
    match verified.verdict.value:
        case "file":
            return said("This is exactly the file that was issued as {number}.", number=number)
        case "words":
            return said("This is {number}, printed or saved again: the words are the same.", number=number)
        case "number":
            return said("{number} was issued here.", number=number)
        case "edited" if verified.places:
            return counted(
                "This is an edited copy of {number}: {count} place differs.",
                "This is an edited copy of {number}: {count} places differ.",
                verified.places, number=number,
            )  # fmt: skip
        case "unsure":
            return said(
                "This looks like {number}, but its words cannot be compared: out of a PDF that was printed again, the"
                " letters of this script do not come back in order. Compare it by eye with the one that was issued.",
                number=number,
            )
        case "edited":
            return said(
                "This looks like {number}, but nothing of it was kept to compare with.", number=number
            )
        case _ if number:
            return said("{number} was not issued here.", number=number)
        case _:
            return said("This is none of the leaflets that were issued here.")


def edition_lines(edition: Edition) -> Iterator[str]:
    """Which text it is, who approved it, and until when its figures are good."""
    yield shorten(edition.title, 200)
    yield said(
        "  {leaflet}, {language}, version {version}; edition {edition}, issued on {day}",
        leaflet=edition.leaflet, language=edition.language, version=shorten(edition.version),
        edition=edition.edition, day=edition.issued,
    )  # fmt: skip
    for signature in edition.approvals:
        yield f"  {approval(signature)}"
    if not edition.approvals:
        yield "  " + said("no approval is recorded")
    yield "  " + said("to be checked again by {day}", day=edition.review_by)


def approval(signature: Signature) -> str:
    """Who approved it, as what, when."""
    who, role = shorten(signature.who), shorten(signature.role)
    if signature.until:
        return said(
            "approved by {who}, {role}, on {day}, until {until}",
            who=who, role=role, day=signature.on, until=signature.until,
        )  # fmt: skip
    return said("approved by {who}, {role}, on {day}", who=who, role=role, day=signature.on)


def verdict_data(verified: Verified) -> dict[str, Any]:
    """The same for programs; what changed has the form that `consentgen diff` writes."""
    edition = verified.edition
    made: dict[str, Any] = {
        "version": 1,
        "verdict": verified.verdict.value,
        "genuine_and_newest": verified.good,
        "number": verified.number,
        "superseded_by": verified.newer.number if verified.newer else None,
        "register_changed": list(verified.tampered),
        "evidence_past_its_date": [figures.id for figures in verified.past],
        "edition": edition.model_dump(mode="json") if edition else None,
    }
    if verified.compared:
        from consentgen.review.data import to_data

        made |= {"places": verified.places, "links_elsewhere": list(verified.elsewhere)}
        made |= {"differences": to_data(_grouped(verified))}
    return made


def _differences(verified: Verified, *, width: int, colour: bool) -> str:
    from consentgen.render.redline.terminal import render_words

    return render_words(_grouped(verified), width=width, colour=colour)


def _grouped(verified: Verified) -> Any:
    from consentgen.review.group import grouped

    old, new = said("{number} as it was issued", number=verified.number), said("the copy")
    return grouped([verified.compared] if verified.compared else [], old=old, new=new)


def _styled(text: str, colour: bool, **style: Any) -> str:
    return click.style(text, **style) if colour else text
