"""HO001: a name that hides what the therapy is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consentgen.model.finding import Finding, Severity, shorten
from consentgen.rules.rule import NHSTT, SCOTT, Kind, Rule, Subject
from consentgen.rules.words import word_list
from consentgen.tongue import either, later, said

_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
"""Word processors set other hyphens than the one on the keyboard."""
_CHANNELS = {"telephone": "telephone", "phone": "telephone", "video": "video"}


def check(subject: Subject) -> Iterator[Finding]:
    """A finding where the only name given is one that staff use."""
    for path, text in _names(subject.document.value):
        if text in subject.catalogue.therapies:
            continue
        for word in word_list("euphemisms"):
            if word.pattern.search(text.translate(_HYPHENS)):
                channel = next((c for name, c in _CHANNELS.items() if name in text.lower()), "")
                yield subject.finding(
                    RULE, path, said("this name hides what the therapy is"), found=text,
                    expected=said("the plain name, from the catalogue"), help=_way_out(word.instead, channel, text),
                )  # fmt: skip
                break


def _way_out(instead: Iterable[str], channel: str, text: str) -> str:
    """What to write instead: the keys of the plain name, and the channel where the name tells one."""
    keys, name = either(f"`modality: {key}`" for key in instead), f"`also_called: {shorten(text)}`"
    if not channel:
        return said("Write {keys}. Keep {name} so that people know both names.", keys=keys, name=name)
    return said(
        "Write {keys} and, under sessions, {channel}. Keep {name} so that people know both names.",
        keys=keys,
        channel=f"`channel: {channel}`",
        name=name,
    )


def _names(value: object) -> Iterator[tuple[tuple[str, ...], str]]:
    """What stands where the therapy is named, in any of the ways an author tries."""
    therapy = value.get("therapy") if isinstance(value, dict) else None
    if isinstance(therapy, str):
        yield ("therapy",), therapy
    elif isinstance(therapy, dict):
        for key in ("modality", "name", "called"):
            if isinstance(therapy.get(key), str):
                yield ("therapy", key), therapy[key]
                return


RULE = Rule(
    code="HO001",
    name="euphemism-as-name",
    kind=Kind.DOCUMENT,
    severity=Severity.ERROR,
    summary=later("The therapy is given only a name that hides what it is."),
    why=later(
        "Guided self-help is recorded nationally as guided self-help. A person who is told only "
        '"low-intensity telephone CBT" expects a therapist, and cannot agree to what they will really get.'
    ),
    sources=(NHSTT, SCOTT),
    bad="therapy:\n  modality: low intensity telephone CBT\n",
    good="therapy:\n  modality: guided-self-help-workbook\n  also_called: low intensity telephone CBT\n",
    check=check,
)
