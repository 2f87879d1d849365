"""Two readings brought to what both can tell: a file does not hold all that a leaflet knows of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from consentgen.model.reading import Link, Passage, Reading
from consentgen.review.hashes import fold

Links = tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What the wording says of a statement, wherever it stands."""

    critical: bool = False
    tells: tuple[str, ...] = ()
    unknown: bool = False


def without_furniture(reading: Reading, furniture: Sequence[re.Pattern[str]]) -> Reading:
    """A text without the banners and footers of ours with which it begins and ends.

    Args:
        reading: a text without ids.
        furniture: what banners and footers say, in every language they are built in.
    """
    passages = list(reading.passages)
    while passages and _is_furniture(passages[-1], furniture):
        passages.pop()
    start = next((n for n, p in enumerate(passages) if not _is_furniture(p, furniture)), len(passages))
    kept = passages[start:]
    if reading.stream and kept:
        kept[-1] = replace(kept[-1], text=_without_imprint(kept[-1].text, furniture))
    return replace(reading, passages=tuple(kept))


def _without_imprint(text: str, furniture: Sequence[re.Pattern[str]]) -> str:
    """The words of a last page without what an issued leaflet says of its number; only what begins with its own words."""
    ends = [re.compile(rf"\s*(?:{p.pattern})\s*$") for p in furniture if p.pattern[:1] not in ".\\"]
    cut = len(text)
    while found := next((m for end in ends if (m := end.search(text, max(0, cut - 600), cut))), None):
        cut = found.start()
    return text[:cut]


def _is_furniture(passage: Passage, furniture: Sequence[re.Pattern[str]]) -> bool:
    return any(pattern.fullmatch(fold(passage.text)) for pattern in furniture)


def levelled(old: Reading, new: Reading, marks: Mapping[str, Marks]) -> tuple[Reading, Reading]:
    """Both readings, so that what only one of them can tell is no difference.

    A built page holds ids and words, not the facts behind the words nor which statement is critical: these come
    from the wording. A plain text has no links on words.

    Args:
        old: one side.
        new: the other.
        marks: what the wording says of each statement, by its id.
    """
    if old.identified and new.identified:
        return _marked(old, new, marks), _marked(new, old, marks)
    if old.identified != new.identified:
        was, now = _kinds_alike(old, new), _kinds_alike(new, old)
        return _linked_alike(was, now), _linked_alike(now, was)
    return old, new


def _kinds_alike(reading: Reading, other: Reading) -> Reading:
    """A plain text does not say what its lines are: where a block of ours has the same words, they are that."""
    if reading.identified or reading.stream or reading.language != "und":
        return reading
    kinds = {_letters(p.text for p in block): block[0].kind for block in _blocks(other.passages)}
    made = (replace(p, kind=kinds.get(_letters([p.text]), p.kind)) for p in reading.passages)
    return replace(reading, passages=tuple(made))


def _blocks(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Single passages and whole blocks of them."""
    for _, block in groupby(passages, key=lambda p: p.block):
        held = list(block)
        yield from ([p] for p in held)
        yield held


def _letters(texts: Iterable[str]) -> str:
    return "".join(fold(text).replace(" ", "") for text in texts)


def _has_marks(reading: Reading) -> bool:
    """Whether it came with what is behind its words."""
    return any(p.facts or p.critical or p.tells for p in reading.passages)


def _marked(reading: Reading, other: Reading, marks: Mapping[str, Marks]) -> Reading:
    if _has_marks(reading) and _has_marks(other):
        return reading
    known = {(p.id, fold(p.text)): p for p in other.passages}
    by_id = {p.id: p for p in reversed(other.passages)}
    made = tuple(
        _with_marks(p, known.get((p.id, fold(p.text))), by_id.get(p.id), marks) if p.id else p
        for p in reading.passages
    )
    return replace(reading, passages=made)


def _with_marks(
    passage: Passage, twin: Passage | None, mate: Passage | None, marks: Mapping[str, Marks]
) -> Passage:
    """A statement with what is known of it; facts only where the words are the same, so that they are its own."""
    if twin and (twin.facts or passage.facts):
        passage = replace(
            passage, facts=passage.facts or twin.facts, evidence=passage.evidence or twin.evidence,
            wording=passage.wording or twin.wording,
        )  # fmt: skip
    elif not twin and mate:
        # One side cannot tell its facts, so that they differ is seen in the words alone.
        passage = replace(passage, facts={}, evidence=(), wording="")
    if passage.critical or passage.tells or passage.unknown:
        return passage
    source = mate if mate and (mate.critical or mate.tells or mate.unknown) else marks.get(passage.id)
    if not source:
        return passage
    return replace(passage, critical=source.critical, tells=source.tells, unknown=source.unknown)


def _linked_alike(reading: Reading, other: Reading) -> Reading:
    """Only the links that the other side's kind of file can show."""
    if other.identified:
        return _with_link_words(reading, (link for p in other.passages for link in p.links))
    shown = [link for p in other.passages for link in p.links]
    on_words = any(link.words and link.words != link.target for link in shown)
    inner = any(link.target.startswith("#") for link in shown)

    def kept(link: Link) -> bool:
        if other.stream:
            return False
        if link.target.startswith("#"):
            return inner
        return on_words or (link.target.startswith("http") and not _says(link))

    return _with_links(reading, lambda links: tuple(filter(kept, links)))


def _says(link: Link) -> bool:
    """Whether the words of a link are its address."""
    said = fold(link.words).replace(" ", "").rstrip("/")
    address = link.target.rstrip("/")
    return said in (address, re.sub(r"^https?://", "", address))


def _with_link_words(reading: Reading, known: Iterable[Link]) -> Reading:
    """Addresses that stand behind their words get these from the other side."""
    words = {link.target: link.words for link in known}
    return _with_links(
        reading,
        lambda links: tuple(
            link if link.words else replace(link, words=words.get(link.target, "")) for link in links
        ),
    )


def _with_links(reading: Reading, changed: Callable[[Links], Links]) -> Reading:
    return replace(reading, passages=tuple(replace(p, links=changed(p.links)) for p in reading.passages))
