"""What every format carries: a row is one text, a whole message or one plural form of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from consentgen.localise.checks.expected import expected_of
from consentgen.localise.checks.pair import PLACEHOLDER
from consentgen.localise.message import SourceMessage, Translation, words_hash
from consentgen.localise.plurals import COUNTED_TO, PluralForms, plural_forms
from consentgen.localise.standing import Standing
from consentgen.localise.state import State
from consentgen.localise.tags import tag
from consentgen.localise.template import notes_of
from consentgen.model.finding import Place

SOURCE_LANGUAGE = "en-GB"
_FORM_MARK = ":"
"""Parts a statement's id from its plural form; no id holds one, and XML takes it in an id."""
_SPACE = re.compile(r"[ \t\r\n]+")
_EXAMPLES = 5
"""How many numbers a translator is shown for a plural form."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text on its way to a translator or back."""

    id: str
    """The statement's id."""
    category: str
    """CLDR's name of the plural form; empty where nothing is counted."""
    source: str
    """The English this form stands for."""
    target: str
    """The translation; empty where there is none, and where it was made of other English."""
    language: str
    """BCP 47 of the translation."""
    fingerprint: str
    """What the row was made of: `fingerprint`."""
    notes: tuple[str, ...] = ()
    critical: bool = False
    state: State = State.MISSING
    doubted: bool = False
    """Whether the translator's tool says that the words need work."""
    place: Place = field(default=Place(""), compare=False)

    @property
    def name(self) -> str:
        """The id in a file: the statement's, with the plural form behind a colon."""
        return f"{self.id}{_FORM_MARK}{self.category}" if self.category else self.id


def id_and_form(name: str) -> tuple[str, str]:
    """The statement's id and the plural form of a row's name."""
    key, _, category = name.strip().partition(_FORM_MARK)
    return key, category


def tidied(words: str) -> str:
    """The words with single spaces: a line break inside a cell or an element is none on the leaflet."""
    return _SPACE.sub(" ", words).strip(" ")


def compared(words: str) -> str:
    """The words as they are compared: tools compose accents as they like."""
    return unicodedata.normalize("NFC", tidied(words))


def fingerprint(source_hash: str, target: str) -> str:
    """What a row is made of: the hash of the English message, and that of the words it went out with."""
    return f"{source_hash}-{words_hash(compared(target))}"


def present_forms(message: SourceMessage, translation: Translation | None, count: int) -> tuple[str, ...]:
    """The forms a message has under the English there is now, trusted by nobody or somebody; else empty ones."""
    wanted = count if message.plural is not None else 1
    if translation is None or translation.fuzzy or translation.source_hash != message.hash:
        return ("",) * wanted
    return translation.forms if len(translation.forms) == wanted else ("",) * wanted


def english_of(message: SourceMessage, forms: PluralForms, *, single: frozenset[int]) -> tuple[str, ...]:
    """The English beside each form: the singular only where the form stands for the number 1 alone."""
    if message.plural is None:
        return (message.text,)
    one = {index for index in single if index == forms.index(1)}
    return tuple(message.text if index in one else message.plural for index in range(forms.count))


def filled(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows with the English in the place of a translation there is not: some tools show nothing else."""
    return tuple(
        row if row.target else replace(row, target=row.source, fingerprint=_of_english(row)) for row in rows
    )


def was_filled(row: Row) -> bool:
    """Whether the row went out with the English in the place of a translation."""
    return row.fingerprint == _of_english(row)


def wordless(text: str) -> bool:
    """Whether a text holds no word of its own: placeholders and marks are the same in many languages."""
    return not any(map(str.isalpha, PLACEHOLDER.sub("", text)))


def _of_english(row: Row) -> str:
    return fingerprint(row.fingerprint.partition("-")[0], row.source)


def rows_of(standings: Iterable[Standing], locale: str) -> tuple[Row, ...]:
    """The rows of a language, in the order of the leaflet, the plural forms of a message together."""
    forms, single = plural_forms(locale), expected_of(locale).single_forms
    return tuple(row for one in standings for row in _rows(one, locale, forms, single))


def _rows(one: Standing, locale: str, forms: PluralForms, single: frozenset[int]) -> Iterable[Row]:
    message = one.message
    present = present_forms(message, one.translation, forms.count)
    english = english_of(message, forms, single=single)
    for index, (source, target) in enumerate(zip(english, present, strict=True)):
        category = forms.categories[index] if message.plural is not None else ""
        notes = (*_form_note(forms, index, category), *notes_of(message), *_former(one, index))
        yield Row(
            message.id, category, source, target, tag(locale), fingerprint(message.hash, target), notes,
            message.critical, one.state, place=message.place,
        )  # fmt: skip


def _form_note(forms: PluralForms, index: int, category: str) -> tuple[str, ...]:
    """Which numbers a form is for."""
    if not category:
        return ()
    taken = [str(n) for n in range(COUNTED_TO + 1) if forms.index(n) == index]
    more = ", and so on" if len(taken) > _EXAMPLES else ""
    return (f"Plural form {category}: for {', '.join(taken[:_EXAMPLES])}{more}.",)


def _former(one: Standing, index: int) -> tuple[str, ...]:
    """The words a stale translation has: to look at, never in the place of a translation."""
    translation = one.translation
    if one.state is not State.STALE or translation is None:
        return ()
    words = translation.forms[min(index, len(translation.forms) - 1)] if translation.forms else ""
    if not words.strip():
        return ()
    if translation.source_hash == one.message.hash:
        return (f"Marked as not to be trusted: {tidied(words)}",)
    made_of = (translation.previous or translation.source)[0]
    return (f"Former translation: {tidied(words)}", f"It was made of: {tidied(made_of)}")
