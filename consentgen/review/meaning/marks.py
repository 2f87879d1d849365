"""What changed in what a passage is to its reader: critical, a disclosure, the name, a gap, its place."""

from __future__ import annotations

from collections.abc import Iterator

from consentgen.model.reading import Kind, Passage
from consentgen.review.change import EditKind, Meaning, Weight
from consentgen.review.meaning.classes import meaning
from consentgen.review.meaning.view import View, known, quoted
from consentgen.rules.disclosures import disclosures
from consentgen.tongue import later, said

NAME = "treatment-name"
KINDS = {
    Kind.TITLE: later("the title"),
    Kind.HEADING: later("a heading"),
    Kind.PARAGRAPH: later("a paragraph"),
    Kind.ITEM: later("an item of a list"),
    Kind.LABEL: later("a label"),
    Kind.TOLD: later("what is told beside a label"),
    Kind.LEGEND: later("a part of a picture’s legend"),
    Kind.CELL: later("a cell of a table"),
}


def disclosure(view: View) -> Iterator[Meaning]:
    """Something a person has to be told is told nowhere any more, or is told newly."""
    then, now = _tells(view.edit.old), _tells(view.edit.new)
    if not view.identified:
        if view.kind is EditKind.REMOVED:
            for name in then:
                words = said(
                    "These words tell {what}. Look whether the other text tells it elsewhere.",
                    what=_title(name),
                )
                yield meaning("disclosure", Weight.MAJOR, words)
        return
    before, after = known(view.old).told, known(view.new).told
    for name in then:
        if name in before - after:
            yield meaning(
                "disclosure", Weight.BLOCK, said("This leaflet no longer tells {what}.", what=_title(name))
            )
        elif name not in now and view.edit.new:
            words = said("These words no longer count as telling {what}; others still do.", what=_title(name))
            yield meaning("disclosure", Weight.MINOR, words)
    for name in now:
        if name in after - before:
            yield meaning(
                "disclosure", Weight.MINOR, said("This leaflet now tells {what}.", what=_title(name))
            )


def _tells(passages: tuple[Passage, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for p in passages if not p.unknown for name in p.tells))


def _title(name: str) -> str:
    return next((said(d.title) for d in disclosures() if d.id == name), name)


def critical(view: View) -> Iterator[Meaning]:
    """A statement on crisis, consent, confidentiality or risk: gone, new, reworded, its mark lost or won."""
    then, now = (any(p.critical for p in side) for side in (view.edit.old, view.edit.new))
    if not (then or now) or _twin(view):
        return
    if not view.edit.new:
        words = said("A critical statement is gone: “{text}”", text=quoted(view.edit.old))
        yield meaning("critical", Weight.BLOCK, words)
    elif not view.edit.old:
        words = said("A critical statement is new: “{text}”", text=quoted(view.edit.new))
        yield meaning("critical", Weight.MAJOR, words)
    elif reworded(view) and not _figures_alone(view):
        yield meaning("critical", Weight.BLOCK, said("A critical statement was reworded."))
    if view.identified and view.edit.old and view.edit.new and then is not now:
        weight, words = (
            (Weight.BLOCK, said("This statement is no longer marked as critical."))
            if then
            else (Weight.MINOR, said("This statement is marked as critical now."))
        )
        yield meaning("critical", weight, words)


def reworded(view: View) -> bool:
    """Whether the words changed inside one language."""
    return view.words_differ and view.one_language and not view.translated


def _figures_alone(view: View) -> bool:
    """Whether only figures from evidence changed, and in other languages the forms that go with them."""
    if not view.pair or not view.same_wording:
        return False
    then, now = view.pair
    return bool(then.evidence or now.evidence) and then.facts != now.facts


def name(view: View) -> Iterator[Meaning]:
    """The words that name the treatment."""
    then, now = (any(NAME in p.tells for p in side) for side in (view.edit.old, view.edit.new))
    if not (then or now) or _twin(view):
        return
    if not view.edit.new:
        words = said("Words that name the treatment are gone: “{text}”", text=quoted(view.edit.old))
        yield meaning("name", Weight.MAJOR, words)
    elif not view.edit.old:
        words = said("Words that name the treatment are new: “{text}”", text=quoted(view.edit.new))
        yield meaning("name", Weight.MAJOR, words)
    elif reworded(view):
        words = said(
            "The words that name the treatment changed: “{old}” became “{new}”",
            old=quoted(view.edit.old), new=quoted(view.edit.new),
        )  # fmt: skip
        yield meaning("name", Weight.BLOCK, words)


def _twin(view: View) -> bool:
    """Whether it is the English beside a translation, which stays."""
    if not view.identified or (view.edit.old and view.edit.new):
        return False
    other = known(view.new if view.edit.old else view.old)
    return all(p.language and p.id in other.own for p in view.passages)


def condition(view: View) -> Iterator[Meaning]:
    """A passage that stands on one side only."""
    if view.kind not in (EditKind.ADDED, EditKind.REMOVED) or _twin(view):
        return
    text, gone = quoted(view.passages), view.kind is EditKind.REMOVED
    if view.identified:
        words = (
            said("No longer said in this leaflet: “{text}”", text=text)
            if gone
            else said("Now said in this leaflet: “{text}”", text=text)
        )
        yield meaning("condition", Weight.MAJOR, words)
    elif gone:
        yield meaning("removed", Weight.MAJOR, said("This is gone: “{text}”", text=text))
    else:
        yield meaning("added", Weight.MAJOR, said("This is new: “{text}”", text=text))


def unknown(view: View) -> Iterator[Meaning]:
    """The service tells what it had not told, or the other way round."""
    if not view.identified:
        return
    then, now = (any(p.unknown for p in side) for side in (view.edit.old, view.edit.new))
    if now and not then:
        words = said("The leaflet now says that this is not known: “{text}”", text=quoted(view.edit.new))
        yield meaning("unknown", Weight.MAJOR, words)
    elif then and not now:
        told = [name for p in view.edit.old for name in p.tells if _newly(view, name)]
        if told or view.edit.new:
            words = said("What was not known is told now: it was “{text}”", text=quoted(view.edit.old))
            yield meaning("unknown", Weight.MINOR, words)
        else:
            words = said(
                "The leaflet no longer says that this is not known: “{text}”", text=quoted(view.edit.old)
            )
            yield meaning("unknown", Weight.MAJOR, words)


def _newly(view: View, name: str) -> bool:
    """Whether a passage that was not there tells it."""
    before = known(view.old).ids
    return any(name in p.tells and not p.unknown and p.id not in before for p in view.new.passages)


def kind(view: View) -> Iterator[Meaning]:
    """A heading that became a paragraph, an item that became a heading, and the like."""
    if len(view.edit.old) != 1 or len(view.edit.new) != 1 or view.old.identified is not view.new.identified:
        return
    then, now = view.edit.old[0].kind, view.edit.new[0].kind
    if then is not now:
        words = said("It is now {new}; it was {old}.", old=said(KINDS[then]), new=said(KINDS[now]))
        yield meaning("kind", Weight.MINOR, words)


def place(view: View) -> Iterator[Meaning]:
    """Moved, reordered, split or merged."""
    match view.kind:
        case EditKind.MOVED | EditKind.MOVED_REWORDED:
            old, new = view.edit.old[0].section, view.edit.new[0].section
            words = said("It stands elsewhere in the same part.")
            if old != new:
                words = said("It moved from the part “{old}” to the part “{new}”.", old=old, new=new)
            yield meaning("moved", Weight.MINOR, words)
        case EditKind.REORDERED:
            yield meaning("moved", Weight.MINOR, said("It stands in another order among its neighbours."))
        case EditKind.SPLIT:
            yield meaning("split", Weight.MINOR, said("One passage became several."))
        case EditKind.MERGED:
            yield meaning("merged", Weight.MINOR, said("Several passages became one."))
        case _:
            return
