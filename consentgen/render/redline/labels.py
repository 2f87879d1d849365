"""The sentences that all reports of a review share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from consentgen.descriptor.load import LEAFLET_ID
from consentgen.errors import UnknownLocale
from consentgen.localise.tags import cldr
from consentgen.model.reading import Kind, Passage
from consentgen.render.redline.shown import Shown, visible
from consentgen.review.change import Cause, Change, Edit, EditKind, Meaning, Tell, Weight, Where, WordingDiff
from consentgen.tongue import counted, later, said, spoken

MOST_NAMES = 3
"""Leaflets and languages that are named; the others are counted."""
_WEIGHTS = {
    Weight.BLOCK: later("Blocking"),
    Weight.MAJOR: later("Major"),
    Weight.MINOR: later("Minor"),
    Weight.INFO: later("For information"),
}
_WEIGHS = {
    Weight.BLOCK: later("touches what people must be told, or what keeps them safe"),
    Weight.MAJOR: later("says something else, or may do so"),
    Weight.MINOR: later("other words, and nothing seen that says something else"),
    Weight.INFO: later("the same words, set in another way"),
}
_KINDS = {
    EditKind.SAME: later("The same"),
    EditKind.ADDED: later("Added"),
    EditKind.REMOVED: later("Removed"),
    EditKind.REWORDED: later("Reworded"),
    EditKind.RELINKED: later("Same words, another link"),
    EditKind.MARKED: later("Same words, marked in another way"),
    EditKind.REWRAPPED: later("Same words, other spaces or quotes"),
    EditKind.MOVED: later("Moved, same words"),
    EditKind.MOVED_REWORDED: later("Moved and reworded"),
    EditKind.REORDERED: later("In another order, same words"),
    EditKind.SPLIT: later("Split in two or more"),
    EditKind.MERGED: later("Merged into one"),
}
_CAUSES = {
    "wording": later("The wording of {name} was edited"),
    "evidence": later("The evidence record {name} changed"),
    "value": later("A value changed: {name}"),
    "arrangement": later("{name} stands elsewhere, or is shown in another way"),
    "translation": later("The translation of {name} was edited"),
}
_CLASSES = {
    "disclosure": later("What people must be told"),
    "critical": later("Crisis, consent, confidentiality, risk"),
    "name": later("Name of the treatment"),
    "language": later("Language"),
    "fact": later("Facts and figures"),
    "evidence": later("Evidence"),
    "link": later("Links"),
    "condition": later("Told or not told"),
    "added": later("Added"),
    "removed": later("Removed"),
    "unknown": later("Not known to us"),
    "state": later("State of the translation"),
    "translation": later("Translation"),
    "wording": later("Wording"),
    "kind": later("Heading, list or paragraph"),
    "moved": later("Moved"),
    "split": later("Split"),
    "merged": later("Merged"),
    "cosmetic": later("Spaces, quotes and dashes"),
    "number": later("Hint: numbers"),
    "negation": later("Hint: not, no, never"),
    "opposite": later("Hint: opposites"),
    "modal": later("Hint: can, may, must"),
    "quantity": later("Hint: all, some, few"),
    "proviso": later("Hint: if, unless, only"),
    "promise": later("Hint: promises"),
    "certainty": later("Hint: how sure it sounds"),
    "euphemism": later("Hint: softer words"),
    "role": later("Hint: who does it"),
    "person": later("Hint: you, we, they"),
    "term": later("Hint: terms"),
    "reading-age": later("Hint: harder to read"),
}
"""By the names of meanings; one that is not here stands for itself."""
_PASSAGES = {
    Kind.TITLE: later("title"),
    Kind.HEADING: later("heading"),
    Kind.PARAGRAPH: later("paragraph"),
    Kind.ITEM: later("list item"),
    Kind.LABEL: later("label"),
    Kind.TOLD: later("answer beside a label"),
    Kind.LEGEND: later("words beside a picture"),
    Kind.CELL: later("table cell"),
}


def weight_word(weight: Weight) -> str:
    """How much a change weighs, in a word or two."""
    return said(_WEIGHTS[weight])


def weight_means(weight: Weight) -> str:
    """What that weight stands for."""
    return said(_WEIGHS[weight])


def kind_word(kind: EditKind) -> str:
    """What happened to a passage."""
    return said(_KINDS[kind])


def class_word(name: str) -> str:
    """The name of a class of meanings, as a reader calls it."""
    return said(_CLASSES[name]) if name in _CLASSES else visible(name)


def cause_words(cause: Cause) -> str:
    """What was edited so that leaflets changed."""
    if cause.kind not in _CAUSES or not cause.name:
        return said("A difference between the two texts")
    return said(_CAUSES[cause.kind], name=visible(cause.name))


def meaning_words(meaning: Meaning) -> str:
    """What an edit means, and whether that is certain or a hint taken from words."""
    words = visible(meaning.words)
    if meaning.exact:
        return said("Certain: {words}", words=words)
    if not meaning.languages:
        return said("Hint: {words}", words=words)
    languages = ", ".join(map(language_name, meaning.languages))
    return said("Hint, from word lists for {languages}: {words}", languages=languages, words=words)


def tell_words(tell: Tell) -> str:
    """Whether people in treatment should be told, and why."""
    why = visible(tell.why)
    if tell.needed:
        return said("Tell people who are already in treatment. {why}", why=why).rstrip()
    return said("No need to tell people who are already in treatment. {why}", why=why).rstrip()


def language_name(tag: str) -> str:
    """The name of a language in the one that is spoken; its tag where it has none."""
    if not tag or tag == "und":
        return said("language not stated")
    try:
        known = cldr(tag)
        return known.get_display_name(cldr(spoken().language)) or known.english_name or visible(tag)
    except UnknownLocale:
        return visible(tag)


def where_words(where: Iterable[Where]) -> str:
    """How many leaflets and languages, with the first of their names."""
    places = sorted(set(where))
    leaflets = sorted({visible(place.leaflet) for place in places if place.leaflet})
    languages = sorted({place.language for place in places})
    spoken = _few([language_name(tag) for tag in languages])
    told = counted("{count} language: {names}", "{count} languages: {names}", len(languages), names=spoken)
    if not leaflets:
        return told
    named = _few(leaflets)
    first = counted("{count} leaflet: {names}", "{count} leaflets: {names}", len(leaflets), names=named)
    return said("{leaflets}; {languages}", leaflets=first, languages=told)


def place_words(one: Shown) -> str:
    """Where a passage stands, as a person would look for it."""
    there = one.edit.new or one.edit.old
    names, pages = _each(p.id for p in there), _each(p.place for p in there)
    under = [said("under “{heading}”", heading=visible(one.under))] if one.under else []
    return " · ".join([*names[:MOST_NAMES], *under, *pages[:MOST_NAMES], language_name(one.language)])


def remarks(one: Shown) -> tuple[str, ...]:
    """What the words alone do not show, and how many texts read alike."""
    if not one.alike:
        return notes(one.edit)
    alike = counted(
        "{count} more text reads alike, with other names or numbers.",
        "{count} more texts read alike, with other names or numbers.",
        one.alike,
    )
    return (*notes(one.edit), alike)


def notes(edit: Edit) -> tuple[str, ...]:
    """What the words alone do not show: links, kinds, and pairs that were only found by likeness."""
    found = []
    old, new = _targets(edit.old), _targets(edit.new)
    if old != new and edit.old and edit.new:
        found += [
            said("Link before: {target}", target=visible(target)) for target in old if target not in new
        ]
        found += [said("Link now: {target}", target=visible(target)) for target in new if target not in old]
    sections = [", ".join(_each(p.section for p in side)) for side in (edit.old, edit.new)]
    if all(sections) and sections[0] != sections[1]:
        found.append(
            said("Section before: {before}. Section now: {after}.", before=sections[0], after=sections[1])
        )
    kinds = [_kinds(side) for side in (edit.old, edit.new)]
    if all(kinds) and kinds[0] != kinds[1]:
        found.append(said("Shown before as: {before}. Now as: {after}.", before=kinds[0], after=kinds[1]))
    if edit.sure < 1:
        share = max(1, min(99, round(100 * edit.sure)))
        found.append(
            said("Paired by likeness: {share} in 100. Check that the two belong together.", share=share)
        )
    return tuple(found)


def summary(diff: WordingDiff) -> tuple[str, ...]:
    """The whole review in a few sentences."""
    if diff.same:
        return (said("Nothing changed for the reader."),)
    lines = []
    if diff.changes:
        lines.append(counted("{count} change.", "{count} changes.", len(diff.changes)))
        lines += [
            said("{weight}: {count} ({means}).", weight=weight_word(w), count=count, means=weight_means(w))
            for w, count in weights(diff)
        ]
        lines.append(
            said("Where: {where}.", where=where_words(w for change in diff.changes for w in change.where))
        )
    if told := sum(change.tell.needed for change in diff.changes):
        lines.append(
            counted(
                "People already in treatment should be told of {count} change.",
                "People already in treatment should be told of {count} changes.",
                told,
            )
        )
    sides = (diff.added, later("New: {names}.")), (diff.removed, later("Gone: {names}."))
    lines += [
        said(sentence, names=where_words(Where(r.leaflet or r.label, r.language) for r in readings))
        for readings, sentence in sides
        if readings
    ]
    return tuple(lines)


def weights(diff: WordingDiff) -> tuple[tuple[Weight, int], ...]:
    """How many changes weigh how much, gravest first; only weights there are."""
    found = Counter(change.weight for change in diff.changes)
    return tuple((weight, found[weight]) for weight in Weight if found[weight])


def before_after(diff: WordingDiff) -> str:
    """What the two sides are called."""
    return said("Before: {old}. After: {new}.", old=visible(diff.old), new=visible(diff.new))


def approve_words(change: Change) -> str:
    """How to sign a change."""
    return said("To sign it: {command}", command=approve_command(change))


def approve_command(change: Change) -> str:
    """The command with which it is signed in one of its leaflets."""
    leaflet = next((one.leaflet for one in change.where if LEAFLET_ID.fullmatch(one.leaflet)), "LEAFLET")
    return f"consentgen approve PROJECT {leaflet} --who NAME --role ROLE"


def _few(names: list[str]) -> str:
    more = len(names) - MOST_NAMES
    told = ", ".join(names[:MOST_NAMES])
    return said("{names} and {count} more", names=told, count=more) if more > 0 else told


def _each(names: Iterable[str]) -> list[str]:
    """Names that are given, each once."""
    return list(dict.fromkeys(visible(name) for name in names if name))


def _targets(passages: tuple[Passage, ...]) -> list[str]:
    return list(dict.fromkeys(link.target for passage in passages for link in passage.links))


def _kinds(passages: tuple[Passage, ...]) -> str:
    return ", ".join(dict.fromkeys(said(_PASSAGES[passage.kind]) for passage in passages))
