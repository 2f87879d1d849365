"""How languages count: the form a message takes for a number, and for a range of numbers.

Four tools give Welsh four different headers, so those of the shipped languages are pinned here.
A language somebody starts takes its rule from CLDR.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from gettext import c2py

from babel.plural import PluralRule, to_gettext

from consentgen.localise.tags import cldr, code

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""CLDR's categories in CLDR's order: UTS #35, part 3, section 5.1."""

COUNTED_TO = 1000
"""A category no whole number up to this one falls into needs no form: leaflets count people and sessions."""


@dataclass(frozen=True, slots=True)
class PluralForms:
    """The plural forms of one language, in the order they stand in its catalogue."""

    header: str
    """gettext's `Plural-Forms`."""
    categories: tuple[str, ...]
    """CLDR's name for each form."""

    @property
    def count(self) -> int:
        """How many forms a counted message has."""
        return len(self.categories)

    def index(self, n: int) -> int:
        """Which form the number takes, from 0."""
        return _chooser(self.header)(n)

    def category(self, n: int) -> str:
        """CLDR's name of the form the number takes."""
        return self.categories[self.index(n)]


def _pinned(expression: str, categories: str) -> PluralForms:
    names = tuple(categories.split())
    return PluralForms(f"nplurals={len(names)}; plural={expression};", names)


_SLAVIC = "(n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"

PINNED = {
    "en": _pinned("(n!=1)", "one other"),
    "cy": _pinned(
        "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5)", "zero one two few many other"
    ),
    "pl": _pinned(f"(n==1 ? 0 : {_SLAVIC})", "one few many"),
    "ro": _pinned("(n==1 ? 0 : (n==0 || (n%100>=1 && n%100<=19)) ? 1 : 2)", "one few other"),
    "ur": _pinned("(n!=1)", "one other"),
    "pa": _pinned("(n>1)", "one other"),
    "bn": _pinned("(n>1)", "one other"),
    "gu": _pinned("(n>1)", "one other"),
    "ar": _pinned(
        "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
        "zero one two few many other",
    ),
    "so": _pinned("(n!=1)", "one other"),
    "uk": _pinned(f"(n%10==1 && n%100!=11 ? 0 : {_SLAVIC})", "one few many"),
    "zh_Hans": _pinned("0", "other"),
    "pt": _pinned("(n>1)", "one other"),
}
"""Source: CLDR 48, supplemental/plurals.xml, without the categories only fractions or millions take."""

_RANGES = (
    ("other one other", "af an ar bg ca en es et eu fi he ia io ka mk nb no pcm si so sv ur"),
    ("one one other", "ak fa mk or sd"),
    ("one two other", "ar he"),
    ("other two other", "ar he"),
    ("zero one zero", "ar"),
    ("zero two zero", "ar"),
    ("one other one", "ka"),
    ("one zero other", "lv"),
    ("other zero other", "lv"),
    ("zero zero other", "lv"),
    ("few one few", "ro sl"),
    ("one one few", "sl"),
    ("other one few", "sl"),
    ("two one few", "sl"),
)
"""First number's category, last number's, and the range's where it is not the last number's.

Source: CLDR 48, supplemental/pluralRanges.xml, every such row. Babel does not carry it. CLDR has no
rows for Somali; ICU, which then answers `other`, is followed.
"""

_EXCEPTIONS = {
    (language, *row.split()[:2]): row.split()[2]
    for row, languages in _RANGES
    for language in languages.split()
}


@cache
def plural_forms(locale: str) -> PluralForms:
    """The plural forms of a language.

    Args:
        locale: `pl`, `zh_Hans` or `zh-Hans`; a pseudo-locale such as `en_XA` counts as its language.

    Raises:
        UnknownLocale: CLDR has never heard of the language.
    """
    name = code(locale)
    return PINNED.get(name) or PINNED.get(str(cldr(name))) or _derived(cldr(name).plural_form)


def range_category(locale: str, low: int, high: int) -> str:
    """CLDR's category of a range, `6 to 8`: its last number's, but for the exceptions CLDR lists."""
    forms = plural_forms(locale)
    last = forms.category(high)
    language = code(locale).partition("_")[0]
    return _EXCEPTIONS.get((language, forms.category(low), last), last)


def range_index(locale: str, low: int, high: int) -> int:
    """Which form a range takes, from 0."""
    return plural_forms(locale).categories.index(range_category(locale, low, high))


@cache
def _chooser(header: str) -> Callable[[int], int]:
    """A header as gettext itself reads it, which takes C's arithmetic and nothing else."""
    return c2py(header.partition("plural=")[2].rstrip(";"))


def _derived(rule: PluralRule) -> PluralForms:
    """The forms whole numbers take by CLDR's rule."""
    taken = {rule(n) for n in range(COUNTED_TO + 1)}
    names = [name for name in CATEGORIES if name in taken]
    # CLDR's conditions exclude each other, so the last form is what no other takes.
    choices = [f"{_condition(rule.rules[name])} ? {form} : " for form, name in enumerate(names[:-1])]
    return _pinned(f"({''.join(choices)}{len(names) - 1})", " ".join(names))


def _condition(rule: str) -> str:
    """One condition of CLDR as gettext writes it."""
    return to_gettext({"one": rule}).removeprefix("nplurals=2; plural=(").removesuffix(" ? 0 : 1);")
