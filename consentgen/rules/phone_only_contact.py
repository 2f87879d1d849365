"""HO006: a service that can be reached only by phone."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.finding import Finding, Severity
from consentgen.rules.rule import Kind, Rule, Source, Subject
from consentgen.tongue import later, said


def check(subject: Subject) -> Iterator[Finding]:
    """A finding where every way to say yes is a phone call."""
    contact = subject.service.contact if subject.service else None
    if not contact or not (contact.phone or contact.relay):
        return
    if contact.text or contact.email or contact.web or contact.letter:
        return
    yield subject.finding(
        RULE, ("contact",), said("people can reach you only by phone"), found=said("phone"),
        expected=said("another way as well: text, email, web or letter"),
        help=said("Add for instance: {field}", field="email: hello@northtown.example"),
    )  # fmt: skip


RULE = Rule(
    code="HO006",
    name="phone-only-contact",
    kind=Kind.SERVICE,
    severity=Severity.WARNING,
    summary=later("The phone is the only way to reach the service."),
    why=later(
        "A phone-only opt-in shuts out people who are deaf, who stammer, who share a home, "
        "or who are too low or too anxious to ring. Dr Scott tells of a man who gave up at this point."
    ),
    sources=(
        Source(
            "Accessible Information Standard DAPB1605 (2025)",
            "https://www.england.nhs.uk/long-read/accessible-information-standard-implementation-guidance",
        ),
        Source("Dr Mike Scott, IAPT's Failure To Engage", "https://www.cbtwatch.com/"),
    ),
    bad="contact:\n  phone: 01632 960 123\n",
    good="contact:\n  phone: 01632 960 123\n  text: 07700 900 123\n",
    check=check,
)
