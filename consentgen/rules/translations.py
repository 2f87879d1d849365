"""LO101 to LO153: faults of translations, each with an entry that has it and the same entry cured."""

from __future__ import annotations

from consentgen.localise.checks.fault import ERRORS, GATE, STATES, WARNINGS, severity
from consentgen.rules.rule import Kind, Rule, Source
from consentgen.tongue import later

_PO = Source(
    "GNU gettext manual, The Format of PO Files",
    "https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html",
)
_FORMS = Source(
    "GNU gettext manual, Plural forms",
    "https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html",
)
_BIDI = Source("Unicode Standard Annex 9, Bidirectional Algorithm", "https://www.unicode.org/reports/tr9/")
_CONFUSED = Source(
    "Unicode Technical Standard 39, Security Mechanisms", "https://www.unicode.org/reports/tr39/"
)
_TROJAN = Source("Boucher and Anderson (2021), Trojan Source", "https://trojansource.codes/")
_MARKDOWN = Source("Markdown syntax", "https://daringfireball.net/projects/markdown/syntax")
_XSS = Source(
    "OWASP, Cross Site Scripting Prevention",
    "https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html",
)
_NUMERALS = Source(
    "Unicode CLDR, numbering systems", "https://cldr.unicode.org/translation/core-data/numbering-systems"
)
_NHS = Source(
    "NHS England, Accessible Information Standard",
    "https://www.england.nhs.uk/about/equality/equality-hub/patient-equalities-programme/equality-frameworks-and-information-standards/accessibleinfo/",
)
_RECORDED = Source("NHS Talking Therapies data, as tidied in nhstt", "https://github.com/bennettoxford/nhstt")
_NAMES = {**ERRORS, **WARNINGS, **STATES, **GATE}
_LOST = later("A reader of another language would be told something else than a reader of English.")


def _rule(code: str, summary: str, why: str, source: Source, examples: tuple[str, str]) -> Rule:
    bad, good = examples
    return Rule(
        code=code, name=_NAMES[code], kind=Kind.READER, severity=severity(code), summary=summary, why=why,
        sources=(source,), bad=bad, good=good, example_of="translation",
        languages=("cy", "pl", "ro", "ur", "pa", "bn", "gu", "ar", "so", "uk", "zh_Hans", "pt"),
    )  # fmt: skip


def _entry(locale: str, english: str, *translations: str) -> tuple[str, str]:
    """Two PO entries with one English: with the fault, and cured."""
    bad, good = (f'# {locale}\nmsgid "{english}"\nmsgstr "{words}"\n' for words in translations)
    return bad, good


def _counted(locale: str, bad: tuple[str, ...], good: tuple[str, ...]) -> tuple[str, str]:
    """The same for a counted message."""
    top = f'# {locale}\nmsgid "{{count}} session"\nmsgid_plural "{{count}} sessions"\n'
    first, second = (
        "".join(f'msgstr[{n}] "{form}"\n' for n, form in enumerate(forms)) for forms in (bad, good)
    )
    return top + first, top + second


TRANSLATIONS: tuple[Rule, ...] = (
    _rule("LO101", later("A placeholder of the English is left out, in one form at least."),
          later("The value behind it, often a number or a phone number, would be missing from the leaflet."), _PO,
          _entry("pl", "Phone: {phone}", "Telefon", "Telefon: {phone}")),
    _rule("LO102", later("A placeholder stands there that the English does not have."),
          later("Nothing would be filled in, so the leaflet shows English instead."), _PO,
          _entry("pl", "Phone: {phone}", "Telefon: {telefon}", "Telefon: {phone}")),
    _rule("LO103", later("Braces hold something that is no placeholder."),
          later("Translations come from other people. They name values; they never reach into them."), _XSS,
          _entry("pl", "Phone: {phone}", "Telefon: {phone} {phone.__class__}", "Telefon: {phone}")),
    _rule("LO104", later("A format of programs, such as %s or %(count)d, stands in the words."),
          later("It would be printed as it stands."), _PO,
          _entry("pl", "Phone: {phone}", "Telefon: {phone} %s", "Telefon: {phone}")),
    _rule("LO105", later("The numbers are not those of the English."),
          later("Numbers are what people decide by. "
          "A reader of another language would be told something else than a reader of English."), _NUMERALS,
          _entry("pl", "A course meant at least 2 sessions.", "Leczenie oznaczało co najmniej 3 sesje.",
                 "Leczenie oznaczało co najmniej 2 sesje.")),
    _rule("LO106", later("The links do not lead where the English ones do."), _LOST, _MARKDOWN,
          _entry("pl", "See [the guideline]({web}).", "Zobacz [wytyczne](https://elsewhere.example).",
                 "Zobacz [wytyczne]({web}).")),
    _rule("LO107", later("A link leads where no link of a leaflet may."),
          later("Browsers and PDF readers follow `javascript:` and `file:` too."), _XSS,
          _entry("pl", "See [the guideline]({web}).", "Zobacz [wytyczne](javascript:alert(1)) {web}.",
                 "Zobacz [wytyczne]({web}).")),
    _rule("LO108", later("Other words are strong, emphasised or linked than in the English, or a mark has no other half."),
          later("What the English makes stand out, people have to see in every language."), _MARKDOWN,
          _entry("pl", "You can **say no**.", "Możesz **odmówić.", "Możesz **odmówić**.")),
    _rule("LO109", later("A heading, list or other block stands inside a statement."),
          later("A statement is one paragraph; the leaflet cannot be made with more."), _MARKDOWN,
          _entry("pl", "You can say no.", "# Możesz odmówić.", "Możesz odmówić.")),
    _rule("LO110", later("HTML stands in the words that the English does not have."),
          later("It would be printed as it stands, or, in a careless program, run."), _XSS,
          _entry("pl", "You can say no.", "Możesz <b>odmówić</b>.", "Możesz odmówić.")),
    _rule("LO111", later("The syntax of templates stands in the words."),
          later("Translations are words, never programs."), _XSS,
          _entry("pl", "You can say no.", "Możesz odmówić {{ 7*7 }}.", "Możesz odmówić.")),
    _rule("LO112", later("A character forces the direction of the words after it (U+202A to U+202E)."),
          later("It can print a phone number backwards, and a reviewer does not see it."), _TROJAN,
          _entry("ar", "Phone: {phone}", "الهاتف: \u202e{phone}", "الهاتف: {phone}")),
    _rule("LO113", later("An isolate (U+2066 to U+2068) is not closed, or closed without being opened."),
          later("The direction of everything behind it may change."), _BIDI,
          _entry("ar", "Phone: {phone}", "الهاتف: \u2068{phone}", "الهاتف: {phone}")),
    _rule("LO114", later("There are more or fewer plural forms than the language has."),
          later("Some number would have no words, or the wrong ones."), _FORMS,
          _counted("pl", ("{count} sesja", "{count} sesji"), ("{count} sesja", "{count} sesje", "{count} sesji"))),
    _rule("LO115", later("A plural form has no words, while others have."),
          later("Some number would have no words."), _FORMS,
          _counted("pl", ("{count} sesja", "", "{count} sesji"), ("{count} sesja", "{count} sesje", "{count} sesji"))),
    _rule("LO116", later("Characters that nobody can see stand in the words."),
          later("A reviewer cannot sign what they cannot see."), _TROJAN,
          _entry("pl", "You can say no.", "Możesz\u200b odmówić.", "Możesz odmówić.")),
    _rule("LO117", later("A translation is thousands of characters long."),
          later("It is no translation of one statement, and checking it could take long."), _PO,
          _entry("pl", "You can say no.", "Możesz odmówić. " * 400, "Możesz odmówić.")),
    _rule("LO118", later("The English names guided self-help, and the translation does not, or calls it something else too."),
          later("Guided self-help is recorded nationally as guided self-help. A person who is told it is therapy "
          "cannot agree to what they will really get, in any language."), _RECORDED,
          _entry("pl", "Guided self-help with a workbook", "Terapia z zeszytem ćwiczeń",
                 "Samopomoc ze wsparciem, z zeszytem ćwiczeń")),
    Rule(code="LO119", name=_NAMES["LO119"], kind=Kind.READER, severity=severity("LO119"),
         summary=later("A leaflet in another language does not tell the facts of the English one."), why=_LOST,
         sources=(_NHS,), bad=later("# the English leaflet says 40 out of 100 people, the Polish one 4"),
         good=later("# both say 40 out of 100 people"), example_of="other"),
    _rule("LO131", later("It does not end as the English does: a question, a statement, a label."),
          later("A question that lost its mark reads as a promise."), _PO,
          _entry("pl", "Does it last?", "To jest trwałe.", "Czy to jest trwałe?")),
    _rule("LO132", later("The words are still the English ones."), later("The person asked for another language."), _NHS,
          _entry("pl", "You can say no.", "You can say no.", "Możesz odmówić.")),
    _rule("LO133", later("Digits have another shape than the program prints."),
          later("People dial phone numbers, and compare numbers, in one shape."), _NUMERALS,
          _entry("ar", "A course meant at least 2 sessions.", "كان العلاج يعني جلستين ٢ على الأقل.",
                 "كان العلاج يعني جلستين 2 على الأقل.")),
    _rule("LO134", later("A letter of another script or another language's alphabet stands in a word."),
          later("It looks right, and is not found by a search or read right by a screen reader."), _CONFUSED,
          _entry("uk", "You can say no.", "Ви мoжете відмовитися.", "Ви можете відмовитися.")),
    _rule("LO135", later("A translation is far longer or shorter than translations into this language are."),
          later("Something may be left out or added."), _PO,
          _entry("pl", "You can stop at any time, and you do not have to say why.", "Nie musisz.",
                 "Możesz przerwać w każdej chwili i nie musisz mówić dlaczego.")),
    _rule("LO136", later("A term is not carried by the words of the glossary, or by words it says to avoid."),
          later("A reader who meets two words looks for two things."), _NHS,
          _entry("pl", "Each session lasts {length}.", "Każda wizyta trwa {length}.", "Każda sesja trwa {length}.")),
    _rule("LO137", later('A "not" is lost or added, in languages where a list of words can tell.'),
          later("It turns the meaning round. The list is a hint: it finds many such faults and clears nothing."), _PO,
          _entry("pl", "It is not therapy.", "To jest terapia.", "To nie jest terapia.")),
    _rule("LO138", later("The end of a range stands before its beginning."), later("6 to 8 would read as 8 to 6."), _PO,
          _entry("pl", "{low} to {high}", "{high} do {low}", "{low} do {high}")),
    Rule(code="LO139", name=_NAMES["LO139"], kind=Kind.READER, severity=severity("LO139"),
         summary=later("No statement has the id of this entry."), why=later("Its words stand in no leaflet."), sources=(_PO,),
         bad='# msgctxt "dose.rnage"', good='# msgctxt "dose.range"', example_of="other"),
    Rule(code="LO140", name=_NAMES["LO140"], kind=Kind.READER, severity=severity("LO140"),
         summary=later("A glossary.toml cannot be read, or a term in it has no words."),
         why=later("Without it nobody checks that guided self-help is named."), sources=(_NHS,),
         bad='# [[term]] english = "session"', good='# [[term]] english = "session", use = ["sesja"]',
         example_of="other"),
    _rule("LO151", later("A message is not translated yet; the leaflet shows English."), later("A state, not a fault."), _PO,
          _entry("pl", "You can say no.", "", "Możesz odmówić.")),
    Rule(code="LO152", name=_NAMES["LO152"], kind=Kind.READER, severity=severity("LO152"),
         summary=later("The English has changed since, or the entry is marked fuzzy; the leaflet shows English."),
         why=later("An old translation of new English could say something that is no longer true."), sources=(_PO,),
         bad=later('# an entry with "#, fuzzy" above it'), good=later("# the same without it, read again"), example_of="other"),
    Rule(code="LO153", name=_NAMES["LO153"], kind=Kind.READER, severity=severity("LO153"),
         summary=later("A leaflet in another language holds words that nobody has reviewed."),
         why=later("Nobody answers for them. A wrong word about risk or crisis help could harm."), sources=(_NHS,),
         bad=later("# consentgen build --locale pl, with a draft among its statements"),
         good=later("# the same after consentgen i18n review, or with --draft"), example_of="other"),
)  # fmt: skip
