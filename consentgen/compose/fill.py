"""Placeholders filled in: a typed value becomes words with a kind and a direction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from consentgen.compose.inline import PLACEHOLDER, pieces
from consentgen.compose.tags import Message
from consentgen.compose.wording import Wording
from consentgen.localise import Catalog, SourceCatalog, State
from consentgen.localise.catalog import Counted, Source
from consentgen.model.leaflet import Run, Statement
from consentgen.model.values import (
    Code,
    Count,
    Duration,
    Email,
    Name,
    Phone,
    Share,
    Term,
    Url,
    Value,
    Words,
    fact,
    records,
)
from consentgen.once import Kept


class Filler:
    """Makes statements of one language; keep one, for leaflets share most of their statements."""

    def __init__(self, wording: Wording, catalog: Catalog) -> None:
        self.wording, self.catalog = wording, catalog
        self._kept: Kept[tuple[object, ...], Statement] = Kept()
        self._met: dict[str, State] = {}
        """States of the messages in the statement that is being made."""

    @property
    def translates(self) -> bool:
        """Whether it makes statements of another language than English."""
        return self.catalog.language != SourceCatalog.language

    @cached_property
    def english(self) -> Filler:
        """Makes the same statements in English."""
        return Filler(self.wording, SourceCatalog())

    def statement(self, message: Message, values: Mapping[str, Value]) -> Statement:
        """The statement `message` makes of `values`, with its facts; in English where no translation is to be shown."""
        # The wording keeps every message it has read, so no two ever share an id.
        key = (id(message), *values.values())
        return self._kept.get(key) or self._kept.keep(key, self._statement(message, values))

    def twin(self, message: Message, values: Mapping[str, Value]) -> Statement | None:
        """The English of a critical statement whose translation nobody has reviewed, to stand beside it."""
        if not message.critical or not self.statement(message, values).draft:
            return None
        return in_english(self.english.statement(message, values))

    def _statement(self, message: Message, values: Mapping[str, Value]) -> Statement:
        self._met = {}
        text = self._words(message.id, message.source, _counted(values))
        runs: list[Run] = []
        for piece in pieces(text):
            href = self._href(piece.href, values)
            if piece.placeholder:
                run = self.run(values[piece.placeholder])
                runs.append(Run(run.text, run.kind, href or run.href, piece.strong))
            else:
                runs.append(Run(piece.text, "text", href, piece.strong))
        facts = {name: fact(value) for name, value in values.items()}
        made = Statement(
            message.id,
            _sentence_case(runs),
            facts,
            message.tells,
            message.critical,
            message.unknown,
            evidence=_records(values),
            wording=" | ".join(filter(None, message.source)),
            messages=tuple(self._met),
        )
        pending = tuple(
            (name, state.value)
            for state in State
            for name, met in self._met.items()
            if met is state is not State.REVIEWED
        )
        if not pending:
            return made
        if all(state.shown for state in self._met.values()):
            return replace(made, draft=True, pending=pending)
        # One English word inside a sentence of another language helps nobody: the whole of it is English.
        return replace(in_english(self.english.statement(message, values)), pending=pending)

    def _words(self, name: str, source: Source, counted: Counted) -> str:
        """The words of a message; its state is noted."""
        self._met[name] = self.catalog.state(name, source)
        return self.catalog.message(name, source, counted)

    def run(self, value: Value) -> Run:
        """One value as text of its kind; phones and addresses carry their link."""
        match value:
            case Share() | Duration() | Count():
                return Run(self._quantity(value), "number")
            case Phone(text=text) | Email(text=text):
                return Run(text, type(value).__name__.lower(), value.url)
            case Url(text=text):
                return Run(text.removeprefix("https://").rstrip("/"), "url", value.url)
            case Term():
                return Run(self._term(value), "term")
            case date():
                return Run(self.catalog.day(value), "date")
            case int():
                return Run(self.catalog.number(value), "number")
            case Words(text=text):
                return Run(text, "words")
            case Name(text=text):
                return Run(text, "name")
            case Code(text=text):
                return Run(text, "code")

    def _term(self, term: Term) -> str:
        """A term in this language, and the terms that stand in it."""
        if not term.parts:
            return self._words(term.id, (term.text, None), None)
        parts = {name: self._term(part) for name, part in term.parts}
        return PLACEHOLDER.sub(lambda mark: parts[mark[1]], self._words(term.id, (term.pattern, None), None))

    def _quantity(self, value: Share | Duration | Count) -> str:
        match value:
            case Share(frequency=f):
                form = (
                    "below" if f.below_one else "above" if f.above_all_but_one else "raw" if f.raw else "of"
                )
                return self._unit(f"unit.share.{form}", f.shown, {"share": f.shown, "people": f.denominator})
            case Duration(low=low, high=high, unit=unit):
                return self._range(f"unit.{unit}", low, high)
            case Count(low=low, high=high):
                return self._range("unit.count", low, high)

    def _range(self, name: str, low: int, high: int) -> str:
        if low == high:
            return self._unit(name, low, {"count": low})
        return self._unit(f"{name}.range", (low, high), {"low": low, "high": high})

    def _unit(self, name: str, counted: Counted, numbers: dict[str, int]) -> str:
        message = self.wording.unit(name)
        text = self._words(name, message.source, counted)
        for key, number in numbers.items():
            text = text.replace(f"{{{key}}}", self.catalog.number(number))
        return text

    def _href(self, href: str, values: Mapping[str, Value]) -> str:
        """A link target; a placeholder stands for the address of its value."""
        if href.startswith("{") and href.endswith("}"):
            value = values.get(href[1:-1])
            href = value.url if isinstance(value, Url | Email | Phone) else ""
        return href


def in_english(statement: Statement) -> Statement:
    """An English statement as it stands in a leaflet of another language."""
    return replace(statement, language=SourceCatalog.language)


def _records(values: Mapping[str, Value]) -> tuple[str, ...]:
    """The evidence records that gave a statement its figures and terms."""
    return tuple(dict.fromkeys(record for value in values.values() for record in records(value)))


def _counted(values: Mapping[str, Value]) -> Counted:
    """The number that chooses the plural form, or the first and the last of a range."""
    low, high = values.get("low"), values.get("high")
    if isinstance(low, int) and isinstance(high, int):
        return low, high
    for name in ("count", "high", "share"):
        value = values.get(name)
        if isinstance(value, Share):
            return value.frequency.shown
        if isinstance(value, int):
            return value
    return None


def _sentence_case(runs: list[Run]) -> tuple[Run, ...]:
    """The runs with a capital where a value of ours opens the sentence.

    The service's own words and names keep the shape the service gave them.
    """
    if runs and runs[0].kind in ("number", "term", "date"):
        first = runs[0]
        runs[0] = Run(first.text[:1].upper() + first.text[1:], first.kind, first.href, first.strong)
    return tuple(runs)
