"""Small parts of a leaflet, each with its id, for the renderers' tests."""

from __future__ import annotations

from consentgen.model.leaflet import Block, Paragraph, Run, Section, Statement
from consentgen.model.values import Email, Phone, Url

OFFICE = Phone("020 7946 0000")
SAMARITANS = Phone("116 123")
EMERGENCY = Phone("999")
HELPLINE = Phone("111")
MAIL = Email("hello@northtown-talking.example")
WEB = Url("https://northtown-talking.example/guided-self-help")

Part = str | Run | Phone | Email | Url
"""Wording, or a value in it."""


def say(key: str, *parts: Part, critical: bool = False) -> Statement:
    """A statement of wording, with values where they are given."""
    return Statement(key, tuple(_run(part) for part in parts), critical=critical)


def value(text: str, kind: str = "words") -> Run:
    """A placeholder that has been filled in."""
    return Run(text, kind)


def paragraph(key: str, *sentences: str) -> Paragraph:
    """A paragraph of plain sentences, numbered under one id."""
    return Paragraph(tuple(say(f"{key}.{n}", text) for n, text in enumerate(sentences, 1)))


def _run(part: Part) -> Run:
    match part:
        case str():
            return Run(part)
        case Run():
            return part
        case _:
            return Run(part.text, type(part).__name__.lower(), part.url)


def section(key: str, heading: str, *blocks: Block) -> Section:
    """A section under its heading."""
    return Section(key, say(f"{key}.heading", heading), blocks)


def items(key: str, *texts: str) -> tuple[tuple[Statement, ...], ...]:
    """One statement for each item of a list."""
    return tuple((say(f"{key}.{n}", text),) for n, text in enumerate(texts, 1))


def rows(key: str, *pairs: tuple[str, str]) -> tuple[tuple[Statement, tuple[Statement, ...]], ...]:
    """Labels with what they stand for."""
    return tuple(
        (say(f"{key}.{n}.label", label), (say(f"{key}.{n}", told),))
        for n, (label, told) in enumerate(pairs, 1)
    )
