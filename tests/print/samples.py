"""A few sentences in each language that ships, and the smallest leaflet to hold them."""

from __future__ import annotations

from dataclasses import replace

from consentgen.model.leaflet import Block, Leaflet, Paragraph, Section, Statement
from consentgen.render.bidi import direction_of
from tests.unit.render.parts import say
from tests.unit.render.sample import sample_leaflet

SENTENCES = {
    "cy": "Gallwch ddweud na. Mae’r dŵr yn y tŷ: ŵ ŷ â ê î ô û Ŵ Ŷ.",
    "pl": "Możesz powiedzieć „nie”. Zażółć gęślą jaźń: ą ć ę ł ń ó ś ź ż.",
    "ro": "Puteți spune nu. Știți că aveți de ales: ă â î ș ț Ș Ț.",
    "pt": "Pode dizer que não. A decisão é sua: ã õ ç á é ê ó ú.",
    "so": "Waxaad dhihi kartaa maya. Go'aanka adigaa leh.",
    "uk": "Ви можете сказати «ні». Рішення за вами: ґ є і ї Ґ Є І Ї.",
    "ar": "يمكنك أن تقول لا في أي وقت، ولن يغضب أحد.",
    "ur": "آپ کسی بھی وقت نہ کہہ سکتے ہیں، اور کوئی ناراض نہیں ہوگا۔",
    "pa": "ਤੁਸੀਂ ਕਿਸੇ ਵੀ ਸਮੇਂ ਨਾਂਹ ਕਹਿ ਸਕਦੇ ਹੋ। ਕੋਈ ਗੁੱਸਾ ਨਹੀਂ ਹੋਵੇਗਾ।",
    "bn": "আপনি যেকোনো সময় না বলতে পারেন। কেউ রাগ করবে না।",
    "gu": "તમે ગમે ત્યારે ના પાડી શકો છો. કોઈ ગુસ્સે નહીં થાય.",
    "zh-Hans": "您可以随时说“不”，没有人会生气。这由您决定。",
}
"""By BCP 47 tag; each has letters that English has not."""


def leaflet_in(language: str, *blocks: Block) -> Leaflet:
    """A leaflet in `language` that says what `blocks` say, under a title of its sentences."""
    sentence = SENTENCES.get(language, "Yes.")
    return replace(
        sample_leaflet(),
        language=language,
        direction=direction_of(language),
        title=say("title", sentence),
        sections=(Section("s", say("s.heading", sentence), blocks or (paragraph(say("a", sentence)),)),),
        furniture={"draft": say("draft", sentence), "page": say("page", "{page} / {pages}")},
        service_name="Northtown Talking Therapies",
    )


def paragraph(*statements: Statement) -> Paragraph:
    """A paragraph of statements."""
    return Paragraph(statements)


def in_english(key: str, text: str) -> Statement:
    """An English statement, as it stands in for one that is not translated."""
    return replace(say(key, text), language="en-GB")
