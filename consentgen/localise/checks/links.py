"""Links and their targets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from consentgen.localise.checks.expected import Expected
from consentgen.localise.checks.fault import Fault
from consentgen.localise.checks.pair import Pair, Text, each_form
from consentgen.model.leaflet import SAFE_LINKS
from consentgen.tongue import said

BARE = re.compile(r"(?:https?://|www\.|mailto:|tel:)[^\s<>()\[\]\"“”‘’«»。，、؛،۔।]+", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DANGEROUS = re.compile(r"\b(?:java|vb|live)script:|\bdata:\w+/|\bfile:/", re.IGNORECASE)
_HIDDEN = re.compile(r"[\s\x00-\x20\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f]")


@each_form
def targets(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """Links that lead elsewhere than in English, or nowhere, or where no link may lead."""
    own = _targets(pair.form)
    known = set().union(*(_targets(text) for text in pair.english))
    for target in own:
        if target not in known and _unsafe(target):
            yield Fault(
                "LO107", said("a link that may not be followed"), target, _told(_targets(pair.against)),
                said("A link begins with https://, mailto: or tel:, and leads where the English one does."),
            )  # fmt: skip
            return
    if pair.differs(_targets):
        yield Fault(
            "LO106", said("the links do not lead where the English ones do"), _told(own),
            _told(_targets(pair.against)),
            said("Copy what stands in round brackets from the English; translate only what stands in square ones."),
        )  # fmt: skip


@each_form
def dangerous_words(pair: Pair, _language: Expected) -> Iterator[Fault]:
    """`javascript:` and its like outside a link, however it is disguised."""
    plain = _HIDDEN.sub("", unescape(pair.form.plain))
    found = _DANGEROUS.search(plain)
    if found and not any(found[0].lower() in text.raw.lower() for text in pair.english):
        yield Fault(
            "LO107", said("an address that runs a program or opens a file"), found[0], said("the words of the English"),
            said("Take it out."),
        )  # fmt: skip


def _targets(text: Text) -> Counter[str]:
    """Every address in a text: link targets, bare addresses, email addresses."""
    if not any(mark in text.raw for mark in ("](", ":", "www.", "@", "WWW.")):
        return Counter()
    words = text.plain
    bare = (found.rstrip(".,;:!?") for found in BARE.findall(words))
    return Counter([*(target.strip() for *_, target in text.links), *bare, *EMAIL.findall(words)])


def _unsafe(target: str) -> bool:
    plain = _HIDDEN.sub("", unescape(target)).lower()
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", plain)
    return bool(scheme) and not plain.startswith(SAFE_LINKS)


def _told(targets_: Counter[str]) -> str:
    return ", ".join(targets_.elements()) or said("no link")
