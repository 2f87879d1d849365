"""Lengths of time, ranges and shares read right in every shipped language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consentgen.compose.fill import Filler
from consentgen.localise import TranslatedCatalog, plural_forms, read_facts
from consentgen.localise.message import Translation
from consentgen.model.finding import Place
from consentgen.model.frequency import whole
from consentgen.model.values import Count, Duration, Share, Value
from consentgen.places import shipped
from tests import starter
from tests.unit.localise.icu import ICU, LAST

WORDS: dict[str, dict[str, list[str]]] = json.loads(
    (Path(__file__).parents[1] / "localise" / "units.json").read_text(encoding="utf-8")
)
"""The messages `unit.*` of each language, as their translators drafted them."""
UNITS = ["minute", "hour", "day", "week", "month", "year"]
WORDING = starter.wording()


def filler(locale: str) -> Filler:
    facts, _ = read_facts(shipped("locales") / locale / "locale.toml", "locale.toml")
    assert facts is not None
    known = {
        name: Translation(name, WORDING.unit(name).source, tuple(forms), False, None, Place("consentgen.po"))
        for name, forms in WORDS[locale].items()
    }
    return Filler(WORDING, TranslatedCatalog(facts, known))


def share(events: int, people: int) -> Share:
    return Share(whole({"yes": events, "no": people - events}, people).part("yes"))


NOT_ICU = {
    "cy": {"year": "5 mlynedd but 4 blynedd share a form; o flynyddoedd fits both"},
    "gu": {"week": "the neuter plural with its nasal, as dictionaries have it"},
    "ur": {"month": "another word for month, the same for one and for many"},
    "so": dict.fromkeys(("minute", "week", "year"), "counted as people count, sano and toddobaad unchanged"),
    "ar": dict.fromkeys(UNITS, "one and two are said in words; the number stays, in brackets"),
}
"""Where a translator chose other words than ICU, and why."""


@pytest.mark.parametrize("locale", WORDS)
def test_a_length_reads_as_icu_writes_it_for_every_count(locale: str) -> None:
    fill, forms = filler(locale), plural_forms(locale)
    for unit in set(UNITS) - set(NOT_ICU.get(locale, {})):
        written = ICU[locale]["units"][unit]
        for n in range(LAST + 1):
            assert written[forms.category(n)].replace("#", str(n)) == fill.run(Duration(n, n, unit)).text


@pytest.mark.parametrize("locale", WORDS)
def test_a_length_keeps_its_numbers_whatever_they_are(locale: str) -> None:
    fill = filler(locale)
    for unit in UNITS:
        for low, high in [(n, n) for n in range(1, LAST)] + [(n, n + 1) for n in range(1, LAST)]:
            words = fill.run(Duration(low, high, unit)).text
            numbers = [int(part) for part in "".join(c if c.isdigit() else " " for c in words).split()]
            assert sorted({low, high}) == numbers, words


VALUES: list[Value] = [
    Duration(1, 1, "hour"), Duration(2, 2, "month"), Duration(30, 30, "minute"), Duration(1, 2, "year"),
    Duration(6, 8, "week"), Duration(12, 21, "day"), Count(6, 8), share(1, 100), share(40, 100), share(8, 90),
    share(1, 1000),
]  # fmt: skip
READ = {
    "cy": "1 awr | 2 fis | 30 munud | 1 i 2 flynedd | 6 i 8 wythnos | 12 i 21 diwrnod | 6 i 8 | 1 o bob 100 o bobl | 40 o bob 100 o bobl | 8 o’r 90 o bobl | llai nag 1 o bob 100 o bobl",
    "pl": "1 godzina | 2 miesiące | 30 minut | od 1 do 2 lat | od 6 do 8 tygodni | od 12 do 21 dni | od 6 do 8 | 1 osoba na 100 | 40 osób na 100 | 8 osób z 90 | mniej niż 1 na 100 osób",
    "ro": "1 oră | 2 luni | 30 de minute | 1 până la 2 ani | 6 până la 8 săptămâni | 12 până la 21 de zile | 6 până la 8 | 1 din 100 de persoane | 40 din 100 de persoane | 8 persoane din cele 90 | mai puțin de 1 din 100 de persoane",
    "ur": "1 گھنٹہ | 2 ماہ | 30 منٹ | 1 سے 2 سال | 6 سے 8 ہفتے | 12 سے 21 دن | 6 سے 8 | 100 لوگوں میں سے 1 | 100 لوگوں میں سے 40 | کل 90 لوگوں میں سے 8 | 100 لوگوں میں سے 1 سے بھی کم",
    "pa": "1 ਘੰਟਾ | 2 ਮਹੀਨੇ | 30 ਮਿੰਟ | 1 ਤੋਂ 2 ਸਾਲ | 6 ਤੋਂ 8 ਹਫ਼ਤੇ | 12 ਤੋਂ 21 ਦਿਨ | 6 ਤੋਂ 8 | 100 ਲੋਕਾਂ ਵਿੱਚੋਂ 1 | 100 ਲੋਕਾਂ ਵਿੱਚੋਂ 40 | ਕੁੱਲ 90 ਲੋਕਾਂ ਵਿੱਚੋਂ 8 | 100 ਲੋਕਾਂ ਵਿੱਚੋਂ 1 ਤੋਂ ਵੀ ਘੱਟ",
    "bn": "1 ঘণ্টা | 2 মাস | 30 মিনিট | 1 থেকে 2 বছর | 6 থেকে 8 সপ্তাহ | 12 থেকে 21 দিন | 6 থেকে 8 | 100 জনের মধ্যে 1 জন | 100 জনের মধ্যে 40 জন | মোট 90 জনের মধ্যে 8 জন | 100 জনের মধ্যে 1 জনেরও কম",
    "gu": "1 કલાક | 2 મહિના | 30 મિનિટ | 1 થી 2 વર્ષ | 6 થી 8 અઠવાડિયાં | 12 થી 21 દિવસ | 6 થી 8 | 100 લોકોમાંથી 1 વ્યક્તિ | 100 લોકોમાંથી 40 લોકો | કુલ 90 લોકોમાંથી 8 લોકો | 100 લોકોમાંથી 1 કરતાં પણ ઓછી વ્યક્તિ",
    "ar": "ساعة واحدة (1) | شهران (2) | 30 دقيقة | من 1 إلى 2 سنة | من 6 إلى 8 أسابيع | من 12 إلى 21 يومًا | من 6 إلى 8 | 1 من كل 100 شخص | 40 من كل 100 شخص | 8 من مجموع 90 من الأشخاص | أقل من 1 من كل 100 شخص",
    "so": "1 saacad | 2 bilood | 30 daqiiqadood | 1 ilaa 2 sano | 6 ilaa 8 toddobaad | 12 ilaa 21 maalmood | 6 ilaa 8 | 100-kii qofba 1 | 100-kii qofba 40 | 8 ka mid ah 90 qof | 100-kii qofba in ka yar 1",
    "uk": "1 година | 2 місяці | 30 хвилин | від 1 до 2 років | від 6 до 8 тижнів | від 12 до 21 дня | від 6 до 8 | 1 людина зі 100 | 40 людей зі 100 | 8 людей з 90 | менше ніж 1 зі 100 людей",
    "zh_Hans": "1小时 | 2个月 | 30分钟 | 1至2年 | 6至8周 | 12至21天 | 6至8 | 每100人中有1人 | 每100人中有40人 | 90人中有8人 | 每100人中不到1人",
    "pt": "1 hora | 2 meses | 30 minutos | 1 a 2 anos | 6 a 8 semanas | 12 a 21 dias | 6 a 8 | 1 em cada 100 pessoas | 40 em cada 100 pessoas | 8 das 90 pessoas | menos de 1 em cada 100 pessoas",
}


@pytest.mark.parametrize("locale", READ)
def test_values_read_as_a_reader_would_say_them(locale: str) -> None:
    fill = filler(locale)
    assert READ[locale] == " | ".join(fill.run(value).text for value in VALUES)


def test_every_shipped_language_is_read() -> None:
    assert set(ICU) - {"en"} == set(READ) == set(WORDS)
